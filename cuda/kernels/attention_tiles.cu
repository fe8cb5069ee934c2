// SPDX-License-Identifier: GPL-3.0-or-later
// Flash attention (Dao 2023) over pages: a block holds 64 rows of one query head and walks over
// tiles of 64 keys, two of them in shared memory: one at work, one on its way.
#include "cuda/kernels/attention.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/attention_scores.cuh"
#include "cuda/kernels/attention_tile.cuh"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

constexpr int kThreads = kTileThreads;
constexpr int kKeys = kTile; // of a tile

// Brings keys or values of positions [first, first + 64) of one kv_head; those outside [low, end),
// which no row sees and whose pages may be gone, are 0.
template <CacheType kType, int kDim>
__device__ __forceinline__ void fetch(__half* tile, void* cache, const Attend& step,
                                      const RowRun& run, int kv_head, int first, int low, int end)
{
    // Neighbouring threads share a key, so that its page is looked up once a thread.
    constexpr int kThreadsPerKey = kThreads / kKeys;
    const int key = static_cast<int>(threadIdx.x) / kThreadsPerKey;
    const bool valid = first + key >= low && first + key < end;
    const CachePlace place = place_of(step.layout.page_table, run.table_begin,
                                      valid ? first + key : end - 1, step.pages.page_tokens);
#pragma unroll
    for (int piece = 0; piece < kDim / 8; piece += kThreadsPerKey) {
        const int d = (piece + static_cast<int>(threadIdx.x) % kThreadsPerKey) * 8;
        __half* to = tile + key * kStride<kDim> + d;
        if (kType == CacheType::f16) {
            copy_async(to, plain_row<__half>(cache, step.pages, place) + kv_head * kDim + d, valid);
            continue;
        }
        uint4 words = make_uint4(0, 0, 0, 0);
        if (valid) {
            const int at = kv_head * kDim + d;
            const uint2 codes = q8_words(q8_codes(cache, step.pages, place) + at);
            const __half2 scale = __half2half2(q8_scales(cache, step.pages, place)[at / 32]);
            words = make_uint4(bits_of(__hmul2(bytes<0>(codes.x), scale)),
                               bits_of(__hmul2(bytes<1>(codes.x), scale)),
                               bits_of(__hmul2(bytes<0>(codes.y), scale)),
                               bits_of(__hmul2(bytes<1>(codes.y), scale)));
        }
        *reinterpret_cast<uint4*>(to) = words;
    }
}

// Where a thread's two rows of its warp's sixteen stand.
struct Rows {
    int position[2];
    int begin[2]; // first key each sees
    bool valid[2];
    std::int64_t row[2];
};

// The warp's 16 rows of q, scaled, as operands of the products.
template <int kDim>
__device__ __forceinline__ void load_queries(std::uint32_t (&q)[kDim / 16][4], const Attend& step,
                                             const Rows& rows, int head)
{
    const int t = threadIdx.x % 4;
#pragma unroll
    for (int k = 0; k < kDim / 16; ++k)
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const int r = i % 2;
            const int d = 16 * k + 2 * t + i / 2 * 8;
            float2 both = make_float2(0.0F, 0.0F);
            if (rows.valid[r])
                both = *reinterpret_cast<const float2*>(
                    step.q + (rows.row[r] * step.heads + head) * kDim + d);
            q[k][i] = bits_of(__floats2half2_rn(both.x * step.scale, both.y * step.scale));
        }
}

// Caps, masks and brings the scores to units of log2.
__device__ __forceinline__ void finish_scores(Scores& scores, const Rows& rows, int first,
                                              bool masked, float soft_cap)
{
    const int t = threadIdx.x % 4;
#pragma unroll
    for (int n = 0; n < kKeys / 8; ++n)
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            float score = capped_score(scores[n][i], soft_cap) * kLog2e;
            const int key = first + 8 * n + 2 * t + i % 2;
            if (masked && (key > rows.position[i / 2] || key < rows.begin[i / 2]))
                score = -INFINITY;
            scores[n][i] = score;
        }
}

// One step of the online softmax: scores become weights, sums and totals are scaled.
template <int kDim>
__device__ __forceinline__ void soften(Scores& scores, float (&sums)[kDim / 8][4],
                                       float (&largest)[2], float (&total)[2])
{
#pragma unroll
    for (int r = 0; r < 2; ++r) {
        float now = largest[r];
#pragma unroll
        for (int n = 0; n < kKeys / 8; ++n)
            now = fmaxf(now, fmaxf(scores[n][2 * r], scores[n][2 * r + 1]));
        now = fmaxf(now, __shfl_xor_sync(0xFFFFFFFFU, now, 1));
        now = fmaxf(now, __shfl_xor_sync(0xFFFFFFFFU, now, 2));
        const float base = now == -INFINITY ? 0.0F : now;
        const float keep = exp2f(largest[r] - base);
        largest[r] = now;
        total[r] *= keep;
#pragma unroll
        for (int n = 0; n < kKeys / 8; ++n)
#pragma unroll
            for (int i = 2 * r; i < 2 * r + 2; ++i) {
                scores[n][i] = exp2f(scores[n][i] - base);
                total[r] += scores[n][i];
            }
#pragma unroll
        for (int n = 0; n < kDim / 8; ++n) {
            sums[n][2 * r] *= keep;
            sums[n][2 * r + 1] *= keep;
        }
    }
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

template <CacheType kType, int kDim>
__global__ void __launch_bounds__(kThreads)
    attend_tiles_kernel(Attend step, const std::int64_t* tiles)
{
    extern __shared__ __align__(16) __half shared[];
    const std::int64_t tile = tiles[blockIdx.x];
    const int head = step.first_head + static_cast<int>(blockIdx.y);
    const int kv_head = head / (step.heads / step.pages.kv_heads);
    const RowRun run = step.layout.runs[tile >> 32];
    const int tile_row = static_cast<int>(tile & 0xFFFFFFFF) * kTileRows;
    const int warp_row = tile_row + static_cast<int>(threadIdx.x) / 32 * 16;
    const int last_row = min(run.rows, tile_row + kTileRows) - 1;

    Rows rows;
#pragma unroll
    for (int r = 0; r < 2; ++r) {
        const int row = warp_row + static_cast<int>(threadIdx.x) % 32 / 4 + 8 * r;
        rows.valid[r] = row < run.rows;
        rows.row[r] = run.first_row + row;
        rows.position[r] = run.first_position + row;
        rows.begin[r] = first_key(step, run, rows.position[r]);
    }
    std::uint32_t q[kDim / 16][4];
    load_queries<kDim>(q, step, rows, head);
    float sums[kDim / 8][4] = {};
    float largest[2] = {-INFINITY, -INFINITY};
    float total[2] = {};

    const int low = first_key(step, run, run.first_position + tile_row);
    const int begin = low / kKeys * kKeys;
    const int end = run.first_position + last_row + 1;
    // Keys that every row of the block sees: [common, first position of the tile].
    const int common = first_key(step, run, run.first_position + last_row);
    const auto stage = [&](int index) { return shared + index % 2 * 2 * kTileHalves<kDim>; };
    const auto bring = [&](int index) {
        const int first = begin + index * kKeys;
        if (first < end) {
            fetch<kType, kDim>(stage(index), step.pages.keys, step, run, kv_head, first, low, end);
            fetch<kType, kDim>(stage(index) + kTileHalves<kDim>, step.pages.values, step, run,
                               kv_head, first, low, end);
        }
        commit_copies();
    };
    bring(0);
    for (int index = 0; begin + index * kKeys < end; ++index) {
        bring(index + 1);
        wait_copies<1>();
        __syncthreads();
        const int first = begin + index * kKeys;
        float scores[kKeys / 8][4] = {};
        score_tile<kDim>(scores, q, stage(index));
        const bool masked = first < common || first + kKeys - 1 > run.first_position + tile_row;
        finish_scores(scores, rows, first, masked, step.soft_cap);
        soften<kDim>(scores, sums, largest, total);
        PackedScores weights;
        pack_scores(weights, scores);
        add_rows<kDim>(sums, weights, stage(index) + kTileHalves<kDim>);
        __syncthreads();
    }
    store_rows<kDim>(step, rows, head, sums, largest, total);
}

template <CacheType kType, int kDim>
void launch(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream)
{
    constexpr int kBytes = 4 * kTileHalves<kDim> * static_cast<int>(sizeof(__half));
    GPU_CHECK(cudaFuncSetAttribute(attend_tiles_kernel<kType, kDim>,
                                   cudaFuncAttributeMaxDynamicSharedMemorySize, kBytes));
    const int heads = step.head_count > 0 ? step.head_count : step.heads;
    const dim3 grid(static_cast<unsigned>(count), static_cast<unsigned>(heads));
    attend_tiles_kernel<kType, kDim><<<grid, kThreads, kBytes, stream>>>(step, tiles);
    GPU_CHECK(cudaGetLastError());
}

template <CacheType kType>
void launch_dim(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream)
{
    switch (step.pages.head_dim) {
    case 64:
        return launch<kType, 64>(step, tiles, count, stream);
    case 80:
        return launch<kType, 80>(step, tiles, count, stream);
    case 96:
        return launch<kType, 96>(step, tiles, count, stream);
    case 128:
        return launch<kType, 128>(step, tiles, count, stream);
    default:
        return launch<kType, 256>(step, tiles, count, stream);
    }
}

} // namespace

void attend_tiles(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream)
{
    if (step.pages.type == CacheType::q8)
        launch_dim<CacheType::q8>(step, tiles, count, stream);
    else
        launch_dim<CacheType::f16>(step, tiles, count, stream);
}

} // namespace longhand::gpu
