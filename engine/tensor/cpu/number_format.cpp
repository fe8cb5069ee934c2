// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/number_format.h"

#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/quantise_blocks.h"
#include "engine/tensor/nf4.h"

#include <algorithm>
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

void dequantise_q8_0(float* values, const std::byte* block)
{
    const float scale = float_from_f16(read_u16(block));
    for (std::size_t i = 0; i < kBlock; ++i)
        values[i] = scale * static_cast<float>(std::to_integer<std::int8_t>(block[2 + i]));
}

void dequantise_blocks(std::span<float> values, DType dtype, const std::byte* from)
{
    const DTypeTraits& type = traits(dtype);
    const BlockForm& form = form_of(dtype);
    BlockParts parts;
    for (std::size_t i = 0; i < values.size(); i += type.block_values, from += type.block_bytes) {
        take_apart(parts, dtype, from);
        values_of(values.data() + i, form, parts);
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

} // namespace

void dequantise(std::span<float> values, DType dtype, std::span<const std::byte> bytes)
{
    const DTypeTraits& type = traits(dtype);
    ENSURE(dtype != DType::i32);
    if (dtype == DType::nf4)
        return decode_nf4(values, Nf4View(bytes, values.size()), 0);
    ENSURE(values.size() % type.block_values == 0);
    ENSURE(bytes.size() == values.size() / type.block_values * type.block_bytes);
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
    case DType::q8_0: // the cache's type, read again at every step
        for (std::size_t i = 0; i < values.size(); i += kBlock, from += type.block_bytes)
            dequantise_q8_0(values.data() + i, from);
        return;
    default:
        dequantise_blocks(values, dtype, from);
    }
}

void read_matrix_row(std::span<float> values, const Tensor& matrix, std::int64_t row)
{
    ENSURE(static_cast<std::int64_t>(values.size()) == matrix.shape.back());
    if (matrix.dtype != DType::nf4)
        return dequantise(values, matrix.dtype, host_bytes(matrix.rows(row, 1)));
    ENSURE(row >= 0 && row < matrix.shape.rows());
    decode_nf4(values,
               Nf4View(host_bytes(matrix), static_cast<std::uint64_t>(matrix.shape.count())),
               row * matrix.shape.back());
}

void quantise(std::span<std::byte> bytes, DType dtype, std::span<const float> values)
{
    const DTypeTraits& type = traits(dtype);
    ENSURE(dtype != DType::i32);
    if (dtype == DType::nf4)
        return encode_nf4(bytes, values);
    ENSURE(values.size() % type.block_values == 0);
    ENSURE(bytes.size() == values.size() / type.block_values * type.block_bytes);
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
        for (std::size_t i = 0; i < values.size(); i += type.block_values, to += type.block_bytes)
            quantise_block(to, dtype, values.data() + i);
    }
}

} // namespace longhand::tensor
