// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/tokenizer/pattern.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::tokenizer {

using WordSink = std::function<void(std::string_view)>;
// Where a stretch stands: at the start of all text, behind other text of the same call, or first in
// a call that goes on with what an earlier one began.
enum class Place : std::uint8_t { start, inside, continues };
// Cuts a stretch of text into words, in order. Most steps lose no byte; some of tokenizer.json
// write signs in or leave some out, and say so.
using SplitStep = std::function<void(std::string_view text, Place place, const WordSink& word)>;

// What becomes of a match, in the words of tokenizer.json.
enum class Cut : std::uint8_t {
    isolated,
    removed,
    merged_with_previous,
    merged_with_next,
    contiguous
};

// The rule of GPT-2 (Radford et al. 2019): a contraction ('s 't 're 've 'm 'll 'd), else letters,
// digits or other signs, each with one blank before it if there is one, else blanks, of which the
// last is left to the word behind them. Bytes that are not UTF-8 count as other signs.
SplitStep gpt2_words();
SplitStep single_digits(); // each character of \p{N} is a word of its own
SplitStep pattern_words(Pattern pattern, Cut cut = Cut::isolated, bool invert = false);

// Cuts text into the words that byte-level BPE merges within: each step cuts what the one before
// it left.
class PreTokenizer {
public:
    PreTokenizer() = default; // the text is one word
    explicit PreTokenizer(std::vector<SplitStep> steps) : steps_(std::move(steps)) {}

    // By the value of tokenizer.ggml.pre. Fails: unsupported, with the names known.
    static Result<PreTokenizer> named(std::string_view name);
    // Of what such a rule is made: perhaps single digits and GPT-2's words, then expressions, each
    // of which cuts what the one before it left.
    struct Rule {
        bool single_digits = false, gpt2_words = false;
        std::vector<std::string> expressions;
    };
    static Result<Rule> rule_named(std::string_view name);
    // A text that any two different rules cut differently, and the names of the rules that cut it
    // into these words, one of each rule; those that take whole words as said come first.
    static std::string_view probe();
    static std::vector<std::string_view> names_of(const std::vector<std::string>& words,
                                                  bool whole_words);
    // Rules that take a word which is a token by itself as that token, whatever the merges say.
    static bool takes_whole_words(std::string_view name);

    // The words in order; with the rules of `named` they are together the text. None is empty.
    void split(std::string_view text, Place place, const WordSink& word) const;
    void split(std::string_view text, const WordSink& word) const
    {
        split(text, Place::start, word);
    }

private:
    void run(std::size_t step, std::string_view text, Place place, const WordSink& word) const;
    std::vector<SplitStep> steps_;
};

} // namespace longhand::tokenizer
