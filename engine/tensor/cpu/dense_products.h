// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/kernels/kernels.h"
#include "engine/tensor/cpu/scratch.h"
#include "engine/tensor/cpu/thread_pool.h"

namespace longhand::tensor {

// A matrix of floats read in any order: element (m, k) lies at m * row + k * step.
struct DenseView {
    const float* at = nullptr;
    std::int64_t row = 0;
    std::int64_t step = 0;
};

// Products of training, f32 throughout: c[m][n] += sum_k a[m][k] b[k][n]. Cut into units of c,
// never along the sum, so results do not depend on threads.
class DenseProducts {
public:
    DenseProducts(const Kernels& kernels, ThreadPool& pool) : kernels_(kernels), pool_(pool) {}

    // c [rows, columns], c_row floats a row; b [depth, columns], b_row floats a row.
    void add(float* c, std::int64_t c_row, std::int64_t rows, std::int64_t columns,
             const DenseView& a, const float* b, std::int64_t b_row, std::int64_t depth);
    // b is a matrix of any type, dequantised some rows at a time; c_row = columns.
    void add(float* c, std::int64_t rows, const DenseView& a, const Tensor& b);

    // One unit of `add`, on the calling thread.
    void add_here(const DenseProduct& product) const;
    // A row of a weight, loaded or plain, as numbers.
    static void read_row(std::span<float> values, const Tensor& weight, std::int64_t row);

private:
    const Kernels& kernels_;
    ThreadPool& pool_;
    Scratch rows_; // of b, dequantised
};

} // namespace longhand::tensor
