// SPDX-License-Identifier: GPL-3.0-or-later
// Linears of training, forward and backward, with their deltas.
#include "cuda/backend/device_tensor.h"
#include "cuda/backend/training.h"
#include "cuda/kernels/rows.h"
#include "cuda/kernels/training_rows.h"
#include "engine/tensor/cpu/step_checks.h"
#include "engine/tensor/cpu/training_checks.h"

namespace longhand::gpu {

using namespace tensor;

CudaTraining::HalfOperand CudaTraining::scaled_half(const float* values, std::int64_t count)
{
    auto* scale = scale_.as<HalfScale>();
    auto* half = scratch<__half>(half_, count);
    to_scaled_half(half, values, count, scale, stream_);
    return {half, &scale->inverse};
}

// out = W in. `half` is made by the first product that needs it.
void CudaTraining::multiply(float* out, const Tensor& in, HalfOperand& half, const Tensor& weight)
{
    const std::int64_t rows = in.shape.rows();
    const std::int64_t depth = in.shape.back();
    const std::int64_t width = weight.shape[0];
    if (is_exact(weight)) {
        gemm_.product(out, floats(in), floats(weight), {rows, width, depth, width, 1.0F, 0.0F});
        return;
    }
    if (half.values == nullptr)
        half.values = halves_.kept(floats(in), in.shape.count());
    if (half.values == nullptr) // values of any size: what a gate lets through passes f16's range
        half = scaled_half(floats(in), in.shape.count());
    tiles_.for_each(weight, [&](std::int64_t first, std::int64_t count, const __half* values) {
        gemm_.multiply(out + first, {half.values, depth}, {values, depth, true},
                       {.rows = rows,
                        .columns = count,
                        .depth = depth,
                        .y_stride = width,
                        .add = false,
                        .device_factor = half.factor});
    });
}

const float* CudaTraining::drop(const Tensor& in, const Dropout& dropout)
{
    if (dropout.rate <= 0.0F)
        return floats(in);
    auto* kept = scratch<float>(kept_, in.shape.count());
    drop_rows(kept, floats(in), in.shape.rows(), in.shape.back(),
              DropoutMask(dropout.rate, dropout.seed),
              /*add=*/false, stream_);
    return kept;
}

void CudaTraining::add_delta(float* out, const Tensor& in, const LoraDelta& delta,
                             FloatProducts how)
{
    const std::int64_t rows = in.shape.rows();
    const std::int64_t depth = in.shape.back();
    const std::int64_t rank = delta.a.shape[0];
    const std::int64_t width = delta.b.shape[0];
    auto* z = scratch<float>(inner_, 2 * rows * rank);
    gemm_.multiply(z, {drop(in, delta.dropout), depth}, {floats(delta.a), depth, true},
                   {.rows = rows, .columns = rank, .depth = depth, .y_stride = rank, .add = false},
                   how);
    gemm_.multiply(
        out, {z, rank}, {floats(delta.b), rank, true},
        {.rows = rows, .columns = width, .depth = rank, .y_stride = width, .factor = delta.scale},
        how);
}

void CudaTraining::linear(std::span<const Tensor> outs, const Tensor& in,
                          std::span<const Linear> layers)
{
    check_linear(outs, in, layers);
    const std::int64_t rows = in.shape.rows();
    if (rows == 0)
        return;
    HalfOperand half;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Linear& layer = layers[i];
        float* out = floats(outs[i]);
        multiply(out, in, half, layer.weight);
        if (!layer.bias.empty())
            add_bias(out, floats(layer.bias), rows, layer.weight.shape[0], stream_);
        for (const LoraDelta& delta : layer.deltas)
            add_delta(out, in, delta,
                      is_exact(layer.weight) ? FloatProducts::exact : FloatProducts::rounded);
    }
    for (const Tensor& out : outs)
        halves_.wrote(out);
}

// din += dout W
void CudaTraining::weight_backward(const Tensor& din, const Tensor& dout, const Tensor& weight)
{
    const std::int64_t rows = din.shape.rows();
    const std::int64_t depth = din.shape.back();
    const std::int64_t width = weight.shape[0];
    if (is_exact(weight)) {
        gemm_.multiply(floats(din), {floats(dout), width}, {floats(weight), depth},
                       {.rows = rows, .columns = depth, .depth = width, .y_stride = depth},
                       FloatProducts::exact);
        return;
    }
    const HalfOperand half = scaled_half(floats(dout), dout.shape.count());
    tiles_.for_each(weight, [&](std::int64_t first, std::int64_t count, const __half* values) {
        gemm_.multiply(floats(din), {half.values + first, width}, {values, depth},
                       {.rows = rows,
                        .columns = depth,
                        .depth = count,
                        .y_stride = depth,
                        .device_factor = half.factor});
    });
}

void CudaTraining::delta_backward(const Tensor& din, const LinearGradient& gradient,
                                  const Tensor& dout, const Tensor& in, const LoraDelta& delta,
                                  bool trainable, FloatProducts how)
{
    const bool wants_a = trainable && !gradient.a.empty();
    const bool wants_b = trainable && !gradient.b.empty();
    if (din.empty() && !wants_a && !wants_b)
        return;
    const std::int64_t rows = in.shape.rows();
    const std::int64_t depth = in.shape.back();
    const std::int64_t rank = delta.a.shape[0];
    const std::int64_t width = delta.b.shape[0];
    auto* z = scratch<float>(inner_, 2 * rows * rank);
    auto* dz = z + rows * rank;
    gemm_.multiply(dz, {floats(dout), width}, {floats(delta.b), rank},
                   {.rows = rows,
                    .columns = rank,
                    .depth = width,
                    .y_stride = rank,
                    .add = false,
                    .factor = delta.scale},
                   how);
    if (wants_a || wants_b) {
        const float* x = drop(in, delta.dropout);
        if (wants_b) {
            gemm_.multiply(
                z, {x, depth}, {floats(delta.a), depth, true},
                {.rows = rows, .columns = rank, .depth = depth, .y_stride = rank, .add = false},
                how);
            gemm_.multiply(floats(gradient.b), {floats(dout), width, true}, {z, rank},
                           {.rows = width,
                            .columns = rank,
                            .depth = rows,
                            .y_stride = rank,
                            .factor = delta.scale},
                           how);
        }
        if (wants_a)
            gemm_.multiply(floats(gradient.a), {dz, rank, true}, {x, depth},
                           {.rows = rank, .columns = depth, .depth = rows, .y_stride = depth}, how);
    }
    if (din.empty())
        return;
    const bool dropped = delta.dropout.rate > 0.0F;
    float* through = dropped ? scratch<float>(kept_, rows * depth) : floats(din);
    gemm_.multiply(
        through, {dz, rank}, {floats(delta.a), depth},
        {.rows = rows, .columns = depth, .depth = rank, .y_stride = depth, .add = !dropped}, how);
    if (dropped)
        drop_rows(floats(din), through, rows, depth,
                  DropoutMask(delta.dropout.rate, delta.dropout.seed), /*add=*/true, stream_);
}

void CudaTraining::linear_backward(const Tensor& din, std::span<const LinearGradient> gradients,
                                   std::span<const Tensor> douts, const Tensor& in,
                                   std::span<const Linear> layers)
{
    check_linear_backward(din, gradients, douts, in, layers);
    const std::int64_t rows = in.shape.rows();
    if (rows == 0)
        return;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Linear& layer = layers[i];
        const LinearGradient& gradient = gradients[i];
        const std::int64_t width = layer.weight.shape[0];
        const std::int64_t depth = in.shape.back();
        const FloatProducts how =
            is_exact(layer.weight) ? FloatProducts::exact : FloatProducts::rounded;
        if (!din.empty())
            weight_backward(din, douts[i], layer.weight);
        if (!gradient.weight.empty())
            gemm_.multiply(
                floats(gradient.weight), {floats(douts[i]), width, true}, {floats(in), depth},
                {.rows = width, .columns = depth, .depth = rows, .y_stride = depth}, how);
        if (!gradient.bias.empty())
            add_column_sums(floats(gradient.bias), floats(douts[i]),
                            scratch<float>(partials_, norm_partials(rows, static_cast<int>(width))),
                            rows, static_cast<int>(width), stream_);
        for (const LoraDelta& delta : layer.deltas)
            delta_backward(din, gradient, douts[i], in, delta, &delta == &layer.deltas.back(), how);
    }
    if (!din.empty())
        halves_.wrote(din);
}

} // namespace longhand::gpu
