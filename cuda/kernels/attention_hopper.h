// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/attention.h"

namespace longhand::gpu {

// attend_tiles with the warp-group products of compute capability 9.0, for head_dim 64 and 128.
// False where the card or this build has none.
bool can_attend_hopper(const CachePages& pages);
void attend_hopper(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream);

} // namespace longhand::gpu
