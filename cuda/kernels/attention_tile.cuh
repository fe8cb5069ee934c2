// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles of 64 rows of f16 in shared memory, as the kernels of flash attention multiply them: each
// of four warps owns 16 rows of the result.
#pragma once

#include "cuda/kernels/cache.cuh"
#include "cuda/kernels/packed_weight.cuh"
#include "cuda/kernels/tensor_core.cuh"

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

constexpr int kTileThreads = 128;
constexpr int kTile = 64; // rows of a tile

// Rows of a tile are 16 bytes apart from a multiple of 128, so that eight rows meet no bank twice.
template <int kDim> constexpr int kStride = kDim + 8;
template <int kDim> constexpr int kTileHalves = kTile* kStride<kDim>;

// A warp's part of 16 x 64 scores, and the same as f16 operands of the next product.
using Scores = float[kTile / 8][4];
using PackedScores = std::uint32_t[kTile / 16][4];

__device__ __forceinline__ std::uint32_t shared_address(const void* pointer)
{
    return static_cast<std::uint32_t>(__cvta_generic_to_shared(pointer));
}

__device__ __forceinline__ void copy_async(__half* to, const void* from, bool valid)
{
    const int bytes = valid ? 16 : 0; // the rest is filled with zeros
    asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(shared_address(to)),
                 "l"(from), "r"(bytes));
}
__device__ __forceinline__ void copy_async(float* to, const float* from, bool valid)
{
    const int bytes = valid ? 4 : 0;
    asm volatile("cp.async.ca.shared.global [%0], [%1], 4, %2;" ::"r"(shared_address(to)),
                 "l"(from), "r"(bytes));
}
__device__ __forceinline__ void commit_copies()
{
    asm volatile("cp.async.commit_group;");
}
template <int kLeft> __device__ __forceinline__ void wait_copies()
{
    asm volatile("cp.async.wait_group %0;" ::"n"(kLeft));
}

__device__ __forceinline__ void load_matrices(std::uint32_t (&to)[4], const __half* from)
{
    asm volatile("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0, %1, %2, %3}, [%4];"
                 : "=r"(to[0]), "=r"(to[1]), "=r"(to[2]), "=r"(to[3])
                 : "r"(shared_address(from)));
}
__device__ __forceinline__ void load_transposed(std::uint32_t (&to)[4], const __half* from)
{
    asm volatile("ldmatrix.sync.aligned.m8n8.x4.trans.shared.b16 {%0, %1, %2, %3}, [%4];"
                 : "=r"(to[0]), "=r"(to[1]), "=r"(to[2]), "=r"(to[3])
                 : "r"(shared_address(from)));
}

// Eight values of a q8 row as f16, from column `at` on, a multiple of 8.
__device__ __forceinline__ uint4 q8_eight(void* cache, const CachePages& pages,
                                          const CachePlace& place, int at)
{
    const uint2 codes = q8_words(q8_codes(cache, pages, place) + at);
    const __half2 scale = __half2half2(q8_scales(cache, pages, place)[at / 32]);
    return make_uint4(
        bits_of(__hmul2(bytes<0>(codes.x), scale)), bits_of(__hmul2(bytes<1>(codes.x), scale)),
        bits_of(__hmul2(bytes<0>(codes.y), scale)), bits_of(__hmul2(bytes<1>(codes.y), scale)));
}

// Where a lane reads a tile's rows as the right operand of scores, and as that of sums.
template <int kDim> __device__ __forceinline__ const __half* score_operand(const __half* tile)
{
    const int lane = threadIdx.x % 32;
    return tile + (lane % 8 + lane / 16 * 8) * kStride<kDim> + lane / 8 % 2 * 8;
}
template <int kDim> __device__ __forceinline__ const __half* row_operand(const __half* tile)
{
    const int lane = threadIdx.x % 32;
    return tile + lane % 16 * kStride<kDim> + lane / 16 * 8;
}

// scores += (16 rows, as operands) (64 rows)^T
template <int kDim>
__device__ __forceinline__ void
score_tile(Scores& scores, const std::uint32_t (&rows)[kDim / 16][4], const __half* tile)
{
    const __half* from = score_operand<kDim>(tile);
#pragma unroll
    for (int n = 0; n < kTile / 16; ++n)
#pragma unroll
        for (int k = 0; k < kDim / 16; ++k) {
            std::uint32_t b[4];
            load_matrices(b, from + 16 * n * kStride<kDim> + 16 * k);
            multiply(scores[2 * n], rows[k][0], rows[k][1], rows[k][2], rows[k][3], b[0], b[1]);
            multiply(scores[2 * n + 1], rows[k][0], rows[k][1], rows[k][2], rows[k][3], b[2], b[3]);
        }
}
// The same with the warp's rows in shared memory too; `own`: the first of them.
template <int kDim>
__device__ __forceinline__ void score_tile(Scores& scores, const __half* own, const __half* tile)
{
    const __half* left = row_operand<kDim>(own);
    const __half* from = score_operand<kDim>(tile);
#pragma unroll
    for (int k = 0; k < kDim / 16; ++k) {
        std::uint32_t a[4];
        load_matrices(a, left + 16 * k);
#pragma unroll
        for (int n = 0; n < kTile / 16; ++n) {
            std::uint32_t b[4];
            load_matrices(b, from + 16 * n * kStride<kDim> + 16 * k);
            multiply(scores[2 * n], a[0], a[1], a[2], a[3], b[0], b[1]);
            multiply(scores[2 * n + 1], a[0], a[1], a[2], a[3], b[2], b[3]);
        }
    }
}

__device__ __forceinline__ void pack_scores(PackedScores& packed, const Scores& scores)
{
#pragma unroll
    for (int k = 0; k < kTile / 16; ++k)
#pragma unroll
        for (int i = 0; i < 4; ++i)
            packed[k][i] = bits_of(__floats2half2_rn(scores[2 * k + i / 2][2 * (i % 2)],
                                                     scores[2 * k + i / 2][2 * (i % 2) + 1]));
}

// sums += (16 x 64 weights) (64 rows)
template <int kDim>
__device__ __forceinline__ void add_rows(float (&sums)[kDim / 8][4], const PackedScores& weights,
                                         const __half* tile)
{
    const __half* from = row_operand<kDim>(tile);
#pragma unroll
    for (int k = 0; k < kTile / 16; ++k)
#pragma unroll
        for (int n = 0; n < kDim / 16; ++n) {
            std::uint32_t b[4];
            load_transposed(b, from + 16 * k * kStride<kDim> + 16 * n);
            multiply(sums[2 * n], weights[k][0], weights[k][1], weights[k][2], weights[k][3], b[0],
                     b[1]);
            multiply(sums[2 * n + 1], weights[k][0], weights[k][1], weights[k][2], weights[k][3],
                     b[2], b[3]);
        }
}

} // namespace longhand::gpu
