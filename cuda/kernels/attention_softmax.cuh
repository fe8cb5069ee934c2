// SPDX-License-Identifier: GPL-3.0-or-later
// The online softmax of flash attention (Milakov and Gimelshein 2018; Dao 2023) over the rows that
// a warp owns, sixteen of them in the layout of m16n8 products.
#pragma once

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/attention_scores.cuh"
#include "cuda/kernels/attention_tile.cuh"

namespace longhand::gpu {

// Where a thread's two rows of its warp's sixteen stand.
struct Rows {
    int position[2];
    int begin[2]; // first key each sees
    bool valid[2];
    std::int64_t row[2];
};

// The rows of the warp whose first is `warp_row` of the run.
__device__ __forceinline__ Rows rows_of(const Attend& step, const RowRun& run, int warp_row)
{
    Rows rows;
#pragma unroll
    for (int r = 0; r < 2; ++r) {
        const int row = warp_row + static_cast<int>(threadIdx.x) % 32 / 4 + 8 * r;
        rows.valid[r] = row < run.rows;
        rows.row[r] = run.first_row + row;
        rows.position[r] = run.first_position + row;
        rows.begin[r] = first_key(step, run, rows.position[r]);
    }
    return rows;
}

// What q is multiplied with when it is loaded: the scale, and log2(e) where no cap comes between.
__device__ __forceinline__ float query_factor(const Attend& step)
{
    return step.soft_cap > 0.0F ? step.scale : step.scale * kLog2e;
}

// Caps and masks the scores, which then are in units of log2.
__device__ __forceinline__ void finish_scores(Scores& scores, const Rows& rows, int first,
                                              bool masked, float soft_cap)
{
    if (soft_cap > 0.0F)
#pragma unroll
        for (int n = 0; n < kTile / 8; ++n)
#pragma unroll
            for (int i = 0; i < 4; ++i)
                scores[n][i] = capped_score(scores[n][i], soft_cap) * kLog2e;
    if (!masked)
        return;
    const int t = threadIdx.x % 4;
#pragma unroll
    for (int n = 0; n < kTile / 8; ++n)
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const int key = first + 8 * n + 2 * t + i % 2;
            if (key > rows.position[i / 2] || key < rows.begin[i / 2])
                scores[n][i] = -INFINITY;
        }
}

// One step of the online softmax: scores become weights; what was summed so far is to be multiplied
// by `keep`.
__device__ __forceinline__ void soften(Scores& scores, float (&keep)[2], float (&largest)[2],
                                       float (&total)[2])
{
#pragma unroll
    for (int r = 0; r < 2; ++r) {
        float now = largest[r];
#pragma unroll
        for (int n = 0; n < kTile / 8; ++n)
            now = fmaxf(now, fmaxf(scores[n][2 * r], scores[n][2 * r + 1]));
        now = fmaxf(now, __shfl_xor_sync(0xFFFFFFFFU, now, 1));
        now = fmaxf(now, __shfl_xor_sync(0xFFFFFFFFU, now, 2));
        const float base = now == -INFINITY ? 0.0F : now;
        keep[r] = exp2f(largest[r] - base);
        largest[r] = now;
        total[r] *= keep[r];
#pragma unroll
        for (int n = 0; n < kTile / 8; ++n)
#pragma unroll
            for (int i = 2 * r; i < 2 * r + 2; ++i) {
                scores[n][i] = exp2f(scores[n][i] - base);
                total[r] += scores[n][i];
            }
    }
}

template <int kDim>
__device__ __forceinline__ void rescale(float (&sums)[kDim / 8][4], const float (&keep)[2])
{
#pragma unroll
    for (int n = 0; n < kDim / 8; ++n)
#pragma unroll
        for (int i = 0; i < 4; ++i)
            sums[n][i] *= keep[i / 2];
}

template <int kDim>
__device__ __forceinline__ void store_rows(const Attend& step, const Rows& rows, int head,
                                           const float (&sums)[kDim / 8][4],
                                           const float (&largest)[2], float (&total)[2])
{
    const int t = threadIdx.x % 4;
#pragma unroll
    for (int r = 0; r < 2; ++r) {
        total[r] += __shfl_xor_sync(0xFFFFFFFFU, total[r], 1);
        total[r] += __shfl_xor_sync(0xFFFFFFFFU, total[r], 2);
        if (!rows.valid[r])
            continue;
        const float scale = 1.0F / total[r];
        if (step.lse != nullptr && t == 0)
            step.lse[rows.row[r] * step.heads + head] = (largest[r] + log2f(total[r])) / kLog2e;
        const std::int64_t base = (rows.row[r] * step.heads + head) * kDim + 2 * t;
#pragma unroll
        for (int n = 0; n < kDim / 8; ++n) {
            const float2 both = make_float2(sums[n][2 * r] * scale, sums[n][2 * r + 1] * scale);
            *reinterpret_cast<float2*>(step.out + base + 8 * n) = both;
            if (step.half != nullptr)
                *reinterpret_cast<__half2*>(step.half + base + 8 * n) =
                    __halves2half2(saturated(both.x), saturated(both.y));
        }
    }
}

} // namespace longhand::gpu
