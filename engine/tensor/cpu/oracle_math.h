// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <vector>

// What the oracle's steps share, as plain as a definition, sums in f64.
namespace longhand::tensor::oracle {

inline std::size_t size_of(std::int64_t n)
{
    return static_cast<std::size_t>(n);
}

// Row `row` of a matrix of any type, as f32.
void read_row(std::vector<float>& values, const Tensor& matrix, std::int64_t row);
double dot(const float* a, const float* b, std::int64_t count);
// x [rows, columns] as a delta sees it.
std::vector<float> dropped(const float* x, std::int64_t rows, std::int64_t columns,
                           const Dropout& dropout);
// y [rows, out] = layer(x [rows, in]).
void apply(float* y, const float* x, std::int64_t rows, const Linear& layer);
void apply(float* y, const float* x, std::int64_t rows, const Head& head);
float activate(float x, Activation activation);
// y = x * gain / sqrt(mean(x^2) + eps). May alias.
void norm(float* y, const float* x, const float* gain, std::int64_t dim, float eps);
// One head; sign -1 turns it back.
void rotate(float* head, const RopeTable& rope, std::int64_t position, double sign = 1.0);

} // namespace longhand::tensor::oracle
