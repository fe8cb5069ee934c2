// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/dtype.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace longhand::tensor {

// IEEE 754 binary16, and bfloat16: the upper half of a float. Rounding is to nearest, ties to even;
// infinities and NaN survive. Any thread.
float float_from_f16(std::uint16_t bits);
std::uint16_t f16_from_float(float value);
inline float float_from_bf16(std::uint16_t bits)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
}
std::uint16_t bf16_from_float(float value);

// Every block type of GGUF is one rule with other numbers: a value is a code of a few bits, and
// each `group` of codes has a scale and perhaps a minimum,
//     value = scale * weight(code) + minimum,  weight(code) = code - zero, or table[code].
// In blocks of 32 one scale (and minimum) stands as f16 for all. In blocks of 256 an f16 unit `d`
// (and `dmin`) stands for the block and whole numbers for the groups:
//     scale = d * scales[group],  minimum = -dmin * minima[group].
//
//     type     values group bits zero  minimum  scales           minima     bits a value
//     q4_0       32    32    4    8    no       -                -           4.5
//     q4_1       32    32    4    -    f16      -                -           5
//     q5_0       32    32    5    16   no       -                -           5.5
//     q5_1       32    32    5    -    f16      -                -           6
//     q8_0       32    32    8    128  no       -                -           8.5
//     iq4_nl     32    32    4    table no      -                -           4.5
//     q2_k      256    16    2    -    yes      0 .. 15          0 .. 15     2.625
//     q3_k      256    16    3    4    no       -32 .. 31        -           3.4375
//     q4_k      256    32    4    -    yes      0 .. 63          0 .. 63     4.5
//     q5_k      256    32    5    -    yes      0 .. 63          0 .. 63     5.5
//     q6_k      256    16    6    32   no       -128 .. 127      -           6.5625
//     iq4_xs    256    32    4    table no      -32 .. 31        -           4.25
struct BlockForm {
    int values = 0;
    int group = 0; // values that share a scale
    int bits = 0;  // of a code
    int zero = 0;  // the code that stands for 0; 0 where a minimum does
    bool has_minimum = false;
    bool has_table = false;
    int least_scale = 0; // of the whole numbers; both 0: the scale is the f16 itself
    int largest_scale = 0;
    int largest_minimum = 0;
    [[nodiscard]] bool is_super() const { return largest_scale != 0; }
    [[nodiscard]] int groups() const { return values / group; }
    [[nodiscard]] float weight(std::uint8_t code) const;
};

const BlockForm& form_of(DType dtype); // ENSUREs a block type

// What iq4 codes stand for ("non-linear": closer together around 0).
constexpr std::array<std::int8_t, 16> kUnevenCodes = {-127, -104, -83, -65, -49, -35, -22, -10,
                                                      1,    13,   25,  38,  53,  69,  89,  113};

constexpr std::size_t kMostBlockValues = 256;
constexpr std::size_t kMostBlockGroups = 16;

// A block taken apart. Codes stand in the order of the values.
struct BlockParts {
    std::uint16_t unit = 0;         // f16: d
    std::uint16_t minimum_unit = 0; // f16: m of q4_1 and q5_1, else dmin
    std::array<std::int16_t, kMostBlockGroups> scales{};
    std::array<std::uint8_t, kMostBlockGroups> minima{};
    std::array<std::uint8_t, kMostBlockValues> codes{};

    [[nodiscard]] float scale(const BlockForm& form, int group) const;
    [[nodiscard]] float minimum(const BlockForm& form, int group) const;
};

// `block` has traits(dtype).block_bytes bytes, of any alignment. put_together is the inverse of
// take_apart, for every pattern of bytes.
void take_apart(BlockParts& parts, DType dtype, const std::byte* block);
void put_together(std::byte* block, DType dtype, const BlockParts& parts);

// The values of one block.
void values_of(float* values, const BlockForm& form, const BlockParts& parts);

} // namespace longhand::tensor
