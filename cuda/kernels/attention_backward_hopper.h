// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/attention_backward.h"

namespace longhand::gpu {

struct HalfInput;

// attend_backward_tiles with the warp-group products of compute capability 9.0, for head_dim 64 and
// 128. False where the card or this build has none.
bool can_attend_backward_hopper(int head_dim);
void attend_backward_hopper(const AttentionBackward& step, const HalfInput& input,
                            cudaStream_t stream);

} // namespace longhand::gpu
