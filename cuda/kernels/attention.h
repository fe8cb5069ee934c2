// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/cache.h"

namespace longhand::gpu {

// Causal attention over the pages, scores never stored:
//     out[r, h, :] = sum_p softmax_p(cap(scale * q[r, h, :] . k[p, g, :])) v[p, g, :]
// over the positions p of the row's sequence in [max(key_begin, position - window + 1), position];
// window 0: no limit; cap(s) = soft_cap * tanh(s / soft_cap), the identity for 0. Query head h
// reads kv_head g = h / (heads / kv_heads). q, out [rows, heads * head_dim] f32; half: out again as
// f16; lse [rows, heads]: log of each softmax's denominator, for the backward pass.
struct Attend {
    float* out = nullptr;
    __half* half = nullptr; // may be null
    const float* q = nullptr;
    CachePages pages;
    RowLayout layout;
    int heads = 0;
    float scale = 0.0F;
    int window = 0;
    float soft_cap = 0.0F;
    // Of attend_plain and attend_tiles alone.
    float* lse = nullptr;  // may be null
    bool portable = false; // nothing that only some cards have
    int first_head = 0;    // heads to compute; head_count 0: all
    int head_count = 0;
};

// Plain: one warp a row and head, any head_dim up to 1024, any cache type, all in f32. The mode of
// property tests and of shapes the fast kernels do not have.
void attend_plain(const Attend& step, std::int64_t rows, cudaStream_t stream);

// Rows that stand alone (decode): keys are split over blocks, the last block of a row and kv_head
// merges by log-sum-exp. Reads each key and value once for up to 4 query heads of its group:
// bytes = rows * keys * 2 * width * (2, or 1.0625 for q8). `rows`: indices of the rows, in device
// memory. head_dim 64, 80, 96, 128 or 256; f16, or q8 of a width that is a multiple of 64.
bool can_attend_rows(const CachePages& pages);
// f32 of scratch that `attend_rows` needs, and counters that are zero before and after.
std::int64_t split_floats(std::int64_t rows, int heads, int head_dim);
struct SplitScratch {
    float* partial = nullptr;
    unsigned* tickets = nullptr; // [rows * heads]
};
// most_keys: of any row.
void attend_rows(const Attend& step, const std::int32_t* rows, int count, int most_keys,
                 const SplitScratch& scratch, cudaStream_t stream);

// Tiles of up to 128 rows of one run (prefill): products on the tensor cores with f16 operands and
// f32 sums. 4 * head_dim * heads operations for each row and key it sees. A tile: run << 32 | index
// of the tile in its run, in device memory; longest first keeps the card busy at the end.
constexpr int kTileRows = 128;
bool can_attend_tiles(int head_dim);
void attend_tiles(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream);

} // namespace longhand::gpu
