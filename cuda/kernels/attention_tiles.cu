// SPDX-License-Identifier: GPL-3.0-or-later
// Flash attention (Dao 2023) over pages: a block holds 64 rows of one query head and walks over
// tiles of 64 keys, two of them in shared memory: one at work, one on its way.
#include "cuda/kernels/attention.h"

#include "cuda/kernels/attention_hopper.h"
#include "cuda/kernels/attention_softmax.cuh"
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
        *reinterpret_cast<uint4*>(to) =
            valid ? q8_eight(cache, step.pages, place, kv_head * kDim + d) : make_uint4(0, 0, 0, 0);
    }
}

// The warp's 16 rows of q, scaled, as operands of the products.
template <int kDim>
__device__ __forceinline__ void load_queries(std::uint32_t (&q)[kDim / 16][4], const Attend& step,
                                             const Rows& rows, int head)
{
    const int t = threadIdx.x % 4;
    const float factor = query_factor(step);
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
            q[k][i] = bits_of(__floats2half2_rn(both.x * factor, both.y * factor));
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
    const int tile_row =
        static_cast<int>(tile & 0xFFFFFFFF) * kTileRows + static_cast<int>(blockIdx.z) * kTile;
    if (tile_row >= run.rows)
        return;
    const int warp_row = tile_row + static_cast<int>(threadIdx.x) / 32 * 16;
    const int last_row = min(run.rows, tile_row + kTile) - 1;

    const Rows rows = rows_of(step, run, warp_row);
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
        float keep[2];
        soften(scores, keep, largest, total);
        rescale<kDim>(sums, keep);
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
    const dim3 grid(static_cast<unsigned>(count), static_cast<unsigned>(heads), kTileRows / kTile);
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

bool can_attend_tiles(int head_dim)
{
    return head_dim == 64 || head_dim == 80 || head_dim == 96 || head_dim == 128 || head_dim == 256;
}

void attend_tiles(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream)
{
    if (!step.portable && can_attend_hopper(step.pages))
        return attend_hopper(step, tiles, count, stream);
    if (step.pages.type == CacheType::q8)
        launch_dim<CacheType::q8>(step, tiles, count, stream);
    else
        launch_dim<CacheType::f16>(step, tiles, count, stream);
}

} // namespace longhand::gpu
