// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/number_format.h"

#include "engine/base/random.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <fstream>
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

TEST(NumberFormat, BlocksComeBackWithinHalfAStepAndTheRoundingOfTheScale)
{
    Random random(Seed{11});
    std::vector<float> values(96);
    for (float& value : values)
        value = random.normal();
    const struct {
        DType dtype;
        float step;
    } cases[] = {{DType::q8_0, 1.0F / 127}, {DType::q4_0, 1.0F / 7}, {DType::q4_1, 2.0F / 15}};
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

// Bytes and values of random blocks made by the gguf package of the format's authors.
class GoldenBlocks : public ::testing::TestWithParam<DType> {};

TEST_P(GoldenBlocks, StandForTheValuesOfTheReference)
{
    const auto path = test::file_from("LONGHAND_GOLDEN", "gguf-blocks/expected.safetensors");
    if (!path)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    std::ifstream in(*path, std::ios::binary);
    std::uint64_t header_bytes = 0;
    in.read(reinterpret_cast<char*>(&header_bytes), sizeof(header_bytes));
    std::string header(header_bytes, '\0');
    in.read(header.data(), static_cast<std::streamsize>(header_bytes));
    const auto entries = nlohmann::json::parse(header);
    const auto read = [&](const std::string& name, auto& into) {
        const auto offsets = entries.at(name).at("data_offsets");
        const auto begin = offsets[0].get<std::size_t>();
        const auto bytes = offsets[1].get<std::size_t>() - begin;
        into.resize(bytes / sizeof(into[0]));
        in.seekg(static_cast<std::streamoff>(8 + header_bytes + begin));
        in.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(bytes));
    };
    std::string name(to_string(GetParam()));
    name[0] = 'Q';
    std::vector<std::byte> bytes;
    std::vector<float> expected;
    read(name + "/bytes", bytes);
    read(name + "/values", expected);
    ASSERT_EQ(expected.size(), 8U * 384U);
    std::vector<float> values(expected.size());
    dequantise(values, GetParam(), bytes);
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_FLOAT_EQ(values[i], expected[i]) << i;
}

INSTANTIATE_TEST_SUITE_P(Types, GoldenBlocks,
                         ::testing::Values(DType::q4_0, DType::q4_1, DType::q8_0),
                         [](const auto& type) { return std::string(to_string(type.param)); });

} // namespace
} // namespace longhand::tensor
