// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/dtype.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

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

// The values that a run of plain numbers or of GGUF blocks stands for:
//     q4_0: f16 d, 16 bytes of nibbles     value = d * (nibble - 8)
//     q4_1: f16 d, f16 m, 16 bytes         value = d * nibble + m
//     q8_0: f16 d, 32 signed bytes         value = d * byte
// Byte i of a q4 block holds value i in its low and value i + 16 in its high nibble. `bytes` needs
// no alignment; its size is exactly that of values.size() values.
void dequantise(std::span<float> values, DType dtype, std::span<const std::byte> bytes);

// The reverse for the types that caches and tests store: f32, f16, bf16, q4_0, q4_1, q8_0. Blocks
// are rounded to nearest with the scale that just covers the block's range.
void quantise(std::span<std::byte> bytes, DType dtype, std::span<const float> values);

} // namespace longhand::tensor
