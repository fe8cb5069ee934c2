// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/training.h"

#include "cuda/backend/device_tensor.h"
#include "cuda/kernels/rows.h"
#include "cuda/kernels/training_rows.h"
#include "engine/tensor/cpu/training_checks.h"

#include <cmath>
#include <numeric>

namespace longhand::gpu {

using namespace tensor;

CudaTraining::CudaTraining(std::shared_ptr<MemoryAccount> account, HalfInputs& halves,
                           cudaStream_t stream, bool portable)
    : account_(account), halves_(halves), stream_(stream), gemm_(account, stream),
      tiles_(account, stream), attention_(account, halves, stream, portable),
      positions_(account, stream), labelled_(account, stream), token_rows_(account, stream),
      scale_(account, sizeof(HalfScale))
{
}

void CudaTraining::rope(const Tensor& x, std::int64_t heads, const RopeTable& table,
                        std::span<const std::int32_t> positions, Direction direction)
{
    check_rope(x, heads, table, positions);
    if (table.rotary_dim == 0 || positions.empty())
        return;
    RotateRows step;
    step.x = floats(x);
    step.cosines = floats(table.cos);
    step.sines = floats(table.sin);
    step.positions = positions_.send(positions);
    step.rows = x.shape.rows();
    step.heads = static_cast<int>(heads);
    step.head_dim = static_cast<int>(x.shape.back() / heads);
    step.rotary_dim = static_cast<int>(table.rotary_dim);
    step.interleaved = table.interleaved;
    step.backward = direction == Direction::backward;
    rotate_rows(step, stream_);
    halves_.wrote(x);
}

void CudaTraining::attend_packed(const Tensor& out, const Tensor& lse, const Tensor& q,
                                 const Tensor& k, const Tensor& v, const AttentionShape& shape,
                                 const PackedLayout& layout)
{
    check_attend_packed({out, q}, {k, v}, lse, shape, layout);
    if (q.shape.rows() > 0)
        attention_.attend(out, lse, q, k, v, shape, layout);
}

void CudaTraining::attend_packed_backward(const Tensor& dq, const Tensor& dk, const Tensor& dv,
                                          const Tensor& dout, const Tensor& out, const Tensor& lse,
                                          const Tensor& q, const Tensor& k, const Tensor& v,
                                          const AttentionShape& shape, const PackedLayout& layout)
{
    check_attend_packed({dout, out, q, dq}, {dk, dv, k, v}, lse, shape, layout);
    if (q.shape.rows() > 0)
        attention_.backward({dq, dk, dv}, {dout, out, lse, q, k, v}, shape, layout);
}

void CudaTraining::gate(const Tensor& out, const Tensor& g, const Tensor& u, Activation activation)
{
    check_gate({out, g, u});
    gate_rows(floats(out), floats(g), floats(u), out.shape.count(), gate_activation(activation),
              stream_);
    halves_.wrote(out);
}

void CudaTraining::gate_backward(const Tensor& dg, const Tensor& du, const Tensor& dout,
                                 const Tensor& g, const Tensor& u, Activation activation)
{
    check_gate({dg, du, dout, g, u});
    gpu::gate_backward(floats(dg), floats(du), floats(dout), floats(g), floats(u),
                       dout.shape.count(), gate_activation(activation), stream_);
    halves_.wrote(dg);
    halves_.wrote(du);
}

void CudaTraining::rms_norm_backward(const Tensor& dx, const Tensor& dgain, const Tensor& dy,
                                     const Tensor& x, const Tensor& gain, float eps)
{
    check_rms_norm_backward(dx, dgain, dy, x, gain);
    NormBackward step;
    step.dim = static_cast<int>(gain.shape.count());
    step.rows = x.shape.count() / step.dim;
    if (step.rows == 0)
        return;
    step.dx = floats(dx);
    step.dy = floats(dy);
    step.x = floats(x);
    step.gain = floats(gain);
    step.eps = eps;
    step.factors = scratch<float>(factors_, step.rows);
    if (!dgain.empty()) {
        step.dgain = floats(dgain);
        step.partial = scratch<float>(partials_, norm_partials(step.rows, step.dim));
    }
    gpu::rms_norm_backward(step, stream_);
    halves_.wrote(dx);
}

void CudaTraining::embed_backward(const Tensor& dtable, const Tensor& dout,
                                  std::span<const std::int32_t> tokens, float scale)
{
    check_embed_backward(dtable, dout, tokens);
    if (tokens.empty())
        return;
    // The rows of each token together, so that one block adds them in their order.
    std::vector<std::int32_t> order(tokens.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return tokens[static_cast<std::size_t>(a)] < tokens[static_cast<std::size_t>(b)];
    });
    std::vector<std::int32_t> distinct;
    std::vector<std::int32_t> starts;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::int32_t token = tokens[static_cast<std::size_t>(order[i])];
        if (distinct.empty() || token != distinct.back()) {
            distinct.push_back(token);
            starts.push_back(static_cast<std::int32_t>(i));
        }
    }
    starts.push_back(static_cast<std::int32_t>(order.size()));
    std::vector<std::int32_t> numbers = order;
    numbers.insert(numbers.end(), starts.begin(), starts.end());
    numbers.insert(numbers.end(), distinct.begin(), distinct.end());
    const std::int32_t* sent = token_rows_.send(numbers);
    add_token_rows(floats(dtable), floats(dout), sent + order.size() + starts.size(),
                   sent + order.size(), sent, static_cast<std::int64_t>(distinct.size()),
                   dout.shape.back(), scale, stream_);
    halves_.wrote(dtable);
}

void CudaTraining::zero(const Tensor& tensor)
{
    const std::uint64_t bytes = byte_size(tensor.shape, tensor.dtype).value();
    GPU_CHECK(cudaMemsetAsync(plain_bytes(tensor), 0, bytes, stream_));
    halves_.wrote(tensor);
}

void CudaTraining::add_scaled(const Tensor& y, const Tensor& x, float scale)
{
    check_gate({y, x});
    gpu::add_scaled(floats(y), floats(x), scale, y.shape.count(), stream_);
    halves_.wrote(y);
}

void CudaTraining::square_sum(const Tensor& sum, const Tensor& values)
{
    ENSURE(sum.shape.count() == 1);
    gpu::square_sum(floats(sum), floats(values), scratch<double>(partials_, kSquarePartials),
                    values.shape.count(), stream_);
}

void CudaTraining::adamw(const Tensor& parameters, const Tensor& gradients, const Tensor& m,
                         const Tensor& v, const AdamW& settings, const Tensor& square_sum)
{
    check_adamw(parameters, gradients, m, v, settings, square_sum);
    const auto correction = [&](float beta) {
        return static_cast<float>(
            1.0 - std::pow(static_cast<double>(beta), static_cast<double>(settings.step)));
    };
    AdamWStep step;
    step.p = floats(parameters);
    step.g = floats(gradients);
    step.m = floats(m);
    step.v = floats(v);
    step.square_sum = floats(square_sum);
    step.count = parameters.shape.count();
    step.rate = settings.learning_rate / correction(settings.beta1);
    step.root = 1.0F / std::sqrt(correction(settings.beta2));
    step.keep = 1.0F - settings.learning_rate * settings.weight_decay;
    step.beta1 = settings.beta1;
    step.beta2 = settings.beta2;
    step.eps = settings.eps;
    step.max_norm = settings.max_norm;
    gpu::adamw(step, stream_);
    for (const Tensor* const changed : {&parameters, &m, &v})
        halves_.wrote(*changed);
}

} // namespace longhand::gpu
