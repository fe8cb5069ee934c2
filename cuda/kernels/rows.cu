// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/rows.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/block_reduce.cuh"
#include "cuda/runtime/check.h"

#include <algorithm>

namespace longhand::gpu {
namespace {

constexpr int kThreads = 256;

// One block a row; the row stays in shared memory between the sum and the scaling.
__global__ void add_rms_norm_kernel(NormRows step)
{
    extern __shared__ float row[];
    __shared__ float partial[32];
    const std::int64_t base = static_cast<std::int64_t>(blockIdx.x) * step.dim;
    float delta_scale = 1.0F;
    if (step.delta_gain != nullptr) {
        float sum = 0.0F;
        for (int i = threadIdx.x; i < step.dim; i += blockDim.x)
            sum += step.delta[base + i] * step.delta[base + i];
        delta_scale = 1.0F / sqrtf(block_sum(sum, partial) / step.dim + step.eps);
    }
    float sum = 0.0F;
    for (int i = threadIdx.x; i < step.dim; i += blockDim.x) {
        float x = step.x[base + i];
        if (step.delta != nullptr) {
            x += step.delta[base + i] *
                 (step.delta_gain == nullptr ? 1.0F : delta_scale * step.delta_gain[i]);
            step.x[base + i] = x;
        }
        row[i] = x;
        sum += x * x;
    }
    const float scale = 1.0F / sqrtf(block_sum(sum, partial) / step.dim + step.eps);
    for (int i = threadIdx.x; i < step.dim; i += blockDim.x) {
        const float y = row[i] * scale * step.gain[i];
        step.y[base + i] = y;
        if (step.half != nullptr)
            step.half[base + i] = saturated(y);
    }
}

__global__ void to_half_kernel(__half* half, const float* x, std::int64_t count, float scale)
{
    for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
         i < count; i += static_cast<std::int64_t>(gridDim.x) * blockDim.x)
        half[i] = saturated(x[i] * scale);
}

__device__ __forceinline__ void store(__half* to, float value)
{
    *to = saturated(value);
}
__device__ __forceinline__ void store(float* to, float value)
{
    *to = value;
}

template <class To, class From>
__global__ void gate_kernel(To* inner, const From* gate, const From* up, std::int64_t count,
                            GateActivation activation, float scale)
{
    for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
         i < count; i += static_cast<std::int64_t>(gridDim.x) * blockDim.x)
        store(inner + i, activate(static_cast<float>(gate[i]), activation) *
                             static_cast<float>(up[i]) * scale);
}

__global__ void add_bias_kernel(float* y, const float* bias, std::int64_t count, std::int64_t out)
{
    for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
         i < count; i += static_cast<std::int64_t>(gridDim.x) * blockDim.x)
        y[i] += bias[i % out];
}

__device__ __forceinline__ float capped(float logit, float soft_cap)
{
    return soft_cap > 0.0F ? soft_cap * tanhf(logit / soft_cap) : logit;
}

__global__ void cap_kernel(float* logits, std::int64_t count, float soft_cap)
{
    for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
         i < count; i += static_cast<std::int64_t>(gridDim.x) * blockDim.x)
        logits[i] = capped(logits[i], soft_cap);
}

__global__ void entropy_kernel(float* nll, const float* logits, const std::int32_t* targets,
                               std::int64_t vocabulary, float soft_cap)
{
    __shared__ float partial[32];
    const float* row = logits + blockIdx.x * vocabulary;
    float largest = -INFINITY;
    for (std::int64_t i = threadIdx.x; i < vocabulary; i += blockDim.x)
        largest = fmaxf(largest, capped(row[i], soft_cap));
    largest = block_max(largest, partial);
    float sum = 0.0F;
    for (std::int64_t i = threadIdx.x; i < vocabulary; i += blockDim.x)
        sum += expf(capped(row[i], soft_cap) - largest);
    sum = block_sum(sum, partial);
    if (threadIdx.x == 0) {
        const std::int32_t target = targets[blockIdx.x];
        nll[blockIdx.x] = target < 0 ? 0.0F : logf(sum) + largest - capped(row[target], soft_cap);
    }
}

unsigned blocks_for(std::int64_t count)
{
    constexpr std::int64_t kMost = 132 * 16;
    return static_cast<unsigned>(
        std::clamp<std::int64_t>((count + kThreads - 1) / kThreads, 1, kMost));
}

} // namespace

void add_rms_norm(const NormRows& step, cudaStream_t stream)
{
    const int threads = step.dim >= 2048 ? 512 : 128;
    add_rms_norm_kernel<<<static_cast<unsigned>(step.rows), threads,
                          sizeof(float) * static_cast<std::size_t>(step.dim), stream>>>(step);
    GPU_CHECK(cudaGetLastError());
}

void to_half(__half* half, const float* x, std::int64_t count, float scale, cudaStream_t stream)
{
    to_half_kernel<<<blocks_for(count), kThreads, 0, stream>>>(half, x, count, scale);
    GPU_CHECK(cudaGetLastError());
}

void gate_rows(__half* inner, const float* gate, const float* up, std::int64_t count,
               GateActivation activation, float scale, cudaStream_t stream)
{
    gate_kernel<<<blocks_for(count), kThreads, 0, stream>>>(inner, gate, up, count, activation,
                                                            scale);
    GPU_CHECK(cudaGetLastError());
}

void gate_rows(__half* inner, const __half* gate, const __half* up, std::int64_t count,
               GateActivation activation, float scale, cudaStream_t stream)
{
    gate_kernel<<<blocks_for(count), kThreads, 0, stream>>>(inner, gate, up, count, activation,
                                                            scale);
    GPU_CHECK(cudaGetLastError());
}

void gate_rows(float* inner, const float* gate, const float* up, std::int64_t count,
               GateActivation activation, cudaStream_t stream)
{
    gate_kernel<<<blocks_for(count), kThreads, 0, stream>>>(inner, gate, up, count, activation,
                                                            1.0F);
    GPU_CHECK(cudaGetLastError());
}

void add_bias(float* y, const float* bias, std::int64_t rows, std::int64_t out, cudaStream_t stream)
{
    add_bias_kernel<<<blocks_for(rows * out), kThreads, 0, stream>>>(y, bias, rows * out, out);
    GPU_CHECK(cudaGetLastError());
}

void entropy_rows(float* nll, const float* logits, const std::int32_t* targets, std::int64_t rows,
                  std::int64_t vocabulary, float soft_cap, cudaStream_t stream)
{
    entropy_kernel<<<static_cast<unsigned>(rows), kThreads, 0, stream>>>(nll, logits, targets,
                                                                         vocabulary, soft_cap);
    GPU_CHECK(cudaGetLastError());
}

void cap_rows(float* logits, std::int64_t count, float soft_cap, cudaStream_t stream)
{
    cap_kernel<<<blocks_for(count), kThreads, 0, stream>>>(logits, count, soft_cap);
    GPU_CHECK(cudaGetLastError());
}

} // namespace longhand::gpu
