// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/training.h"

#include <initializer_list>

namespace longhand::tensor {

// What every host backend checks before a training step touches memory (see step_checks.h). A
// breach is our own mistake and ENSUREs.

void check_rope(const Tensor& x, std::int64_t heads, const RopeTable& table,
                std::span<const std::int32_t> positions);
// Tensors of all heads, and of the kv_heads.
void check_attend_packed(std::initializer_list<Tensor> wide, std::initializer_list<Tensor> narrow,
                         const Tensor& lse, const AttentionShape& shape,
                         const PackedLayout& layout);
void check_gate(std::initializer_list<Tensor> alike);
void check_rms_norm_backward(const Tensor& dx, const Tensor& dgain, const Tensor& dy,
                             const Tensor& x, const Tensor& gain);
void check_linear_backward(const Tensor& din, std::span<const LinearGradient> gradients,
                           std::span<const Tensor> douts, const Tensor& in,
                           std::span<const Linear> layers);
void check_cross_entropy_gradient(const Tensor& nll, const Tensor& dhidden, const Tensor& dweight,
                                  const Tensor& hidden, const Head& head,
                                  std::span<const std::int32_t> targets);
void check_embed_backward(const Tensor& dtable, const Tensor& dout,
                          std::span<const std::int32_t> tokens);
void check_adamw(const Tensor& parameters, const Tensor& gradients, const Tensor& m,
                 const Tensor& v, const AdamW& settings, const Tensor& square_sum);

// The boundaries that hold for a query head.
inline std::span<const std::int32_t> boundaries_of(const PackedLayout& layout, std::int64_t head)
{
    return layout.shifted.empty() || head < layout.shifted_from_head ? layout.boundaries
                                                                     : layout.shifted;
}
// First row that a row of a head sees.
std::int64_t first_packed_key(const PackedLayout& layout, const AttentionShape& shape,
                              std::int64_t head, std::int64_t row);

} // namespace longhand::tensor
