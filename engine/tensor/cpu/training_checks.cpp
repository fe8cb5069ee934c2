// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/training_checks.h"

#include "engine/tensor/cpu/step_checks.h"

#include <algorithm>

namespace longhand::tensor {
namespace {

void check_boundaries(std::span<const std::int32_t> boundaries, std::int64_t rows)
{
    ENSURE(boundaries.size() >= 2 && boundaries.front() == 0 && boundaries.back() == rows);
    ENSURE(std::is_sorted(boundaries.begin(), boundaries.end()));
}

void check_gradient(const Tensor& gradient, const Tensor& of)
{
    ENSURE(gradient.empty() || (gradient.dtype == DType::f32 && gradient.shape == of.shape));
}

} // namespace

void check_rope(const Tensor& x, std::int64_t heads, const RopeTable& table,
                std::span<const std::int32_t> positions)
{
    ENSURE(x.dtype == DType::f32 && heads > 0 && x.shape.back() % heads == 0);
    ENSURE(static_cast<std::int64_t>(positions.size()) == x.shape.rows());
    ENSURE(table.rotary_dim % 2 == 0 && table.rotary_dim <= x.shape.back() / heads);
    for (const std::int32_t position : positions)
        ENSURE(position >= 0 && (table.rotary_dim == 0 || position < table.cos.shape[0]));
}

void check_attend_packed(std::initializer_list<Tensor> wide, std::initializer_list<Tensor> narrow,
                         const Tensor& lse, const AttentionShape& shape, const PackedLayout& layout)
{
    const std::int64_t rows = wide.begin()->shape.rows();
    ENSURE(shape.heads > 0 && shape.kv_heads > 0 && shape.heads % shape.kv_heads == 0);
    for (const Tensor& tensor : wide)
        ENSURE(tensor.dtype == DType::f32 && tensor.shape.rows() == rows &&
               tensor.shape.back() == shape.heads * shape.head_dim);
    for (const Tensor& tensor : narrow)
        ENSURE(tensor.dtype == DType::f32 && tensor.shape.rows() == rows &&
               tensor.shape.back() == shape.kv_heads * shape.head_dim);
    ENSURE(lse.dtype == DType::f32 && lse.shape.count() == rows * shape.heads);
    check_boundaries(layout.boundaries, rows);
    if (!layout.shifted.empty())
        check_boundaries(layout.shifted, rows);
}

void check_gate(std::initializer_list<Tensor> alike)
{
    for (const Tensor& tensor : alike)
        ENSURE(tensor.dtype == DType::f32 && tensor.shape.count() == alike.begin()->shape.count());
}

void check_rms_norm_backward(const Tensor& dx, const Tensor& dgain, const Tensor& dy,
                             const Tensor& x, const Tensor& gain)
{
    check_gate({dx, dy, x});
    ENSURE(gain.dtype == DType::f32 && x.shape.count() % gain.shape.count() == 0);
    check_gradient(dgain, gain);
}

void check_linear_backward(const Tensor& din, std::span<const LinearGradient> gradients,
                           std::span<const Tensor> douts, const Tensor& in,
                           std::span<const Linear> layers)
{
    check_linear(douts, in, layers);
    ENSURE(gradients.size() == layers.size());
    ENSURE(din.empty() || (din.dtype == DType::f32 && din.shape == in.shape));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        check_gradient(gradients[i].weight, layers[i].weight);
        check_gradient(gradients[i].bias, layers[i].bias);
        ENSURE(!layers[i].deltas.empty() || (gradients[i].a.empty() && gradients[i].b.empty()));
        if (!layers[i].deltas.empty()) {
            check_gradient(gradients[i].a, layers[i].deltas.back().a);
            check_gradient(gradients[i].b, layers[i].deltas.back().b);
        }
    }
}

void check_cross_entropy_gradient(const Tensor& nll, const Tensor& dhidden, const Tensor& dweight,
                                  const Tensor& hidden, const Head& head,
                                  std::span<const std::int32_t> targets)
{
    ENSURE(hidden.dtype == DType::f32);
    if (!dhidden.empty())
        check_gate({dhidden, hidden});
    else
        ENSURE(dweight.empty());
    ENSURE(head.linear.deltas.empty());
    ENSURE(head.linear.weight.shape[1] == hidden.shape.back());
    ENSURE(nll.dtype == DType::f32 && nll.shape.count() == hidden.shape.rows());
    ENSURE(static_cast<std::int64_t>(targets.size()) == hidden.shape.rows());
    check_gradient(dweight, head.linear.weight);
    for (const std::int32_t target : targets)
        ENSURE(target >= -1 && target < head.linear.weight.shape[0]);
}

void check_embed_backward(const Tensor& dtable, const Tensor& dout,
                          std::span<const std::int32_t> tokens)
{
    ENSURE(dtable.dtype == DType::f32 && dtable.shape.rank() == 2 && dout.dtype == DType::f32);
    ENSURE(dtable.shape[1] == dout.shape.back());
    ENSURE(static_cast<std::int64_t>(tokens.size()) == dout.shape.rows());
    for (const std::int32_t token : tokens)
        ENSURE(token >= 0 && token < dtable.shape[0]);
}

void check_adamw(const Tensor& parameters, const Tensor& gradients, const Tensor& m,
                 const Tensor& v, const AdamW& settings, const Tensor& square_sum)
{
    check_gate({parameters, gradients, m, v});
    ENSURE(square_sum.dtype == DType::f32 && square_sum.shape.count() == 1);
    ENSURE(settings.step >= 1 && settings.beta1 >= 0.0F && settings.beta1 < 1.0F);
    ENSURE(settings.beta2 >= 0.0F && settings.beta2 < 1.0F && settings.eps > 0.0F);
}

std::int64_t first_packed_key(const PackedLayout& layout, const AttentionShape& shape,
                              std::int64_t head, std::int64_t row)
{
    const std::span<const std::int32_t> boundaries = boundaries_of(layout, head);
    const std::int64_t begin = *(std::upper_bound(boundaries.begin(), boundaries.end(), row) - 1);
    return shape.window > 0 ? std::max(begin, row - shape.window + 1) : begin;
}

} // namespace longhand::tensor
