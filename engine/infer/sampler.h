// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/infer/generator.h"
#include "engine/infer/ngram_state.h"

#include <map>
#include <span>
#include <vector>

namespace longhand::infer {

// Picks tokens for one answer. The distribution is softmax(logits / temperature) after penalties
// and mask, cut in this order: top_k most probable; then the fewest of those that hold top_p of
// the probability; then those at least min_p times as probable as the first. Ties go to the lower
// id. no_repeat_ngram forbids a token that would complete a run of tokens which the answer has
// already. Draws depend on the seed and the logits alone, so neither on the other requests of a batch
// nor on how the work was cut. Nothing sorts the vocabulary.
class Sampler {
public:
    static constexpr std::size_t kPenaltyTokens = 256;

    Sampler(const Sampling& sampling, Seed seed);
    // Fails: invalid (a temperature below 0, top_p outside (0, 1], and the like).
    static Result<void> check(const Sampling& sampling);

    // The prompt, for the repetition penalty.
    void see_prompt(std::span<const TokenId> prompt);
    // The next token; changes `logits`. `allowed`: one entry a token, or empty for all. -1 when
    // nothing is allowed. Fails: internal when a logit is not finite.
    Result<TokenId> pick(std::span<float> logits, const std::vector<bool>& allowed);
    void accept(TokenId token);

private:
    struct Candidate {
        float logit = 0.0F;
        TokenId token = -1;
    };
    void penalise(std::span<float> logits);
    void collect(std::span<const float> logits, float highest);
    void collect_most_probable(std::span<const float> logits, std::size_t count);
    void cut_to_top_p(std::span<const float> logits, float highest);
    TokenId draw(float highest);
    [[nodiscard]] double weight(float logit, float highest) const;

    Sampling sampling_;
    Random random_;
    std::vector<TokenId> recent_;  // the last kPenaltyTokens, oldest first
    std::map<TokenId, std::int32_t> generated_;
    NgramState ngrams_;
    std::vector<Candidate> candidates_;
    std::vector<TokenId> unique_;
};

// Natural logarithm of softmax(logits)[token].
float log_probability(std::span<const float> logits, TokenId token);

}  // namespace longhand::infer
