// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/kv_cache.h"

#include "tests/support/tiny_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::model {
namespace {

constexpr std::int64_t kPage = KvPool::kPageTokens;

TEST(KvSequence, TakesPagesAsItGrowsAndGivesThemBack)
{
    const auto model = test::tiny_model();
    const auto runner = Runner::make(model, {.positions = 4 * kPage}).value();
    KvPool& pool = runner->pool();
    ASSERT_EQ(pool.pages(), 4);
    {
        KvSequence sequence = runner->make_sequence();
        EXPECT_TRUE(sequence.reserve(1));
        EXPECT_EQ(pool.free_pages(), 3);
        EXPECT_TRUE(sequence.reserve(kPage));
        EXPECT_EQ(pool.free_pages(), 3);
        EXPECT_TRUE(sequence.reserve(kPage + 1));
        EXPECT_EQ(pool.free_pages(), 2);
        EXPECT_FALSE(sequence.reserve(4 * kPage + 1));
        EXPECT_EQ(pool.free_pages(), 2);
        sequence.advance(kPage + 1);
        sequence.truncate(kPage);
        EXPECT_EQ(pool.free_pages(), 3);
    }
    EXPECT_EQ(pool.free_pages(), 4);
}

TEST(KvSequence, AForkSharesPagesUntilOneOfTheTwoWrites)
{
    const auto runner = Runner::make(test::tiny_model(), {.positions = 8 * kPage}).value();
    KvPool& pool = runner->pool();
    KvSequence first = runner->make_sequence();
    ASSERT_TRUE(first.reserve(kPage + 5));
    first.advance(kPage + 5);
    KvSequence second = first.fork(kPage + 3);
    EXPECT_EQ(pool.free_pages(), 6);
    EXPECT_EQ(second.length(), kPage + 3);
    EXPECT_EQ(second.pages_needed(kPage + 4), 1);
    ASSERT_TRUE(second.reserve(kPage + 4));
    EXPECT_EQ(first.pages()[0], second.pages()[0]);
    EXPECT_NE(first.pages()[1], second.pages()[1]);
    EXPECT_EQ(first.pages_needed(kPage + 6), 0);  // the page is its own again
    first = runner->make_sequence();
    EXPECT_EQ(pool.free_pages(), 6);
}

TEST(KvSequence, WhatAForkAppendsDoesNotChangeTheOriginal)
{
    const auto model = test::tiny_model();
    const auto tokens = test::random_tokens(Seed{1}, 60);
    const auto expected = test::logits_of(model, tokens, 60);
    const auto runner = Runner::make(model, {.positions = 256,
                                             .step_rows = 64,
                                             .logit_rows = 64,
                                             .kv_dtype = tensor::DType::f32})
                            .value();
    const auto feed = [&](KvSequence& sequence, std::span<const TokenId> part) {
        const SequenceTokens step{&sequence, part};
        const auto rows = static_cast<std::int64_t>(part.size());
        EXPECT_TRUE(runner->forward(std::span(&step, 1), {rows - 1, 1}));
        std::vector<float> logits(test::kTinyVocabulary);
        runner->logits(0, 1, logits);
        return logits;
    };
    KvSequence original = runner->make_sequence();
    feed(original, std::span(tokens).first(40));
    KvSequence fork = original.fork(37);
    feed(fork, test::random_tokens(Seed{2}, 20));
    const auto continued = feed(original, std::span(tokens).subspan(40));
    EXPECT_LT(test::relative_error(
                  continued, std::span(expected).last(static_cast<std::size_t>(test::kTinyVocabulary))),
              1e-6);
    // And the fork, cut back to what it shared, continues like the original.
    fork.truncate(37);
    const auto again = feed(fork, std::span(tokens).subspan(37));
    EXPECT_LT(test::relative_error(again, continued), 1e-6);
}

TEST(KvPool, RefusesATypeItCannotHold)
{
    const auto model = test::tiny_model();
    const auto made = KvPool::make(model->shared_backend(), model->config(), tensor::DType::q4_0, {.tokens = 64});
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().kind, ErrorKind::unsupported);
}

TEST(KvPool, EightBitsNeedHeadsThatFillTheirBlocks)
{
    const auto narrow = test::tiny_model({.head_dim = 16});
    const auto refused =
        KvPool::make(narrow->shared_backend(), narrow->config(), tensor::DType::q8_0, {.tokens = 64});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::unsupported);
    EXPECT_THAT(refused.error().message, testing::HasSubstr("heads of 16 values"));

    const auto wide = test::tiny_model({.head_dim = 32});
    const auto pool =
        KvPool::make(wide->shared_backend(), wide->config(), tensor::DType::q8_0, {.tokens = 64}).value();
    // 2 layers, keys and values, 2 heads of one block of 34 bytes
    EXPECT_EQ(pool->bytes(), 2U * 2 * 2 * 34 * 64);
}

}  // namespace
}  // namespace longhand::model
