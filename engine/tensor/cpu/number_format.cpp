// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/number_format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace longhand::tensor {
namespace {

constexpr std::size_t kBlock = 32;

std::uint16_t read_u16(const std::byte* from)
{
    std::uint16_t bits = 0;
    std::memcpy(&bits, from, sizeof(bits));
    return bits;
}

void write_u16(std::byte* to, std::uint16_t bits)
{
    std::memcpy(to, &bits, sizeof(bits));
}

void dequantise_block(float* values, DType dtype, const std::byte* block)
{
    const float scale = float_from_f16(read_u16(block));
    if (dtype == DType::q8_0) {
        for (std::size_t i = 0; i < kBlock; ++i)
            values[i] = scale * static_cast<float>(std::to_integer<std::int8_t>(block[2 + i]));
        return;
    }
    const bool with_minimum = dtype == DType::q4_1;
    const float minimum = with_minimum ? float_from_f16(read_u16(block + 2)) : -8.0F * scale;
    const std::byte* nibbles = block + (with_minimum ? 4 : 2);
    for (std::size_t i = 0; i < kBlock / 2; ++i) {
        const auto pair = std::to_integer<unsigned>(nibbles[i]);
        values[i] = scale * static_cast<float>(pair & 15U) + minimum;
        values[i + kBlock / 2] = scale * static_cast<float>(pair >> 4U) + minimum;
    }
}

void quantise_q8_0(std::byte* block, const float* values)
{
    float largest = 0.0F;
    for (std::size_t i = 0; i < kBlock; ++i)
        largest = std::max(largest, std::fabs(values[i]));
    const std::uint16_t scale_bits = f16_from_float(largest / 127.0F);
    const float inverse = largest == 0.0F ? 0.0F : 127.0F / largest;
    write_u16(block, scale_bits);
    for (std::size_t i = 0; i < kBlock; ++i)
        block[2 + i] = static_cast<std::byte>(std::lrint(values[i] * inverse));
}

void quantise_q4(std::byte* block, bool with_minimum, const float* values)
{
    const auto [low, high] = std::minmax_element(values, values + kBlock);
    const float reach = std::max(-*low / 8.0F, *high / 7.0F); // of a symmetric block
    const float scale = with_minimum ? (*high - *low) / 15.0F : reach;
    const float minimum = with_minimum ? *low : -8.0F * scale;
    const float inverse = scale > 0.0F ? 1.0F / scale : 0.0F;
    write_u16(block, f16_from_float(scale));
    if (with_minimum)
        write_u16(block + 2, f16_from_float(minimum));
    const auto code = [&](float value) {
        const long nearest = std::lrint((value - minimum) * inverse);
        return static_cast<unsigned>(std::clamp(nearest, 0L, 15L));
    };
    std::byte* nibbles = block + (with_minimum ? 4 : 2);
    for (std::size_t i = 0; i < kBlock / 2; ++i)
        nibbles[i] = static_cast<std::byte>(code(values[i]) | code(values[i + kBlock / 2]) << 4U);
}

} // namespace

float float_from_f16(std::uint16_t bits)
{
    const std::uint32_t sign = (bits & 0x8000U) << 16U;
    const std::uint32_t exponent = (bits >> 10U) & 31U;
    const std::uint32_t fraction = bits & 0x3FFU;
    if (exponent == 31)
        return std::bit_cast<float>(sign | 0x7F800000U | fraction << 13U);
    if (exponent == 0) {
        const float magnitude = static_cast<float>(fraction) * 0x1p-24F;
        return sign != 0 ? -magnitude : magnitude;
    }
    return std::bit_cast<float>(sign | (exponent + 112U) << 23U | fraction << 13U);
}

std::uint16_t f16_from_float(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16U) & 0x8000U);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    if (magnitude > 0x7F800000U)
        return static_cast<std::uint16_t>(sign | 0x7E00U);
    if (magnitude >= 0x477FF000U) // 65520 and above round to infinity
        return static_cast<std::uint16_t>(sign | 0x7C00U);
    if (magnitude < 0x38800000U) { // below 2^-14: a multiple of 2^-24
        const float scaled = std::bit_cast<float>(magnitude) * 0x1p24F;
        return static_cast<std::uint16_t>(sign | static_cast<unsigned>(std::lrint(scaled)));
    }
    const std::uint32_t odd = (magnitude >> 13U) & 1U;
    const std::uint32_t rounded = magnitude + 0xFFFU + odd - (112U << 23U);
    return static_cast<std::uint16_t>(sign | (rounded >> 13U));
}

std::uint16_t bf16_from_float(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7FFFFFFFU) > 0x7F800000U)
        return static_cast<std::uint16_t>((bits >> 16U) | 0x40U);
    return static_cast<std::uint16_t>((bits + 0x7FFFU + ((bits >> 16U) & 1U)) >> 16U);
}

void dequantise(std::span<float> values, DType dtype, std::span<const std::byte> bytes)
{
    const DTypeTraits& type = traits(dtype);
    ENSURE(values.size() % type.block_values == 0);
    ENSURE(bytes.size() == values.size() / type.block_values * type.block_bytes);
    ENSURE(dtype != DType::i32);
    const std::byte* from = bytes.data();
    switch (dtype) {
    case DType::f32:
        if (!values.empty())
            std::memcpy(values.data(), from, bytes.size());
        return;
    case DType::f16:
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = float_from_f16(read_u16(from + 2 * i));
        return;
    case DType::bf16:
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = float_from_bf16(read_u16(from + 2 * i));
        return;
    default:
        for (std::size_t i = 0; i < values.size(); i += kBlock, from += type.block_bytes)
            dequantise_block(values.data() + i, dtype, from);
    }
}

void quantise(std::span<std::byte> bytes, DType dtype, std::span<const float> values)
{
    const DTypeTraits& type = traits(dtype);
    ENSURE(values.size() % type.block_values == 0);
    ENSURE(bytes.size() == values.size() / type.block_values * type.block_bytes);
    ENSURE(dtype != DType::i32);
    std::byte* to = bytes.data();
    switch (dtype) {
    case DType::f32:
        if (!values.empty())
            std::memcpy(to, values.data(), bytes.size());
        return;
    case DType::f16:
        for (std::size_t i = 0; i < values.size(); ++i)
            write_u16(to + 2 * i, f16_from_float(values[i]));
        return;
    case DType::bf16:
        for (std::size_t i = 0; i < values.size(); ++i)
            write_u16(to + 2 * i, bf16_from_float(values[i]));
        return;
    case DType::q8_0:
        for (std::size_t i = 0; i < values.size(); i += kBlock, to += type.block_bytes)
            quantise_q8_0(to, values.data() + i);
        return;
    default:
        for (std::size_t i = 0; i < values.size(); i += kBlock, to += type.block_bytes)
            quantise_q4(to, dtype == DType::q4_1, values.data() + i);
    }
}

} // namespace longhand::tensor
