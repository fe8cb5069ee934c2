// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/cpu_training.h"

#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/training_checks.h"

#include <algorithm>
#include <cmath>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kPart = 16384; // values of a flat step that are one unit

std::int64_t parts_of(std::int64_t count)
{
    return (count + kPart - 1) / kPart;
}

} // namespace

void CpuTraining::rope(const Tensor& x, std::int64_t heads, const RopeTable& table,
                       std::span<const std::int32_t> positions, Direction direction)
{
    check_rope(x, heads, table, positions);
    const std::int64_t half = table.rotary_dim / 2;
    if (half == 0)
        return;
    const std::int64_t dim = x.shape.back() / heads;
    float* values = writable_floats(x);
    const float* cosines = floats(table.cos);
    const float* sines = floats(table.sin);
    pool_.for_each(x.shape.rows(), [&](std::int64_t row, int) {
        const std::int64_t at = positions[static_cast<std::size_t>(row)] * half;
        float back[1024]; // half of the widest head that a model has
        const float* turn = sines + at;
        if (direction == Direction::backward) {
            std::transform(turn, turn + half, back, [](float s) { return -s; });
            turn = back;
        }
        for (std::int64_t h = 0; h < heads; ++h)
            kernels_.rotate(values + (row * heads + h) * dim, cosines + at, turn, half,
                            table.interleaved);
    });
}

void CpuTraining::attend_packed(const Tensor& out, const Tensor& lse, const Tensor& q,
                                const Tensor& k, const Tensor& v, const AttentionShape& shape,
                                const PackedLayout& layout)
{
    check_attend_packed({out, q}, {k, v}, lse, shape, layout);
    attention_.attend(out, lse, q, k, v, shape, layout);
}

void CpuTraining::attend_packed_backward(const Tensor& dq, const Tensor& dk, const Tensor& dv,
                                         const Tensor& dout, const Tensor& out, const Tensor& lse,
                                         const Tensor& q, const Tensor& k, const Tensor& v,
                                         const AttentionShape& shape, const PackedLayout& layout)
{
    check_attend_packed({dout, out, q, dq}, {dk, dv, k, v}, lse, shape, layout);
    attention_.backward(dq, dk, dv, dout, out, lse, q, k, v, shape, layout);
}

void CpuTraining::gate(const Tensor& out, const Tensor& g, const Tensor& u, Activation activation)
{
    check_gate({out, g, u});
    float* to = writable_floats(out);
    const float* gates = floats(g);
    const float* values = floats(u);
    const std::int64_t count = out.shape.count();
    pool_.for_each(parts_of(count), [&](std::int64_t part, int) {
        const std::int64_t at = part * kPart;
        const std::int64_t here = std::min(kPart, count - at);
        std::copy_n(values + at, here, to + at);
        kernels_.gate(to + at, gates + at, here, activation);
    });
}

void CpuTraining::gate_backward(const Tensor& dg, const Tensor& du, const Tensor& dout,
                                const Tensor& g, const Tensor& u, Activation activation)
{
    check_gate({dg, du, dout, g, u});
    float* to_g = writable_floats(dg);
    float* to_u = writable_floats(du);
    const float* from = floats(dout);
    const float* gates = floats(g);
    const float* values = floats(u);
    const std::int64_t count = dout.shape.count();
    pool_.for_each(parts_of(count), [&](std::int64_t part, int) {
        const std::int64_t at = part * kPart;
        kernels_.gate_backward(to_g + at, to_u + at, from + at, gates + at, values + at,
                               std::min(kPart, count - at), activation);
    });
}

void CpuTraining::rms_norm_backward(const Tensor& dx, const Tensor& dgain, const Tensor& dy,
                                    const Tensor& x, const Tensor& gain, float eps)
{
    check_rms_norm_backward(dx, dgain, dy, x, gain);
    const std::int64_t dim = gain.shape.count();
    const std::int64_t rows = x.shape.count() / dim;
    float* to = writable_floats(dx);
    const float* from = floats(dy);
    const float* in = floats(x);
    const float* gains = floats(gain);
    float* factors = factors_.floats(rows);
    constexpr std::int64_t kRows = 8;
    pool_.for_each((rows + kRows - 1) / kRows, [&](std::int64_t unit, int) {
        const std::int64_t end = std::min(rows, (unit + 1) * kRows);
        for (std::int64_t row = unit * kRows; row < end; ++row)
            factors[row] = kernels_.rms_norm_backward(to + row * dim, from + row * dim,
                                                      in + row * dim, gains, dim, eps);
    });
    if (dgain.empty())
        return;
    float* sums = writable_floats(dgain);
    constexpr std::int64_t kColumns = 64;
    pool_.for_each((dim + kColumns - 1) / kColumns, [&](std::int64_t unit, int) {
        const std::int64_t end = std::min(dim, (unit + 1) * kColumns);
        for (std::int64_t row = 0; row < rows; ++row)
            for (std::int64_t i = unit * kColumns; i < end; ++i)
                sums[i] += factors[row] * in[row * dim + i] * from[row * dim + i];
    });
}

void CpuTraining::embed_backward(const Tensor& dtable, const Tensor& dout,
                                 std::span<const std::int32_t> tokens, float scale)
{
    check_embed_backward(dtable, dout, tokens);
    const std::int64_t dim = dout.shape.back();
    float* table = writable_floats(dtable);
    // One after another: two rows may hold the same token.
    for (std::size_t row = 0; row < tokens.size(); ++row)
        kernels_.add_scaled(table + tokens[row] * dim,
                            floats(dout) + static_cast<std::int64_t>(row) * dim, scale, dim);
}

void CpuTraining::zero(const Tensor& tensor)
{
    float* to = writable_floats(tensor);
    const std::int64_t count = tensor.shape.count();
    pool_.for_each(parts_of(count), [&](std::int64_t part, int) {
        std::fill_n(to + part * kPart, std::min(kPart, count - part * kPart), 0.0F);
    });
}

void CpuTraining::add_scaled(const Tensor& y, const Tensor& x, float scale)
{
    check_gate({y, x});
    float* to = writable_floats(y);
    const float* from = floats(x);
    const std::int64_t count = y.shape.count();
    pool_.for_each(parts_of(count), [&](std::int64_t part, int) {
        kernels_.add_scaled(to + part * kPart, from + part * kPart, scale,
                            std::min(kPart, count - part * kPart));
    });
}

void CpuTraining::square_sum(const Tensor& sum, const Tensor& values)
{
    ENSURE(sum.shape.count() == 1);
    const float* from = floats(values);
    const std::int64_t count = values.shape.count();
    float* partial = factors_.floats(parts_of(count));
    pool_.for_each(parts_of(count), [&](std::int64_t part, int) {
        partial[part] = kernels_.dot(from + part * kPart, from + part * kPart,
                                     std::min(kPart, count - part * kPart));
    });
    double total = 0.0;
    for (std::int64_t part = 0; part < parts_of(count); ++part)
        total += static_cast<double>(partial[part]);
    writable_floats(sum)[0] = static_cast<float>(total);
}

void CpuTraining::adamw(const Tensor& parameters, const Tensor& gradients, const Tensor& m,
                        const Tensor& v, const AdamW& settings, const Tensor& square_sum)
{
    check_adamw(parameters, gradients, m, v, settings, square_sum);
    const float norm = std::sqrt(floats(square_sum)[0]);
    if (!std::isfinite(norm))
        return;
    const float clip =
        settings.max_norm > 0.0F ? std::min(1.0F, settings.max_norm / (norm + 1e-6F)) : 1.0F;
    const auto correction = [&](float beta) {
        return static_cast<float>(
            1.0 - std::pow(static_cast<double>(beta), static_cast<double>(settings.step)));
    };
    const float rate = settings.learning_rate / correction(settings.beta1);
    const float root = 1.0F / std::sqrt(correction(settings.beta2));
    const float keep = 1.0F - settings.learning_rate * settings.weight_decay;
    float* p = writable_floats(parameters);
    const float* g = floats(gradients);
    float* mean = writable_floats(m);
    float* square = writable_floats(v);
    const std::int64_t count = parameters.shape.count();
    pool_.for_each(parts_of(count), [&](std::int64_t part, int) {
        const std::int64_t end = std::min(count, (part + 1) * kPart);
        for (std::int64_t i = part * kPart; i < end; ++i) {
            const float gradient = clip * g[i];
            mean[i] += (1.0F - settings.beta1) * (gradient - mean[i]);
            square[i] = settings.beta2 * square[i] + (1.0F - settings.beta2) * gradient * gradient;
            p[i] = keep * p[i] - rate * mean[i] / (std::sqrt(square[i]) * root + settings.eps);
        }
    });
}

} // namespace longhand::tensor
