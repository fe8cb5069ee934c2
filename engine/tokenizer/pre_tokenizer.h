// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace longhand::tokenizer {

// Cuts text into the words that byte-level BPE merges within. The rules are those of GPT-2
// (Radford et al. 2019): a contraction ('s 't 're 've 'm 'll 'd), else letters, digits or other
// signs, each with one blank before it if there is one, else blanks, of which the last is left to
// the word behind them. Bytes that are not UTF-8 count as other signs.
struct PreTokenizer {
    bool single_digits = false;  // each digit is a word of its own ("smollm", "starcoder")

    // Fails: unsupported, with the names known.
    static Result<PreTokenizer> named(std::string_view name);
    // The words in order; together they are the text.
    void split(std::string_view text, const std::function<void(std::string_view)>& word) const;
};

}  // namespace longhand::tokenizer
