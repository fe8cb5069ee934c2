// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/attention.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/attention_scores.cuh"
#include "cuda/kernels/overlap.cuh"
#include "cuda/kernels/packed_weight.cuh"
#include "cuda/runtime/check.h"

#include <algorithm>

namespace longhand::gpu {
namespace {

constexpr int kWarps = 4;
constexpr int kMostHeads = 4; // query heads of a group that one block serves
constexpr int kKeys = 8;      // keys of a lane group on their way at once
constexpr int kTargetBlocks = 132 * 6;
constexpr int kMostSplits = 64;

constexpr int lanes_for(int dim)
{
    return dim <= 64 ? 8 : dim <= 128 ? 16 : 32;
}

// Eight values of a head as f32.
template <CacheType kType> struct Piece;
template <> struct Piece<CacheType::f16> {
    uint4 words;
    __device__ __forceinline__ void load(void* cache, const CachePages& pages,
                                         const CachePlace& place, int i)
    {
        words = __ldcs(reinterpret_cast<const uint4*>(plain_row<__half>(cache, pages, place) + i));
    }
    __device__ __forceinline__ void expand(float (&to)[8]) const
    {
        const std::uint32_t all[4] = {words.x, words.y, words.z, words.w};
#pragma unroll
        for (int j = 0; j < 4; ++j) {
            const float2 both = __half22float2(pair_of(all[j]));
            to[2 * j] = both.x;
            to[2 * j + 1] = both.y;
        }
    }
};
template <> struct Piece<CacheType::q8> {
    uint2 codes;
    __half scale;
    __device__ __forceinline__ void load(void* cache, const CachePages& pages,
                                         const CachePlace& place, int i)
    {
        codes = q8_words(q8_codes(cache, pages, place) + i);
        scale = q8_scales(cache, pages, place)[i / 32];
    }
    __device__ __forceinline__ void expand(float (&to)[8]) const
    {
        const __half2 s = __half2half2(scale);
        const __half2 all[4] = {bytes<0>(codes.x), bytes<1>(codes.x), bytes<0>(codes.y),
                                bytes<1>(codes.y)};
        const float factor = __low2float(s);
#pragma unroll
        for (int j = 0; j < 4; ++j) {
            const float2 both = __half22float2(all[j]);
            to[2 * j] = both.x * factor;
            to[2 * j + 1] = both.y * factor;
        }
    }
};

// Running softmax of some query heads; a lane holds 8 values of the sums.
template <int kHeads> struct Running {
    float sums[kHeads][8] = {};
    float largest[kHeads];
    float total[kHeads] = {};
    __device__ Running()
    {
#pragma unroll
        for (int h = 0; h < kHeads; ++h)
            largest[h] = -INFINITY;
    }
};

template <int kLanes> __device__ __forceinline__ float group_sum(float value)
{
#pragma unroll
    for (int mask = kLanes / 2; mask > 0; mask /= 2)
        value += __shfl_xor_sync(0xFFFFFFFFU, value, mask);
    return value;
}

template <int kHeads>
__device__ __forceinline__ void rescale(Running<kHeads>& running, int h, float now)
{
    const float keep = running.largest[h] == -INFINITY ? 0.0F : exp2f(running.largest[h] - now);
    running.largest[h] = now;
    running.total[h] *= keep;
#pragma unroll
    for (int i = 0; i < 8; ++i)
        running.sums[h][i] *= keep;
}

// Keys [first, first + kKeys) of the lane group, those outside [begin, end) left out.
template <CacheType kType, int kLanes, int kHeads>
__device__ __forceinline__ void add_keys(Running<kHeads>& running, const float (&q)[kHeads][8],
                                         const Attend& step, const RowRun& run, int first,
                                         int begin, int end, int offset, bool active)
{
    Piece<kType> pieces[kKeys];
    const CachePlace place = place_of(step.layout.page_table, run.table_begin,
                                      min(max(first, begin), end - 1), step.pages.page_tokens);
    const int base = place.row - min(max(first, begin), end - 1);
    float scores[kHeads][kKeys];
#pragma unroll
    for (int j = 0; j < kKeys; ++j)
        if (active && first + j >= begin && first + j < end)
            pieces[j].load(step.pages.keys, step.pages, {place.page, base + first + j}, offset);
#pragma unroll
    for (int j = 0; j < kKeys; ++j) {
        const bool seen = first + j >= begin && first + j < end;
        float k[8] = {};
        if (active && seen)
            pieces[j].expand(k);
#pragma unroll
        for (int h = 0; h < kHeads; ++h) {
            float score = 0.0F;
#pragma unroll
            for (int i = 0; i < 8; ++i)
                score += q[h][i] * k[i];
            score = group_sum<kLanes>(score);
            scores[h][j] = seen ? capped_score(score, step.soft_cap) * kLog2e : -INFINITY;
        }
    }
#pragma unroll
    for (int j = 0; j < kKeys; ++j)
        if (active && first + j >= begin && first + j < end)
            pieces[j].load(step.pages.values, step.pages, {place.page, base + first + j}, offset);
#pragma unroll
    for (int h = 0; h < kHeads; ++h) {
        float now = running.largest[h];
#pragma unroll
        for (int j = 0; j < kKeys; ++j)
            now = fmaxf(now, scores[h][j]);
        if (now == -INFINITY)
            continue;
        rescale(running, h, now);
#pragma unroll
        for (int j = 0; j < kKeys; ++j) {
            scores[h][j] = exp2f(scores[h][j] - now);
            running.total[h] += scores[h][j];
        }
    }
#pragma unroll
    for (int j = 0; j < kKeys; ++j) {
        float v[8] = {};
        if (active && first + j >= begin && first + j < end)
            pieces[j].expand(v);
#pragma unroll
        for (int h = 0; h < kHeads; ++h)
#pragma unroll
            for (int i = 0; i < 8; ++i)
                running.sums[h][i] += (scores[h][j] == -INFINITY ? 0.0F : scores[h][j]) * v[i];
    }
}

// Merges the lane groups of a warp, then leaves the block's total in shared memory of warp 0.
template <int kLanes, int kHeads, int kDim>
__device__ void merge_block(Running<kHeads>& running, float* shared)
{
    const int lane = threadIdx.x % 32;
    const int warp = threadIdx.x / 32;
#pragma unroll
    for (int h = 0; h < kHeads; ++h) {
#pragma unroll
        for (int mask = kLanes; mask < 32; mask *= 2) {
            const float other = __shfl_xor_sync(0xFFFFFFFFU, running.largest[h], mask);
            const float now = fmaxf(running.largest[h], other);
            if (now != -INFINITY)
                rescale(running, h, now);
            running.total[h] += __shfl_xor_sync(0xFFFFFFFFU, running.total[h], mask);
#pragma unroll
            for (int i = 0; i < 8; ++i)
                running.sums[h][i] += __shfl_xor_sync(0xFFFFFFFFU, running.sums[h][i], mask);
        }
        float* mine = shared + (warp * kHeads + h) * (kDim + 2);
        if (lane < kLanes && lane * 8 < kDim)
#pragma unroll
            for (int i = 0; i < 8; ++i)
                mine[lane * 8 + i] = running.sums[h][i];
        if (lane == 0) {
            mine[kDim] = running.largest[h];
            mine[kDim + 1] = running.total[h];
        }
    }
    __syncthreads();
}

// What other blocks wrote must not come from this multiprocessor's own cache.
struct FromShared {
    static __device__ __forceinline__ float read(const float* from) { return *from; }
};
struct FromBlocks {
    static __device__ __forceinline__ float read(const float* from) { return __ldcg(from); }
};

// Sum i of `parts` partial results, `stride` floats apart: value i of the merged head.
template <class From, int kDim>
__device__ __forceinline__ float merged(const float* parts, int count, int stride, int i,
                                        float& largest, float& total)
{
    largest = -INFINITY;
    for (int part = 0; part < count; ++part)
        largest = fmaxf(largest, From::read(parts + part * stride + kDim));
    total = 0.0F;
    float sum = 0.0F;
    for (int part = 0; part < count; ++part) {
        const float weight = From::read(parts + part * stride + kDim + 1);
        if (weight == 0.0F)
            continue;
        const float keep = exp2f(From::read(parts + part * stride + kDim) - largest);
        total += keep * weight;
        sum += keep * From::read(parts + part * stride + i);
    }
    return sum;
}

struct RowsArguments {
    Attend step;
    const std::int32_t* rows;
    SplitScratch scratch;
    int chunks; // of heads in a group
};

template <CacheType kType, int kDim, int kHeads>
__global__ void __launch_bounds__(32 * kWarps) attend_rows_kernel(RowsArguments arguments)
{
    constexpr int kLanes = lanes_for(kDim);
    constexpr int kGroups = 32 / kLanes * kWarps; // lane groups of a block
    __shared__ float shared[kWarps * kHeads * (kDim + 2)];
    __shared__ bool last;
    const Attend& step = arguments.step;
    let_next_begin();
    const int splits = gridDim.y;
    const int group = step.heads / step.pages.kv_heads;
    const int kv_head = blockIdx.x / arguments.chunks % step.pages.kv_heads;
    const int which = blockIdx.x / arguments.chunks / step.pages.kv_heads;
    const int head0 = kv_head * group + blockIdx.x % arguments.chunks * kHeads;
    const int heads = min(kHeads, (kv_head + 1) * group - head0);
    const int row = arguments.rows[which];
    const RowRun run = step.layout.runs[step.layout.run_of_row[row]];
    const int position = run.first_position + row - run.first_row;
    const int lane = threadIdx.x % kLanes;
    const bool active = lane * 8 < kDim;
    wait_for_previous(); // the layout was there before it

    float q[kHeads][8];
#pragma unroll
    for (int h = 0; h < kHeads; ++h)
#pragma unroll
        for (int i = 0; i < 8; ++i)
            q[h][i] =
                active && h < heads
                    ? step.scale *
                          step.q[(static_cast<std::int64_t>(row) * step.heads + head0 + h) * kDim +
                                 lane * 8 + i]
                    : 0.0F;

    // This block's keys, cut at multiples of kKeys so that a lane group stays inside a page.
    const int begin = first_key(step, run, position);
    const int unit = kKeys * kGroups;
    const int first_unit = begin / unit;
    const int units = position / unit + 1 - first_unit;
    const int share = (units + splits - 1) / splits;
    const int from = first_unit + blockIdx.y * share;
    const int to = min(first_unit + units, from + share);
    Running<kHeads> running;
    for (int u = from; u < to; ++u)
        add_keys<kType, kLanes>(running, q, step, run,
                                u * unit + static_cast<int>(threadIdx.x) / kLanes * kKeys, begin,
                                position + 1, kv_head * kDim + lane * 8, active);
    merge_block<kLanes, kHeads, kDim>(running, shared);

    const std::int64_t slot = static_cast<std::int64_t>(which) * step.heads + head0;
    for (int i = threadIdx.x; i < heads * kDim; i += 32 * kWarps) {
        const int h = i / kDim;
        float largest = 0.0F;
        float total = 0.0F;
        const float sum = merged<FromShared, kDim>(shared + h * (kDim + 2), kWarps,
                                                   kHeads * (kDim + 2), i % kDim, largest, total);
        if (splits == 1) {
            const std::int64_t at =
                (static_cast<std::int64_t>(row) * step.heads + head0 + h) * kDim + i % kDim;
            step.out[at] = sum / total;
            if (step.half != nullptr)
                step.half[at] = saturated(sum / total);
            continue;
        }
        float* part = arguments.scratch.partial + ((slot + h) * splits + blockIdx.y) * (kDim + 2);
        part[i % kDim] = sum;
        if (i % kDim == 0) {
            part[kDim] = largest;
            part[kDim + 1] = total;
        }
    }
    if (splits == 1)
        return;

    __threadfence();
    __syncthreads();
    if (threadIdx.x == 0)
        last = atomicAdd(arguments.scratch.tickets + slot, 1U) == gridDim.y - 1;
    __syncthreads();
    if (!last)
        return;
    __threadfence();
    for (int i = threadIdx.x; i < heads * kDim; i += 32 * kWarps) {
        const int h = i / kDim;
        float largest = 0.0F;
        float total = 0.0F;
        const float sum =
            merged<FromBlocks, kDim>(arguments.scratch.partial + (slot + h) * splits * (kDim + 2),
                                     splits, kDim + 2, i % kDim, largest, total);
        const std::int64_t at =
            (static_cast<std::int64_t>(row) * step.heads + head0 + h) * kDim + i % kDim;
        step.out[at] = sum / total;
        if (step.half != nullptr)
            step.half[at] = saturated(sum / total);
    }
    if (threadIdx.x == 0)
        arguments.scratch.tickets[slot] = 0;
}

template <CacheType kType, int kDim>
void launch_heads(const RowsArguments& arguments, int count, int splits, int heads,
                  cudaStream_t stream)
{
    const dim3 grid(static_cast<unsigned>(count * arguments.step.pages.kv_heads * arguments.chunks),
                    static_cast<unsigned>(splits));
    constexpr int kThreads = 32 * kWarps;
    if (heads == 1)
        launch_overlapped(attend_rows_kernel<kType, kDim, 1>, grid, kThreads, 0, stream, arguments);
    else if (heads == 2)
        launch_overlapped(attend_rows_kernel<kType, kDim, 2>, grid, kThreads, 0, stream, arguments);
    else if (heads == 3)
        launch_overlapped(attend_rows_kernel<kType, kDim, 3>, grid, kThreads, 0, stream, arguments);
    else
        launch_overlapped(attend_rows_kernel<kType, kDim, 4>, grid, kThreads, 0, stream, arguments);
}

template <CacheType kType>
void launch_dim(const RowsArguments& arguments, int count, int splits, int heads,
                cudaStream_t stream)
{
    switch (arguments.step.pages.head_dim) {
    case 64:
        return launch_heads<kType, 64>(arguments, count, splits, heads, stream);
    case 80:
        return launch_heads<kType, 80>(arguments, count, splits, heads, stream);
    case 96:
        return launch_heads<kType, 96>(arguments, count, splits, heads, stream);
    case 128:
        return launch_heads<kType, 128>(arguments, count, splits, heads, stream);
    default:
        return launch_heads<kType, 256>(arguments, count, splits, heads, stream);
    }
}

int splits_for(int blocks, int most_keys)
{
    const int by_keys = std::max(1, most_keys / 128);
    return std::clamp((kTargetBlocks + blocks - 1) / blocks, 1, std::min(by_keys, kMostSplits));
}

} // namespace

bool can_attend_rows(const CachePages& pages)
{
    const int dim = pages.head_dim;
    return can_attend_tiles(dim) && pages.page_tokens % kKeys == 0 &&
           (pages.type == CacheType::f16 ||
            (pages.type == CacheType::q8 && dim % 32 == 0 && pages.kv_heads * dim % 64 == 0));
}

std::int64_t split_floats(std::int64_t rows, int heads, int head_dim)
{
    // Blocks are at most kTargetBlocks more than one for each row and head.
    return (rows * heads + kTargetBlocks) * kMostHeads * (head_dim + 2);
}

void attend_rows(const Attend& step, const std::int32_t* rows, int count, int most_keys,
                 const SplitScratch& scratch, cudaStream_t stream)
{
    const int group = step.heads / step.pages.kv_heads;
    const int heads = std::min(group, kMostHeads);
    const RowsArguments arguments = {step, rows, scratch, (group + heads - 1) / heads};
    const int splits = splits_for(count * step.pages.kv_heads * arguments.chunks, most_keys);
    if (step.pages.type == CacheType::q8)
        launch_dim<CacheType::q8>(arguments, count, splits, heads, stream);
    else
        launch_dim<CacheType::f16>(arguments, count, splits, heads, stream);
}

} // namespace longhand::gpu
