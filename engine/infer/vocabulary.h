// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"
#include "engine/tokenizer/chat_template.h"

namespace longhand::infer {

// What a model file says about its tokens: the keys tokenizer.ggml.* of a GGUF file, or
// tokenizer.json of a folder, or its tokenizer.model.
// Fails: unsupported (no tokenizer, a kind we do not read, by name), corrupt.
Result<tokenizer::Vocabulary> read_vocabulary(const checkpoint::Checkpoint& file);

// The same as the tables that a GGUF file holds (tokenizer/tables.h), whatever the model has.
// Fails: as read_vocabulary, Tokenizer::make and tables_of.
Result<tokenizer::Vocabulary> read_table_vocabulary(const checkpoint::Checkpoint& file);

// The reverse, for a GGUF file: the keys tokenizer.ggml.* of such tables.
void write_vocabulary(checkpoint::KeyValues& values, const tokenizer::Vocabulary& vocabulary);

// The text of the model's chat template, empty when it has none.
std::string chat_template_source(const checkpoint::Checkpoint& file);

// Fails: not_found (the file has none), unsupported (one that we do not know).
Result<tokenizer::ChatTemplate> read_chat_template(const checkpoint::Checkpoint& file);

} // namespace longhand::infer
