// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

namespace longhand::tensor {

// What every host backend checks before a step touches memory: the seam's rules on shapes, types
// and page tables. A breach is our own mistake and ENSUREs.

void check_embed(const Tensor& out, const Tensor& table, const Tensor& tokens);
void check_add_rms_norm(const Tensor& out, const Tensor& residual, const ResidualDelta& delta,
                        const Tensor& gain);
void check_linear(std::span<const Tensor> outs, const Tensor& in, std::span<const Linear> layers);
void check_gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                     const Linear& down);
void check_rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                       const HeadNorms& norms, const RopeTable& rope, const AttentionShape& shape,
                       const AttentionLayout& layout);
void check_attend(const Tensor& out, const Tensor& q, const KvPages& kv,
                  const AttentionShape& shape, const AttentionLayout& layout);
void check_logits(const Tensor& out, const Tensor& hidden, const Head& head);
void check_cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                         const Tensor& targets);

// First key position that a row at `position` sees.
std::int32_t first_key(const Segment& segment, const AttentionShape& shape, std::int32_t position);

} // namespace longhand::tensor
