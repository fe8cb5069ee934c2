// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/cache.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/block_reduce.cuh"
#include "cuda/kernels/cache.cuh"
#include "cuda/kernels/overlap.cuh"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

constexpr int kWarps = 4;

__device__ void norm_head(float* head, const float* gain, int dim, float eps, int lane)
{
    float sum = 0.0F;
    for (int i = lane; i < dim; i += 32)
        sum += head[i] * head[i];
    const float scale = 1.0F / sqrtf(warp_sum(sum) / dim + eps);
    for (int i = lane; i < dim; i += 32)
        head[i] *= scale * gain[i];
    __syncwarp();
}

__device__ void turn_head(float* head, const RopeAppend& step, int position, int lane)
{
    const int half = step.rotary_dim / 2;
    const float* cosines = step.cosines + static_cast<std::int64_t>(position) * half;
    const float* sines = step.sines + static_cast<std::int64_t>(position) * half;
    for (int i = lane; i < half; i += 32) {
        float& low = head[step.interleaved ? 2 * i : i];
        float& high = head[step.interleaved ? 2 * i + 1 : i + half];
        const float a = low;
        const float b = high;
        low = a * cosines[i] - b * sines[i];
        high = b * cosines[i] + a * sines[i];
    }
    __syncwarp();
}

__device__ void store_head(void* cache, const float* head, const RopeAppend& step,
                           const CachePlace& place, int kv_head, int lane)
{
    const CachePages& pages = step.pages;
    const int first = kv_head * pages.head_dim;
    if (pages.type == CacheType::f32) {
        float* to = plain_row<float>(cache, pages, place) + first;
        for (int i = lane; i < pages.head_dim; i += 32)
            to[i] = head[i];
    } else if (pages.type == CacheType::f16) {
        __half* to = plain_row<__half>(cache, pages, place) + first;
        for (int i = lane; i < pages.head_dim; i += 32)
            to[i] = saturated(head[i]);
    } else {
        signed char* codes = q8_codes(cache, pages, place) + first;
        __half* scales = q8_scales(cache, pages, place) + first / 32;
        for (int block = 0; block < pages.head_dim / 32; ++block) {
            const float x = head[32 * block + lane];
            const float scale = warp_max(fabsf(x)) / 127.0F;
            codes[32 * block + lane] =
                static_cast<signed char>(scale > 0.0F ? __float2int_rn(x / scale) : 0);
            if (lane == 0)
                scales[block] = __float2half_rn(scale);
        }
    }
}

// One warp a head of q, k or v of one row.
__global__ void rope_append_kernel(RopeAppend step)
{
    const int per_row = step.heads + 2 * step.pages.kv_heads;
    const std::int64_t index = static_cast<std::int64_t>(blockIdx.x) * kWarps + threadIdx.x / 32;
    let_next_begin();
    if (index >= step.rows * per_row)
        return;
    const int lane = threadIdx.x % 32;
    const std::int64_t row = index / per_row;
    const int head = static_cast<int>(index % per_row);
    const int dim = step.pages.head_dim;
    const RowRun run = step.layout.runs[step.layout.run_of_row[row]];
    const int position = run.first_position + static_cast<int>(row) - run.first_row;
    wait_for_previous(); // the layout was there before it
    if (head < step.heads) {
        float* q = step.q + (row * step.heads + head) * dim;
        if (step.q_gain != nullptr)
            norm_head(q, step.q_gain, dim, step.eps, lane);
        turn_head(q, step, position, lane);
        return;
    }
    const CachePlace place =
        place_of(step.layout.page_table, run.table_begin, position, step.pages.page_tokens);
    const int kv_head = (head - step.heads) % step.pages.kv_heads;
    const std::int64_t offset = (row * step.pages.kv_heads + kv_head) * dim;
    if (head < step.heads + step.pages.kv_heads) {
        float* k = step.k + offset;
        if (step.k_gain != nullptr)
            norm_head(k, step.k_gain, dim, step.eps, lane);
        turn_head(k, step, position, lane);
        store_head(step.pages.keys, k, step, place, kv_head, lane);
    } else {
        store_head(step.pages.values, step.v + offset, step, place, kv_head, lane);
    }
}

} // namespace

void rope_append(const RopeAppend& step, cudaStream_t stream)
{
    const std::int64_t warps = step.rows * (step.heads + 2 * step.pages.kv_heads);
    launch_overlapped(rope_append_kernel,
                      dim3(static_cast<unsigned>((warps + kWarps - 1) / kWarps)), 32 * kWarps, 0,
                      stream, step);
}

} // namespace longhand::gpu
