// SPDX-License-Identifier: GPL-3.0-or-later
// What the attention kernels share: which keys a row sees, and the cap on its scores.
#pragma once

#include "cuda/kernels/attention.h"
#include "cuda/kernels/cache.cuh"

namespace longhand::gpu {

constexpr float kLog2e = 1.4426950408889634F;

__device__ __forceinline__ int first_key(const Attend& step, const RowRun& run, int position)
{
    const int begin = step.window > 0 ? max(0, position - step.window + 1) : 0;
    return max(begin, run.key_begin);
}

__device__ __forceinline__ float capped_score(float score, float soft_cap)
{
    return soft_cap > 0.0F ? soft_cap * tanhf(score / soft_cap) : score;
}

} // namespace longhand::gpu
