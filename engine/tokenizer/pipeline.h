// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/added_tokens.h"
#include "engine/tokenizer/normal_steps.h"
#include "engine/tokenizer/tokenizer.h"
#include "engine/tokenizer/word_model.h"

namespace longhand::tokenizer {

// Turns the text of one token into what it shows. `at_start`: it is the first of its text.
using DecodeStep = std::function<void(std::string& piece, bool at_start)>;

// A tokenizer put together from steps, as tokenizer.json describes it: added tokens are found in
// the raw text, what lies between is normalised, searched again for those that want that, cut into
// words, and each word is encoded.
struct Pipeline {
    std::vector<NormalStep> normalise;
    PreTokenizer words;
    std::unique_ptr<WordModel> model; // never null
    AddedTokens raw, normalised;
    std::vector<DecodeStep> decode;
};

// `vocabulary.tokens` and `types` say what a token shows: control tokens nothing, user-defined ones
// their text, the others what `decode` makes of it.
std::unique_ptr<Tokenizer> make_pipeline(Vocabulary vocabulary, Pipeline pipeline);

} // namespace longhand::tokenizer
