// SPDX-License-Identifier: GPL-3.0-or-later
// Linears of training, forward and backward, with their deltas.
#include "engine/tensor/cpu/cpu_training.h"
#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/step_checks.h"
#include "engine/tensor/cpu/training_checks.h"

#include <algorithm>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kPartOutputs = 64; // of a weight, dequantised and transposed by one unit
constexpr std::int64_t kPartRows = 512;

// to[columns][rows] = factor * matrix[rows][columns]
void transpose(float* to, const Tensor& matrix, std::int64_t first, std::int64_t count,
               std::int64_t to_row, float factor, float* row)
{
    const std::int64_t columns = matrix.shape[1];
    for (std::int64_t i = 0; i < count; ++i) {
        DenseProducts::read_row({row, static_cast<std::size_t>(columns)}, matrix, first + i);
        for (std::int64_t k = 0; k < columns; ++k)
            to[k * to_row + i] = factor * row[k];
    }
}

} // namespace

void CpuTraining::linear(std::span<const Tensor> outs, const Tensor& in,
                         std::span<const Linear> layers)
{
    check_linear(outs, in, layers);
    const std::int64_t rows = in.shape.rows();
    const std::int64_t depth = in.shape.back();
    const std::int64_t room = depth * (kPartOutputs + 1);
    (void)transposed_.floats(pool_.threads() * room);
    std::vector<std::int64_t> ends; // of each layer's parts
    std::int64_t parts = 0;
    for (const Linear& layer : layers)
        ends.push_back(parts += (layer.weight.shape[0] + kPartOutputs - 1) / kPartOutputs);
    const std::int64_t down = (rows + kPartRows - 1) / kPartRows;
    pool_.for_each(parts * down, [&](std::int64_t unit, int thread) {
        const std::int64_t part = unit % parts;
        const auto index = static_cast<std::size_t>(
            std::upper_bound(ends.begin(), ends.end(), part) - ends.begin());
        const Linear& layer = layers[index];
        const std::int64_t out = layer.weight.shape[0];
        const std::int64_t first = (part - (index == 0 ? 0 : ends[index - 1])) * kPartOutputs;
        const std::int64_t count = std::min(kPartOutputs, out - first);
        const std::int64_t row = unit / parts * kPartRows;
        const std::int64_t here = std::min(kPartRows, rows - row);
        float* columns = transposed_.floats(0) + thread * room;
        transpose(columns, layer.weight, first, count, kPartOutputs, 1.0F,
                  columns + depth * kPartOutputs);
        float* y = writable_floats(outs[index]) + row * out + first;
        for (std::int64_t r = 0; r < here; ++r)
            if (layer.bias.empty())
                std::fill_n(y + r * out, count, 0.0F);
            else
                std::copy_n(floats(layer.bias) + first, count, y + r * out);
        products_.add_here({.c = y,
                            .c_row = out,
                            .a = floats(in) + row * depth,
                            .a_row = depth,
                            .a_step = 1,
                            .b = columns,
                            .b_row = kPartOutputs,
                            .rows = here,
                            .columns = count,
                            .depth = depth});
    });
    for (std::size_t i = 0; i < layers.size(); ++i)
        for (const LoraDelta& delta : layers[i].deltas)
            add_delta(writable_floats(outs[i]), in, delta);
}

const float* CpuTraining::drop(const Tensor& in, const Dropout& dropout)
{
    if (dropout.rate <= 0.0F)
        return floats(in);
    const std::int64_t depth = in.shape.back();
    const float* from = floats(in);
    float* kept = kept_.floats(in.shape.count());
    const DropoutMask mask(dropout.rate, dropout.seed);
    pool_.for_each(in.shape.rows(), [&](std::int64_t row, int) {
        for (std::int64_t i = 0; i < depth; ++i)
            kept[row * depth + i] = from[row * depth + i] * mask(row, i);
    });
    return kept;
}

void CpuTraining::project(float* z, const float* x, std::int64_t rows, const LoraDelta& delta)
{
    const std::int64_t rank = delta.a.shape[0];
    const std::int64_t depth = delta.a.shape[1];
    float* a = transposed_.floats(depth * (rank + 1));
    transpose(a, delta.a, 0, rank, rank, delta.scale, a + depth * rank);
    std::fill_n(z, rows * rank, 0.0F);
    products_.add(z, rank, rows, rank, {x, depth, 1}, a, rank, depth);
}

void CpuTraining::add_delta(float* out, const Tensor& in, const LoraDelta& delta)
{
    const std::int64_t rows = in.shape.rows();
    const std::int64_t rank = delta.a.shape[0];
    const std::int64_t width = delta.b.shape[0];
    float* z = inner_.floats(rows * rank);
    project(z, drop(in, delta.dropout), rows, delta);
    float* b = transposed_.floats(rank * (width + 1));
    transpose(b, delta.b, 0, width, width, 1.0F, b + rank * width);
    products_.add(out, width, rows, width, {z, rank, 1}, b, width, rank);
}

void CpuTraining::linear_backward(const Tensor& din, std::span<const LinearGradient> gradients,
                                  std::span<const Tensor> douts, const Tensor& in,
                                  std::span<const Linear> layers)
{
    check_linear_backward(din, gradients, douts, in, layers);
    const std::int64_t rows = in.shape.rows();
    const std::int64_t depth = in.shape.back();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Linear& layer = layers[i];
        const std::int64_t out = layer.weight.shape[0];
        const float* dy = floats(douts[i]);
        if (!din.empty())
            products_.add(writable_floats(din), rows, {dy, out, 1}, layer.weight);
        if (!gradients[i].weight.empty())
            products_.add(writable_floats(gradients[i].weight), depth, out, depth, {dy, 1, out},
                          floats(in), depth, rows);
        if (!gradients[i].bias.empty())
            bias_backward(gradients[i].bias, douts[i]);
        for (const LoraDelta& delta : layer.deltas)
            delta_backward(din, gradients[i], douts[i], in, delta, &delta == &layer.deltas.back());
    }
}

void CpuTraining::bias_backward(const Tensor& dbias, const Tensor& dout)
{
    float* sums = writable_floats(dbias);
    const std::int64_t out = dout.shape.back();
    for (std::int64_t row = 0; row < dout.shape.rows(); ++row)
        kernels_.add_scaled(sums, floats(dout) + row * out, 1.0F, out);
}

// With z = scale * A drop(x), dz = scale * dy B:  dB += dy^T z, dA += dz^T drop(x), dx += drop(dz
// A).
void CpuTraining::delta_backward(const Tensor& din, const LinearGradient& gradient,
                                 const Tensor& dout, const Tensor& in, const LoraDelta& delta,
                                 bool trainable)
{
    const std::int64_t rows = in.shape.rows();
    const std::int64_t depth = in.shape.back();
    const std::int64_t out = dout.shape.back();
    const std::int64_t rank = delta.a.shape[0];
    const bool wants_a = trainable && !gradient.a.empty();
    const bool wants_b = trainable && !gradient.b.empty();
    if (din.empty() && !wants_a && !wants_b)
        return;
    const float* dy = floats(dout);
    float* z = inner_.floats(2 * rows * rank);
    float* dz = z + rows * rank;
    std::fill_n(dz, rows * rank, 0.0F);
    products_.add(dz, rows, {dy, out, 1}, delta.b);
    pool_.for_each(rows, [&](std::int64_t row, int) {
        for (std::int64_t i = row * rank; i < (row + 1) * rank; ++i)
            dz[i] *= delta.scale;
    });
    if (wants_a || wants_b) {
        const float* x = drop(in, delta.dropout);
        if (wants_b) {
            project(z, x, rows, delta);
            products_.add(writable_floats(gradient.b), rank, out, rank, {dy, 1, out}, z, rank,
                          rows);
        }
        if (wants_a)
            products_.add(writable_floats(gradient.a), depth, rank, depth, {dz, 1, rank}, x, depth,
                          rows);
    }
    if (din.empty())
        return;
    float* to = writable_floats(din);
    if (delta.dropout.rate <= 0.0F) {
        products_.add(to, rows, {dz, rank, 1}, delta.a);
        return;
    }
    float* through = kept_.floats(rows * depth);
    std::fill_n(through, rows * depth, 0.0F);
    products_.add(through, rows, {dz, rank, 1}, delta.a);
    const DropoutMask mask(delta.dropout.rate, delta.dropout.seed);
    pool_.for_each(rows, [&](std::int64_t row, int) {
        for (std::int64_t i = 0; i < depth; ++i)
            to[row * depth + i] += through[row * depth + i] * mask(row, i);
    });
}

} // namespace longhand::tensor
