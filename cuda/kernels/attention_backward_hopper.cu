// SPDX-License-Identifier: GPL-3.0-or-later
// attention_backward_tiles.cu with warp groups: a block of two holds 128 keys, or 128 queries, and
// walks over tiles of 64 rows of the other side, one at work and one on its way.
#include "cuda/kernels/attention_backward_hopper.h"

#include "cuda/kernels/attention_backward.cuh"
#include "cuda/kernels/attention_group.cuh"

namespace longhand::gpu {
namespace {

constexpr int kRows = 2 * kTile; // of a block

#if !defined(__CUDA_ARCH__) || defined(__CUDA_ARCH_FEAT_SM90_ALL)

template <int kDim> struct Tile {
    __half values[kPanels<kDim> * kPanel];
};

// Rows [first, first + 64) of one head of a matrix [rows, heads * kDim]; those behind `rows` are 0.
template <int kDim>
__device__ __forceinline__ void fetch(Tile<kDim>& tile, const __half* matrix, int rows, int heads,
                                      int head, int first)
{
    constexpr int kThreadsPerRow = kGroupThreads / kTile;
    const int row = static_cast<int>(threadIdx.x) / kThreadsPerRow;
    const bool valid = first + row < rows;
    const __half* from =
        matrix + (static_cast<std::int64_t>(valid ? first + row : 0) * heads + head) * kDim;
#pragma unroll
    for (int i = 0; i < kDim / 8; i += kThreadsPerRow) {
        const int piece = i + static_cast<int>(threadIdx.x) % kThreadsPerRow;
        copy_async(tile.values + piece / 8 * kPanel + swizzled(row, piece % 8), from + piece * 8,
                   valid);
    }
}

// The thread's warp group, and its warp's first row in the group's 64.
__device__ __forceinline__ int group_index()
{
    return static_cast<int>(threadIdx.x) / 128;
}
__device__ __forceinline__ int warp_row()
{
    return static_cast<int>(threadIdx.x) % 128 / 32 * 16;
}

template <int kDim> struct KeyMemory {
    Tile<kDim> k[2]; // of each group
    Tile<kDim> v[2];
    struct Stage {
        Tile<kDim> q;
        Tile<kDim> dout;
    } stages[2];
    float lse[2][kTile];
    float delta[2][kTile];
};

template <int kDim>
__device__ __forceinline__ void key_work(const AttentionBackward& step, const HalfInput& input,
                                         KeyMemory<kDim>& memory)
{
    const int kv_head = blockIdx.y;
    const int heads = step.heads / step.kv_heads;
    const int block_first = static_cast<int>(blockIdx.x) * kRows;
    const int block_last = min(block_first + kRows, step.rows) - 1;
    const int group = group_index();
    const int own_first = block_first + group * kTile;
    const float factor = 1.0F / input.dout_scale->inverse; // delta in the copy's units
#pragma unroll
    for (int g = 0; g < 2; ++g) {
        fetch<kDim>(memory.k[g], input.k, step.rows, step.kv_heads, kv_head,
                    block_first + g * kTile);
        fetch<kDim>(memory.v[g], input.v, step.rows, step.kv_heads, kv_head,
                    block_first + g * kTile);
    }
    const __half* k = memory.k[group].values;
    const __half* v = memory.v[group].values;
    float key_sums[kDim / 8][4] = {};
    float value_sums[kDim / 8][4] = {};
    for (int head = kv_head * heads; head < (kv_head + 1) * heads; ++head) {
        const SeenRows seen = seen_by(step, head);
        const int end = seen.end[block_last];
        const auto bring = [&](int index, int first) {
            if (first <= end) {
                fetch<kDim>(memory.stages[index].q, input.q, step.rows, step.heads, head, first);
                fetch<kDim>(memory.stages[index].dout, input.dout, step.rows, step.heads, head,
                            first);
                const int row = static_cast<int>(threadIdx.x) % kTile;
                const bool valid = first + row < step.rows;
                const std::int64_t at =
                    static_cast<std::int64_t>(valid ? first + row : 0) * step.heads + head;
                if (threadIdx.x < kTile)
                    copy_async(&memory.lse[index][row], step.lse + at, valid);
                else if (threadIdx.x < 2 * kTile)
                    copy_async(&memory.delta[index][row], step.delta + at, valid);
            }
            commit_copies();
        };
        __syncthreads(); // the stages may still be read for the head before
        bring(0, block_first);
        int index = 0;
        for (int first = block_first; first <= end; first += kTile, index ^= 1) {
            wait_copies<0>();
            publish_shared();
            __syncthreads();
            bring(index ^ 1, first + kTile);
            const __half* q = memory.stages[index].q.values;
            const __half* dout = memory.stages[index].dout.values;
            Scores scores = {};
            Scores gradients = {};
            queue_scores<kDim>(scores, k, q);
            queue_scores<kDim>(gradients, v, dout);
            const int last = min(first + kTile, step.rows) - 1;
            const bool masked = first <= own_first + kTile - 1 || first + kTile > step.rows ||
                                seen.begin[last] > own_first;
            group_wait<1>();
            key_weights(scores, step, seen.begin, memory.lse[index], own_first + warp_row(), first,
                        masked);
            PackedScores weights;
            pack_scores(weights, scores);
            queue_sums<kDim>(value_sums, weights, dout);
            group_wait<1>();
            key_gradients(gradients, scores, memory.delta[index], factor);
            PackedScores packed;
            pack_scores(packed, gradients);
            queue_sums<kDim>(key_sums, packed, q);
            group_wait<0>();
        }
    }
    const float inverse = input.dout_scale->inverse;
    const int own = own_first + warp_row();
    store_sums<kDim>(step.dk, key_sums, step.scale * inverse, own, step.rows, step.kv_heads,
                     kv_head);
    store_sums<kDim>(step.dv, value_sums, inverse, own, step.rows, step.kv_heads, kv_head);
}

template <int kDim> struct QueryMemory {
    Tile<kDim> q[2]; // of each group
    Tile<kDim> dout[2];
    struct Stage {
        Tile<kDim> k;
        Tile<kDim> v;
    } stages[2];
};

template <int kDim>
__device__ __forceinline__ void query_work(const AttentionBackward& step, const HalfInput& input,
                                           QueryMemory<kDim>& memory)
{
    const int head = blockIdx.y;
    const int kv_head = head / (step.heads / step.kv_heads);
    const SeenRows seen = seen_by(step, head);
    // The last rows see the most keys: they start first.
    const int block_first = static_cast<int>(gridDim.x - 1 - blockIdx.x) * kRows;
    const int block_last = min(block_first + kRows, step.rows) - 1;
    const int group = group_index();
    const int own_first = block_first + group * kTile;
    const int own_last = min(own_first + kTile, step.rows) - 1;
    const QueryRows rows =
        query_rows(step, seen, head, own_first + warp_row(), 1.0F / input.dout_scale->inverse);
#pragma unroll
    for (int g = 0; g < 2; ++g) {
        fetch<kDim>(memory.q[g], input.q, step.rows, step.heads, head, block_first + g * kTile);
        fetch<kDim>(memory.dout[g], input.dout, step.rows, step.heads, head,
                    block_first + g * kTile);
    }
    const auto bring = [&](int index, int key) {
        if (key <= block_last) {
            fetch<kDim>(memory.stages[index].k, input.k, step.rows, step.kv_heads, kv_head, key);
            fetch<kDim>(memory.stages[index].v, input.v, step.rows, step.kv_heads, kv_head, key);
        }
        commit_copies();
    };
    const int begin = seen.begin[block_first] / kTile * kTile;
    // Every row of the group sees the keys [common, own_first].
    const int common = seen.begin[max(own_last, 0)];
    float sums[kDim / 8][4] = {};
    bring(0, begin);
    int index = 0;
    for (int key = begin; key <= block_last; key += kTile, index ^= 1) {
        wait_copies<0>();
        publish_shared();
        __syncthreads();
        bring(index ^ 1, key + kTile);
        const __half* k = memory.stages[index].k.values;
        Scores scores = {};
        Scores gradients = {};
        queue_scores<kDim>(scores, memory.q[group].values, k);
        queue_scores<kDim>(gradients, memory.dout[group].values, memory.stages[index].v.values);
        group_wait<0>();
        const bool masked = key < common || key + kTile - 1 > own_first;
        query_gradients(gradients, scores, rows, key, masked, step.scale);
        PackedScores packed;
        pack_scores(packed, gradients);
        queue_sums<kDim>(sums, packed, k);
        group_wait<0>();
    }
    store_sums<kDim>(step.dq, sums, step.scale * input.dout_scale->inverse, own_first + warp_row(),
                     step.rows, step.heads, head);
}
#endif

template <int kDim>
__global__ void __launch_bounds__(kGroupThreads, 1)
    key_groups_kernel(AttentionBackward step, HalfInput input)
{
#if defined(__CUDA_ARCH_FEAT_SM90_ALL)
    extern __shared__ __align__(1024) std::byte raw[];
    key_work<kDim>(step, input, *reinterpret_cast<KeyMemory<kDim>*>(raw));
#else
    (void)step;
    (void)input;
    __trap();
#endif
}

template <int kDim>
__global__ void __launch_bounds__(kGroupThreads, kDim == 64 ? 2 : 1)
    query_groups_kernel(AttentionBackward step, HalfInput input)
{
#if defined(__CUDA_ARCH_FEAT_SM90_ALL)
    extern __shared__ __align__(1024) std::byte raw[];
    query_work<kDim>(step, input, *reinterpret_cast<QueryMemory<kDim>*>(raw));
#else
    (void)step;
    (void)input;
    __trap();
#endif
}

template <int kDim>
void launch(const AttentionBackward& step, const HalfInput& input, cudaStream_t stream)
{
    constexpr int kKeyBytes = sizeof(KeyMemory<kDim>);
    constexpr int kQueryBytes = sizeof(QueryMemory<kDim>);
    GPU_CHECK(cudaFuncSetAttribute(key_groups_kernel<kDim>,
                                   cudaFuncAttributeMaxDynamicSharedMemorySize, kKeyBytes));
    GPU_CHECK(cudaFuncSetAttribute(query_groups_kernel<kDim>,
                                   cudaFuncAttributeMaxDynamicSharedMemorySize, kQueryBytes));
    const auto blocks = static_cast<unsigned>((step.rows + kRows - 1) / kRows);
    const dim3 keys(blocks, static_cast<unsigned>(step.kv_heads));
    key_groups_kernel<kDim><<<keys, kGroupThreads, kKeyBytes, stream>>>(step, input);
    const dim3 queries(blocks, static_cast<unsigned>(step.heads));
    query_groups_kernel<kDim><<<queries, kGroupThreads, kQueryBytes, stream>>>(step, input);
    GPU_CHECK(cudaGetLastError());
}

} // namespace

bool can_attend_backward_hopper(int head_dim)
{
    static const bool built = built_for_warp_groups(key_groups_kernel<64>);
    return built && (head_dim == 64 || head_dim == 128);
}

void attend_backward_hopper(const AttentionBackward& step, const HalfInput& input,
                            cudaStream_t stream)
{
    if (step.head_dim == 64)
        launch<64>(step, input, stream);
    else
        launch<128>(step, input, stream);
}

} // namespace longhand::gpu
