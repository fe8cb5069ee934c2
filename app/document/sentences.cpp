// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace longhand::document {
namespace {

struct Character {
    char32_t code = 0;
    std::uint32_t begin = 0, end = 0;
};

std::vector<Character> characters_of(std::string_view text)
{
    std::vector<Character> characters;
    characters.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const auto begin = static_cast<std::uint32_t>(offset);
        const char32_t code = utf8::next(text, offset);
        characters.push_back({code, begin, static_cast<std::uint32_t>(offset)});
    }
    return characters;
}

bool any_of(char32_t code, std::u32string_view set) { return set.find(code) != set.npos; }
bool ends_latin(char32_t code) { return any_of(code, U".!?\u2026\u203D\u061F\u06D4\u0964"); }
bool ends_cjk(char32_t code) { return any_of(code, U"\u3002\uFF01\uFF1F\uFF61\uFF0E"); }
bool closes(char32_t code)
{
    return any_of(code, U"\"')]}\u2019\u201D\u00BB\u203A\u300D\u300F\u3011\u300B\u3009\uFF09\uFF02"
                        U"\u301F\u3015");
}
bool is_lower(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= 0xDF && code <= 0xFF && code != 0xF7) ||
           (code >= 0x430 && code <= 0x45F) || (code >= 0x3B1 && code <= 0x3C9);
}
bool is_letter(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') ||
           (code >= 0xC0 && code < 0x600 && code != 0xD7 && code != 0xF7);
}
bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

// Written with a full stop and usually followed by more of the sentence. Lower case, no last stop.
bool is_abbreviation(std::string_view word)
{
    static constexpr std::array known{
        "mr",  "mrs", "ms",   "dr",   "prof", "st",  "vs",  "e.g", "i.e",  "cf",   "fig", "figs",
        "no",  "nos", "vol",  "vols", "pp",   "p",   "ch",  "sec", "eq",   "eqs",  "ed",  "eds",
        "al",  "gen", "col",  "capt", "lt",   "sgt", "rev", "hon", "messrs", "mme", "mlle", "m",
        "z.b", "d.h", "u.a",  "bzw",  "ca",   "nr",  "bd",  "s",   "vgl",  "usw",  "sr",  "sra",
        "jr",  "dept", "univ", "approx", "resp", "art", "op",  "viz", "ref",  "refs", "tab", "chap"};
    return std::ranges::find(known, word) != known.end();
}

// The word that ends before characters[stop], lower case in ASCII, inner stops kept.
std::string word_before(std::span<const Character> characters, std::size_t stop)
{
    std::size_t first = stop;
    while (first > 0 && (is_letter(characters[first - 1].code) ||
                         is_digit(characters[first - 1].code) || characters[first - 1].code == U'.'))
        --first;
    std::string word;
    for (std::size_t i = first; i < stop; ++i) {
        const char32_t code = characters[i].code;
        utf8::append(word, code >= U'A' && code <= U'Z' ? code + 32 : code);
    }
    return word;
}

// Whether the stop at `stop` belongs to an abbreviation, an initial or a leading number.
bool stop_is_inner(std::span<const Character> characters, std::size_t first, std::size_t stop)
{
    const std::string word = word_before(characters, stop);
    if (word.empty())
        return false;
    if (is_abbreviation(word))
        return true;
    if (utf8::count(word) == 1 && is_letter(characters[stop - 1].code) && word != "i")
        return true;  // an initial: "J. Austen"
    const bool number = std::ranges::all_of(
        word, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return number && stop >= word.size() && stop - word.size() <= first;  // "3. The rest"
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences(std::string_view text)
{
    const std::vector<Character> all = characters_of(text);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    std::size_t first = 0;
    const auto skip_blanks = [&] {
        while (first < all.size() && utf8::is_space(all[first].code))
            ++first;
    };
    const auto emit = [&](std::size_t end) {
        std::size_t last = end;
        while (last > first && utf8::is_space(all[last - 1].code))
            --last;
        if (last > first)
            found.emplace_back(all[first].begin, all[last - 1].end);
        first = end;
        skip_blanks();
    };
    skip_blanks();
    for (std::size_t i = first; i < all.size();) {
        const bool cjk = ends_cjk(all[i].code);
        if (!cjk && !ends_latin(all[i].code)) {
            ++i;
            continue;
        }
        const std::size_t stop = i;
        while (i < all.size() && (ends_cjk(all[i].code) || ends_latin(all[i].code)))
            ++i;
        while (i < all.size() && closes(all[i].code))
            ++i;
        if (i == all.size())
            break;
        if (cjk) {
            emit(i);
            i = std::max(i, first);
            continue;
        }
        // Chinese and Japanese sentences also end in an ellipsis or an ASCII mark without a blank.
        const bool before_cjk = utf8::is_cjk(all[i].code) && all[stop].code != U'.';
        if (!utf8::is_space(all[i].code) && !before_cjk)
            continue;
        std::size_t next = i;
        while (next < all.size() && utf8::is_space(all[next].code))
            ++next;
        if (next == all.size())
            break;
        if (is_lower(all[next].code) || any_of(all[next].code, U",;:"))
            continue;
        if (all[stop].code == U'.' && i == stop + 1 && stop_is_inner(all, first, stop))
            continue;
        emit(i);
        i = std::max(i, first);
    }
    emit(all.size());
    return found;
}

}  // namespace longhand::document
