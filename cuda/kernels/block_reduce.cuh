// SPDX-License-Identifier: GPL-3.0-or-later
// Sums and maxima over the threads of a block, at most 1024 in whole warps.
#pragma once

namespace longhand::gpu {

__device__ __forceinline__ float warp_sum(float value)
{
#pragma unroll
    for (int mask = 16; mask > 0; mask /= 2)
        value += __shfl_xor_sync(0xFFFFFFFFU, value, mask);
    return value;
}

__device__ __forceinline__ float warp_max(float value)
{
#pragma unroll
    for (int mask = 16; mask > 0; mask /= 2)
        value = fmaxf(value, __shfl_xor_sync(0xFFFFFFFFU, value, mask));
    return value;
}

template <bool kMax> __device__ __forceinline__ float block_reduce(float value, float* shared)
{
    value = kMax ? warp_max(value) : warp_sum(value);
    __syncthreads(); // `shared` may still be read from the reduction before
    if (threadIdx.x % 32 == 0)
        shared[threadIdx.x / 32] = value;
    __syncthreads();
    const bool mine = threadIdx.x % 32 < blockDim.x / 32;
    const float part = mine ? shared[threadIdx.x % 32] : (kMax ? -INFINITY : 0.0F);
    return kMax ? warp_max(part) : warp_sum(part);
}

// The total is known to every thread. `shared`: 32 floats.
__device__ __forceinline__ float block_sum(float value, float* shared)
{
    return block_reduce<false>(value, shared);
}
__device__ __forceinline__ float block_max(float value, float* shared)
{
    return block_reduce<true>(value, shared);
}

} // namespace longhand::gpu
