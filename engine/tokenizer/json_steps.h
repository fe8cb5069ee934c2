// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/pipeline.h"

#include <string_view>
#include <vector>

namespace longhand::tokenizer {

// Readers of three parts of tokenizer.json, each given as the text of its JSON value; "null" is a
// part that does nothing. What changes the result and is not read is refused by its type's name.
// Fail: unsupported, corrupt.
Result<std::vector<NormalStep>> read_normalizer(std::string_view part);

// The bytes of its first Precompiled part; empty without one.
Result<std::string> read_charsmap(std::string_view normalizer);

struct WordSteps {
    std::vector<SplitStep> steps;
    bool letters = false;    // words are written in the letters that stand for bytes
    bool first_only = false; // a blank goes before the first word of all text and before no other
};
Result<WordSteps> read_pre_tokenizer(std::string_view part);
Result<std::vector<DecodeStep>> read_decoder(std::string_view part);

} // namespace longhand::tokenizer
