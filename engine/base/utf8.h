// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace longhand::utf8 {

// Text below the window is UTF-8 and offsets are bytes on code-point boundaries.

// Decodes the code point at `offset` and moves past it. A byte that starts no valid sequence
// (overlong, surrogate, beyond U+10FFFF, cut off) gives U+FFFD and moves by one byte.
char32_t next(std::string_view text, std::size_t& offset);
void append(std::string& text, char32_t code_point);
bool is_valid(std::string_view text);
// Every invalid byte replaced by U+FFFD.
std::string sanitise(std::string_view text);
// How many bytes at the end of `text` begin a sequence that is valid so far but not complete (0-3).
std::size_t incomplete_tail(std::string_view text);
// The largest boundary of a code point that is <= offset.
std::size_t floor_boundary(std::string_view text, std::size_t offset);
std::size_t count(std::string_view text);

// Han, kana, hangul or their punctuation and full-width forms: scripts written without spaces, or
// where a joined line takes none.
bool is_cjk(char32_t code_point);
bool is_han(char32_t code_point);
bool is_kana(char32_t code_point);
bool is_hangul(char32_t code_point);
bool is_space(char32_t code_point);  // Unicode White_Space, and U+FEFF

// Words as a reader counts them: runs of non-space, but each Han or kana character is one word.
std::size_t count_words(std::string_view text);
std::string_view trim(std::string_view text);  // Unicode white space on both sides

}  // namespace longhand::utf8
