// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/nf4.h"

#include "engine/base/random.h"
#include "engine/tensor/shape.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace longhand::tensor {
namespace {

std::vector<float> gaussian(std::size_t count, float deviation)
{
    Random random(Seed{21});
    std::vector<float> values(count);
    for (float& value : values)
        value = deviation * random.normal();
    return values;
}

struct Encoded {
    std::vector<std::byte> bytes;
    std::uint64_t count = 0;
    [[nodiscard]] Nf4View view() const { return {bytes, count}; }
    [[nodiscard]] std::vector<float> values() const
    {
        std::vector<float> decoded(count);
        decode_nf4(decoded, view(), 0);
        return decoded;
    }
};

Encoded encode(const std::vector<float>& values)
{
    Encoded encoded{std::vector<std::byte>(nf4_bytes(values.size())), values.size()};
    encode_nf4(encoded.bytes, values);
    return encoded;
}

float absmax_of(const std::vector<float>& values, std::size_t block)
{
    float largest = 0.0F;
    for (std::size_t i = block * 64; i < block * 64 + 64; ++i)
        largest = std::max(largest, std::fabs(values[i]));
    return largest;
}

TEST(Nf4, ALevelTimesAnyAbsmaxIsEncodedAsThatLevel)
{
    for (const float absmax : {1e-6F, 0.03F, 1.0F, 700.0F}) {
        std::vector<float> values(64);
        for (std::size_t i = 0; i < 64; ++i)
            values[i] = kNf4Levels[i % 16] * absmax;
        const Encoded encoded = encode(values);
        for (std::int64_t i = 0; i < 64; ++i)
            EXPECT_EQ(encoded.view().code(i), i % 16);
        EXPECT_EQ(encoded.view().absmax(0), absmax); // alone it is the mean
        EXPECT_EQ(encoded.values(), values);
    }
}

TEST(Nf4, AValueJustBeyondTheMiddleOfTwoLevelsTakesTheUpperCode)
{
    // Published middles; a value on one takes the lower code.
    const std::pair<float, std::uint8_t> middles[] = {
        {-0.8480964F, 0}, {-0.0455250181F, 6}, {0.03979014977F, 7}, {0.8614784F, 14}};
    for (const auto& [middle, lower] : middles) {
        EXPECT_EQ(nf4_code(middle - 1e-6F), lower);
        EXPECT_EQ(nf4_code(middle + 1e-6F), lower + 1);
    }
    for (std::size_t i = 1; i < 16; ++i) {
        const float middle = (kNf4Levels[i - 1] + kNf4Levels[i]) / 2.0F;
        EXPECT_EQ(nf4_code(middle - 1e-6F), i - 1);
        EXPECT_EQ(nf4_code(middle + 1e-6F), i);
    }
    EXPECT_EQ(nf4_code(-0.0F), 7);
    EXPECT_EQ(nf4_code(0.0F), 7);
}

TEST(Nf4, ABlockOfZerosStaysZeroAndASingleOutlierKeepsItsSize)
{
    std::vector<float> values(192, 0.0F);
    values[70] = -5.0F;
    values[130] = 0.25F;
    const std::vector<float> back = encode(values).values();
    for (std::size_t i = 0; i < values.size(); ++i)
        EXPECT_NEAR(back[i], values[i], values[i] == 0.0F ? 0.0F : 0.01F * 5.0F) << i;
}

TEST(Nf4, NumbersThatAreNotFiniteCountAsZero)
{
    std::vector<float> values(64, 0.5F);
    values[3] = INFINITY;
    values[4] = NAN;
    const std::vector<float> back = encode(values).values();
    EXPECT_EQ(back[0], 0.5F);
    EXPECT_EQ(back[3], 0.0F);
    EXPECT_EQ(back[4], 0.0F);
}

TEST(Nf4, GaussianWeightsLoseWhatTheFormatIsKnownToLose)
{
    const auto values = gaussian(64 * 4096, 0.02F);
    const Encoded encoded = encode(values);
    double squares = 0.0;
    double absolute = 0.0;
    double size = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        // With the absmax itself, as the published figures are.
        const double value =
            static_cast<double>(kNf4Levels[encoded.view().code(static_cast<std::int64_t>(i))] *
                                absmax_of(values, i / 64));
        const double error = value - static_cast<double>(values[i]);
        squares += error * error;
        absolute += std::fabs(error);
        size += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    }
    EXPECT_NEAR(std::sqrt(squares / size), 0.092, 0.002);
    EXPECT_NEAR(absolute / static_cast<double>(values.size()) / 0.02, 0.073, 0.001);
}

TEST(Nf4, DoubleQuantisationMovesNearlyEveryAbsmaxByLessThanAHundredthOfTheirSpread)
{
    const auto values = gaussian(64 * 4096, 0.02F);
    const Encoded encoded = encode(values);
    std::vector<float> absmax;
    for (std::size_t block = 0; block < 4096; ++block)
        absmax.push_back(absmax_of(values, block));
    const auto [low, high] = std::minmax_element(absmax.begin(), absmax.end());
    std::size_t within = 0;
    for (std::size_t block = 0; block < 4096; ++block)
        within += std::fabs(encoded.view().absmax(static_cast<std::int64_t>(block)) -
                            absmax[block]) <= 0.01F * (*high - *low);
    EXPECT_GE(within, 4096U * 99 / 100);
}

TEST(Nf4, AbsmaxLevelsEndWherePublishedAndGrow)
{
    const auto& levels = nf4_absmax_levels();
    EXPECT_FLOAT_EQ(levels[0], -0.99296875F);
    EXPECT_FLOAT_EQ(levels[1], -0.97890625F);
    EXPECT_FLOAT_EQ(levels[126], -5.5e-7F);
    EXPECT_EQ(levels[127], 0.0F);
    EXPECT_FLOAT_EQ(levels[128], 5.5e-7F);
    EXPECT_FLOAT_EQ(levels[254], 0.99296875F);
    EXPECT_EQ(levels[255], 1.0F);
    for (std::size_t i = 1; i < levels.size(); ++i)
        EXPECT_LT(levels[i - 1], levels[i]);
}

TEST(Nf4, LargeTensorsTake4127ThousandthsOfABitAValueAndASevenBillionModelFitsIn334GB)
{
    const Shape large{4096, 4096};
    const double bits = 8.0 * static_cast<double>(byte_size(large, DType::nf4).value()) /
                        static_cast<double>(large.count());
    EXPECT_NEAR(bits, 4.127, 0.001);
    // Llama-2-7B: 32 layers of q, k, v, o and of gate, up, down.
    const auto bytes = [](std::int64_t out, std::int64_t in) {
        return byte_size(Shape{out, in}, DType::nf4).value();
    };
    const std::uint64_t layer = 4 * bytes(4096, 4096) + 2 * bytes(11008, 4096) + bytes(4096, 11008);
    EXPECT_NEAR(static_cast<double>(32 * layer), 3.34e9, 0.01 * 3.34e9);
}

TEST(Nf4, RowsOfHalfABlockAndBytesThatDoNotFitAreRefused)
{
    EXPECT_FALSE(byte_size(Shape{2, 96}, DType::nf4).ok());
    std::vector<std::byte> bytes(nf4_bytes(128) - 1);
    EXPECT_THROW(Nf4View(bytes, 128), BrokenInvariant);
}

} // namespace
} // namespace longhand::tensor
