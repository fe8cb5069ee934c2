// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/base/result.h"
#include "engine/base/token.h"
#include "engine/train/step.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace longhand::train {

// A sequence of its own memory: labels[t] is tokens[t], or -1 where nothing is to be learned.
struct LabelledTokens {
    std::vector<TokenId> tokens;
    std::vector<TokenId> labels;
    [[nodiscard]] TrainingSequence view() const { return {tokens, labels}; }
};

// What a loop learns from. Never ends: a source begins again when all of it was drawn. The same
// arguments give the same sequence, so that a loop that goes on from a file needs only a number.
class TokenSource {
public:
    virtual ~TokenSource() = default;
    // Sequence number `index` of at most `length` tokens (>= 2), with at least one label that
    // counts. Fails: invalid (nothing in it is that short or that long).
    virtual Result<LabelledTokens> sequence(std::uint64_t index, std::int64_t length) const = 0;
    // Tokens of one pass over it at that length.
    [[nodiscard]] virtual std::uint64_t tokens(std::int64_t length) const = 0;
};

// Books: every token is learned from.
struct BookOptions {
    enum class Cuts : std::uint8_t {
        anywhere,  // each sequence begins at a random token
        blocks     // disjoint, in a new random order each time round
    };
    Cuts cuts = Cuts::anywhere;
    // Cuts run from one book into the next. Otherwise each lies within a book of at least `length`
    // tokens, and shorter books are not used.
    bool across_books = true;
    TokenId separator = -1;  // put behind each book; -1: none
    Seed seed;
};
// Fails: invalid (no token at all).
Result<std::unique_ptr<TokenSource>> make_book_source(std::vector<std::vector<TokenId>> books,
                                                      const BookOptions& options);

// Samples with labels of their own, in a new random order each time round. One that is longer than
// the length asked for is left out: cutting it would take the answer away.
struct SampleOptions {
    // Samples of at most a quarter of this many tokens are joined, in a random order, to sequences
    // that long at most; a longer one stays alone (Xiong et al. 2023, 4.3). 0: all stay alone.
    std::int64_t pack_to = 0;
    Seed seed;
};
// Fails: invalid (no sample has a label).
Result<std::unique_ptr<TokenSource>> make_sample_source(std::vector<LabelledTokens> samples,
                                                        const SampleOptions& options);

}  // namespace longhand::train
