// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/tokenizer.h"

#include <string_view>

namespace longhand::tokenizer {

// The same tokenizer as the tables that a GGUF file holds: of kind byte_bpe, with the name of its
// pre-tokeniser found by how it cuts a text, or of a SentencePiece kind. `json` is the
// tokenizer.json it was made of; empty for one made of a SentencePiece .model. What comes back cuts
// that text and the text of every single token into the same ids; the form NFC that some files ask
// for has no place there and is left out. Fails: unsupported (steps that the tables cannot say),
// corrupt.
Result<Vocabulary> tables_of(const Tokenizer& tokenizer, std::string_view json);

// The reverse: the text of a tokenizer.json that cuts as these tables say. Of kinds byte_bpe and
// sentencepiece. Fails: unsupported (another kind, a pre-tokeniser that is not known).
Result<std::string> json_of(const Vocabulary& tables);

// An id without a token: rows of the embedding table that the vocabulary does not reach.
void add_unused(Vocabulary& tables, std::int64_t id);

} // namespace longhand::tokenizer
