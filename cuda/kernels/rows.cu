// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/rows.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/block_reduce.cuh"
#include "cuda/kernels/flat.cuh"
#include "cuda/kernels/overlap.cuh"
#include "cuda/runtime/check.h"

#include <algorithm>

namespace longhand::gpu {
namespace {

// 1 or 4 neighbouring numbers of a row, moved at once.
template <int kWidth> struct Numbers {
    float at[kWidth];
    __device__ __forceinline__ void load(const float* from)
    {
        if constexpr (kWidth == 4)
            *reinterpret_cast<float4*>(at) = *reinterpret_cast<const float4*>(from);
        else
            at[0] = *from;
    }
    __device__ __forceinline__ void store(float* to) const
    {
        if constexpr (kWidth == 4)
            *reinterpret_cast<float4*>(to) = *reinterpret_cast<const float4*>(at);
        else
            *to = at[0];
    }
    __device__ __forceinline__ void store(__half* to) const
    {
        if constexpr (kWidth == 4) {
            const __half2 pairs[2] = {__halves2half2(saturated(at[0]), saturated(at[1])),
                                      __halves2half2(saturated(at[2]), saturated(at[3]))};
            *reinterpret_cast<uint2*>(to) = *reinterpret_cast<const uint2*>(pairs);
        } else {
            *to = saturated(at[0]);
        }
    }
};

// One block a row. Every thread holds its pieces of the row in registers, so that all of a row's
// loads are on their way at once: decode waits for nothing else.
template <int kPieces, int kWidth> __global__ void add_rms_norm_kernel(NormRows step)
{
    using Piece = Numbers<kWidth>;
    __shared__ float partial[32];
    let_next_begin();
    Piece gain[kPieces];
    const auto for_pieces = [&](auto work) {
#pragma unroll
        for (int j = 0; j < kPieces; ++j) {
            const int i =
                (static_cast<int>(threadIdx.x) + j * static_cast<int>(blockDim.x)) * kWidth;
            if (i < step.dim)
                work(j, i);
        }
    };
    for_pieces([&](int j, int i) { gain[j].load(step.gain + i); });
    wait_for_previous();
    const std::int64_t base = static_cast<std::int64_t>(blockIdx.x) * step.dim;
    Piece x[kPieces] = {};
    Piece delta[kPieces] = {};
    for_pieces([&](int j, int i) {
        x[j].load(step.x + base + i);
        if (step.delta != nullptr)
            delta[j].load(step.delta + base + i);
    });
    const auto scale_of = [&](const Piece(&pieces)[kPieces]) {
        float sum = 0.0F;
#pragma unroll
        for (int j = 0; j < kPieces; ++j)
#pragma unroll
            for (int k = 0; k < kWidth; ++k)
                sum += pieces[j].at[k] * pieces[j].at[k];
        return 1.0F / sqrtf(block_sum(sum, partial) / static_cast<float>(step.dim) + step.eps);
    };
    if (step.delta != nullptr) {
        const float delta_scale = step.delta_gain != nullptr ? scale_of(delta) : 1.0F;
        for_pieces([&](int j, int i) {
            Piece delta_gain;
            if (step.delta_gain != nullptr)
                delta_gain.load(step.delta_gain + i);
#pragma unroll
            for (int k = 0; k < kWidth; ++k)
                x[j].at[k] += step.delta_gain == nullptr
                                  ? delta[j].at[k]
                                  : delta[j].at[k] * (delta_scale * delta_gain.at[k]);
            x[j].store(step.x + base + i);
        });
    }
    const float scale = scale_of(x);
    for_pieces([&](int j, int i) {
#pragma unroll
        for (int k = 0; k < kWidth; ++k)
            x[j].at[k] *= scale * gain[j].at[k];
        x[j].store(step.y + base + i);
        if (step.half != nullptr)
            x[j].store(step.half + base + i);
    });
}

template <int kWidth> void launch_norm(const NormRows& step, cudaStream_t stream)
{
    const int pieces = (step.dim + kWidth - 1) / kWidth;
    const int threads = std::clamp((pieces + 31) / 32 * 32, 32, 1024);
    const int each = (pieces + threads - 1) / threads;
    const dim3 grid(static_cast<unsigned>(step.rows));
    if (each == 1)
        launch_overlapped(add_rms_norm_kernel<1, kWidth>, grid, threads, 0, stream, step);
    else if (each == 2)
        launch_overlapped(add_rms_norm_kernel<2, kWidth>, grid, threads, 0, stream, step);
    else if (each <= 4)
        launch_overlapped(add_rms_norm_kernel<4, kWidth>, grid, threads, 0, stream, step);
    else
        launch_overlapped(add_rms_norm_kernel<16, kWidth>, grid, threads, 0, stream, step);
}

__global__ void to_half_kernel(__half* half, const float* x, std::int64_t count, float scale)
{
    for_each_flat(count, [&](std::int64_t i) { half[i] = saturated(x[i] * scale); });
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
    for_each_flat(count, [&](std::int64_t i) {
        store(inner + i, activate(static_cast<float>(gate[i]), activation) *
                             static_cast<float>(up[i]) * scale);
    });
}

__global__ void add_bias_kernel(float* y, const float* bias, std::int64_t count, std::int64_t out)
{
    for_each_flat(count, [&](std::int64_t i) { y[i] += bias[i % out]; });
}

__device__ __forceinline__ float capped(float logit, float soft_cap)
{
    return soft_cap > 0.0F ? soft_cap * tanhf(logit / soft_cap) : logit;
}

__global__ void cap_kernel(float* logits, std::int64_t count, float soft_cap)
{
    for_each_flat(count, [&](std::int64_t i) { logits[i] = capped(logits[i], soft_cap); });
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

} // namespace

void add_rms_norm(const NormRows& step, cudaStream_t stream)
{
    const auto aligned = [](const void* pointer) {
        return reinterpret_cast<std::uintptr_t>(pointer) % 16 == 0;
    };
    // Pieces of four where rows allow it; 16384 numbers without, which no model has.
    if (step.dim % 4 == 0 && aligned(step.x) && aligned(step.y) && aligned(step.delta) &&
        aligned(step.gain) && aligned(step.delta_gain) && aligned(step.half))
        launch_norm<4>(step, stream);
    else
        launch_norm<1>(step, stream);
}

void to_half(__half* half, const float* x, std::int64_t count, float scale, cudaStream_t stream)
{
    to_half_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(half, x, count, scale);
    GPU_CHECK(cudaGetLastError());
}

void gate_rows(__half* inner, const float* gate, const float* up, std::int64_t count,
               GateActivation activation, float scale, cudaStream_t stream)
{
    gate_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(inner, gate, up, count, activation,
                                                                 scale);
    GPU_CHECK(cudaGetLastError());
}

void gate_rows(__half* inner, const __half* gate, const __half* up, std::int64_t count,
               GateActivation activation, float scale, cudaStream_t stream)
{
    gate_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(inner, gate, up, count, activation,
                                                                 scale);
    GPU_CHECK(cudaGetLastError());
}

void gate_rows(float* inner, const float* gate, const float* up, std::int64_t count,
               GateActivation activation, cudaStream_t stream)
{
    gate_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(inner, gate, up, count, activation,
                                                                 1.0F);
    GPU_CHECK(cudaGetLastError());
}

void add_bias(float* y, const float* bias, std::int64_t rows, std::int64_t out, cudaStream_t stream)
{
    add_bias_kernel<<<flat_blocks(rows * out), kFlatThreads, 0, stream>>>(y, bias, rows * out, out);
    GPU_CHECK(cudaGetLastError());
}

void entropy_rows(float* nll, const float* logits, const std::int32_t* targets, std::int64_t rows,
                  std::int64_t vocabulary, float soft_cap, cudaStream_t stream)
{
    entropy_kernel<<<static_cast<unsigned>(rows), kFlatThreads, 0, stream>>>(nll, logits, targets,
                                                                             vocabulary, soft_cap);
    GPU_CHECK(cudaGetLastError());
}

void cap_rows(float* logits, std::int64_t count, float soft_cap, cudaStream_t stream)
{
    cap_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(logits, count, soft_cap);
    GPU_CHECK(cudaGetLastError());
}

} // namespace longhand::gpu
