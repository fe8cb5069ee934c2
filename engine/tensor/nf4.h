// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace longhand::tensor {

// NF4 with double quantisation (Dettmers et al. 2023, QLoRA, section 3): the type of frozen
// weights during training. The values of a tensor, row by row, form blocks of 64, however many of
// them make a row (rows are whole blocks here). A block has its largest size, `absmax`, and a 4-bit
// code for each value:
//     value = kNf4Levels[code] * absmax
// The codes are quantiles of a normal distribution; the nearest one is chosen, the lower of two
// equally near. absmax is quantised once more, in groups of 256 blocks:
//     absmax = nf4_absmax_levels()[absmax_code] * scale[group] + offset
// where offset is the mean of all absmax of the tensor and scale the largest distance from it in
// the group. 4.127 bits a value in a large tensor.
//
// Bytes of a tensor of B blocks in G = ceil(B / 256) groups, little-endian, one after another:
//     u8  codes[32 B]       two a byte, the first value in the high nibble
//     f32 offset
//     f32 scale[G]
//     u8  absmax_code[B]
// Codes of a block start on 32 bytes where the tensor does. A tensor has facts of its whole, so
// part of its rows is no tensor (Tensor::rows). A backend may rearrange it; a reader of one row
// needs codes and absmax codes of its blocks, and scale[block / 256].
constexpr std::int64_t kNf4Block = 64;
constexpr std::int64_t kNf4Group = 256; // blocks
constexpr std::array<float, 16> kNf4Levels = {-1.0F,
                                              -0.6961928009986877F,
                                              -0.5250730514526367F,
                                              -0.39491748809814453F,
                                              -0.28444138169288635F,
                                              -0.18477343022823334F,
                                              -0.09105003625154495F,
                                              0.0F,
                                              0.07958029955625534F,
                                              0.16093020141124725F,
                                              0.24611230194568634F,
                                              0.33791524171829224F,
                                              0.44070982933044434F,
                                              0.5626170039176941F,
                                              0.7229568362236023F,
                                              1.0F};

// Bytes of so many values, a multiple of 64.
std::uint64_t nf4_bytes(std::uint64_t values);

// The 256 levels of absmax codes, ascending: with both signs, for i = 0 .. 6 the middles of 2^i
// equal parts of [0.1, 1] times 10^(i - 6), and 0 and 1. In float arithmetic, as the format's
// authors have them.
const std::array<float, 256>& nf4_absmax_levels();

// Code of a value over its block's absmax.
std::uint8_t nf4_code(float share);

// The parts of a tensor's bytes, borrowed.
struct Nf4View {
    Nf4View(std::span<const std::byte> bytes, std::uint64_t values); // ENSUREs the size

    [[nodiscard]] float absmax(std::int64_t block) const;
    [[nodiscard]] std::uint8_t code(std::int64_t value) const
    {
        const auto pair = std::to_integer<unsigned>(codes[static_cast<std::size_t>(value / 2)]);
        return static_cast<std::uint8_t>(value % 2 == 0 ? pair >> 4U : pair & 15U);
    }

    std::span<const std::byte> codes;
    std::span<const std::byte> absmax_codes;
    std::span<const std::byte> scales; // f32, perhaps unaligned
    float offset = 0.0F;
};

// The 32 bytes of codes of 64 values; returns their absmax.
float encode_nf4_block(std::byte* codes, const float* values);
// A whole tensor; `bytes` has nf4_bytes(values.size()). Values that are not finite count as 0.
void encode_nf4(std::span<std::byte> bytes, std::span<const float> values);
// Values [first, first + values.size()) of a tensor, both multiples of 64.
void decode_nf4(std::span<float> values, const Nf4View& tensor, std::int64_t first);

} // namespace longhand::tensor
