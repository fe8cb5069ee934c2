// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/dense_products.h"

#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/cpu/packed_weight.h"

#include <algorithm>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kUnitRows = 96;
constexpr std::int64_t kUnitColumns = 256;
constexpr std::int64_t kNarrowUnitColumns = 64; // where there are few rows
constexpr std::int64_t kDepth = 128;            // 64 columns of b, this deep, fit the first cache
constexpr std::int64_t kWeightRows = 256;       // dequantised at once

bool is_plain_f32(const Tensor& weight)
{
    return packed(weight) == nullptr && weight.dtype == DType::f32;
}

} // namespace

void DenseProducts::add_here(const DenseProduct& product) const
{
    for (std::int64_t k = 0; k < product.depth; k += kDepth) {
        DenseProduct part = product;
        part.a += k * product.a_step;
        part.b += k * product.b_row;
        part.depth = std::min(kDepth, product.depth - k);
        kernels_.add_product(part);
    }
}

void DenseProducts::add(float* c, std::int64_t c_row, std::int64_t rows, std::int64_t columns,
                        const DenseView& a, const float* b, std::int64_t b_row, std::int64_t depth)
{
    const std::int64_t width = rows <= kUnitRows ? kNarrowUnitColumns : kUnitColumns;
    const std::int64_t across = (columns + width - 1) / width;
    const std::int64_t down = (rows + kUnitRows - 1) / kUnitRows;
    pool_.for_each(across * down, [&](std::int64_t unit, int) {
        const std::int64_t m = unit / across * kUnitRows;
        const std::int64_t n = unit % across * width;
        add_here({.c = c + m * c_row + n,
                  .c_row = c_row,
                  .a = a.at + m * a.row,
                  .a_row = a.row,
                  .a_step = a.step,
                  .b = b + n,
                  .b_row = b_row,
                  .rows = std::min(kUnitRows, rows - m),
                  .columns = std::min(width, columns - n),
                  .depth = depth});
    });
}

void DenseProducts::add(float* c, std::int64_t rows, const DenseView& a, const Tensor& b)
{
    const std::int64_t depth = b.shape[0];
    const std::int64_t columns = b.shape[1];
    if (is_plain_f32(b)) {
        add(c, columns, rows, columns, a, floats(b), columns, depth);
        return;
    }
    float* values = rows_.floats(std::min(kWeightRows, depth) * columns);
    for (std::int64_t first = 0; first < depth; first += kWeightRows) {
        const std::int64_t count = std::min(kWeightRows, depth - first);
        pool_.for_each(count, [&](std::int64_t row, int) {
            read_row({values + row * columns, static_cast<std::size_t>(columns)}, b, first + row);
        });
        add(c, columns, rows, columns, {a.at + first * a.step, a.row, a.step}, values, columns,
            count);
    }
}

void DenseProducts::read_row(std::span<float> values, const Tensor& weight, std::int64_t row)
{
    if (const PackedWeight* known = packed(weight))
        known->read_row(values, row);
    else
        read_matrix_row(values, weight, row);
}

} // namespace longhand::tensor
