// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/sampler.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace longhand::infer {
namespace {

// Probabilities 1/2, 1/4, 1/8, 1/16, 1/16 at temperature 1, all logits below 0.
const std::vector<double> kWeights = {8, 4, 2, 1, 1};
std::vector<float> sample_logits(double unit = 16)
{
    std::vector<float> logits;
    for (const double weight : kWeights)
        logits.push_back(static_cast<float>(std::log(weight / unit)));
    return logits;
}

struct Seen {
    std::vector<TokenId> prompt;
    std::vector<TokenId> answer;
};

// Draws many times and compares with weights worked out by hand; a weight of 0 must never come.
void expect_distribution(const Sampling& sampling, const std::vector<double>& weights,
                         const Seen& seen = {}, const std::vector<bool>& allowed = {},
                         const std::vector<float>& logits = sample_logits())
{
    constexpr int kDraws = 20000;
    Sampler sampler(sampling, Seed{11});
    sampler.see_prompt(seen.prompt);
    for (const TokenId token : seen.answer)
        sampler.accept(token);
    std::vector<int> counts(weights.size());
    for (int i = 0; i < kDraws; ++i) {
        std::vector<float> copy = logits;
        const auto token = sampler.pick(copy, allowed);
        ASSERT_TRUE(token.ok());
        ++counts.at(static_cast<std::size_t>(*token));
    }
    double total = 0.0;
    for (const double weight : weights)
        total += weight;
    double chi_square = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double expected = weights[i] / total * kDraws;
        if (weights[i] == 0.0) {
            EXPECT_EQ(counts[i], 0) << "token " << i;
            continue;
        }
        chi_square += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    // For 4 degrees of freedom 1 in 10000 is above 23.5, and fewer for less.
    EXPECT_LT(chi_square, 23.5);
}

TEST(Sampler, AtTemperatureOneDrawsTheModelsDistribution)
{
    expect_distribution({.temperature = 1.0F}, {8, 4, 2, 1, 1});
}

TEST(Sampler, TemperatureRaisesEachProbabilityToItsInverse)
{
    expect_distribution({.temperature = 0.5F}, {64, 16, 4, 1, 1});
    expect_distribution({.temperature = 2.0F}, {std::sqrt(8.0), 2, std::sqrt(2.0), 1, 1});
    expect_distribution({.temperature = 1e-20F}, {1, 0, 0, 0, 0});
}

TEST(Sampler, TopKKeepsTheMostProbableAndOfEqualOnesTheLowerId)
{
    expect_distribution({.temperature = 1.0F, .top_k = 1}, {1, 0, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_k = 2}, {8, 4, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_k = 4}, {8, 4, 2, 1, 0});
    expect_distribution({.temperature = 1.0F, .top_k = 1000}, {8, 4, 2, 1, 1});
}

TEST(Sampler, TopPKeepsTheFewestThatHoldTheShare)
{
    expect_distribution({.temperature = 1.0F, .top_p = 0.01F}, {1, 0, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_p = 0.49F}, {1, 0, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_p = 0.51F}, {8, 4, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_p = 0.80F}, {8, 4, 2, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_p = 0.90F}, {8, 4, 2, 1, 0});
    expect_distribution({.temperature = 1.0F, .top_p = 0.99F}, {8, 4, 2, 1, 1});
}

TEST(Sampler, TheShareOfTopPIsThatOfWhatTopKLeft)
{
    // 8, 4 and 2 are left: 8 of 14 are 57 per cent, 12 are 86.
    expect_distribution({.temperature = 1.0F, .top_k = 3, .top_p = 0.56F}, {1, 0, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_k = 3, .top_p = 0.58F}, {8, 4, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .top_k = 3, .top_p = 0.87F}, {8, 4, 2, 0, 0});
}

TEST(Sampler, MinPIsMeasuredAgainstTheMostProbable)
{
    expect_distribution({.temperature = 1.0F, .min_p = 0.1F}, {8, 4, 2, 1, 1});
    expect_distribution({.temperature = 1.0F, .min_p = 0.2F}, {8, 4, 2, 0, 0});
    expect_distribution({.temperature = 1.0F, .min_p = 0.3F}, {8, 4, 0, 0, 0});
    expect_distribution({.temperature = 1.0F, .min_p = 1.0F}, {1, 0, 0, 0, 0});
    // At half the temperature a quarter of the probability becomes a sixteenth.
    expect_distribution({.temperature = 0.5F, .min_p = 0.1F}, {64, 16, 0, 0, 0});
}

TEST(Sampler, TopPOverAWideVocabularyKeepsMoreThanTheFirstGuess)
{
    // 1000 equal tokens: three quarters of the probability are the first 750 of them.
    const std::vector<float> logits(1000, 1.5F);
    Sampler sampler({.temperature = 1.0F, .top_p = 0.7499F}, Seed{5});
    TokenId largest = 0;
    for (int i = 0; i < 20000; ++i) {
        std::vector<float> copy = logits;
        largest = std::max(largest, sampler.pick(copy, {}).value());
    }
    EXPECT_EQ(largest, 749);
}

TEST(Sampler, RepetitionPenaltyPushesDownWhatWasSeenWhateverTheSignOfItsLogit)
{
    // Logits above 0 are divided: ln 8 / 2 is ln of the root of 8.
    expect_distribution({.temperature = 1.0F, .repetition_penalty = 2.0F},
                        {std::sqrt(8.0), 4, 2, 1, 1}, {.prompt = {0, 0, 0}}, {}, sample_logits(1));
    // Logits below 0 are multiplied: (1/4) squared is 1/16.
    expect_distribution({.temperature = 1.0F, .repetition_penalty = 2.0F}, {8, 1, 2, 1, 1},
                        {.answer = {1}});
    expect_distribution({.temperature = 1.0F, .repetition_penalty = 1.0F}, {8, 4, 2, 1, 1},
                        {.prompt = {0, 1, 2}});
}

TEST(Sampler, RepetitionPenaltyForgetsWhatLiesFurtherBackThanItsWindow)
{
    std::vector<TokenId> prompt(Sampler::kPenaltyTokens, 2);
    prompt.insert(prompt.begin(), 1);
    expect_distribution({.temperature = 1.0F, .repetition_penalty = 2.0F}, {8, 4, 0.25, 1, 1},
                        {.prompt = prompt});
    // One token of the answer pushes the first of the prompt out.
    std::vector<TokenId> full(Sampler::kPenaltyTokens - 1, 2);
    full.insert(full.begin(), 1);
    expect_distribution({.temperature = 1.0F, .repetition_penalty = 2.0F},
                        {8, 4, 0.25, 1.0 / 16, 1}, {.prompt = full, .answer = {3}});
}

TEST(Sampler, FrequencyPenaltyCountsTheAnswerAndNotThePrompt)
{
    const auto half = static_cast<float>(std::log(2.0));
    expect_distribution({.temperature = 1.0F, .frequency_penalty = half}, {2, 2, 2, 1, 1},
                        {.prompt = {2, 2, 2}, .answer = {0, 1, 0}});
}

TEST(Sampler, ForbiddenTokensNeverComeAndTheOthersShareTheirProbability)
{
    expect_distribution({.temperature = 1.0F}, {0, 4, 0, 1, 1}, {},
                        {false, true, false, true, true});
    expect_distribution({.temperature = 1.0F, .top_k = 2}, {0, 4, 0, 1, 0}, {},
                        {false, true, false, true, true});
    expect_distribution({.temperature = 1.0F, .top_p = 0.6F}, {0, 4, 0, 0, 0}, {},
                        {false, true, false, true, true});
    for (const float temperature : {0.0F, 1.0F}) {
        std::vector<float> logits = sample_logits();
        Sampler sampler({.temperature = temperature}, Seed{1});
        EXPECT_EQ(sampler.pick(logits, std::vector<bool>(5, false)).value(), -1);
    }
}

TEST(Sampler, GreedyTakesTheLargestOfEqualOnesTheFirstAndIgnoresTheRest)
{
    Sampler sampler({.temperature = 0.0F, .top_k = 1, .repetition_penalty = 50.0F}, Seed{1});
    sampler.see_prompt(std::vector<TokenId>{3});
    std::vector<float> logits = {-1.0F, 0.5F, -2.0F, 7.0F, 7.0F};
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(sampler.pick(logits, {}).value(), 3);
        sampler.accept(3);
    }
}

TEST(Sampler, TheSameSeedDrawsTheSame)
{
    const auto draw = [](Seed seed) {
        Sampler sampler({.temperature = 1.0F, .repetition_penalty = 1.1F}, seed);
        std::vector<TokenId> tokens;
        for (int i = 0; i < 200; ++i) {
            std::vector<float> logits = sample_logits();
            tokens.push_back(sampler.pick(logits, {}).value());
            sampler.accept(tokens.back());
        }
        return tokens;
    };
    EXPECT_EQ(draw(Seed{3}), draw(Seed{3}));
    EXPECT_NE(draw(Seed{3}), draw(Seed{4}));
}

TEST(Sampler, LogitsThatAreNoNumbersAreAnErrorAndNoToken)
{
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()})
        for (const float temperature : {0.0F, 1.0F}) {
            Sampler sampler({.temperature = temperature}, Seed{1});
            std::vector<float> logits = {1.0F, bad, 2.0F};
            EXPECT_EQ(sampler.pick(logits, {}).error().kind, ErrorKind::internal);
        }
}

TEST(Sampler, SettingsThatMakeNoSenseAreRefusedByName)
{
    const auto nan = std::numeric_limits<float>::quiet_NaN();
    const std::pair<Sampling, const char*> cases[] = {
        {{.temperature = -0.1F}, "temperature"},
        {{.temperature = nan}, "temperature"},
        {{.temperature = 101.0F}, "temperature"},
        {{.top_k = -1}, "top_k"},
        {{.top_p = 0.0F}, "top_p"},
        {{.top_p = 1.1F}, "top_p"},
        {{.top_p = nan}, "top_p"},
        {{.min_p = -0.1F}, "min_p"},
        {{.min_p = 1.1F}, "min_p"},
        {{.repetition_penalty = 0.0F}, "repetition_penalty"},
        {{.repetition_penalty = nan}, "repetition_penalty"},
        {{.frequency_penalty = nan}, "frequency_penalty"},
        {{.frequency_penalty = 1000.0F}, "frequency_penalty"}};
    for (const auto& [sampling, name] : cases) {
        const auto checked = Sampler::check(sampling);
        ASSERT_FALSE(checked.ok()) << name;
        EXPECT_EQ(checked.error().kind, ErrorKind::invalid);
        EXPECT_NE(checked.error().message.find(name), std::string::npos) << checked.error().message;
    }
    EXPECT_TRUE(Sampler::check({}).ok());
}

TEST(LogProbability, IsTheLogarithmOfTheSoftmax)
{
    const auto logits = sample_logits();
    EXPECT_NEAR(log_probability(logits, 0), std::log(0.5), 1e-6);
    EXPECT_NEAR(log_probability(logits, 4), std::log(1.0 / 16), 1e-6);
    const std::vector<float> huge = {1e30F, -1e30F};
    EXPECT_EQ(log_probability(huge, 0), 0.0F);
}

} // namespace
} // namespace longhand::infer
