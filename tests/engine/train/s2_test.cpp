// SPDX-License-Identifier: GPL-3.0-or-later
// S2-Attn: what the groups are, and that nothing leaks from the future (acceptance D1 to D4, D7).
#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/train/decoder_pass.h"
#include "engine/train/s2.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cstring>

namespace longhand::train {
namespace {

using Boundaries = std::vector<std::int32_t>;

TEST(S2, GroupsOf8192TokensAreThoseOfThePublishedCode)
{
    EXPECT_EQ(s2_group_of(8192), 2048);
    EXPECT_EQ(s2_boundaries(8192, 2048, false), (Boundaries{0, 2048, 4096, 6144, 8192}));
    EXPECT_EQ(s2_boundaries(8192, 2048, true), (Boundaries{0, 1024, 3072, 5120, 7168, 8192}));
}

TEST(S2, AnOddNumberOfHeadsShiftsTheLargerHalf)
{
    EXPECT_EQ(s2_shifted_from(9), 4);
    EXPECT_EQ(s2_shifted_from(4), 2);
}

// Lengths of supervised tuning, where the group is 8192 (long-context notes, 3.2).
TEST(S2, LengthsThatNoGroupDividesEndInAShorterOne)
{
    EXPECT_EQ(s2_boundaries(3000, 8192, false), (Boundaries{0, 3000}));
    EXPECT_EQ(s2_boundaries(3000, 8192, true), (Boundaries{0, 3000}));
    EXPECT_EQ(s2_boundaries(6000, 8192, true), (Boundaries{0, 4096, 6000}));
    EXPECT_EQ(s2_boundaries(10000, 8192, true), (Boundaries{0, 4096, 10000}));
    EXPECT_EQ(s2_boundaries(20000, 8192, false), (Boundaries{0, 8192, 16384, 20000}));
    EXPECT_EQ(s2_boundaries(20000, 8192, true), (Boundaries{0, 4096, 12288, 20000}));
}

TEST(S2, TakesLessThanAQuarterOfDenseAttention)
{
    const double unshifted = attention_share(s2_boundaries(8192, 2048, false));
    const double shifted = attention_share(s2_boundaries(8192, 2048, true));
    EXPECT_DOUBLE_EQ(unshifted, 0.25);
    EXPECT_DOUBLE_EQ(shifted, 0.21875);
}

class S2Pass : public testing::TestWithParam<bool> {
protected:
    static constexpr std::int64_t kLength = 32;
    void SetUp() override
    {
        test::TinyOptions options;
        options.backend = GetParam() ? std::shared_ptr(tensor::make_cpu_backend({.threads = 2}))
                                     : std::shared_ptr(tensor::make_oracle_backend());
        model_ = test::tiny_model(options);
        parts_ = model_->parts();
        pass_ = DecoderPass::make(model_, {.rows = kLength, .positions = kLength}).value();
        for (std::int32_t i = 0; i < kLength; ++i)
            positions_.push_back(i);
    }
    // The loss of every row with these groups; 0: dense.
    std::vector<float> losses(const std::vector<TokenId>& tokens, std::int64_t group,
                              bool with_shift = true)
    {
        const Boundaries dense = {0, kLength};
        const Boundaries plain = group > 0 ? s2_boundaries(kLength, group, false) : dense;
        const Boundaries shifted = group > 0 ? s2_boundaries(kLength, group, true) : dense;
        const DecoderPass::Input input{
            &parts_,
            tokens,
            {positions_, plain, with_shift ? std::span(shifted) : std::span<const std::int32_t>{},
             s2_shifted_from(4)}};
        std::vector<float> nll(tokens.size());
        pass_->forward(input, false);
        pass_->losses(input, targets_, nll);
        return nll;
    }
    std::shared_ptr<const model::Transformer> model_;
    model::TransformerParts parts_;
    std::unique_ptr<DecoderPass> pass_;
    std::vector<std::int32_t> positions_;
    std::vector<TokenId> tokens_ = test::random_tokens(Seed{31}, kLength);
    std::vector<TokenId> targets_ = test::random_tokens(Seed{32}, kLength);
};

INSTANTIATE_TEST_SUITE_P(Backends, S2Pass, testing::Bool(), [](const auto& of) {
    return std::string(of.param ? "fast" : "oracle");
});

// D2: one group is dense attention; a shift that cuts is not.
TEST_P(S2Pass, OneGroupIsDenseAttention)
{
    const std::vector<float> dense = losses(tokens_, 0);
    EXPECT_LT(test::relative_error(losses(tokens_, kLength, false), dense), 1e-6);
    EXPECT_LT(test::relative_error(losses(tokens_, 2 * kLength), dense), 1e-6);
    EXPECT_GT(test::relative_error(losses(tokens_, kLength, true), dense), 1e-5);
}

// D3, for every place and through all layers.
TEST_P(S2Pass, NoTokenChangesWhatStandsBeforeIt)
{
    const std::vector<float> before = losses(tokens_, 8);
    for (std::int64_t t = 1; t < kLength; ++t) {
        std::vector<TokenId> changed = tokens_;
        TokenId& token = changed[static_cast<std::size_t>(t)];
        token = (token + 1) % static_cast<TokenId>(test::kTinyVocabulary);
        const std::vector<float> after = losses(changed, 8);
        EXPECT_EQ(std::memcmp(before.data(), after.data(), static_cast<std::size_t>(t) * 4), 0)
            << "token " << t;
    }
}

// D4: the shifted heads carry it over the border, a layer further the other way round.
TEST_P(S2Pass, ATokenReachesBeyondItsOwnGroup)
{
    std::vector<TokenId> changed = tokens_;
    changed[1] = (changed[1] + 1) % static_cast<TokenId>(test::kTinyVocabulary);
    const std::vector<float> before = losses(tokens_, 8);
    const std::vector<float> after = losses(changed, 8);
    EXPECT_NE(before[2], after[2]);
    std::size_t furthest = 0;
    for (std::size_t row = 0; row < before.size(); ++row)
        if (before[row] != after[row])
            furthest = row;
    EXPECT_GE(furthest, 8U);
}

// The control of D3: rolled instead of cut, the last group holds the end and then the beginning,
// and the beginning sees the end.
TEST(S2Rolled, LeaksFromTheFuture)
{
    const auto backend = tensor::make_oracle_backend();
    constexpr std::int64_t kRows = 16;
    constexpr std::int64_t kShift = 2;
    const tensor::AttentionShape shape{1, 1, 4, 0.5F};
    const Boundaries groups = s2_boundaries(kRows, 4, false);
    const auto rolled_out = [&](float last_value) {
        Random random(Seed{5});
        std::vector<float> rows(kRows * 4);
        for (float& value : rows)
            value = random.normal();
        rows[(kRows - 1) * 4] = last_value;
        std::vector<float> rolled(rows.size());
        for (std::int64_t i = 0; i < kRows * 4; ++i)
            rolled[static_cast<std::size_t>(i)] =
                rows[static_cast<std::size_t>((i + kShift * 4) % (kRows * 4))];
        const auto tensor = [&](std::int64_t columns) {
            return model::allocate(*backend, tensor::DType::f32, {kRows, columns}).value();
        };
        const tensor::Tensor x = tensor(4);
        const tensor::Tensor out = tensor(4);
        backend->upload(x, std::as_bytes(std::span(rolled)));
        backend->training().attend_packed(out, tensor(1), x, x, x, shape, {{}, groups, {}, 0});
        backend->download(std::as_writable_bytes(std::span(rolled)), out);
        // Back in place: row 0 stands `shift` before the end.
        return std::vector<float>(rolled.end() - kShift * 4, rolled.end());
    };
    EXPECT_NE(rolled_out(0.0F), rolled_out(1.0F));
}

}  // namespace
}  // namespace longhand::train
