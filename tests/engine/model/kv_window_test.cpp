// SPDX-License-Identifier: GPL-3.0-or-later
// Layers with a sliding window give up what they no longer see, and nothing changes.
#include "engine/model/memory_plan.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/tiny_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::model {
namespace {

using testing::ElementsAreArray;
using test::random_tokens;

constexpr std::int64_t kPage = KvPool::kPageTokens;
constexpr std::int64_t kStep = 64;
// By hand: 40 + 64 + 512 tokens are held, and a step of 64 beyond: 22 pages, and 2 for their ends.
constexpr std::int64_t kLivePages = 24;

std::shared_ptr<const Transformer> windowed(std::vector<std::int32_t> windows)
{
    test::TinyOptions options;
    options.windows = std::move(windows);
    options.backend = tensor::make_cpu_backend({.threads = 2});
    return test::tiny_model(options);
}

std::unique_ptr<Runner> runner_for(const std::shared_ptr<const Transformer>& model,
                                   std::int64_t sequences, std::int64_t tokens = 4096)
{
    return Runner::make(model, {.positions = tokens,
                                .sequences = sequences,
                                .step_rows = kStep,
                                .logit_rows = kStep,
                                .kv_dtype = tensor::DType::f32})
        .value();
}

// Logits of the last token of each chunk.
std::vector<float> read(Runner& runner, KvSequence& sequence, std::span<const TokenId> tokens,
                        std::int64_t chunk)
{
    std::vector<float> all;
    std::vector<float> logits(static_cast<std::size_t>(runner.config().vocabulary));
    for (std::size_t begin = 0; begin < tokens.size();) {
        const auto rows = std::min(static_cast<std::size_t>(chunk), tokens.size() - begin);
        const SequenceTokens part{&sequence, tokens.subspan(begin, rows)};
        EXPECT_TRUE(runner.forward(std::span(&part, 1), {static_cast<std::int64_t>(rows) - 1, 1}));
        runner.logits(0, 1, logits);
        all.insert(all.end(), logits.begin(), logits.end());
        begin += rows;
    }
    return all;
}

TEST(KvWindow, WhatIsNoLongerSeenIsGivenUpAndNoLogitChanges)
{
    const auto tokens = random_tokens(Seed{1}, 1200);
    for (const std::vector<std::int32_t>& windows :
         {std::vector<std::int32_t>{40, 0}, {0, 40}, {7, 40}}) {
        const auto model = windowed(windows);
        for (const std::int64_t chunk : {std::int64_t{11}, kStep}) {
            const auto whole = runner_for(model, 0);
            const auto pruned = runner_for(model, 1);
            ASSERT_FALSE(whole->pool().has_window_pages());
            ASSERT_TRUE(pruned->pool().has_window_pages());
            EXPECT_LT(pruned->pool().bytes(), whole->pool().bytes());
            KvSequence all = whole->make_sequence();
            KvSequence last = pruned->make_sequence();
            EXPECT_THAT(read(*pruned, last, tokens, chunk),
                        ElementsAreArray(read(*whole, all, tokens, chunk)))
                << chunk;
            EXPECT_GE(last.dropped_window_pages(), (1200 - kLivePages * kPage) / kPage);
            EXPECT_FALSE(last.covers(450));
            EXPECT_TRUE(last.covers(1200));
        }
    }
}

TEST(KvWindow, ThePlanCountsIt)
{
    const auto model = windowed({40, 0});
    const RunnerOptions options{.positions = 8192,
                                .sequences = 3,
                                .step_rows = kStep,
                                .kv_dtype = tensor::DType::f16};
    const MemoryPlan plan = plan_memory(model->config(), 0, options);
    // 2 kv heads of 16 values, keys and values, 2 bytes each: 128 bytes a token and layer.
    // The layer with a window has room for the three and one more.
    EXPECT_EQ(plan.kv_bytes, 128U * 8192 + 128U * 4 * kLivePages * kPage);
    const auto runner = Runner::make(model, options).value();
    EXPECT_EQ(runner->pool().bytes(), plan.kv_bytes);
    EXPECT_EQ(runner->pool().free_window_pages(), 4 * kLivePages);
    // Nothing to gain: all is kept, so that any beginning can be continued.
    RunnerOptions few = options;
    few.positions = 2048;
    EXPECT_EQ(plan_memory(model->config(), 0, few).kv_bytes, 2 * 128U * 2048);
    EXPECT_EQ(plan_memory(test::tiny_config(), 0, options).kv_bytes, 2 * 128U * 8192);
}

TEST(KvWindow, AWholeTextFitsIntoTheRoomOfOneSequenceAndAllOfItComesBack)
{
    const auto model = windowed({40, 0});
    const auto runner = runner_for(model, 1);
    const KvPool& pool = runner->pool();
    const auto tokens = random_tokens(Seed{2}, 4000);
    {
        KvSequence sequence = runner->make_sequence();
        ASSERT_TRUE(sequence.reserve(4096));
        EXPECT_EQ(pool.free_window_pages(), kLivePages) << "promised when it is let in";
        read(*runner, sequence, tokens, kStep);
        EXPECT_EQ(pool.free_window_pages(), kLivePages) << "and never more";
        sequence.truncate(sequence.length());
        EXPECT_GT(pool.free_window_pages(), kLivePages);
    }
    EXPECT_EQ(pool.free_window_pages(), 2 * kLivePages);
    EXPECT_EQ(pool.free_pages(), pool.pages());
}

TEST(KvWindow, AForkFromAPlaceThatIsCoveredEqualsOneWhereNothingWasGivenUp)
{
    const auto model = windowed({40, 0});
    const auto text = random_tokens(Seed{3}, 1500);
    const auto question = random_tokens(Seed{4}, 300);
    const auto runner = runner_for(model, 3);
    const auto whole = runner_for(model, 0);
    KvSequence first = runner->make_sequence();
    KvSequence all = whole->make_sequence();
    read(*runner, first, text, kStep);
    read(*whole, all, text, kStep);
    for (const std::int64_t at : {1500, 1441, 1440, 1200}) {
        ASSERT_TRUE(first.covers(at)) << at;
        KvSequence fork = first.fork(at);
        KvSequence expected = all.fork(at);
        EXPECT_THAT(read(*runner, fork, question, 20),
                    ElementsAreArray(read(*whole, expected, question, 20)))
            << at;
    }
    // Nor does what a fork writes change the one it came from, while both go on.
    KvSequence beside = first.fork(1480);
    std::vector<float> after;
    for (std::size_t begin = 0; begin < question.size(); begin += 100) {
        const auto logits = read(*runner, first, std::span(question).subspan(begin, 100), 20);
        after.insert(after.end(), logits.begin(), logits.end());
        read(*runner, beside, std::span(text).subspan(begin, 100), kStep);
    }
    EXPECT_THAT(after, ElementsAreArray(read(*whole, all, question, 20)));
}

}  // namespace
}  // namespace longhand::model
