// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/block_format.h"

#include <cmath>

namespace longhand::tensor {
namespace {

constexpr BlockForm with_f16_scale(int bits, int zero, bool has_minimum = false)
{
    return {.values = 32, .group = 32, .bits = bits, .zero = zero, .has_minimum = has_minimum};
}

// What the index of a block type means, from q4_0 on.
constexpr std::array<BlockForm, 12> kForms = {
    with_f16_scale(4, 8),
    with_f16_scale(4, 0, true),
    with_f16_scale(5, 16),
    with_f16_scale(5, 0, true),
    with_f16_scale(8, 128),
    {.values = 32, .group = 32, .bits = 4, .has_table = true},
    {.values = 256,
     .group = 16,
     .bits = 2,
     .has_minimum = true,
     .largest_scale = 15,
     .largest_minimum = 15},
    {.values = 256, .group = 16, .bits = 3, .zero = 4, .least_scale = -32, .largest_scale = 31},
    {.values = 256,
     .group = 32,
     .bits = 4,
     .has_minimum = true,
     .largest_scale = 63,
     .largest_minimum = 63},
    {.values = 256,
     .group = 32,
     .bits = 5,
     .has_minimum = true,
     .largest_scale = 63,
     .largest_minimum = 63},
    {.values = 256, .group = 16, .bits = 6, .zero = 32, .least_scale = -128, .largest_scale = 127},
    {.values = 256,
     .group = 32,
     .bits = 4,
     .has_table = true,
     .least_scale = -32,
     .largest_scale = 31},
};

} // namespace

const BlockForm& form_of(DType dtype)
{
    ENSURE(dtype >= DType::q4_0 && dtype <= DType::iq4_xs);
    return kForms[static_cast<std::size_t>(dtype) - static_cast<std::size_t>(DType::q4_0)];
}

float BlockForm::weight(std::uint8_t code) const
{
    return static_cast<float>(has_table ? int{kUnevenCodes[code]} : int{code} - zero);
}

float BlockParts::scale(const BlockForm& form, int group) const
{
    const float d = float_from_f16(unit);
    return form.is_super() ? d * static_cast<float>(scales[static_cast<std::size_t>(group)]) : d;
}

float BlockParts::minimum(const BlockForm& form, int group) const
{
    if (!form.has_minimum)
        return 0.0F;
    const float m = float_from_f16(minimum_unit);
    return form.is_super() ? -(m * static_cast<float>(minima[static_cast<std::size_t>(group)])) : m;
}

void values_of(float* values, const BlockForm& form, const BlockParts& parts)
{
    for (int group = 0; group < form.groups(); ++group) {
        const float scale = parts.scale(form, group);
        const float minimum = parts.minimum(form, group);
        for (int i = group * form.group; i < (group + 1) * form.group; ++i) {
            const float product = scale * form.weight(parts.codes[static_cast<std::size_t>(i)]);
            values[i] = form.has_minimum ? product + minimum : product;
        }
    }
}

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

} // namespace longhand::tensor
