// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <cstddef>
#include <cstdint>

namespace longhand::tensor {

// The arithmetic of the CPU backend: plain functions over pointers, compiled once for each
// instruction set and reached through a table. They check nothing, allocate nothing, and are safe
// to call from any number of threads on disjoint outputs.

// A weight [out, in] is stored in panels of 16 outputs (packed_weight.h), so that one vector holds
// 16 outputs and a product needs no sum across lanes.
constexpr int kPanel = 16;
constexpr int kBlock = 32; // values a quantisation block holds

// Inputs of a product are tiles of 1, 2, 4, 8 or 16 rows R (never more than Kernels::tile_rows),
// stored for the weight's class:
//     plain weights:     f32 x[k][R]
//     quantised weights: for each block of 32 values, R * kBlockRowBytes bytes:
//         int8 q[R][32], f32 scale[R], f32 sum[R] = scale * sum(q), int32 count[R] = -sum(q),
//         int32 first[R] = -sum(q[0 .. 15])
constexpr std::int64_t kBlockRowBytes = 48;

// y[r, o] = x[r, :] . w[o, :] + bias[o] for a run of panels and one tile.
// Work: 2 * rows * panels * 16 * depth operations on panels * panel_bytes bytes of weights.
struct PanelProduct {
    const std::byte* weight = nullptr; // first panel
    std::int64_t panel_bytes = 0;
    const std::byte* tile = nullptr;
    const float* bias = nullptr; // of the first panel's first output; may be null
    float* y = nullptr;
    std::int64_t y_stride = 0; // floats from one row of y to the next
    std::int64_t columns = 0;  // outputs to write; the run has ceil(columns / 16) panels
    std::int64_t depth = 0;    // values of x in a row
    int rows = 0;              // R
};

// Keys or values of consecutive cache positions, one kv_head.
struct CacheRows {
    const std::byte* const* rows = nullptr; // where each position's head starts
    DType dtype = DType::f32;
};

// One block of a query tile's online softmax (Milakov and Gimelshein 2018; Dao et al. 2022). The
// tile holds `lanes` query vectors, one a lane, padded to `stride` lanes, a multiple of 16.
struct AttentionTile {
    float* queries = nullptr; // [head_dim][stride], scaled; padding lanes hold 0
    float* sums = nullptr;    // [head_dim][stride]: weighted values so far
    float* largest = nullptr; // [stride]: in units of log2
    float* total = nullptr;   // [stride]: sum of weights
    int stride = 0;
    std::int64_t head_dim = 0;
    float soft_cap = 0.0F;
};

// Scratch of one thread for attention, in floats: the block's keys or values, and its scores.
constexpr int kWideKeys = 32;    // keys in a block of a query tile
constexpr int kWideLanes = 64;   // query vectors in a tile
constexpr int kNarrowKeys = 256; // keys in a block of one position's query heads
constexpr int kNarrowHeads = 8;  // query heads of one position handled at once

// c[m][n] += sum_k a[m * a_row + k * a_step] * b[k][n], the product of training: any operand may
// be a transpose, nothing is laid out before. Every sum runs over k in order.
// Work: 2 * rows * columns * depth operations; b should fit the second cache, 64 of its columns the
// first.
struct DenseProduct {
    float* c = nullptr;
    std::int64_t c_row = 0;
    const float* a = nullptr;
    std::int64_t a_row = 0;
    std::int64_t a_step = 0;
    const float* b = nullptr;
    std::int64_t b_row = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t depth = 0;
};

// What the gradient of one row's attention scores needs.
struct ScoreGradient {
    float scale = 0.0F;
    float soft_cap = 0.0F; // 0: none
    float lse = 0.0F;      // log of the sum of exponentials of the row's scores
    float mean = 0.0F;     // dout . out of the row
};

struct Kernels {
    const char* name = "";
    int tile_rows = 0;

    // Lays out rows x[0..rows) (stride in floats) as one tile of depth values a row.
    void (*tile_plain)(std::byte* tile, const float* x, std::int64_t stride, int rows,
                       std::int64_t depth) = nullptr;
    void (*tile_quantised)(std::byte* tile, const float* x, std::int64_t stride, int rows,
                           std::int64_t depth) = nullptr;
    // Indexed by DType; null where no product exists.
    void (*multiply[kDTypes])(const PanelProduct& product) = {};

    // One row of add_rms_norm; delta may be null, and out may be the residual.
    void (*add_rms_norm)(float* out, float* residual, const float* delta, const float* gain,
                         std::int64_t dim, float eps) = nullptr;
    // residual += norm(delta, gain) for one row.
    void (*add_normed)(float* residual, const float* delta, const float* gain, std::int64_t dim,
                       float eps) = nullptr;
    // x = soft_cap * tanh(x / soft_cap)
    void (*cap)(float* x, std::int64_t count, float soft_cap) = nullptr;
    // y *= activation(gate), both [count].
    void (*gate)(float* y, const float* gate, std::int64_t count, Activation) = nullptr;
    float (*dot)(const float* a, const float* b, std::int64_t count) = nullptr;
    // y += scale * x
    void (*add_scaled)(float* y, const float* x, float scale, std::int64_t count) = nullptr;
    float (*largest)(const float* x, std::int64_t count) = nullptr;
    float (*sum_exp)(const float* x, std::int64_t count, float minus) = nullptr;
    // Rotates one head; cos and sin [half].
    void (*rotate)(float* head, const float* cosines, const float* sines, std::int64_t half,
                   bool interleaved) = nullptr;
    void (*to_half)(std::uint16_t* to, const float* from, std::int64_t count) = nullptr;

    // Adds `count` <= kWideKeys keys to a tile. Lane l sees keys [visible_begin[l],
    // visible_end[l]) of the block; both null: every lane sees all.
    // scratch: kWideKeys * (head_dim + kWideLanes) floats.
    void (*attend_wide)(const AttentionTile& tile, const CacheRows& keys, const CacheRows& values,
                        int count, const std::int32_t* visible_begin,
                        const std::int32_t* visible_end, float* scratch) = nullptr;
    // The same for `heads` <= kNarrowHeads query vectors of one position and `count` <= kNarrowKeys
    // keys that all of them see: queries and sums [heads][head_dim]. The stride is not used.
    // scratch: kBlock * head_dim + kNarrowHeads * kNarrowKeys floats.
    void (*attend_narrow)(const AttentionTile& tile, int heads, const CacheRows& keys,
                          const CacheRows& values, int count, float* scratch) = nullptr;

    // --- training ---
    void (*add_product)(const DenseProduct& product) = nullptr;
    // See TrainingSteps; all [count].
    void (*gate_backward)(float* dg, float* du, const float* dout, const float* g, const float* u,
                          std::int64_t count, Activation) = nullptr;
    // One row; dx +=. Returns 1 / sqrt(mean(x^2) + eps).
    float (*rms_norm_backward)(float* dx, const float* dy, const float* x, const float* gain,
                               std::int64_t dim, float eps) = nullptr;
    // scores: q . k becomes the weight p; dscores: dout . v becomes the gradient of q . k.
    void (*attention_gradient)(float* scores, float* dscores, std::int64_t count,
                               const ScoreGradient& row) = nullptr;
    // x = factor * e^(x - minus)
    void (*exp_scaled)(float* x, std::int64_t count, float minus, float factor) = nullptr;
};

// Null where this build does not hold them. Whether the machine can run them is the caller's to
// know (instruction_set.h).
const Kernels* portable_kernels();
const Kernels* avx2_kernels();
const Kernels* avx_vnni_kernels();
const Kernels* avx512_kernels();

} // namespace longhand::tensor
