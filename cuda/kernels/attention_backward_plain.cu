// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/attention_backward.cuh"
#include "cuda/kernels/block_reduce.cuh"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

constexpr int kWarps = 4;
constexpr int kMostPerLane = 32; // head_dim up to 1024

// A warp's share of one head's vector.
template <int kPerLane> struct Vector {
    float at[kPerLane];
};

template <int kPerLane> __device__ __forceinline__ Vector<kPerLane> load(const float* from, int dim)
{
    Vector<kPerLane> vector;
    for (int j = 0; j < kPerLane; ++j) {
        const int i = static_cast<int>(threadIdx.x) % 32 + 32 * j;
        vector.at[j] = i < dim ? from[i] : 0.0F;
    }
    return vector;
}

template <int kPerLane>
__device__ __forceinline__ void store(float* to, const Vector<kPerLane>& vector, float factor,
                                      int dim)
{
    for (int j = 0; j < kPerLane; ++j) {
        const int i = static_cast<int>(threadIdx.x) % 32 + 32 * j;
        if (i < dim)
            to[i] = vector.at[j] * factor;
    }
}

template <int kPerLane>
__device__ __forceinline__ float dot(const Vector<kPerLane>& a, const Vector<kPerLane>& b)
{
    float sum = 0.0F;
    for (int j = 0; j < kPerLane; ++j)
        sum += a.at[j] * b.at[j];
    return warp_sum(sum);
}

template <int kPerLane>
__device__ __forceinline__ void add(Vector<kPerLane>& to, const Vector<kPerLane>& from,
                                    float factor)
{
    for (int j = 0; j < kPerLane; ++j)
        to.at[j] += factor * from.at[j];
}

// The weight of one key for one row, and the gradient of its score before the scale.
struct PairGradient {
    float weight;
    float dscore;
};
__device__ __forceinline__ PairGradient pair_gradient(const AttentionBackward& step, float product,
                                                      float dweight, std::int64_t row, int head)
{
    float score = product * step.scale;
    float slope = 1.0F;
    if (step.soft_cap > 0.0F) {
        const float t = tanhf(score / step.soft_cap);
        score = step.soft_cap * t;
        slope = 1.0F - t * t;
    }
    const std::int64_t at = row * step.heads + head;
    const float weight = expf(score - step.lse[at]);
    return {weight, weight * (dweight - step.delta[at]) * slope};
}

template <int kPerLane>
__global__ void query_gradient_kernel(AttentionBackward step, const float* q, const float* k,
                                      const float* v, const float* dout)
{
    const std::int64_t index = static_cast<std::int64_t>(blockIdx.x) * kWarps + threadIdx.x / 32;
    if (index >= step.rows * step.heads)
        return;
    const std::int64_t row = index / step.heads;
    const int head = static_cast<int>(index % step.heads);
    const int kv_head = head / (step.heads / step.kv_heads);
    const SeenRows seen = seen_by(step, head);
    const int dim = step.head_dim;
    const auto own = load<kPerLane>(q + index * dim, dim);
    const auto d = load<kPerLane>(dout + index * dim, dim);
    Vector<kPerLane> sum = {};
    for (std::int64_t p = seen.begin[row]; p <= row; ++p) {
        const std::int64_t at = (p * step.kv_heads + kv_head) * dim;
        const auto key = load<kPerLane>(k + at, dim);
        const PairGradient pair =
            pair_gradient(step, dot(own, key), dot(d, load<kPerLane>(v + at, dim)), row, head);
        add(sum, key, pair.dscore);
    }
    store(step.dq + index * dim, sum, step.scale, dim);
}

template <int kPerLane>
__global__ void key_gradient_kernel(AttentionBackward step, const float* q, const float* k,
                                    const float* v, const float* dout)
{
    const std::int64_t index = static_cast<std::int64_t>(blockIdx.x) * kWarps + threadIdx.x / 32;
    if (index >= step.rows * step.kv_heads)
        return;
    const std::int64_t p = index / step.kv_heads;
    const int kv_head = static_cast<int>(index % step.kv_heads);
    const int group = step.heads / step.kv_heads;
    const int dim = step.head_dim;
    const auto key = load<kPerLane>(k + index * dim, dim);
    const auto value = load<kPerLane>(v + index * dim, dim);
    Vector<kPerLane> key_sum = {};
    Vector<kPerLane> value_sum = {};
    for (int head = kv_head * group; head < (kv_head + 1) * group; ++head) {
        const SeenRows seen = seen_by(step, head);
        for (std::int64_t row = p; row <= seen.end[p]; ++row) {
            const std::int64_t at = (row * step.heads + head) * dim;
            const auto query = load<kPerLane>(q + at, dim);
            const auto d = load<kPerLane>(dout + at, dim);
            const PairGradient pair =
                pair_gradient(step, dot(query, key), dot(d, value), row, head);
            add(key_sum, query, pair.dscore);
            add(value_sum, d, pair.weight);
        }
    }
    store(step.dk + index * dim, key_sum, step.scale, dim);
    store(step.dv + index * dim, value_sum, 1.0F, dim);
}

__global__ void dot_heads_kernel(float* delta, const float* dout, const float* out,
                                 std::int64_t count, int dim)
{
    const std::int64_t index = static_cast<std::int64_t>(blockIdx.x) * kWarps + threadIdx.x / 32;
    if (index >= count)
        return;
    float sum = 0.0F;
    for (int i = static_cast<int>(threadIdx.x) % 32; i < dim; i += 32)
        sum += dout[index * dim + i] * out[index * dim + i];
    sum = warp_sum(sum);
    if (threadIdx.x % 32 == 0)
        delta[index] = sum;
}

unsigned blocks_of(std::int64_t warps)
{
    return static_cast<unsigned>((warps + kWarps - 1) / kWarps);
}

template <int kPerLane>
void launch(const AttentionBackward& step, const float* q, const float* k, const float* v,
            const float* dout, cudaStream_t stream)
{
    query_gradient_kernel<kPerLane>
        <<<blocks_of(step.rows * step.heads), 32 * kWarps, 0, stream>>>(step, q, k, v, dout);
    key_gradient_kernel<kPerLane>
        <<<blocks_of(step.rows * step.kv_heads), 32 * kWarps, 0, stream>>>(step, q, k, v, dout);
    GPU_CHECK(cudaGetLastError());
}

} // namespace

void dot_heads(float* delta, const float* dout, const float* out, std::int64_t rows, int heads,
               int head_dim, cudaStream_t stream)
{
    dot_heads_kernel<<<blocks_of(rows * heads), 32 * kWarps, 0, stream>>>(delta, dout, out,
                                                                          rows * heads, head_dim);
    GPU_CHECK(cudaGetLastError());
}

void attend_backward_plain(const AttentionBackward& step, const float* q, const float* k,
                           const float* v, const float* dout, cudaStream_t stream)
{
    if (step.head_dim <= 128)
        launch<4>(step, q, k, v, dout, stream);
    else
        launch<kMostPerLane>(step, q, k, v, dout, stream);
}

} // namespace longhand::gpu
