// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/number_format.h"

#include "tests/engine/tensor/step_bench.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace longhand::tensor {
namespace {

TEST(NumberFormat, EveryHalfSurvivesTheWayToFloatAndBack)
{
    for (unsigned bits = 0; bits < 0x10000U; ++bits) {
        const float value = float_from_f16(static_cast<std::uint16_t>(bits));
        if (std::isnan(value))
            EXPECT_TRUE(std::isnan(float_from_f16(f16_from_float(value))));
        else
            ASSERT_EQ(f16_from_float(value), bits) << value;
    }
}

TEST(NumberFormat, HalvesRoundToTheNearestAndTiesToEven)
{
    EXPECT_EQ(f16_from_float(1.0F), 0x3C00);
    EXPECT_EQ(f16_from_float(65504.0F), 0x7BFF);
    EXPECT_EQ(f16_from_float(65519.99F), 0x7BFF);
    EXPECT_EQ(f16_from_float(65520.0F), 0x7C00);
    EXPECT_EQ(f16_from_float(-1e30F), 0xFC00);
    EXPECT_EQ(f16_from_float(1.0F + 0x1p-11F), 0x3C00); // a tie: the even neighbour is below
    EXPECT_EQ(f16_from_float(1.0F + 3 * 0x1p-11F), 0x3C02);
    EXPECT_EQ(f16_from_float(0x1p-24F), 0x0001);
    EXPECT_EQ(f16_from_float(0x1p-25F), 0x0000);
    EXPECT_EQ(f16_from_float(0x1.8p-25F), 0x0001);
    EXPECT_EQ(f16_from_float(-0.0F), 0x8000);
}

TEST(NumberFormat, Bfloat16RoundsToTheNearestAndKeepsNaN)
{
    EXPECT_EQ(bf16_from_float(1.0F), 0x3F80);
    EXPECT_EQ(bf16_from_float(1.0F + 0x1p-8F), 0x3F80);
    EXPECT_EQ(bf16_from_float(1.0F + 0x1.8p-8F), 0x3F81);
    EXPECT_EQ(bf16_from_float(1.0F + 3 * 0x1p-8F), 0x3F82);
    EXPECT_TRUE(
        std::isnan(float_from_bf16(bf16_from_float(std::numeric_limits<float>::signaling_NaN()))));
    EXPECT_EQ(float_from_bf16(0x4049), 3.140625F);
}

TEST(NumberFormat, Q8BlocksComeBackWithinHalfAStepAndTheRoundingOfTheScale)
{
    Random random(Seed{11});
    std::vector<float> values(96);
    for (float& value : values)
        value = random.normal();
    const struct {
        DType dtype;
        float step;
    } cases[] = {{DType::q8_0, 1.0F / 127}};
    for (const auto& [dtype, step] : cases) {
        std::vector<std::byte> bytes(3 * traits(dtype).block_bytes);
        std::vector<float> back(values.size());
        quantise(bytes, dtype, values);
        dequantise(back, dtype, bytes);
        for (std::size_t i = 0; i < values.size(); ++i) {
            float largest = 0.0F;
            for (std::size_t k = i / 32 * 32; k < i / 32 * 32 + 32; ++k)
                largest = std::max(largest, std::fabs(values[k]));
            EXPECT_NEAR(back[i], values[i], 0.57F * step * largest) << to_string(dtype) << " " << i;
        }
    }
}

TEST(NumberFormat, ASizeThatDoesNotFitTheBlocksIsRefused)
{
    std::vector<float> values(31);
    std::vector<std::byte> bytes(34);
    EXPECT_THROW(dequantise(values, DType::q8_0, bytes), BrokenInvariant);
    values.resize(64);
    EXPECT_THROW(dequantise(values, DType::q8_0, bytes), BrokenInvariant);
}

TEST(BlockFormat, AnyBytesTakenApartAndPutTogetherAreTheSameBytes)
{
    Random random(Seed{12});
    for (const DType dtype : test::kBlockTypes)
        for (int trial = 0; trial < 50; ++trial) {
            std::vector<std::byte> block(traits(dtype).block_bytes);
            for (std::byte& byte : block)
                byte = static_cast<std::byte>(random.below(256));
            BlockParts parts;
            take_apart(parts, dtype, block.data());
            std::vector<std::byte> again(block.size());
            put_together(again.data(), dtype, parts);
            ASSERT_EQ(again, block) << to_string(dtype);
        }
}

// Root mean square error over the values' own deviation.
double relative_error_of(DType dtype, const std::vector<float>& values)
{
    std::vector<std::byte> bytes(values.size() / traits(dtype).block_values *
                                 traits(dtype).block_bytes);
    std::vector<float> back(values.size());
    quantise(bytes, dtype, values);
    dequantise(back, dtype, bytes);
    double error = 0.0;
    double size = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double difference = static_cast<double>(back[i]) - static_cast<double>(values[i]);
        error += difference * difference;
        size += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    }
    return std::sqrt(error / size);
}

TEST(NumberFormat, GaussianValuesLoseNoMoreThanTheBitsOfTheirTypeAllow)
{
    Random random(Seed{13});
    std::vector<float> values(256 * 64);
    for (float& value : values)
        value = 0.02F * random.normal();
    // What rounding costs a Gaussian source at best (Max 1960, uniform steps): 0.345, 0.194,
    // 0.107, 0.059, 0.032 and 0.0095 of its deviation for 2, 3, 4, 5, 6 and 8 bits. Scales of
    // their own for small groups do better with few bits, whole-number scales a little worse.
    const struct {
        DType dtype;
        double bound;
    } cases[] = {{DType::q2_k, 0.345},  {DType::q3_k, 0.194},   {DType::q4_k, 0.107},
                 {DType::q5_k, 0.059},  {DType::q6_k, 0.032},   {DType::q4_0, 0.107},
                 {DType::q4_1, 0.107},  {DType::q5_0, 0.059},   {DType::q5_1, 0.059},
                 {DType::q8_0, 0.0095}, {DType::iq4_nl, 0.107}, {DType::iq4_xs, 0.107}};
    for (const auto& [dtype, bound] : cases) {
        const double error = relative_error_of(dtype, values);
        EXPECT_LT(error, bound) << to_string(dtype);
        RecordProperty(std::string(to_string(dtype)), std::to_string(error));
    }
}

TEST(NumberFormat, BlocksOfOneValueAreThatValueAndZerosStayZeros)
{
    for (const DType dtype : test::kBlockTypes)
        for (const float value : {0.0F, 0.5F, -3.0F}) {
            const std::vector<float> values(256, value);
            if (value == 0.0F) {
                std::vector<std::byte> bytes(256 / traits(dtype).block_values *
                                             traits(dtype).block_bytes);
                std::vector<float> back(256, 1.0F);
                quantise(bytes, dtype, values);
                dequantise(back, dtype, bytes);
                EXPECT_EQ(back, values) << to_string(dtype);
            } else {
                EXPECT_LT(relative_error_of(dtype, values), 2e-3)
                    << to_string(dtype) << " of " << value;
            }
        }
}

} // namespace
} // namespace longhand::tensor
