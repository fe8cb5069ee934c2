// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/pre_tokenizer.h"

#include "engine/base/utf8.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

namespace longhand::tokenizer {
namespace {

enum class CharClass : std::uint8_t { letter, digit, blank, other };

CharClass class_of(UChar32 character)
{
    const std::uint32_t mask = U_GET_GC_MASK(character);
    if ((mask & U_GC_L_MASK) != 0)
        return CharClass::letter;
    if ((mask & U_GC_N_MASK) != 0)
        return CharClass::digit;
    if (u_hasBinaryProperty(character, UCHAR_WHITE_SPACE) != 0)
        return CharClass::blank;
    return CharClass::other;
}

const std::array<CharClass, 128>& ascii_classes()
{
    static const std::array<CharClass, 128> table = [] {
        std::array<CharClass, 128> classes{};
        for (std::size_t i = 0; i < classes.size(); ++i)
            classes[i] = class_of(static_cast<UChar32>(i));
        return classes;
    }();
    return table;
}

// Walks over characters; an invalid byte is a character of its own.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}
    [[nodiscard]] bool at_end(std::size_t at) const { return at >= text_.size(); }
    // The class of the character at `at`, and where the next one begins.
    [[nodiscard]] CharClass look(std::size_t at, std::size_t& next) const
    {
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) {
            next = at + 1;
            return ascii_classes()[byte];
        }
        next = at;
        const char32_t character = utf8::next(text_, next); // U+FFFD for an invalid byte
        return class_of(static_cast<UChar32>(character));
    }

private:
    std::string_view text_;
};

std::size_t contraction(std::string_view text)
{
    for (const std::string_view ending : {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"})
        if (text.starts_with(ending))
            return ending.size();
    return 0;
}

// One stretch of text that holds no border set from outside.
void split_plain(std::string_view text, const WordSink& word)
{
    const Cursor cursor(text);
    std::size_t at = 0;
    while (at < text.size()) {
        if (const std::size_t length = contraction(text.substr(at)); length > 0) {
            word(text.substr(at, length));
            at += length;
            continue;
        }
        const std::size_t begin = at;
        std::size_t next = 0;
        CharClass kind = cursor.look(at, next);
        // one blank (U+0020 alone) goes with the word behind it
        if (text[at] == ' ' && next < text.size()) {
            std::size_t after = 0;
            if (const CharClass following = cursor.look(next, after);
                following != CharClass::blank) {
                kind = following;
                next = after;
            }
        }
        std::size_t last = at; // where the last character taken begins
        std::size_t end = next;
        while (!cursor.at_end(end)) {
            std::size_t after = 0;
            if (cursor.look(end, after) != kind)
                break;
            last = end;
            end = after;
        }
        // blanks before a word leave their last one to it
        if (kind == CharClass::blank && end < text.size() && last > begin)
            end = last;
        word(text.substr(begin, end - begin));
        at = end;
    }
}

struct Stretch {
    std::size_t begin = 0, end = 0;
    bool match = false;
};

std::vector<Stretch> stretches(std::string_view text, const Pattern& pattern, bool invert)
{
    std::vector<Stretch> all;
    std::size_t done = 0;
    pattern.each(text, [&](std::size_t begin, std::size_t end) {
        if (begin > done)
            all.push_back({done, begin, invert});
        all.push_back({begin, end, !invert});
        done = end;
    });
    if (done < text.size())
        all.push_back({done, text.size(), invert});
    return all;
}

// What the other ways to cut make of the matches.
std::vector<std::string_view> cut_pieces(std::string_view text, const Pattern& pattern, Cut cut,
                                         bool invert)
{
    std::vector<Stretch> kept;
    bool last_matched = false; // of the stretch before, also of one that was left out
    for (const Stretch& stretch : stretches(text, pattern, invert)) {
        const bool joins = cut == Cut::merged_with_previous ? stretch.match && !last_matched
                           : cut == Cut::merged_with_next   ? last_matched && !stretch.match
                           : cut == Cut::contiguous         ? stretch.match == last_matched
                                                            : false;
        if (cut == Cut::removed && stretch.match) {
            last_matched = true;
            continue;
        }
        if (joins && !kept.empty())
            kept.back().end = stretch.end;
        else
            kept.push_back(stretch);
        last_matched = stretch.match;
    }
    std::vector<std::string_view> pieces;
    for (const Stretch& stretch : kept)
        pieces.push_back(text.substr(stretch.begin, stretch.end - stretch.begin));
    return pieces;
}

} // namespace

SplitStep gpt2_words()
{
    return [](std::string_view text, Place, const WordSink& word) { split_plain(text, word); };
}

SplitStep single_digits()
{
    return [](std::string_view text, Place, const WordSink& word) {
        const Cursor cursor(text);
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t next = 0;
            if (cursor.look(at, next) == CharClass::digit) {
                if (at > begin)
                    word(text.substr(begin, at - begin));
                word(text.substr(at, next - at));
                begin = next;
            }
            at = next;
        }
        if (begin < text.size())
            word(text.substr(begin));
    };
}

SplitStep pattern_words(Pattern pattern, Cut cut, bool invert)
{
    return [pattern = std::move(pattern), cut, invert](std::string_view text, Place,
                                                       const WordSink& word) {
        if (cut == Cut::isolated) {
            // the usual case needs no list
            std::size_t done = 0;
            pattern.each(text, [&](std::size_t begin, std::size_t end) {
                if (begin > done)
                    word(text.substr(done, begin - done));
                word(text.substr(begin, end - begin));
                done = end;
            });
            if (done < text.size())
                word(text.substr(done));
            return;
        }
        for (const std::string_view piece : cut_pieces(text, pattern, cut, invert))
            word(piece);
    };
}

void PreTokenizer::run(std::size_t step, std::string_view text, Place place,
                       const WordSink& word) const
{
    if (text.empty())
        return;
    if (step == steps_.size())
        return word(text);
    Place next = place;
    steps_[step](text, place, [&](std::string_view piece) {
        run(step + 1, piece, next, word);
        next = Place::inside;
    });
}

void PreTokenizer::split(std::string_view text, Place place, const WordSink& word) const
{
    run(0, text, place, word);
}

} // namespace longhand::tokenizer
