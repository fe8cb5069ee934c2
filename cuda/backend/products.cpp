// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/products.h"

#include "cuda/backend/device_tensor.h"
#include "cuda/kernels/block_codes.h"
#include "cuda/kernels/rows.h"

#include <algorithm>
#include <array>
#include <vector>

namespace longhand::gpu {
namespace {

using tensor::DType;
using tensor::Linear;
using tensor::Tensor;

constexpr std::int64_t kLogitValues = std::int64_t{64} << 20; // f32 logits at once
// Hidden activations are kept as f16 of a sixteenth: they pass f16's range in some models.
constexpr float kInnerScale = 1.0F / 16;

bool all_in_one_format(std::span<const Linear> layers)
{
    return std::all_of(layers.begin(), layers.end(), [&](const Linear& layer) {
        return !is_exact(layer.weight) &&
               format_of(layer.weight) == format_of(layers.front().weight);
    });
}

} // namespace

Products::Products(std::shared_ptr<MemoryAccount> account, HalfInputs& halves, cudaStream_t stream)
    : account_(account), halves_(halves), stream_(stream), gemm_(account, stream),
      tiles_(account, stream)
{
}

void Products::reserve(const tensor::Workspace& workspace)
{
    const auto values = static_cast<std::uint64_t>(workspace.rows * workspace.dim);
    halves_.reserve(workspace.rows * workspace.dim);
    scratch(inner_, values * sizeof(__half));
    scratch(gates_, values * 2 * sizeof(__half));
}

const __half* Products::half_of(Rows& in)
{
    if (in.half == nullptr)
        in.half = halves_.of(in.x, in.count * in.depth);
    return in.half;
}

template <class Out>
void Products::multiply_half(Out* y, const Tensor& weight, Rows& in, float alpha)
{
    half_of(in);
    const std::int64_t out = weight.shape[0];
    tiles_.for_each(weight, [&](std::int64_t first, std::int64_t count, const __half* values) {
        gemm_.product(y + first, in.half, values,
                      {in.count, count, in.depth, out, alpha * in.half_scale, 0.0F});
    });
}

void Products::multiply(float* y, const Tensor& weight, Rows& in, float alpha)
{
    if (!is_exact(weight))
        return multiply_half(y, weight, in, alpha);
    ENSURE(in.x != nullptr);
    gemm_.product(y, in.x, floats(weight),
                  {in.count, weight.shape[0], in.depth, weight.shape[0], alpha, 0.0F});
}

// Whether the kernels for few rows took all layers.
bool Products::small(std::span<float* const> ys, Rows& in, std::span<const Linear> layers)
{
    if (in.count > kSmallRows || in.depth % 8 != 0 ||
        layers.size() > static_cast<std::size_t>(kMostWeights) || !all_in_one_format(layers))
        return false;
    std::array<SmallWeight, kMostWeights> weights;
    for (std::size_t i = 0; i < layers.size(); ++i)
        weights[i] = {gpu_buffer(layers[i].weight).data() + layers[i].weight.offset_bytes,
                      optional_floats(layers[i].bias), ys[i],
                      static_cast<int>(layers[i].weight.shape[0])};
    small_linear(format_of(layers.front().weight), weights.data(), static_cast<int>(layers.size()),
                 half_of(in), static_cast<int>(in.count), static_cast<int>(in.depth), in.half_scale,
                 stream_);
    return true;
}

void Products::apply(float* y, const Linear& layer, Rows& in)
{
    if (!small(std::span(&y, 1), in, std::span(&layer, 1))) {
        multiply(y, layer.weight, in, 1.0F);
        if (!layer.bias.empty())
            add_bias(y, floats(layer.bias), in.count, layer.weight.shape[0], stream_);
    }
    apply_deltas(y, layer, in);
}

void Products::apply_deltas(float* y, const Linear& layer, Rows& in)
{
    for (const tensor::LoraDelta& delta : layer.deltas) {
        const std::int64_t rank = delta.a.shape[0];
        const std::int64_t out = layer.weight.shape[0];
        auto* inner = reinterpret_cast<float*>(
            scratch(delta_, static_cast<std::uint64_t>(in.count * rank) * sizeof(float)));
        ENSURE(in.x != nullptr && is_exact(delta.a) && is_exact(delta.b));
        ENSURE(delta.dropout.rate == 0.0F); // training alone drops
        gemm_.product(inner, in.x, floats(delta.a), {in.count, rank, in.depth, rank, 1.0F, 0.0F});
        gemm_.product(y, inner, floats(delta.b), {in.count, out, rank, out, delta.scale, 1.0F});
    }
}

void Products::linear(std::span<const Tensor> outs, const Tensor& in,
                      std::span<const Linear> layers)
{
    Rows rows{floats(in), nullptr, in.shape.rows(), in.shape.back()};
    if (rows.count == 0)
        return;
    std::vector<float*> ys;
    for (const Tensor& out : outs)
        ys.push_back(floats(out));
    if (small(ys, rows, layers)) {
        for (std::size_t i = 0; i < layers.size(); ++i)
            apply_deltas(ys[i], layers[i], rows);
    } else {
        for (std::size_t i = 0; i < layers.size(); ++i)
            apply(ys[i], layers[i], rows);
    }
    for (const Tensor& out : outs)
        halves_.wrote(out);
}

void Products::gate_small(const Linear& gate, const Linear& up, Rows& in, GateActivation activation,
                          __half* inner)
{
    small_gated(format_of(gate.weight), gpu_buffer(gate.weight).data() + gate.weight.offset_bytes,
                gpu_buffer(up.weight).data() + up.weight.offset_bytes, half_of(in),
                static_cast<int>(in.count), static_cast<int>(gate.weight.shape[0]),
                static_cast<int>(in.depth), activation, kInnerScale, inner, stream_);
}

void Products::gate_large(const Linear& gate, const Linear& up, Rows& in, GateActivation activation,
                          __half* inner)
{
    const std::int64_t count = in.count * gate.weight.shape[0];
    auto* gated = reinterpret_cast<__half*>(
        scratch(gates_, static_cast<std::uint64_t>(2 * count) * sizeof(__half)));
    multiply_half(gated, gate.weight, in, 1.0F);
    multiply_half(gated + count, up.weight, in, 1.0F);
    gate_rows(inner, gated, gated + count, count, activation, kInnerScale, stream_);
}

// In f32 throughout, with biases and deltas.
void Products::gate_exact(float* y, const Linear& gate, const Linear& up, const Linear& down,
                          Rows& in, GateActivation activation)
{
    const std::int64_t width = gate.weight.shape[0];
    const std::int64_t count = in.count * width;
    auto* gated = reinterpret_cast<float*>(
        scratch(gates_, static_cast<std::uint64_t>(2 * count) * sizeof(float)));
    apply(gated, gate, in);
    apply(gated + count, up, in);
    gate_rows(gated, gated, gated + count, count, activation, stream_);
    Rows hidden{gated, nullptr, in.count, width};
    apply(y, down, hidden);
}

void Products::gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                         const Linear& down, tensor::Activation activation)
{
    Rows rows{floats(in), nullptr, in.shape.rows(), in.shape.back()};
    if (rows.count == 0)
        return;
    const std::array<const Linear*, 3> layers{&gate, &up, &down};
    const bool plain = std::all_of(layers.begin(), layers.end(), [](const Linear* layer) {
        return layer->bias.empty() && layer->deltas.empty() && !is_exact(layer->weight);
    });
    const GateActivation how = gate_activation(activation);
    float* y = floats(out);
    if (!plain) {
        gate_exact(y, gate, up, down, rows, how);
        halves_.wrote(out);
        return;
    }
    const std::int64_t width = gate.weight.shape[0];
    auto* inner = reinterpret_cast<__half*>(
        scratch(inner_, static_cast<std::uint64_t>(rows.count * width) * sizeof(__half)));
    if (rows.count <= kSmallRows && rows.depth % 8 == 0 &&
        format_of(gate.weight) == format_of(up.weight))
        gate_small(gate, up, rows, how, inner);
    else
        gate_large(gate, up, rows, how, inner);
    Rows hidden{nullptr, inner, rows.count, width, 1.0F / kInnerScale};
    apply(y, down, hidden);
    halves_.wrote(out);
}

void Products::logits(const Tensor& out, const Tensor& hidden, const tensor::Head& head)
{
    Rows rows{floats(hidden), nullptr, hidden.shape.rows(), hidden.shape.back()};
    if (rows.count == 0)
        return;
    float* y = floats(out);
    apply(y, head.linear, rows);
    if (head.soft_cap > 0.0F)
        cap_rows(y, out.shape.count(), head.soft_cap, stream_);
    halves_.wrote(out);
}

void Products::cross_entropy(const Tensor& nll, const Tensor& hidden, const tensor::Head& head,
                             const Tensor& targets)
{
    const std::int64_t vocabulary = head.linear.weight.shape[0];
    const std::int64_t depth = hidden.shape.back();
    const std::int64_t rows = hidden.shape.rows();
    const std::int64_t at_once =
        std::min(rows, std::max<std::int64_t>(1, kLogitValues / vocabulary));
    auto* block = reinterpret_cast<float*>(
        scratch(logits_, static_cast<std::uint64_t>(at_once * vocabulary) * sizeof(float)));
    for (std::int64_t first = 0; first < rows; first += at_once) {
        const std::int64_t count = std::min(at_once, rows - first);
        Rows part{floats(hidden) + first * depth, nullptr, count, depth};
        apply(block, head.linear, part);
        entropy_rows(floats(nll) + first, block, integers(targets) + first, count, vocabulary,
                     head.soft_cap, stream_);
    }
    halves_.wrote(nll);
}

} // namespace longhand::gpu
