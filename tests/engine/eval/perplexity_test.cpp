// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eval/perplexity.h"

#include "tests/support/tiny_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace longhand::eval {
namespace {

using test::random_tokens;
using testing::HasSubstr;

using Streams = std::vector<std::vector<TokenId>>;

ScoreOptions exact(std::int64_t step_rows = 512)
{
    return {.kv_dtype = tensor::DType::f32, .step_rows = step_rows};
}

// -log softmax of each token of [begin, end) but the first, read from position 0 in one go.
std::vector<double> losses_of(const std::shared_ptr<const model::Transformer>& model,
                              std::span<const TokenId> stream, std::size_t begin, std::size_t end)
{
    const auto tokens = stream.subspan(begin, end - begin);
    const auto logits = test::logits_of(model, tokens, static_cast<std::int64_t>(tokens.size()));
    std::vector<double> losses;
    for (std::size_t t = 1; t < tokens.size(); ++t) {
        const auto row =
            std::span(logits).subspan((t - 1) * test::kTinyVocabulary, test::kTinyVocabulary);
        double total = 0.0;
        for (const float logit : row)
            total += std::exp(static_cast<double>(logit));
        losses.push_back(std::log(total) -
                         static_cast<double>(row[static_cast<std::size_t>(tokens[t])]));
    }
    return losses;
}

TEST(SlidingWindow, ScoresEachTokenOnceInTheWindowWhereItIsNew)
{
    const auto model = test::tiny_model();
    const Streams streams = {
        random_tokens(Seed{1}, 50), random_tokens(Seed{2}, 7), random_tokens(Seed{3}, 1), {}};
    // Windows of 20 by 8: [0, 20), [8, 28), [16, 36), [24, 44), [32, 50).
    std::vector<std::vector<double>> expected(2);
    expected[0] = losses_of(model, streams[0], 0, 20);
    for (const std::size_t begin : {8U, 16U, 24U, 32U}) {
        const std::size_t end = std::min<std::size_t>(begin + 20, 50);
        const auto losses = losses_of(model, streams[0], begin, end);
        expected[0].insert(expected[0].end(),
                           losses.end() - static_cast<std::ptrdiff_t>(end - expected[0].size() - 1),
                           losses.end());
    }
    expected[1] = losses_of(model, streams[1], 0, 7);
    ASSERT_EQ(expected[0].size(), 49U);
    for (const std::int64_t step_rows : {1, 3, 7, 512}) {
        const auto score = sliding_window(model, streams, 20, 8, exact(step_rows));
        ASSERT_TRUE(score.ok()) << score.error().message;
        EXPECT_EQ(score->protocol, "sw");
        EXPECT_EQ(score->scored_tokens, 49 + 6);
        double sum = 0.0;
        for (std::size_t stream = 0; stream < 2; ++stream) {
            ASSERT_EQ(score->nll[stream].size(), streams[stream].size());
            EXPECT_TRUE(std::isnan(score->nll[stream][0]));
            for (std::size_t t = 1; t < streams[stream].size(); ++t) {
                EXPECT_NEAR(score->nll[stream][t], expected[stream][t - 1], 1e-4) << t;
                sum += expected[stream][t - 1];
            }
        }
        EXPECT_TRUE(std::isnan(score->nll[2][0]));
        EXPECT_TRUE(score->nll[3].empty());
        EXPECT_NEAR(score->mean_nll, sum / 55, 1e-5);
        EXPECT_NEAR(score->perplexity, std::exp(sum / 55), 1e-2);
    }
}

TEST(SameTokens, ScoresTheSameTokensWhateverTheWindow)
{
    const auto model = test::tiny_model();
    const Streams streams = {random_tokens(Seed{4}, 60)};
    const std::int64_t ends[] = {40, 60};
    for (const std::int64_t window : {6, 13, 40}) {
        const auto score = same_tokens(model, streams, window, 5, ends, exact(9));
        ASSERT_TRUE(score.ok()) << score.error().message;
        EXPECT_EQ(score->scored_tokens, 10);
        double sum = 0.0;
        for (std::size_t t = 0; t < 60; ++t) {
            const bool scored = (t >= 35 && t < 40) || t >= 55;
            EXPECT_EQ(std::isnan(score->nll[0][t]), !scored) << t;
        }
        for (const std::int64_t end : ends) {
            const auto losses = losses_of(model, streams[0], static_cast<std::size_t>(end - window),
                                          static_cast<std::size_t>(end));
            for (std::size_t i = losses.size() - 5; i < losses.size(); ++i)
                sum += losses[i];
        }
        EXPECT_NEAR(score->mean_nll, sum / 10, 1e-5) << window;
    }
}

// By hand: 12 + 9 tokens joined, windows of 8 every 4 tokens below 21 - 8: at 0, 4, 8, 12; the last
// is dropped.
TEST(EveryWindow, CountsAllTokensOfOverlappingWindowsOverTheJoinedTexts)
{
    const auto model = test::tiny_model();
    const Streams streams = {random_tokens(Seed{7}, 12), random_tokens(Seed{8}, 9)};
    std::vector<TokenId> joined = streams[0];
    joined.insert(joined.end(), streams[1].begin(), streams[1].end());
    double sum = 0.0;
    for (const std::size_t begin : {0U, 4U, 8U})
        for (const double loss : losses_of(model, joined, begin, begin + 8))
            sum += loss;
    const auto score = every_window(model, streams, 8, 4, exact());
    ASSERT_TRUE(score.ok()) << score.error().message;
    EXPECT_EQ(score->protocol, "all");
    EXPECT_EQ(score->scored_tokens, 3 * 7);
    EXPECT_NEAR(score->mean_nll, sum / 21, 1e-5);
}

TEST(EveryWindow, OfDisjointWindowsIsTheBlockProtocol)
{
    const auto model = test::tiny_model();
    const Streams streams = {random_tokens(Seed{9}, 30)};
    double sum = 0.0;
    for (const std::size_t begin : {0U, 8U})
        for (const double loss : losses_of(model, streams[0], begin, begin + 8))
            sum += loss;
    const auto score = every_window(model, streams, 8, 8, exact());
    ASSERT_TRUE(score.ok()) << score.error().message;
    EXPECT_EQ(score->protocol, "block");
    EXPECT_EQ(score->scored_tokens, 2 * 7);
    EXPECT_NEAR(score->mean_nll, sum / 14, 1e-5);
    EXPECT_EQ(every_window(model, streams, 24, 24, exact()).error().kind, ErrorKind::invalid);
}

// By hand: chunks [0, 5), [5, 10), [10, 13) behind at most 7 tokens; the very first has no context.
TEST(Prequential, ScoresEachTokenOnceBehindItsContext)
{
    const auto model = test::tiny_model();
    const Streams streams = {random_tokens(Seed{10}, 13)};
    const std::size_t passes[][3] = {{0, 5, 4}, {0, 10, 5}, {3, 13, 3}};
    double sum = 0.0;
    double exponentials = 0.0;
    for (const auto& [begin, end, scored] : passes) {
        const auto losses = losses_of(model, streams[0], begin, end);
        double own = 0.0;
        for (std::size_t i = losses.size() - scored; i < losses.size(); ++i)
            own += losses[i];
        sum += own;
        exponentials +=
            static_cast<double>(scored) * std::exp(own / static_cast<double>(scored));
    }
    const auto score = prequential(model, streams, 12, 5, exact());
    ASSERT_TRUE(score.ok()) << score.error().message;
    EXPECT_EQ(score->scored_tokens, 12);
    EXPECT_NEAR(score->mean_nll, sum / 12, 1e-5);
    EXPECT_NEAR(score->mean_of_exp / (exponentials / 12), 1.0, 1e-5);
    EXPECT_GE(score->mean_of_exp, score->perplexity);
    EXPECT_EQ(prequential(model, streams, 4, 5, exact()).error().kind, ErrorKind::invalid);
}

TEST(Perplexity, OptionsThatMakeNoSenseAreInvalidAndNamed)
{
    const auto model = test::tiny_model();
    const Streams streams = {random_tokens(Seed{5}, 30)};
    const auto message = [](const Result<Score>& score) {
        EXPECT_FALSE(score.ok());
        EXPECT_EQ(score.error().kind, ErrorKind::invalid);
        return score.error().message;
    };
    EXPECT_THAT(message(sliding_window(model, streams, 1, 1, exact())), HasSubstr("window"));
    EXPECT_THAT(message(sliding_window(model, streams, 8, 0, exact())), HasSubstr("stride"));
    EXPECT_THAT(message(sliding_window(model, streams, 8, 8, exact())), HasSubstr("stride"));
    EXPECT_THAT(message(sliding_window(model, Streams{{1}}, 8, 4, exact())), HasSubstr("nothing"));
    EXPECT_THAT(message(sliding_window(model, Streams{{1, 259}}, 8, 4, exact())), HasSubstr("259"));
    EXPECT_THAT(message(sliding_window(model, Streams{{1, -1}}, 8, 4, exact())), HasSubstr("-1"));
    const std::int64_t beyond[] = {31};
    const std::int64_t before[] = {7};
    EXPECT_THAT(message(same_tokens(model, streams, 8, 2, beyond, exact())), HasSubstr("31"));
    EXPECT_THAT(message(same_tokens(model, streams, 8, 2, before, exact())), HasSubstr("7"));
    EXPECT_THAT(message(same_tokens(model, streams, 8, 8, beyond, exact())), HasSubstr("window"));
    EXPECT_THAT(message(same_tokens(model, streams, 8, 0, beyond, exact())), HasSubstr("score"));
    EXPECT_THAT(message(same_tokens(model, streams, 8, 2, {}, exact())), HasSubstr("nothing"));
    EXPECT_THAT(message(sliding_window(model, streams, 8, 4, exact(-1))), HasSubstr("-1"));
}

TEST(Perplexity, AStopIsNoticedBetweenTwoSteps)
{
    const auto model = test::tiny_model();
    const Streams streams = {random_tokens(Seed{6}, 60)};
    std::stop_source source;
    std::uint64_t done = 0;
    ScoreOptions options = exact(10);
    options.stop = source.get_token();
    options.progress = [&](const Progress& progress) {
        done = progress.done;
        EXPECT_EQ(progress.phase, "window 40");
        source.request_stop();
    };
    const auto score = sliding_window(model, streams, 40, 20, options);
    ASSERT_FALSE(score.ok());
    EXPECT_EQ(score.error().kind, ErrorKind::cancelled);
    EXPECT_EQ(done, 10U);
}

} // namespace
} // namespace longhand::eval
