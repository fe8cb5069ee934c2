// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace longhand::tokenizer {

// GPT-2 writes every byte as a printable character: the printable ones of Latin-1 as themselves,
// the others, in order, as U+0100 onwards.

// The bytes that a token's text stands for; a character outside the alphabet stands for itself.
std::string bytes_of_letters(std::string_view letters);
std::string letters_of_bytes(std::string_view bytes);

} // namespace longhand::tokenizer
