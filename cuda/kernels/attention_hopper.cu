// SPDX-License-Identifier: GPL-3.0-or-later
// Flash attention with the products of warp groups (Shah et al. 2024, without its producer warps):
// a block of two groups holds 128 rows of a head. While a group softens the next tile's scores, the
// tensor cores add the values of this one; three tiles of keys and values are in shared memory:
// values at work, keys at work, and one on its way.
#include "cuda/kernels/attention_hopper.h"

#include "cuda/kernels/attention_group.cuh"
#include "cuda/kernels/attention_softmax.cuh"

namespace longhand::gpu {
namespace {

constexpr int kThreads = kGroupThreads;
constexpr int kStages = 3;

#if !defined(__CUDA_ARCH__) || defined(__CUDA_ARCH_FEAT_SM90_ALL)

template <int kDim> struct Memory {
    struct Stage {
        __half k[kPanels<kDim> * kPanel];
        __half v[kPanels<kDim> * kPanel];
    };
    __half q[2][kPanels<kDim> * kPanel]; // of each group
    Stage stages[kStages];
};

// Brings keys or values of positions [first, first + 64) of one kv_head; those outside [low, end)
// are 0.
template <CacheType kType, int kDim>
__device__ __forceinline__ void fetch(__half* tile, void* cache, const Attend& step,
                                      const RowRun& run, int kv_head, int first, int low, int end)
{
    constexpr int kThreadsPerKey = kThreads / kTile;
    const int key = static_cast<int>(threadIdx.x) / kThreadsPerKey;
    const bool valid = first + key >= low && first + key < end;
    const CachePlace place = place_of(step.layout.page_table, run.table_begin,
                                      valid ? first + key : end - 1, step.pages.page_tokens);
#pragma unroll
    for (int i = 0; i < kDim / 8; i += kThreadsPerKey) {
        const int piece = i + static_cast<int>(threadIdx.x) % kThreadsPerKey;
        __half* to = tile + piece / 8 * kPanel + swizzled(key, piece % 8);
        const int at = kv_head * kDim + piece * 8;
        if (kType == CacheType::f16) {
            copy_async(to, plain_row<__half>(cache, step.pages, place) + at, valid);
            continue;
        }
        *reinterpret_cast<uint4*>(to) =
            valid ? q8_eight(cache, step.pages, place, at) : make_uint4(0, 0, 0, 0);
    }
}

// The group's 64 rows of q, scaled.
template <int kDim>
__device__ __forceinline__ void store_queries(__half* to, const Attend& step, const RowRun& run,
                                              int head, int first_row)
{
    const float factor = query_factor(step);
    for (int i = static_cast<int>(threadIdx.x) % 128; i < kTile * kDim / 8; i += 128) {
        const int row = i / (kDim / 8);
        const int piece = i % (kDim / 8);
        float values[8] = {};
        if (first_row + row < run.rows) {
            const float* from =
                step.q +
                (static_cast<std::int64_t>(run.first_row + first_row + row) * step.heads + head) *
                    kDim +
                piece * 8;
            *reinterpret_cast<float4*>(values) = *reinterpret_cast<const float4*>(from);
            *reinterpret_cast<float4*>(values + 4) = *reinterpret_cast<const float4*>(from + 4);
        }
        __half2 pairs[4];
#pragma unroll
        for (int j = 0; j < 4; ++j)
            pairs[j] = __floats2half2_rn(values[2 * j] * factor, values[2 * j + 1] * factor);
        *reinterpret_cast<uint4*>(to + piece / 8 * kPanel + swizzled(row, piece % 8)) =
            *reinterpret_cast<const uint4*>(pairs);
    }
}

template <CacheType kType, int kDim>
__device__ __forceinline__ void attend(const Attend& step, const std::int64_t* tiles,
                                       Memory<kDim>& memory)
{
    const std::int64_t tile = tiles[blockIdx.x];
    const int head = step.first_head + static_cast<int>(blockIdx.y);
    const int kv_head = head / (step.heads / step.pages.kv_heads);
    const RowRun run = step.layout.runs[tile >> 32];
    const int tile_row = static_cast<int>(tile & 0xFFFFFFFF) * kTileRows;
    const int group = static_cast<int>(threadIdx.x) / 128;
    const int group_row = tile_row + group * kTile;
    const int last_row = min(run.rows, tile_row + kTileRows) - 1;
    const Rows rows = rows_of(step, run, group_row + static_cast<int>(threadIdx.x) % 128 / 32 * 16);

    const int low = first_key(step, run, run.first_position + tile_row);
    const int begin = low / kTile * kTile;
    const int end = run.first_position + last_row + 1;
    const int count = (end - begin + kTile - 1) / kTile;
    // Keys that every row of the group sees: [common, first position of the group].
    const int common = first_key(step, run, run.first_position + last_row);
    const int group_position = run.first_position + group_row;
    const auto bring = [&](int index) {
        if (index < count) {
            auto& stage = memory.stages[index % kStages];
            const int first = begin + index * kTile;
            fetch<kType, kDim>(stage.k, step.pages.keys, step, run, kv_head, first, low, end);
            fetch<kType, kDim>(stage.v, step.pages.values, step, run, kv_head, first, low, end);
        }
        commit_copies();
    };
    bring(0);
    bring(1);
    const __half* q = memory.q[group];
    store_queries<kDim>(memory.q[group], step, run, head, group_row);
    float sums[kDim / 8][4] = {};
    float largest[2] = {-INFINITY, -INFINITY};
    float total[2] = {};
    float keep[2];
    Scores scores = {};
    PackedScores weights;
    const auto soften_tile = [&](int index) {
        const int first = begin + index * kTile;
        const bool masked = first < common || first + kTile - 1 > group_position;
        finish_scores(scores, rows, first, masked, step.soft_cap);
        soften(scores, keep, largest, total);
    };
    wait_copies<1>();
    publish_shared();
    __syncthreads();
    queue_scores<kDim>(scores, q, memory.stages[0].k);
    group_wait<0>();
    soften_tile(0);
    pack_scores(weights, scores);
    for (int index = 0; index + 1 < count; ++index) {
        wait_copies<0>(); // the next tile
        publish_shared();
        __syncthreads(); // and nobody reads the values before these any more
        bring(index + 2);
        queue_scores<kDim>(scores, q, memory.stages[(index + 1) % kStages].k);
        queue_sums<kDim>(sums, weights, memory.stages[index % kStages].v);
        group_wait<1>();
        soften_tile(index + 1);
        group_wait<0>();
        rescale<kDim>(sums, keep);
        pack_scores(weights, scores);
    }
    queue_sums<kDim>(sums, weights, memory.stages[(count - 1) % kStages].v);
    group_wait<0>();
    store_rows<kDim>(step, rows, head, sums, largest, total);
}
#endif

template <CacheType kType, int kDim>
__global__ void __launch_bounds__(kThreads, kDim == 64 ? 2 : 1)
    attend_hopper_kernel(Attend step, const std::int64_t* tiles)
{
#if defined(__CUDA_ARCH_FEAT_SM90_ALL)
    extern __shared__ __align__(1024) std::byte raw[];
    attend<kType, kDim>(step, tiles, *reinterpret_cast<Memory<kDim>*>(raw));
#else
    (void)step;
    (void)tiles;
    __trap();
#endif
}

template <CacheType kType, int kDim>
void launch(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream)
{
    constexpr int kBytes = sizeof(Memory<kDim>);
    GPU_CHECK(cudaFuncSetAttribute(attend_hopper_kernel<kType, kDim>,
                                   cudaFuncAttributeMaxDynamicSharedMemorySize, kBytes));
    const int heads = step.head_count > 0 ? step.head_count : step.heads;
    const dim3 grid(static_cast<unsigned>(count), static_cast<unsigned>(heads));
    attend_hopper_kernel<kType, kDim><<<grid, kThreads, kBytes, stream>>>(step, tiles);
    GPU_CHECK(cudaGetLastError());
}

} // namespace

bool can_attend_hopper(const CachePages& pages)
{
    static const bool built = built_for_warp_groups(attend_hopper_kernel<CacheType::f16, 64>);
    return built && (pages.head_dim == 64 || pages.head_dim == 128);
}

void attend_hopper(const Attend& step, const std::int64_t* tiles, int count, cudaStream_t stream)
{
    const bool q8 = step.pages.type == CacheType::q8;
    if (step.pages.head_dim == 64)
        q8 ? launch<CacheType::q8, 64>(step, tiles, count, stream)
           : launch<CacheType::f16, 64>(step, tiles, count, stream);
    else
        q8 ? launch<CacheType::q8, 128>(step, tiles, count, stream)
           : launch<CacheType::f16, 128>(step, tiles, count, stream);
}

} // namespace longhand::gpu
