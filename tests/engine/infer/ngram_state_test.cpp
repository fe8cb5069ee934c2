// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/ngram_state.h"

#include "engine/infer/sampler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::infer {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

TEST(NgramState, NamesWhatFollowedTheLastTokensBefore)
{
    NgramState state(3);
    const auto after = [&state](std::initializer_list<TokenId> tokens) {
        for (const TokenId token : tokens)
            state.add(token);
        return std::vector<TokenId>(state.followers().begin(), state.followers().end());
    };
    EXPECT_THAT(after({}), IsEmpty());
    EXPECT_THAT(after({1, 2, 3}), IsEmpty());
    EXPECT_THAT(after({1}), IsEmpty());
    EXPECT_THAT(after({2}), ElementsAre(3));
    EXPECT_THAT(after({4, 1, 2}), ElementsAre(3, 4));
    EXPECT_THAT(after({3, 1, 2}), ElementsAre(3, 4)) << "each once";
    NgramState off(0);
    off.add(1);
    off.add(1);
    EXPECT_THAT(off.followers(), IsEmpty());
}

TEST(NgramState, ASamplerUsesItEvenWhenItTakesTheMostProbable)
{
    Sampling sampling;
    sampling.no_repeat_ngram = 2;
    Sampler sampler(sampling, Seed{1});
    std::vector<TokenId> answer;
    for (int i = 0; i < 6; ++i) {
        std::vector<float> logits = {3.0F, 2.0F, 1.0F};
        answer.push_back(sampler.pick(logits, {}).value());
        sampler.accept(answer.back());
    }
    // 00 comes once, then 01, 10, and what is left of 0 is 2.
    EXPECT_THAT(answer, ElementsAreArray({0, 0, 1, 0, 2, 0}));
    std::vector<float> nothing = {3.0F, 2.0F, 1.0F};
    EXPECT_EQ(sampler.pick(nothing, {}).value(), -1);
    sampling.no_repeat_ngram = 1;
    EXPECT_FALSE(Sampler::check(sampling).ok());
}

}  // namespace
}  // namespace longhand::infer
