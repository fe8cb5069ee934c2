// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/block_format.h"
#include "engine/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace longhand::tensor {

// The values that a run of plain numbers or of GGUF blocks stands for (block_format.h). `bytes`
// needs no alignment; its size is exactly that of values.size() values. nf4: of a whole tensor.
// Any thread.
void dequantise(std::span<float> values, DType dtype, std::span<const std::byte> bytes);

// Row `row` of a matrix of any type that lies plainly in host memory; values has a row's places.
void read_matrix_row(std::span<float> values, const Tensor& matrix, std::int64_t row);

// The reverse of dequantise, for every type but i32: rounded to nearest, blocks with a small squared error
// (quantise_blocks.h).
void quantise(std::span<std::byte> bytes, DType dtype, std::span<const float> values);

} // namespace longhand::tensor
