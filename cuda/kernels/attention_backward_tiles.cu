// SPDX-License-Identifier: GPL-3.0-or-later
// Two kernels over tiles of 64 rows. One owns keys and walks over the queries that see them, one
// owns queries and walks over the keys they see; both hold their sums in registers and keep two
// tiles of the other side in shared memory: one at work, one on its way.
#include "cuda/kernels/attention_backward.cuh"
#include "cuda/kernels/attention_backward_hopper.h"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

// Rows [first, first + 64) of one head of a matrix [rows, heads * kDim]; those behind `rows` are 0.
template <int kDim>
__device__ __forceinline__ void fetch(__half* tile, const __half* matrix, int rows, int heads,
                                      int head, int first)
{
    constexpr int kThreadsPerRow = kTileThreads / kTile;
    const int row = static_cast<int>(threadIdx.x) / kThreadsPerRow;
    const bool valid = first + row < rows;
    const __half* from =
        matrix + (static_cast<std::int64_t>(valid ? first + row : 0) * heads + head) * kDim;
#pragma unroll
    for (int piece = 0; piece < kDim / 8; piece += kThreadsPerRow) {
        const int d = (piece + static_cast<int>(threadIdx.x) % kThreadsPerRow) * 8;
        copy_async(tile + row * kStride<kDim> + d, from + d, valid);
    }
}

// What a block of the first kernel keeps of one tile of queries.
template <int kDim> struct QueryStage {
    __half q[kTileHalves<kDim>];
    __half dout[kTileHalves<kDim>];
    float lse[kTile];
    float delta[kTile];
};
template <int kDim> struct KeyGradientMemory {
    __half k[kTileHalves<kDim>];
    __half v[kTileHalves<kDim>];
    QueryStage<kDim> stages[2];
};

template <int kDim>
__device__ __forceinline__ void fetch_queries(QueryStage<kDim>& stage,
                                              const AttentionBackward& step, const HalfInput& input,
                                              int head, int first)
{
    fetch<kDim>(stage.q, input.q, step.rows, step.heads, head, first);
    fetch<kDim>(stage.dout, input.dout, step.rows, step.heads, head, first);
    const int row = static_cast<int>(threadIdx.x) % kTile;
    const bool valid = first + row < step.rows;
    const std::int64_t at = static_cast<std::int64_t>(valid ? first + row : 0) * step.heads + head;
    if (threadIdx.x < kTile)
        copy_async(&stage.lse[row], step.lse + at, valid);
    else
        copy_async(&stage.delta[row], step.delta + at, valid);
}

template <int kDim>
__global__ void __launch_bounds__(kTileThreads, 2)
    key_tiles_kernel(AttentionBackward step, HalfInput input)
{
    extern __shared__ __align__(16) std::byte raw[];
    auto& memory = *reinterpret_cast<KeyGradientMemory<kDim>*>(raw);
    const int kv_head = blockIdx.y;
    const int group = step.heads / step.kv_heads;
    const int key_first = static_cast<int>(blockIdx.x) * kTile;
    const int key_last = min(key_first + kTile, step.rows) - 1;
    const int warp_row = static_cast<int>(threadIdx.x) / 32 * 16;
    const float factor = 1.0F / input.dout_scale->inverse; // delta in the copy's units
    fetch<kDim>(memory.k, input.k, step.rows, step.kv_heads, kv_head, key_first);
    fetch<kDim>(memory.v, input.v, step.rows, step.kv_heads, kv_head, key_first);

    float key_sums[kDim / 8][4] = {};
    float value_sums[kDim / 8][4] = {};
    for (int head = kv_head * group; head < (kv_head + 1) * group; ++head) {
        const SeenRows seen = seen_by(step, head);
        const int end = seen.end[key_last];
        int stage_index = 0;
        __syncthreads(); // the stages may still be read for the head before
        fetch_queries<kDim>(memory.stages[0], step, input, head, key_first);
        commit_copies();
        for (int first = key_first; first <= end; first += kTile, stage_index ^= 1) {
            if (first + kTile <= end)
                fetch_queries<kDim>(memory.stages[stage_index ^ 1], step, input, head,
                                    first + kTile);
            commit_copies();
            wait_copies<1>();
            __syncthreads();
            const QueryStage<kDim>& stage = memory.stages[stage_index];
            const int last = min(first + kTile, step.rows) - 1;
            const bool masked =
                first <= key_last || first + kTile > step.rows || seen.begin[last] > key_first;
            Scores scores = {};
            score_tile<kDim>(scores, memory.k + warp_row * kStride<kDim>, stage.q);
            key_weights(scores, step, seen.begin, stage.lse, key_first + warp_row, first, masked);
            PackedScores weights;
            pack_scores(weights, scores);
            add_rows<kDim>(value_sums, weights, stage.dout);
            Scores gradients = {};
            score_tile<kDim>(gradients, memory.v + warp_row * kStride<kDim>, stage.dout);
            key_gradients(gradients, scores, stage.delta, factor);
            pack_scores(weights, gradients);
            add_rows<kDim>(key_sums, weights, stage.q);
            __syncthreads();
        }
    }
    const float inverse = input.dout_scale->inverse;
    const int own = key_first + warp_row;
    store_sums<kDim>(step.dk, key_sums, step.scale * inverse, own, step.rows, step.kv_heads,
                     kv_head);
    store_sums<kDim>(step.dv, value_sums, inverse, own, step.rows, step.kv_heads, kv_head);
}

template <int kDim> struct QueryGradientMemory {
    __half q[kTileHalves<kDim>];
    __half dout[kTileHalves<kDim>];
    struct Stage {
        __half k[kTileHalves<kDim>];
        __half v[kTileHalves<kDim>];
    } stages[2];
};

template <int kDim>
__global__ void __launch_bounds__(kTileThreads, 2)
    query_tiles_kernel(AttentionBackward step, HalfInput input)
{
    extern __shared__ __align__(16) std::byte raw[];
    auto& memory = *reinterpret_cast<QueryGradientMemory<kDim>*>(raw);
    const int head = blockIdx.y;
    const int kv_head = head / (step.heads / step.kv_heads);
    const SeenRows seen = seen_by(step, head);
    // The last rows see the most keys: they start first.
    const int first = static_cast<int>(gridDim.x - 1 - blockIdx.x) * kTile;
    const int last = min(first + kTile, step.rows) - 1;
    const int warp_row = static_cast<int>(threadIdx.x) / 32 * 16;

    const QueryRows rows =
        query_rows(step, seen, head, first + warp_row, 1.0F / input.dout_scale->inverse);
    fetch<kDim>(memory.q, input.q, step.rows, step.heads, head, first);
    fetch<kDim>(memory.dout, input.dout, step.rows, step.heads, head, first);
    const auto bring = [&](int stage, int key_first) {
        fetch<kDim>(memory.stages[stage].k, input.k, step.rows, step.kv_heads, kv_head, key_first);
        fetch<kDim>(memory.stages[stage].v, input.v, step.rows, step.kv_heads, kv_head, key_first);
    };
    const int key_begin = seen.begin[first] / kTile * kTile;
    const int common = seen.begin[last]; // every row sees the keys [common, first]
    float sums[kDim / 8][4] = {};
    bring(0, key_begin);
    commit_copies();
    int stage_index = 0;
    for (int keys = key_begin; keys <= last; keys += kTile, stage_index ^= 1) {
        if (keys + kTile <= last)
            bring(stage_index ^ 1, keys + kTile);
        commit_copies();
        wait_copies<1>();
        __syncthreads();
        const auto& stage = memory.stages[stage_index];
        const bool masked = keys < common || keys + kTile - 1 > first;
        Scores scores = {};
        score_tile<kDim>(scores, memory.q + warp_row * kStride<kDim>, stage.k);
        Scores gradients = {};
        score_tile<kDim>(gradients, memory.dout + warp_row * kStride<kDim>, stage.v);
        query_gradients(gradients, scores, rows, keys, masked, step.scale);
        PackedScores weights;
        pack_scores(weights, gradients);
        add_rows<kDim>(sums, weights, stage.k);
        __syncthreads();
    }
    store_sums<kDim>(step.dq, sums, step.scale * input.dout_scale->inverse, first + warp_row,
                     step.rows, step.heads, head);
}

template <int kDim>
void launch(const AttentionBackward& step, const HalfInput& input, cudaStream_t stream)
{
    constexpr int kKeyBytes = sizeof(KeyGradientMemory<kDim>);
    constexpr int kQueryBytes = sizeof(QueryGradientMemory<kDim>);
    GPU_CHECK(cudaFuncSetAttribute(key_tiles_kernel<kDim>,
                                   cudaFuncAttributeMaxDynamicSharedMemorySize, kKeyBytes));
    GPU_CHECK(cudaFuncSetAttribute(query_tiles_kernel<kDim>,
                                   cudaFuncAttributeMaxDynamicSharedMemorySize, kQueryBytes));
    const auto tiles = static_cast<unsigned>((step.rows + kTile - 1) / kTile);
    const dim3 keys(tiles, static_cast<unsigned>(step.kv_heads));
    key_tiles_kernel<kDim><<<keys, kTileThreads, kKeyBytes, stream>>>(step, input);
    const dim3 queries(tiles, static_cast<unsigned>(step.heads));
    query_tiles_kernel<kDim><<<queries, kTileThreads, kQueryBytes, stream>>>(step, input);
    GPU_CHECK(cudaGetLastError());
}

} // namespace

bool can_attend_backward_tiles(int head_dim, float soft_cap)
{
    return soft_cap == 0.0F &&
           (head_dim == 64 || head_dim == 80 || head_dim == 96 || head_dim == 128);
}

void attend_backward_tiles(const AttentionBackward& step, const __half* q, const __half* k,
                           const __half* v, const __half* dout, const HalfScale* dout_scale,
                           cudaStream_t stream)
{
    const HalfInput input{q, k, v, dout, dout_scale};
    if (!step.portable && can_attend_backward_hopper(step.head_dim))
        return attend_backward_hopper(step, input, stream);
    switch (step.head_dim) {
    case 64:
        return launch<64>(step, input, stream);
    case 80:
        return launch<80>(step, input, stream);
    case 96:
        return launch<96>(step, input, stream);
    default:
        return launch<128>(step, input, stream);
    }
}

} // namespace longhand::gpu
