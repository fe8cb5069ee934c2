// SPDX-License-Identifier: GPL-3.0-or-later
// How packed weights (small_linear.h) are read, for the kernels that do.
#pragma once

#include "cuda/kernels/small_linear.h"

#include <cuda_fp16.h>

namespace longhand::gpu {

__device__ __forceinline__ std::uint32_t bits_of(__half2 pair)
{
    return *reinterpret_cast<std::uint32_t*>(&pair);
}
__device__ __forceinline__ __half2 pair_of(std::uint32_t bits)
{
    return *reinterpret_cast<__half2*>(&bits);
}

// (1024 + a, 1024 + b) as f16 with a and b in the low bits of each half of `codes`.
__device__ __forceinline__ __half2 biased(std::uint32_t codes)
{
    return pair_of(codes | 0x64006400U);
}

// Pair p (0 to 3: values 2 p and 2 p + 1) of a word of eight 4-bit codes, exactly, minus `zero`.
template <int kPair, int kZero> __device__ __forceinline__ __half2 nibbles(std::uint32_t word)
{
    const std::uint32_t shifted = word >> (8 * (kPair / 2));
    if (kPair % 2 == 0)
        return __hsub2(biased(shifted & 0x000F000FU), __float2half2_rn(1024.0F + kZero));
    // Sixteen times the code: fma(1024 + 16 c, 1 / 16, -(64 + zero)) = c - zero without rounding.
    return __hfma2(biased(shifted & 0x00F000F0U), __float2half2_rn(1.0F / 16),
                   __float2half2_rn(-(64.0F + kZero)));
}

// Pair p (0 or 1) of a word of four signed 8-bit codes, exactly.
template <int kPair> __device__ __forceinline__ __half2 bytes(std::uint32_t word)
{
    const std::uint32_t spread =
        __byte_perm(word ^ 0x80808080U, 0x64646464U, kPair == 0 ? 0x4140 : 0x4342);
    return __hsub2(pair_of(spread), __float2half2_rn(1024.0F + 128.0F));
}

} // namespace longhand::gpu
