// SPDX-License-Identifier: GPL-3.0-or-later
// NF4 as bitsandbytes encodes and decodes it.
#include "engine/tensor/nf4.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace longhand::tensor {
namespace {

class GoldenNf4 : public ::testing::TestWithParam<const char*> {
protected:
    void SetUp() override
    {
        reference_ = test::raw_reference(GetParam());
        if (!reference_)
            GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
        weight_ = reference_->floats("weight");
        bytes_.resize(nf4_bytes(weight_.size()));
        encode_nf4(bytes_, weight_);
    }
    [[nodiscard]] Nf4View ours() const { return {bytes_, weight_.size()}; }
    [[nodiscard]] std::string_view stored(const std::string& name) const
    {
        return reference_->bytes_of(name);
    }

    std::optional<test::RawReference> reference_;
    std::vector<float> weight_;
    std::vector<std::byte> bytes_;
};

INSTANTIATE_TEST_SUITE_P(Cases, GoldenNf4, ::testing::Values("nf4-gaussian", "nf4-outliers"),
                         [](const auto& one) {
                             std::string name = one.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST_P(GoldenNf4, TheLevelsAreTheReferences)
{
    const auto levels = reference_->floats("code");
    EXPECT_TRUE(std::equal(levels.begin(), levels.end(), kNf4Levels.begin(), kNf4Levels.end()));
    const auto absmax = reference_->floats("double/code");
    const auto& ours = nf4_absmax_levels();
    EXPECT_TRUE(std::equal(absmax.begin(), absmax.end(), ours.begin(), ours.end()));
}

TEST_P(GoldenNf4, CodesAndAbsmaxAreExactlyTheReferences)
{
    const auto codes = std::as_bytes(std::span(stored("packed")));
    EXPECT_TRUE(std::equal(codes.begin(), codes.end(), ours().codes.begin(), ours().codes.end()));
    const auto absmax = reference_->floats("absmax");
    std::array<std::byte, 32> block{};
    for (std::size_t i = 0; i < absmax.size(); ++i)
        ASSERT_EQ(encode_nf4_block(block.data(), weight_.data() + 64 * i), absmax[i]) << i;
}

TEST_P(GoldenNf4, DoublyQuantisedCodesAreTheReferencesOrNeighbours)
{
    const std::string_view expected = stored("double/absmax_code");
    ASSERT_EQ(ours().absmax_codes.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_LE(std::abs(std::to_integer<int>(ours().absmax_codes[i]) -
                           static_cast<unsigned char>(expected[i])),
                  1)
            << i;
    EXPECT_FLOAT_EQ(ours().offset, reference_->floats("double/offset").front());
}

TEST_P(GoldenNf4, StoredCodesDecodeExactlyToTheReferencesValues)
{
    std::string content(stored("packed"));
    content += stored("double/offset");
    content += stored("double/absmax_scale");
    content += stored("double/absmax_code");
    std::vector<float> values(weight_.size());
    decode_nf4(values, Nf4View(std::as_bytes(std::span(content)), weight_.size()), 0);
    EXPECT_EQ(values, reference_->floats("double/dequantized"));
}

} // namespace
} // namespace longhand::tensor
