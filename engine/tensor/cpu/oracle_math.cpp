// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/oracle_math.h"

#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/training.h"

#include <cmath>

namespace longhand::tensor::oracle {

void read_row(std::vector<float>& values, const Tensor& matrix, std::int64_t row)
{
    values.resize(size_of(matrix.shape.back()));
    read_matrix_row(values, matrix, row);
}

double dot(const float* a, const float* b, std::int64_t count)
{
    double sum = 0.0;
    for (std::int64_t i = 0; i < count; ++i)
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

namespace {

// y[rows, out] = scale * x[rows, in] W^T, added to y when `add`.
void product(float* y, const float* x, std::int64_t rows, const Tensor& weight, double scale,
             bool add)
{
    const std::int64_t out = weight.shape[0];
    const std::int64_t in = weight.shape[1];
    std::vector<float> w;
    for (std::int64_t o = 0; o < out; ++o) {
        read_row(w, weight, o);
        for (std::int64_t r = 0; r < rows; ++r) {
            const double before = add ? static_cast<double>(y[r * out + o]) : 0.0;
            y[r * out + o] = static_cast<float>(before + scale * dot(w.data(), x + r * in, in));
        }
    }
}

} // namespace

std::vector<float> dropped(const float* x, std::int64_t rows, std::int64_t columns,
                           const Dropout& dropout)
{
    std::vector<float> kept(x, x + rows * columns);
    const DropoutMask mask(dropout.rate, dropout.seed);
    for (std::int64_t i = 0; dropout.rate > 0.0F && i < rows * columns; ++i)
        kept[size_of(i)] *= mask(i / columns, i % columns);
    return kept;
}

void apply(float* y, const float* x, std::int64_t rows, const Linear& layer)
{
    const std::int64_t out = layer.weight.shape[0];
    product(y, x, rows, layer.weight, 1.0, false);
    if (!layer.bias.empty()) {
        const float* bias = floats(layer.bias);
        for (std::int64_t i = 0; i < rows * out; ++i)
            y[i] += bias[i % out];
    }
    for (const LoraDelta& delta : layer.deltas) {
        std::vector<float> inner(size_of(rows * delta.a.shape[0]));
        const std::vector<float> kept = dropped(x, rows, delta.a.shape[1], delta.dropout);
        product(inner.data(), kept.data(), rows, delta.a, 1.0, false);
        product(y, inner.data(), rows, delta.b, static_cast<double>(delta.scale), true);
    }
}

float activate(float x, Activation activation)
{
    const auto v = static_cast<double>(x);
    if (activation == Activation::silu)
        return static_cast<float>(v / (1.0 + std::exp(-v)));
    if (activation == Activation::gelu)
        return static_cast<float>(0.5 * v * std::erfc(-v / std::sqrt(2.0)));
    constexpr double kRootTwoOverPi = 0.79788456080286535588;
    return static_cast<float>(0.5 * v *
                              (1.0 + std::tanh(kRootTwoOverPi * (v + 0.044715 * v * v * v))));
}

void norm(float* y, const float* x, const float* gain, std::int64_t dim, float eps)
{
    const double mean = dot(x, x, dim) / static_cast<double>(dim);
    const double factor = 1.0 / std::sqrt(mean + static_cast<double>(eps));
    for (std::int64_t i = 0; i < dim; ++i)
        y[i] =
            static_cast<float>(static_cast<double>(x[i]) * static_cast<double>(gain[i]) * factor);
}

void apply(float* y, const float* x, std::int64_t rows, const Head& head)
{
    apply(y, x, rows, head.linear);
    const auto cap = static_cast<double>(head.soft_cap);
    for (std::int64_t i = 0; cap > 0.0 && i < rows * head.linear.weight.shape[0]; ++i)
        y[i] = static_cast<float>(cap * std::tanh(static_cast<double>(y[i]) / cap));
}

void rotate(float* head, const RopeTable& rope, std::int64_t position, double sign)
{
    const std::int64_t half = rope.rotary_dim / 2;
    if (half == 0) // such a table has no angles
        return;
    const float* cosines = floats(rope.cos) + position * half;
    const float* sines = floats(rope.sin) + position * half;
    for (std::int64_t i = 0; i < half; ++i) {
        float& low = head[rope.interleaved ? 2 * i : i];
        float& high = head[rope.interleaved ? 2 * i + 1 : i + half];
        const auto a = static_cast<double>(low);
        const auto b = static_cast<double>(high);
        const auto c = static_cast<double>(cosines[i]);
        const auto s = sign * static_cast<double>(sines[i]);
        low = static_cast<float>(a * c - b * s);
        high = static_cast<float>(b * c + a * s);
    }
}

} // namespace longhand::tensor::oracle
