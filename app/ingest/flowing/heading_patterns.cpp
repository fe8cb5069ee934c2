// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/heading_patterns.h"

#include "app/ingest/flowing/heading_line.h"
#include "app/ingest/flowing/heading_numbers.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <string>
#include <unicode/uchar.h>

namespace longhand::ingest::flowing {
namespace {

using std::u32string;
using std::u32string_view;

struct Keyword {
    u32string_view word;
    HeadingRank rank;
    std::string_view family;
};

constexpr Keyword kKeywords[] = {
    {U"chapter", HeadingRank::chapter, "chapter"},
    {U"chap", HeadingRank::chapter, "chapter"},
    {U"kapitel", HeadingRank::chapter, "kapitel"},
    {U"chapitre", HeadingRank::chapter, "chapitre"},
    {U"capítulo", HeadingRank::chapter, "capitulo"},
    {U"capitulo", HeadingRank::chapter, "capitulo"},
    {U"capitolo", HeadingRank::chapter, "capitolo"},
    {U"глава", HeadingRank::chapter, "glava"},
    {U"hoofdstuk", HeadingRank::chapter, "hoofdstuk"},
    {U"rozdział", HeadingRank::chapter, "rozdzial"},
    {U"letter", HeadingRank::chapter, "letter"},
    {U"lettre", HeadingRank::chapter, "lettre"},
    {U"brief", HeadingRank::chapter, "brief"},
    {U"canto", HeadingRank::chapter, "canto"},
    {U"stave", HeadingRank::chapter, "stave"},
    {U"lecture", HeadingRank::chapter, "lecture"},
    {U"lesson", HeadingRank::chapter, "lesson"},
    {U"act", HeadingRank::chapter, "act"},
    {U"acte", HeadingRank::chapter, "act"},
    {U"akt", HeadingRank::chapter, "act"},
    {U"part", HeadingRank::volume, "part"},
    {U"book", HeadingRank::volume, "book"},
    {U"volume", HeadingRank::volume, "volume"},
    {U"vol", HeadingRank::volume, "volume"},
    {U"teil", HeadingRank::volume, "teil"},
    {U"buch", HeadingRank::volume, "buch"},
    {U"band", HeadingRank::volume, "band"},
    {U"partie", HeadingRank::volume, "partie"},
    {U"livre", HeadingRank::volume, "livre"},
    {U"tome", HeadingRank::volume, "tome"},
    {U"parte", HeadingRank::volume, "parte"},
    {U"libro", HeadingRank::volume, "libro"},
    {U"часть", HeadingRank::volume, "chast"},
    {U"книга", HeadingRank::volume, "kniga"},
    {U"том", HeadingRank::volume, "tom"},
    {U"section", HeadingRank::section, "section"},
    {U"scene", HeadingRank::section, "scene"},
    {U"scène", HeadingRank::section, "scene"},
    {U"szene", HeadingRank::section, "scene"},
    {U"abschnitt", HeadingRank::section, "section"},
};

constexpr u32string_view kNamed[] = {
    U"prologue",
    U"epilogue",
    U"introduction",
    U"introductory",
    U"preface",
    U"foreword",
    U"afterword",
    U"interlude",
    U"intermezzo",
    U"conclusion",
    U"appendix",
    U"contents",
    U"table of contents",
    U"acknowledgements",
    U"acknowledgments",
    U"dedication",
    U"bibliography",
    U"index",
    U"notes",
    U"endnotes",
    U"footnotes",
    U"glossary",
    U"finale",
    U"postscript",
    U"author's note",
    U"author’s note",
    U"prolog",
    U"epilog",
    U"vorwort",
    U"einleitung",
    U"nachwort",
    U"anhang",
    U"inhalt",
    U"inhaltsverzeichnis",
    U"literaturverzeichnis",
    U"schluss",
    U"zwischenspiel",
    U"préface",
    U"avant-propos",
    U"épilogue",
    U"postface",
    U"annexe",
    U"table des matières",
    U"prólogo",
    U"epílogo",
    U"prefacio",
    U"introducción",
    U"conclusión",
    U"índice",
    U"introduzione",
    U"prefazione",
    U"prologo",
    U"epilogo",
    U"пролог",
    U"эпилог",
    U"предисловие",
    U"послесловие",
    U"введение",
    U"заключение",
    U"оглавление",
};

bool is_letter(char32_t code)
{
    return u_isalpha(static_cast<UChar32>(code)) != 0;
}

bool is_upper(char32_t code)
{
    return u_isUUppercase(static_cast<UChar32>(code)) != 0;
}

bool is_lower(char32_t code)
{
    return u_isULowercase(static_cast<UChar32>(code)) != 0;
}

// Decoration on both sides is none of the heading: "【第三章】", "*** CHAPTER I ***", "# 1".
HeadingLine undecorated(std::string_view line)
{
    constexpr u32string_view kDecoration =
        U"#*=~_【】[]《》〈〉☆★◆◇●○■□▲△※·～^|＃-—– \t\u3000\u00a0";
    HeadingLine text;
    for (std::size_t offset = 0; offset < line.size();)
        text.as_is += utf8::next(line, offset);
    const std::size_t first = text.as_is.find_first_not_of(kDecoration);
    if (first == u32string::npos)
        return {};
    const std::size_t last = text.as_is.find_last_not_of(kDecoration);
    text.as_is = text.as_is.substr(first, last - first + 1);
    for (const char32_t code : text.as_is)
        text.lower += static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
    return text;
}

// "C H A P T E R  I" is "CHAPTER I".
void close_spaced_capitals(HeadingLine& text)
{
    const u32string& wide = text.as_is;
    std::size_t pairs = 0;
    while (2 * pairs + 1 < wide.size() && is_upper(wide[2 * pairs]) && wide[2 * pairs + 1] == ' ')
        ++pairs;
    if (pairs < 3)
        return;
    HeadingLine closed;
    for (std::size_t i = 0; i < wide.size(); ++i) {
        const bool single = wide[i] == ' ' && (i + 1 >= wide.size() || wide[i + 1] != ' ') &&
                            (i == 0 || wide[i - 1] != ' ');
        if (single)
            continue;
        if (wide[i] == ' ' && !closed.as_is.empty() && closed.as_is.back() == ' ')
            continue;
        closed.as_is += wide[i];
        closed.lower += text.lower[i];
    }
    text = std::move(closed);
}

std::size_t words_in(u32string_view text)
{
    std::size_t words = 0;
    bool inside = false;
    for (const char32_t code : text) {
        const bool space = utf8::is_space(code);
        words += !space && !inside ? 1 : 0;
        inside = !space;
    }
    return words;
}

// Most of the longer words begin with a capital.
bool is_title_case(const u32string& text, std::size_t begin)
{
    std::size_t words = 0, capitals = 0;
    for (std::size_t i = begin; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_letter(text[end]))
            ++end;
        if (end - i >= 4) {
            ++words;
            capitals += is_upper(text[i]) ? 1 : 0;
        }
        i = end + 1;
    }
    return words > 0 && capitals * 10 >= words * 7;
}

// What follows the number: nothing, or a title and no sentence. `loud`: the keyword stands in
// capitals, so that even a title of many words is believed.
struct Rest {
    bool fits = false;
    bool empty = true;
};
Rest rest_after(const HeadingLine& text, std::size_t at, bool loud)
{
    std::size_t begin = skip_spaces(text.as_is, at);
    if (begin >= text.as_is.size())
        return {true, true};
    constexpr u32string_view kSeparators = U".:—–-)]|：、．。,";
    bool separated = false;
    while (begin < text.as_is.size() && (in(text.as_is[begin], kSeparators) ||
                                         (separated && utf8::is_space(text.as_is[begin])))) {
        separated = true;
        ++begin;
    }
    begin = skip_spaces(text.as_is, begin);
    if (begin >= text.as_is.size())
        return {true, true};
    if (!separated && at < text.as_is.size() && !utf8::is_space(text.as_is[at]))
        return {};
    const char32_t first = text.as_is[begin];
    const char32_t last = text.as_is.back();
    const std::size_t words = words_in(u32string_view(text.as_is).substr(begin));
    if (is_lower(first) && !(separated && (loud || (words <= 8 && !in(last, U".!?")))))
        return {};
    const bool title_case = is_title_case(text.as_is, begin);
    if (in(last, U",;") || words > (loud ? 70U : title_case ? 24U : 14U))
        return {};
    if (in(last, U".") && !loud && words > 8 && !title_case)
        return {};
    return {true, false};
}

bool is_word_end(const u32string& text, std::size_t at)
{
    return at >= text.size() || !is_letter(text[at]);
}

std::size_t keyword_length(const HeadingLine& text, std::size_t at, const Keyword& keyword)
{
    if (text.lower.compare(at, keyword.word.size(), keyword.word) != 0 ||
        !is_word_end(text.lower, at + keyword.word.size()))
        return 0;
    return keyword.word.size();
}

bool is_loud(const HeadingLine& text, std::size_t begin, std::size_t count)
{
    return std::none_of(text.as_is.begin() + static_cast<std::ptrdiff_t>(begin),
                        text.as_is.begin() + static_cast<std::ptrdiff_t>(begin + count), is_lower);
}

// "CHAPTER IV. Title", "Book the First", "Teil 2: Titel".
std::optional<HeadingMatch> keyword_then_number(const HeadingLine& text)
{
    if (text.as_is.empty() || !is_upper(text.as_is[0]))
        return std::nullopt;
    for (const Keyword& keyword : kKeywords) {
        const std::size_t length = keyword_length(text, 0, keyword);
        if (length == 0)
            continue;
        std::size_t at = length;
        if (at < text.lower.size() && text.lower[at] == '.')
            ++at;
        at = skip_spaces(text.lower, at);
        auto number = number_at(text.lower, at);
        if (!number)
            return std::nullopt;
        // "Chapter 2.IV": the fourth of the second part.
        if (number->end + 1 < text.lower.size() && text.lower[number->end] == '.') {
            if (const auto inner = digits_or_roman_at(text.lower, number->end + 1))
                number = inner;
        }
        const Rest rest = rest_after(text, number->end, is_loud(text, 0, length));
        if (!rest.fits)
            return std::nullopt;
        return HeadingMatch{keyword.rank, keyword.family, number->value, rest.empty};
    }
    return std::nullopt;
}

// "Erstes Kapitel", "1. Kapitel: Titel", "Première partie", "FIRST PART".
std::optional<HeadingMatch> number_then_keyword(const HeadingLine& text)
{
    const auto number = ordinal_at(text.lower, 0);
    if (!number || is_lower(text.as_is[0]))
        return std::nullopt;
    const std::size_t at = skip_spaces(text.lower, number->end);
    if (at == number->end)
        return std::nullopt;
    for (const Keyword& keyword : kKeywords) {
        const std::size_t length = keyword_length(text, at, keyword);
        if (length == 0)
            continue;
        const Rest rest = rest_after(text, at + length, is_loud(text, 0, at + length));
        if (!rest.fits)
            return std::nullopt;
        return HeadingMatch{keyword.rank, keyword.family, number->value, rest.empty};
    }
    return std::nullopt;
}

std::optional<HeadingMatch> named(const HeadingLine& text)
{
    if (text.as_is.empty() || is_lower(text.as_is[0]))
        return std::nullopt;
    for (const u32string_view word : kNamed) {
        if (text.lower.compare(0, word.size(), word) != 0 || !is_word_end(text.lower, word.size()))
            continue;
        std::size_t at = word.size();
        bool letter = false;
        if (word == U"appendix" || word == U"anhang" || word == U"annexe") {
            const std::size_t next = skip_spaces(text.lower, at);
            if (const auto number = number_at(text.lower, next); number && next > at)
                at = number->end;
            else if (next > at && next < text.lower.size() && is_upper(text.as_is[next]) &&
                     is_word_end(text.lower, next + 1))
                at = next + 1;
            letter = at > word.size();
        }
        const std::size_t rest = skip_spaces(text.as_is, at);
        const bool separated = rest < text.as_is.size() && in(text.as_is[rest], U".:—–-");
        if (rest < text.as_is.size() && !separated && !letter)
            continue;
        const Rest tail = rest_after(text, at, is_loud(text, 0, word.size()));
        if (tail.fits && text.as_is.size() < 120)
            return HeadingMatch{HeadingRank::named, "named", -1, tail.empty};
    }
    return std::nullopt;
}

bool is_title_start(char32_t code)
{
    return is_upper(code) || utf8::is_cjk(code) || in(code, U"\"“‘'«¿¡") ||
           (is_letter(code) && !is_lower(code));
}

// "IV", "IV. Title", "12", "12. Title".
std::optional<HeadingMatch> numeral(const HeadingLine& text)
{
    const auto number = digits_or_roman_at(text.lower, 0);
    if (!number || number->value > 999)
        return std::nullopt;
    const bool roman = is_letter(text.lower[0]);
    if (roman && !is_loud(text, 0, number->end))
        return std::nullopt;
    const HeadingRank rank = roman ? HeadingRank::roman : HeadingRank::arabic;
    const std::string_view family = roman ? "roman" : "arabic";
    std::size_t at = skip_spaces(text.as_is, number->end);
    if (at >= text.as_is.size())
        return HeadingMatch{rank, family, number->value, true};
    const bool separated = in(text.as_is[at], U".:—–-)、．");
    at = separated ? skip_spaces(text.as_is, at + 1) : at;
    if (at >= text.as_is.size())
        return HeadingMatch{rank, family, number->value, true};
    const std::size_t words = words_in(u32string_view(text.as_is).substr(at));
    const char32_t last = text.as_is.back();
    const bool attached = !separated && at == number->end;
    if (attached || (roman && !separated && number->end == 1) || !is_title_start(text.as_is[at]) ||
        words > 14 || text.as_is.size() > 110 || in(last, U",;") || (in(last, U".。") && words > 8))
        return std::nullopt;
    return HeadingMatch{rank, family, number->value, false};
}

std::optional<HeadingMatch> capitals(const HeadingLine& text)
{
    std::size_t upper = 0;
    for (const char32_t code : text.as_is) {
        if (is_lower(code) || utf8::is_cjk(code))
            return std::nullopt;
        upper += is_upper(code) ? 1 : 0;
    }
    if (upper < 2 || words_in(text.as_is) > 14 || text.as_is.size() > 100 ||
        in(text.as_is.back(), U",;"))
        return std::nullopt;
    return HeadingMatch{HeadingRank::capitals, "capitals", -1, false};
}

} // namespace

std::size_t skip_spaces(const std::u32string& text, std::size_t at)
{
    while (at < text.size() && utf8::is_space(text[at]))
        ++at;
    return at;
}

std::optional<HeadingMatch> match_heading(std::string_view line)
{
    constexpr std::size_t kLongest = 480;
    if (line.empty() || line.size() > kLongest)
        return std::nullopt;
    HeadingLine text = undecorated(line);
    if (text.as_is.empty())
        return std::nullopt;
    close_spaced_capitals(text);
    for (const auto pattern : {match_han_numbered, match_han_named, keyword_then_number,
                               number_then_keyword, named, numeral, match_han_numeral, capitals}) {
        if (auto match = pattern(text))
            return match;
    }
    return std::nullopt;
}

} // namespace longhand::ingest::flowing
