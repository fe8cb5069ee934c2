// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/attention.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/attention_scores.cuh"
#include "cuda/kernels/block_reduce.cuh"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

constexpr int kWarps = 4;
constexpr int kMostPerLane = 32; // head_dim up to 1024

__device__ float cached(void* cache, const CachePages& pages, const CachePlace& place, int i)
{
    if (pages.type == CacheType::f32)
        return plain_row<float>(cache, pages, place)[i];
    if (pages.type == CacheType::f16)
        return __half2float(plain_row<__half>(cache, pages, place)[i]);
    return static_cast<float>(q8_codes(cache, pages, place)[i]) *
           __half2float(q8_scales(cache, pages, place)[i / 32]);
}

template <int kPerLane> __global__ void attend_plain_kernel(Attend step, std::int64_t rows)
{
    const std::int64_t index = static_cast<std::int64_t>(blockIdx.x) * kWarps + threadIdx.x / 32;
    const int heads = step.head_count > 0 ? step.head_count : step.heads;
    if (index >= rows * heads)
        return;
    const int lane = threadIdx.x % 32;
    const std::int64_t row = index / heads;
    const int head = step.first_head + static_cast<int>(index % heads);
    const int dim = step.pages.head_dim;
    const std::int64_t own = (row * step.heads + head) * dim;
    const int first = head / (step.heads / step.pages.kv_heads) * dim;
    const RowRun run = step.layout.runs[step.layout.run_of_row[row]];
    const int position = run.first_position + static_cast<int>(row) - run.first_row;
    float q[kPerLane];
    float sums[kPerLane] = {};
    for (int j = 0; j < kPerLane; ++j) {
        const int i = lane + 32 * j;
        q[j] = i < dim ? step.q[own + i] : 0.0F;
    }
    float largest = -INFINITY;
    float total = 0.0F;
    for (int p = first_key(step, run, position); p <= position; ++p) {
        const CachePlace place =
            place_of(step.layout.page_table, run.table_begin, p, step.pages.page_tokens);
        float score = 0.0F;
        for (int j = 0; j < kPerLane; ++j)
            if (lane + 32 * j < dim)
                score += q[j] * cached(step.pages.keys, step.pages, place, first + lane + 32 * j);
        score = capped_score(warp_sum(score) * step.scale, step.soft_cap);
        const float now = fmaxf(largest, score);
        const float keep = expf(largest - now);
        const float weight = expf(score - now);
        largest = now;
        total = total * keep + weight;
        for (int j = 0; j < kPerLane; ++j)
            if (lane + 32 * j < dim)
                sums[j] = sums[j] * keep + weight * cached(step.pages.values, step.pages, place,
                                                           first + lane + 32 * j);
    }
    if (step.lse != nullptr && lane == 0)
        step.lse[row * step.heads + head] = largest + logf(total);
    for (int j = 0; j < kPerLane; ++j) {
        const int i = lane + 32 * j;
        if (i >= dim)
            continue;
        step.out[own + i] = sums[j] / total;
        if (step.half != nullptr)
            step.half[own + i] = saturated(sums[j] / total);
    }
}

} // namespace

void attend_plain(const Attend& step, std::int64_t rows, cudaStream_t stream)
{
    const std::int64_t warps = rows * (step.head_count > 0 ? step.head_count : step.heads);
    const auto blocks = static_cast<unsigned>((warps + kWarps - 1) / kWarps);
    if (step.pages.head_dim <= 128)
        attend_plain_kernel<4><<<blocks, 32 * kWarps, 0, stream>>>(step, rows);
    else
        attend_plain_kernel<kMostPerLane><<<blocks, 32 * kWarps, 0, stream>>>(step, rows);
    GPU_CHECK(cudaGetLastError());
}

} // namespace longhand::gpu
