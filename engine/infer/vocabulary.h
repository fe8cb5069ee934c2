// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"
#include "engine/tokenizer/chat_template.h"

namespace longhand::infer {

// What a model file says about its tokens: the keys tokenizer.ggml.* of a GGUF file, or
// tokenizer.json of a folder, or its tokenizer.model.
// Fails: unsupported (no tokenizer, a kind we do not read, by name), corrupt.
Result<tokenizer::Vocabulary> read_vocabulary(const checkpoint::Checkpoint& file);

// Fails: not_found (the file has none), unsupported (one that we do not know).
Result<tokenizer::ChatTemplate> read_chat_template(const checkpoint::Checkpoint& file);

} // namespace longhand::infer
