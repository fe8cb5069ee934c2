// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::context {

// Words as they are compared, never shown: folded to lower case without accents, full-width forms
// and ligatures undone.

// Only the letters and digits of a text, folded; a hyphen, quote or blank more or less makes no
// difference. `begin[i]` and `end[i]` are the bytes of the source that letter i came from.
struct Letters {
    std::u32string text;
    std::vector<std::uint32_t> begin, end;
};
Letters letters_of(std::string_view text);

// Han and kana are compared in overlapping pairs, other scripts in words without their commonest
// endings (English, German, French, Spanish).
struct Word {
    std::string stem;
    std::uint32_t begin = 0, end = 0; // bytes of the source
    bool number = false;              // begins with a digit
    bool name = false;                // begins with a capital, and not because a sentence begins
    bool common = false;              // function word: says nothing about content
    bool cjk = false;                 // a pair of Han or kana characters
};
std::vector<Word> words_of(std::string_view text);
// Those that carry content, each stem once, in order.
std::vector<Word> content_words(std::string_view text);

// Ends the run of letters that make one word.
bool is_letter(char32_t code);

} // namespace longhand::context
