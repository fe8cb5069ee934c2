// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/scaled_half.h"

#include "cuda/kernels/block_reduce.cuh"
#include "cuda/kernels/flat.cuh"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

__global__ void largest_kernel(const float* x, std::int64_t count, HalfScale* scale)
{
    __shared__ float partial[32];
    float largest = 0.0F;
    for_each_flat4(x, count,
                   [&](float value, std::int64_t) { largest = fmaxf(largest, fabsf(value)); });
    largest = block_max(largest, partial);
    // Magnitudes order like their bits; a NaN has dropped out, and shows in the copy.
    if (threadIdx.x == 0)
        atomicMax(&scale->largest, __float_as_uint(largest));
}

__global__ void scale_kernel(__half* half, const float* x, std::int64_t count, HalfScale* scale)
{
    const float largest = __uint_as_float(scale->largest);
    int exponent = 0; // largest = m * 2^exponent, m in [0.5, 1)
    if (largest > 0.0F && largest < INFINITY)
        frexpf(largest, &exponent);
    exponent = max(exponent, -120);
    const float factor = ldexpf(kLargestScaled, -exponent);
    if (blockIdx.x == 0 && threadIdx.x == 0)
        scale->inverse = 1.0F / factor;
    // Not saturated: an infinity or NaN is to be seen.
    const std::int64_t quads = reinterpret_cast<std::uintptr_t>(x) % 16 == 0 ? count / 4 : 0;
    for_each_flat(quads, [&](std::int64_t i) {
        const float4 four = reinterpret_cast<const float4*>(x)[i];
        const __half2 pairs[2] = {__floats2half2_rn(four.x * factor, four.y * factor),
                                  __floats2half2_rn(four.z * factor, four.w * factor)};
        reinterpret_cast<uint2*>(half)[i] = *reinterpret_cast<const uint2*>(pairs);
    });
    for_each_flat(count - 4 * quads, [&](std::int64_t i) {
        half[4 * quads + i] = __float2half_rn(x[4 * quads + i] * factor);
    });
}

} // namespace

void to_scaled_half(__half* half, const float* x, std::int64_t count, HalfScale* scale,
                    cudaStream_t stream)
{
    GPU_CHECK(cudaMemsetAsync(scale, 0, sizeof(HalfScale), stream));
    largest_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(x, count, scale);
    scale_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(half, x, count, scale);
    GPU_CHECK(cudaGetLastError());
}

} // namespace longhand::gpu
