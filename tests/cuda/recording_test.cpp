// SPDX-License-Identifier: GPL-3.0-or-later
// Decode steps, which the card records and launches as a whole, beside the same rows in prefill.
#include "cuda/backend/cuda_backend.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <array>

namespace longhand {
namespace {

// Sums of another order over f16 operands.
constexpr double kHalfSums = 3e-3;

class Recorded : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto made = gpu::make_cuda_backend({});
        if (!made.ok())
            GTEST_SKIP() << made.error().message;
        backend_ = std::move(made).value();
        model_ = test::tiny_model({.heads = 6,
                                   .kv_heads = 2,
                                   .head_dim = 64,
                                   .dim = 384,
                                   .weights = tensor::DType::f16,
                                   .backend = backend_});
    }

    std::shared_ptr<tensor::Backend> backend_;
    std::shared_ptr<const model::Transformer> model_;
};

TEST_F(Recorded, AThousandStepsOfOneTokenAreThePrefillOfAll)
{
    const auto tokens = test::random_tokens(Seed{31}, 1100);
    for (const tensor::DType kv : {tensor::DType::f16, tensor::DType::q8_0})
        EXPECT_LT(test::relative_error(test::logits_of(model_, tokens, 1, kv),
                                       test::logits_of(model_, tokens, 300, kv)),
                  kHalfSums)
            << to_string(kv);
}

// Three sequences of different lengths, together in changing company, then each alone.
TEST_F(Recorded, StepsOfChangingSequencesAreThoseOfEachAlone)
{
    constexpr std::size_t kSteps = 90;
    const std::array<std::int64_t, 3> begins{5, 130, 400};
    const auto run = [&](bool together) {
        const auto runner =
            model::Runner::make(model_, {.positions = 600, .kv_tokens = 1800, .logit_rows = 3})
                .value();
        std::vector<model::KvSequence> sequences;
        std::array<std::vector<float>, 3> logits;
        std::array<std::vector<TokenId>, 3> tokens;
        for (std::size_t i = 0; i < 3; ++i) {
            tokens[i] =
                test::random_tokens(Seed{40 + i}, begins[i] + static_cast<std::int64_t>(kSteps));
            sequences.push_back(runner->make_sequence());
            const model::SequenceTokens part{
                &sequences[i], std::span(tokens[i]).first(static_cast<std::size_t>(begins[i]))};
            EXPECT_TRUE(runner->forward(std::span(&part, 1), {}));
        }
        std::array<std::size_t, 3> done{};
        const auto step = [&](const std::vector<std::size_t>& members) {
            std::vector<model::SequenceTokens> parts;
            for (const std::size_t i : members)
                parts.push_back(
                    {&sequences[i], std::span(tokens[i]).subspan(
                                        static_cast<std::size_t>(begins[i]) + done[i]++, 1)});
            const auto rows = static_cast<std::int64_t>(parts.size());
            EXPECT_TRUE(runner->forward(parts, {0, rows}));
            std::vector<float> all(static_cast<std::size_t>(rows * test::kTinyVocabulary));
            runner->logits(0, rows, all);
            for (std::size_t j = 0; j < members.size(); ++j)
                logits[members[j]].insert(
                    logits[members[j]].end(),
                    all.begin() + static_cast<std::ptrdiff_t>(j) * test::kTinyVocabulary,
                    all.begin() + static_cast<std::ptrdiff_t>(j + 1) * test::kTinyVocabulary);
        };
        for (std::size_t round = 0; round < kSteps; ++round) {
            if (!together) {
                for (const std::size_t i : {0U, 1U, 2U})
                    step({i});
            } else if (round % 7 < 4) {
                step({0, 1, 2});
            } else {
                step({2, 0});
                step({1});
            }
        }
        return logits;
    };
    const auto together = run(true);
    const auto alone = run(false);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_LT(test::relative_error(together[i], alone[i]), kHalfSums) << "sequence " << i;
}

} // namespace
} // namespace longhand
