// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles of 64 rows of f16 in the swizzled layout of warp groups' products, and the two products of
// attention over them.
#pragma once

#include "cuda/kernels/attention_tile.cuh"
#include "cuda/kernels/warp_group.cuh"
#include "cuda/runtime/check.h"

#include <cuda_runtime.h>

namespace longhand::gpu {

constexpr int kGroupThreads = 256;              // two warp groups
constexpr int kPanel = kTile * kSwizzledHalves; // 64 rows of 64 values
template <int kDim> constexpr int kPanels = kDim / kSwizzledHalves;

// Queues scores = own other^T, 64 rows each.
template <int kDim>
__device__ __forceinline__ void queue_scores(Scores& scores, const __half* own, const __half* other)
{
    group_begin();
#pragma unroll
    for (int d = 0; d < kDim / 16; ++d) {
        const int at = d / 4 * kPanel + d % 4 * 16;
        group_multiply(scores, operand_at(own + at, 16), operand_at(other + at, 16), d > 0);
    }
    group_commit();
}

// Queues sums += weights rows.
template <int kDim>
__device__ __forceinline__ void queue_sums(float (&sums)[kDim / 8][4], const PackedScores& weights,
                                           const __half* rows)
{
    group_begin();
#pragma unroll
    for (int k = 0; k < kTile / 16; ++k)
        group_multiply(
            sums, weights[k],
            operand_at(rows + k * 16 * kSwizzledHalves, kPanel * static_cast<int>(sizeof(__half))));
    group_commit();
}

// Whether a kernel, which does its work on 9.0 alone, was built for this card.
template <class Kernel> bool built_for_warp_groups(Kernel* kernel)
{
    int device = 0;
    int major = 0;
    int minor = 0;
    GPU_CHECK(cudaGetDevice(&device));
    GPU_CHECK(cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, device));
    GPU_CHECK(cudaDeviceGetAttribute(&minor, cudaDevAttrComputeCapabilityMinor, device));
    if (major != 9 || minor != 0)
        return false;
    cudaFuncAttributes attributes;
    if (cudaFuncGetAttributes(&attributes, kernel) != cudaSuccess) {
        cudaGetLastError();
        return false;
    }
    return attributes.numRegs > 64; // the kernel, not its trap
}

} // namespace longhand::gpu
