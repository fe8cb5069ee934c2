// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace longhand::ingest::flowing {

struct NumberAt {
    int value = -1;      // -1: a number word that is not in the tables
    std::size_t end = 0; // index after the number
};

// All of these read lower-case text from `at` on, and nothing when no number stands there.

// "12", "xii", "twelve", "twenty-one", "the first", "zwei".
std::optional<NumberAt> number_at(const std::u32string& lower, std::size_t at);
// "1.", "2nd", "erstes", "first", "première", "segunda".
std::optional<NumberAt> ordinal_at(const std::u32string& lower, std::size_t at);
// "12" (ASCII or full width) or a well-formed Roman numeral that is a word of its own.
std::optional<NumberAt> digits_or_roman_at(const std::u32string& lower, std::size_t at);
// "十二", "两百零三", "壹", "12".
std::optional<NumberAt> han_number_at(const std::u32string& text, std::size_t at);
// The same without other digits.
std::optional<NumberAt> han_digits_at(const std::u32string& text, std::size_t at);

} // namespace longhand::ingest::flowing
