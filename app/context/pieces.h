// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/result.h"
#include "engine/infer/generator.h"

#include <string>
#include <vector>

namespace longhand::context {

// Some of a book as one request sees it. `text` is the ranges' texts joined by blank lines;
// `ranges` is the exact record of what is sent, from which coverage is summed.
struct Piece {
    std::vector<document::TextRange> ranges;
    std::string text;
    std::int64_t tokens = 0; // of `text`, by the model's own tokenizer
};

// A small model drifts off when it reads much more than this at a time.
constexpr std::int64_t kPieceTokens = 2500;

// Fails: unreadable, naming the book, when there is not a word in it.
Result<void> ensure_text(const document::Document& document);

// What is left for the text of a book: the measured length of the model without the answer and
// the rest of the prompt. May be negative: then nothing fits.
std::int64_t text_budget(const infer::Generator& generator, std::int64_t answer_tokens,
                         std::int64_t rest_of_prompt_tokens);

// Whole paragraphs of a chapter; empty ones left out.
std::vector<document::TextRange> ranges_of(const document::Document& document,
                                           std::uint32_t chapter);
// Cuts ranges into pieces of at most `max_tokens` and about equal size, at paragraph borders; a
// longer paragraph is cut at sentence borders, a longer sentence at blanks or characters. Nothing
// but blanks is left out. ENSUREs max_tokens > 0.
std::vector<Piece> cut_into_pieces(const document::Document& document,
                                   const std::vector<document::TextRange>& ranges,
                                   std::int64_t max_tokens, const infer::Generator& generator);

std::uint64_t words_in(const document::Document& document,
                       const std::vector<document::TextRange>& ranges);

} // namespace longhand::context
