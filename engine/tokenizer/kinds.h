// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/tokenizer.h"

namespace longhand::tokenizer {

// The kinds behind Tokenizer::make. Each fails as it does.
Result<std::unique_ptr<Tokenizer>> make_byte_bpe(Vocabulary vocabulary);
Result<std::unique_ptr<Tokenizer>> make_sentencepiece_bpe(Vocabulary vocabulary);
Result<std::unique_ptr<Tokenizer>> make_sentencepiece_model(Vocabulary vocabulary);
Result<std::unique_ptr<Tokenizer>> make_sentencepiece_unigram(Vocabulary vocabulary);
Result<std::unique_ptr<Tokenizer>> make_json_tokenizer(Vocabulary vocabulary);

constexpr std::string_view kBlankMark = "\xE2\x96\x81"; // U+2581, a blank in SentencePiece

// A token's text with U+2581 turned back into blanks.
std::string with_blanks(std::string_view token);
// "<0x0A>" names a byte; -1 for anything else.
int byte_of_piece(std::string_view piece);

} // namespace longhand::tokenizer
