// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/attention_backward.h"

namespace longhand::gpu {

// Chosen without an index, which would move the parameters to local memory.
__device__ __forceinline__ SeenRows seen_by(const AttentionBackward& step, int head)
{
    const bool shifted = head >= step.shifted_from;
    return {shifted ? step.seen[1].begin : step.seen[0].begin,
            shifted ? step.seen[1].end : step.seen[0].end};
}

} // namespace longhand::gpu
