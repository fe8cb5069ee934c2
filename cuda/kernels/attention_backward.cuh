// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernels of attention's gradients share: from products of a warp's 16 rows with 64 others
// to weights and gradients of scores, in the layout of m16n8 products.
#pragma once

#include "cuda/kernels/attention_backward.h"
#include "cuda/kernels/attention_scores.cuh"
#include "cuda/kernels/attention_tile.cuh"

namespace longhand::gpu {

// f16 copies of the inputs.
struct HalfInput {
    const __half* q;
    const __half* k;
    const __half* v;
    const __half* dout;
    const HalfScale* dout_scale;
};

// Chosen without an index, which would move the parameters to local memory.
__device__ __forceinline__ SeenRows seen_by(const AttentionBackward& step, int head)
{
    const bool shifted = head >= step.shifted_from;
    return {shifted ? step.seen[1].begin : step.seen[0].begin,
            shifted ? step.seen[1].end : step.seen[0].end};
}

// scores: keys [key, key + 16) of the warp times queries [query, query + 64). They become weights.
// lse: of those queries. masked: some pair may not see each other.
__device__ __forceinline__ void key_weights(Scores& scores, const AttentionBackward& step,
                                            const std::int32_t* begin, const float* lse, int key,
                                            int query, bool masked)
{
    const int lane = threadIdx.x % 32;
    const float factor = step.scale * kLog2e;
#pragma unroll
    for (int n = 0; n < kTile / 8; ++n)
#pragma unroll
        for (int j = 0; j < 2; ++j) {
            const int column = 8 * n + 2 * (lane % 4) + j;
            const float base = lse[column] * kLog2e;
            const int row = query + column;
            const int sees = masked ? (row < step.rows ? begin[row] : INT32_MAX) : 0;
#pragma unroll
            for (int r = 0; r < 2; ++r) {
                float& score = scores[n][2 * r + j];
                const int own = key + lane / 4 + 8 * r;
                score = masked && (own > row || own < sees) ? 0.0F : exp2f(score * factor - base);
            }
        }
}

// gradients: values of the keys times dout of the queries. They become gradients of the scores.
__device__ __forceinline__ void key_gradients(Scores& gradients, const Scores& weights,
                                              const float* delta, float factor)
{
#pragma unroll
    for (int n = 0; n < kTile / 8; ++n)
#pragma unroll
        for (int j = 0; j < 2; ++j) {
            const float mean = delta[8 * n + 2 * (static_cast<int>(threadIdx.x) % 4) + j] * factor;
#pragma unroll
            for (int i = j; i < 4; i += 2)
                gradients[n][i] = weights[n][i] * (gradients[n][i] - mean);
        }
}

// Two of the warp's queries, a thread's own.
struct QueryRows {
    int row[2];
    int begin[2];
    float lse[2]; // in units of log2
    float delta[2];
};

__device__ __forceinline__ QueryRows query_rows(const AttentionBackward& step, const SeenRows& seen,
                                                int head, int warp_row, float dout_factor)
{
    QueryRows rows;
#pragma unroll
    for (int r = 0; r < 2; ++r) {
        rows.row[r] = warp_row + static_cast<int>(threadIdx.x) % 32 / 4 + 8 * r;
        const int real = min(rows.row[r], step.rows - 1);
        const std::int64_t at = static_cast<std::int64_t>(real) * step.heads + head;
        rows.begin[r] = seen.begin[real];
        rows.lse[r] = step.lse[at] * kLog2e;
        rows.delta[r] = step.delta[at] * dout_factor;
    }
    return rows;
}

// scores: queries times keys [key, key + 64); gradients: dout times values, which become gradients
// of the scores.
__device__ __forceinline__ void query_gradients(Scores& gradients, const Scores& scores,
                                                const QueryRows& rows, int key, bool masked,
                                                float scale)
{
    const float factor = scale * kLog2e;
#pragma unroll
    for (int n = 0; n < kTile / 8; ++n)
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const int r = i / 2;
            const int other = key + 8 * n + 2 * (static_cast<int>(threadIdx.x) % 4) + i % 2;
            const float weight = masked && (other > rows.row[r] || other < rows.begin[r])
                                     ? 0.0F
                                     : exp2f(scores[n][i] * factor - rows.lse[r]);
            gradients[n][i] = weight * (gradients[n][i] - rows.delta[r]);
        }
}

// The warp's 16 rows of sums, `first` being its first row.
template <int kDim>
__device__ __forceinline__ void store_sums(float* to, const float (&sums)[kDim / 8][4],
                                           float factor, int first, int rows, int heads, int head)
{
    const int lane = threadIdx.x % 32;
#pragma unroll
    for (int r = 0; r < 2; ++r) {
        const int row = first + lane / 4 + 8 * r;
        if (row >= rows)
            continue;
        float* at = to + (static_cast<std::int64_t>(row) * heads + head) * kDim + 2 * (lane % 4);
#pragma unroll
        for (int n = 0; n < kDim / 8; ++n)
            *reinterpret_cast<float2*>(at + 8 * n) =
                make_float2(sums[n][2 * r] * factor, sums[n][2 * r + 1] * factor);
    }
}

} // namespace longhand::gpu
