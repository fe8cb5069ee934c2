// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/small_linear.h"

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

// Weight blocks as GGUF files store them, and their packed forms (small_linear.h).
enum class BlockType : std::uint8_t { q4_0, q4_1, q8_0, q4_k };

constexpr int block_bytes(BlockType type)
{
    return type == BlockType::q4_0   ? 18
           : type == BlockType::q4_1 ? 20
           : type == BlockType::q8_0 ? 34
                                     : 144;
}
constexpr int block_values(BlockType type)
{
    return type == BlockType::q4_k ? 256 : 32;
}
constexpr PackedFormat packed_format(BlockType type)
{
    return type == BlockType::q4_0   ? PackedFormat::w4
           : type == BlockType::q8_0 ? PackedFormat::w8
                                     : PackedFormat::w4_min;
}

// Bytes of a packed weight [out, in]: tiles of 16 outputs and chunks of 128 inputs, filled up.
std::int64_t packed_bytes(PackedFormat format, std::int64_t out, std::int64_t in);

// blocks: rows of in / block_values(type) blocks, row-major, any alignment; packed: 16-byte
// aligned. Scales of q4_k are multiplied out and rounded to f16 (relative error 5e-4 of a scale).
void pack(BlockType type, const void* blocks, void* packed, std::int64_t out, std::int64_t in,
          cudaStream_t stream);

// weights[o, i] of outputs [first, first + count) as f16, row-major; first a multiple of 16.
void unpack(PackedFormat format, const void* packed, __half* weights, std::int64_t first,
            std::int64_t count, std::int64_t in, cudaStream_t stream);

// out[r, :] = scale * row tokens[r] of a table [rows, in], in f32.
void gather_packed(PackedFormat format, const void* packed, const std::int32_t* tokens,
                   std::int64_t rows, std::int64_t in, float scale, float* out,
                   cudaStream_t stream);
void gather(const __half* table, const std::int32_t* tokens, std::int64_t rows, std::int64_t in,
            float scale, float* out, cudaStream_t stream);
void gather(const float* table, const std::int32_t* tokens, std::int64_t rows, std::int64_t in,
            float scale, float* out, cudaStream_t stream);

// to[i] = from[i]; a bf16 beyond f16's range becomes its largest number.
void widen_bf16(const void* from, __half* to, std::int64_t count, cudaStream_t stream);

} // namespace longhand::gpu
