// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/scaled_half.h"

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

// Gradients of causal attention over rows packed behind one another. Row r of a head sees the rows
// [begin[r], r], row p is seen by [p, end[p]]; both never decrease. Heads from shifted_from on have
// arrays of their own (S2). With s = scale * q . k, capped, weight = exp(s - lse) and
// d = dout . v, delta = dout . out:
//     ds = weight * (d - delta) * (1 - (s / soft_cap)^2);
//     dq = scale * sum of ds k;  dk = scale * sum of ds q;  dv = sum of weight dout
// dk and dv gather all query heads of their kv_head. Every sum has one order.
struct SeenRows {
    const std::int32_t* begin = nullptr; // [rows]
    const std::int32_t* end = nullptr;   // [rows]
};
struct AttentionBackward {
    float* dq = nullptr; // [rows, heads * head_dim], set
    float* dk = nullptr; // [rows, kv_heads * head_dim], set
    float* dv = nullptr;
    const float* lse = nullptr;   // [rows, heads]
    const float* delta = nullptr; // [rows, heads]
    SeenRows seen[2];             // plain and shifted
    int shifted_from = 0;         // heads where all are plain
    int rows = 0;
    int heads = 0;
    int kv_heads = 0;
    int head_dim = 0;
    float scale = 0.0F;
    float soft_cap = 0.0F;
    bool portable = false; // nothing that only some cards have
};

// delta[r, h] = sum over i of dout[r, h, i] out[r, h, i].
void dot_heads(float* delta, const float* dout, const float* out, std::int64_t rows, int heads,
               int head_dim, cudaStream_t stream);

// In f32, a warp a row and head: the mode of property tests, caps and other head_dims (to 1024).
void attend_backward_plain(const AttentionBackward& step, const float* q, const float* k,
                           const float* v, const float* dout, cudaStream_t stream);

// On the tensor cores with f16 operands and f32 sums (Dao 2023, algorithm 2, in two kernels so that
// sums have one order: 7 products of tiles where one with atomic sums has 5). 14 * head_dim *
// heads operations for each row and key it sees. head_dim 64, 80, 96 or 128, no cap. dout is
// `dout_scale`'s copy (scaled_half.h), delta that of the numbers themselves.
bool can_attend_backward_tiles(int head_dim, float soft_cap);
void attend_backward_tiles(const AttentionBackward& step, const __half* q, const __half* k,
                           const __half* v, const __half* dout, const HalfScale* dout_scale,
                           cudaStream_t stream);

} // namespace longhand::gpu
