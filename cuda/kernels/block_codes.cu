// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/block_codes.h"

#include "cuda/kernels/packed_weight.cuh"
#include "cuda/runtime/check.h"

#include <cuda_bf16.h>

namespace longhand::gpu {
namespace {

constexpr int kThreads = 256;

// 32 values of a weight as small integers with what makes numbers of them.
struct Codes {
    std::uint8_t code[32];
    __half scale = __half(0.0F);
    __half minimum = __half(0.0F);
};

__device__ __half half_at(const std::uint8_t* bytes)
{
    return __ushort_as_half(static_cast<unsigned short>(bytes[0] | bytes[1] << 8));
}

// Six bits each of scale and minimum of sub-block j of 8, packed in 12 bytes.
__device__ void sub_block_facts(const std::uint8_t* packed, int j, int& scale, int& minimum)
{
    if (j < 4) {
        scale = packed[j] & 63;
        minimum = packed[j + 4] & 63;
    } else {
        scale = (packed[j + 4] & 15) | (packed[j - 4] >> 6) << 4;
        minimum = packed[j + 4] >> 4 | (packed[j] >> 6) << 4;
    }
}

__device__ void read_nibbles(Codes& to, const std::uint8_t* bytes)
{
    for (int i = 0; i < 16; ++i) {
        to.code[i] = bytes[i] & 15;
        to.code[i + 16] = bytes[i] >> 4;
    }
}

__device__ Codes read_codes(BlockType type, const std::uint8_t* row, std::int64_t group)
{
    Codes codes;
    if (type == BlockType::q4_k) {
        const std::uint8_t* block = row + group / 8 * 144;
        const int j = static_cast<int>(group % 8);
        int scale = 0;
        int minimum = 0;
        sub_block_facts(block + 4, j, scale, minimum);
        codes.scale = __float2half_rn(__half2float(half_at(block)) * static_cast<float>(scale));
        codes.minimum =
            __float2half_rn(-__half2float(half_at(block + 2)) * static_cast<float>(minimum));
        const std::uint8_t* bytes = block + 16 + j / 2 * 32;
        for (int i = 0; i < 32; ++i)
            codes.code[i] = j % 2 == 0 ? bytes[i] & 15 : bytes[i] >> 4;
        return codes;
    }
    const std::uint8_t* block = row + group * block_bytes(type);
    codes.scale = half_at(block);
    if (type == BlockType::q4_1)
        codes.minimum = half_at(block + 2);
    if (type == BlockType::q8_0)
        for (int i = 0; i < 32; ++i)
            codes.code[i] = block[2 + i];
    else
        read_nibbles(codes, block + (type == BlockType::q4_1 ? 4 : 2));
    return codes;
}

// Where a lane's word w of output half o lies in a chunk, and its scales.
struct ChunkPlace {
    std::uint32_t* words; // of this output
    __half* facts;
    int word_stride; // 32-bit words from one 16-byte group to the next
};

__device__ ChunkPlace place(PackedFormat format, void* packed, std::int64_t chunk_index, int lane,
                            int o)
{
    char* chunk = static_cast<char*>(packed) + chunk_index * chunk_bytes(format);
    const int groups = format == PackedFormat::w8 ? 2 : 1;
    const int facts = format == PackedFormat::w4_min ? 2 : 1;
    return {reinterpret_cast<std::uint32_t*>(chunk + 512 * o * groups + 16 * lane),
            reinterpret_cast<__half*>(chunk + 1024 * groups) + (2 * lane + o) * facts, 128};
}

__device__ void write_codes(PackedFormat format, const ChunkPlace& to, const Codes& codes)
{
    to.facts[0] = codes.scale;
    if (format == PackedFormat::w4_min)
        to.facts[1] = codes.minimum;
    if (format == PackedFormat::w8) {
        for (int w = 0; w < 8; ++w) {
            std::uint32_t word = 0;
            for (int i = 0; i < 4; ++i)
                word |= static_cast<std::uint32_t>(codes.code[4 * w + i]) << (8 * i);
            to.words[w / 4 * to.word_stride + w % 4] = word;
        }
        return;
    }
    for (int w = 0; w < 4; ++w) {
        std::uint32_t word = 0;
        for (int i = 0; i < 8; ++i) {
            const int nibble = i / 2 + (i % 2) * 4; // even values low half, odd values high half
            word |= static_cast<std::uint32_t>(codes.code[8 * w + i]) << (4 * nibble);
        }
        to.words[w] = word;
    }
}

__global__ void pack_kernel(BlockType type, PackedFormat format, const std::uint8_t* blocks,
                            void* packed, std::int64_t out, std::int64_t in, std::int64_t count)
{
    const std::int64_t index = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
    if (index >= count)
        return;
    const int lane = static_cast<int>(index % 32);
    const std::int64_t chunk = index / 32;
    const std::int64_t chunks = (in + kChunkInputs - 1) / kChunkInputs;
    const std::int64_t group = chunk % chunks * 4 + lane % 4;
    const std::int64_t row_bytes = in / block_values(type) * block_bytes(type);
    for (int o = 0; o < 2; ++o) {
        const std::int64_t row = chunk / chunks * kTileOutputs + lane / 4 + 8 * o;
        Codes codes = {};
        if (row < out && group * 32 < in)
            codes = read_codes(type, blocks + row * row_bytes, group);
        write_codes(format, place(format, packed, chunk, lane, o), codes);
    }
}

// Value i of 32 of a lane's output.
__device__ __half value_at(PackedFormat format, const ChunkPlace& from, int i)
{
    if (format == PackedFormat::w8) {
        const std::uint32_t word = from.words[i / 16 * from.word_stride + i / 4 % 4];
        const auto code = static_cast<signed char>(word >> (8 * (i % 4)) & 255);
        return __hmul(__int2half_rn(code), from.facts[0]);
    }
    const int nibble = i % 8 / 2 + (i % 2) * 4;
    const int code = static_cast<int>(from.words[i / 8] >> (4 * nibble) & 15);
    if (format == PackedFormat::w4)
        return __hmul(__int2half_rn(code - 8), from.facts[0]);
    return __hfma(__int2half_rn(code), from.facts[0], from.facts[1]);
}

// Values 8 w to 8 w + 7 of a lane's output.
template <PackedFormat kFormat>
__device__ __forceinline__ uint4 eight_values(const ChunkPlace& from, int w, __half2 scale,
                                              __half2 minimum)
{
    __half2 codes[4];
    if constexpr (kFormat == PackedFormat::w8) {
        const std::uint32_t* words = from.words + w / 2 * from.word_stride + w % 2 * 2;
        codes[0] = bytes<0>(words[0]);
        codes[1] = bytes<1>(words[0]);
        codes[2] = bytes<0>(words[1]);
        codes[3] = bytes<1>(words[1]);
    } else {
        constexpr int kZero = kFormat == PackedFormat::w4 ? 8 : 0;
        const std::uint32_t word = from.words[w];
        codes[0] = nibbles<0, kZero>(word);
        codes[1] = nibbles<1, kZero>(word);
        codes[2] = nibbles<2, kZero>(word);
        codes[3] = nibbles<3, kZero>(word);
    }
    std::uint32_t values[4];
#pragma unroll
    for (int i = 0; i < 4; ++i)
        values[i] = bits_of(kFormat == PackedFormat::w4_min ? __hfma2(codes[i], scale, minimum)
                                                            : __hmul2(codes[i], scale));
    return make_uint4(values[0], values[1], values[2], values[3]);
}

template <PackedFormat kFormat>
__global__ void unpack_kernel(const void* packed, __half* weights, std::int64_t first,
                              std::int64_t count, std::int64_t in, std::int64_t threads)
{
    const std::int64_t index = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
    if (index >= threads)
        return;
    const int lane = static_cast<int>(index % 32);
    const std::int64_t chunks = (in + kChunkInputs - 1) / kChunkInputs;
    const std::int64_t chunk = index / 32 % chunks;
    const std::int64_t tile = index / 32 / chunks;
    const std::int64_t k = chunk * kChunkInputs + lane % 4 * 32;
#pragma unroll
    for (int o = 0; o < 2; ++o) {
        const std::int64_t row = tile * kTileOutputs + lane / 4 + 8 * o;
        if (row >= count || k >= in)
            continue;
        const ChunkPlace from = place(kFormat, const_cast<void*>(packed),
                                      (first / kTileOutputs + tile) * chunks + chunk, lane, o);
        auto* to = reinterpret_cast<uint4*>(weights + row * in + k);
        const __half2 scale = __half2half2(from.facts[0]);
        const __half2 minimum = __half2half2(from.facts[kFormat == PackedFormat::w4_min ? 1 : 0]);
#pragma unroll
        for (int word = 0; word < 4; ++word)
            to[word] = eight_values<kFormat>(from, word, scale, minimum);
    }
}

__global__ void gather_packed_kernel(PackedFormat format, const void* packed,
                                     const std::int32_t* tokens, std::int64_t in, float scale,
                                     float* out)
{
    const std::int64_t row = tokens[blockIdx.x];
    const std::int64_t chunks = (in + kChunkInputs - 1) / kChunkInputs;
    const int inside = static_cast<int>(row % kTileOutputs);
    for (std::int64_t k = threadIdx.x; k < in; k += blockDim.x) {
        const int lane = inside % 8 * 4 + static_cast<int>(k % kChunkInputs / 32);
        const ChunkPlace from =
            place(format, const_cast<void*>(packed), row / kTileOutputs * chunks + k / kChunkInputs,
                  lane, inside / 8);
        out[blockIdx.x * in + k] =
            scale * __half2float(value_at(format, from, static_cast<int>(k % 32)));
    }
}

template <class Number>
__global__ void gather_kernel(const Number* table, const std::int32_t* tokens, std::int64_t in,
                              float scale, float* out)
{
    const Number* from = table + static_cast<std::int64_t>(tokens[blockIdx.x]) * in;
    for (std::int64_t k = threadIdx.x; k < in; k += blockDim.x)
        out[blockIdx.x * in + k] = scale * static_cast<float>(from[k]);
}

__global__ void widen_bf16_kernel(const __nv_bfloat16* from, __half* to, std::int64_t count)
{
    const std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
    if (i < count)
        to[i] = __float2half_rn(fminf(fmaxf(__bfloat162float(from[i]), -65504.0F), 65504.0F));
}

unsigned blocks_for(std::int64_t threads)
{
    return static_cast<unsigned>((threads + kThreads - 1) / kThreads);
}

} // namespace

std::int64_t packed_bytes(PackedFormat format, std::int64_t out, std::int64_t in)
{
    const std::int64_t tiles = (out + kTileOutputs - 1) / kTileOutputs;
    return tiles * ((in + kChunkInputs - 1) / kChunkInputs) * chunk_bytes(format);
}

void pack(BlockType type, const void* blocks, void* packed, std::int64_t out, std::int64_t in,
          cudaStream_t stream)
{
    const PackedFormat format = packed_format(type);
    const std::int64_t threads = packed_bytes(format, out, in) / chunk_bytes(format) * 32;
    pack_kernel<<<blocks_for(threads), kThreads, 0, stream>>>(
        type, format, static_cast<const std::uint8_t*>(blocks), packed, out, in, threads);
    GPU_CHECK(cudaGetLastError());
}

void unpack(PackedFormat format, const void* packed, __half* weights, std::int64_t first,
            std::int64_t count, std::int64_t in, cudaStream_t stream)
{
    const std::int64_t threads = packed_bytes(format, count, in) / chunk_bytes(format) * 32;
    auto* const kernel = format == PackedFormat::w4       ? unpack_kernel<PackedFormat::w4>
                         : format == PackedFormat::w4_min ? unpack_kernel<PackedFormat::w4_min>
                                                          : unpack_kernel<PackedFormat::w8>;
    kernel<<<blocks_for(threads), kThreads, 0, stream>>>(packed, weights, first, count, in,
                                                         threads);
    GPU_CHECK(cudaGetLastError());
}

void gather_packed(PackedFormat format, const void* packed, const std::int32_t* tokens,
                   std::int64_t rows, std::int64_t in, float scale, float* out, cudaStream_t stream)
{
    gather_packed_kernel<<<static_cast<unsigned>(rows), kThreads, 0, stream>>>(
        format, packed, tokens, in, scale, out);
    GPU_CHECK(cudaGetLastError());
}

void gather(const __half* table, const std::int32_t* tokens, std::int64_t rows, std::int64_t in,
            float scale, float* out, cudaStream_t stream)
{
    gather_kernel<<<static_cast<unsigned>(rows), kThreads, 0, stream>>>(table, tokens, in, scale,
                                                                        out);
    GPU_CHECK(cudaGetLastError());
}

void gather(const float* table, const std::int32_t* tokens, std::int64_t rows, std::int64_t in,
            float scale, float* out, cudaStream_t stream)
{
    gather_kernel<<<static_cast<unsigned>(rows), kThreads, 0, stream>>>(table, tokens, in, scale,
                                                                        out);
    GPU_CHECK(cudaGetLastError());
}

void widen_bf16(const void* from, __half* to, std::int64_t count, cudaStream_t stream)
{
    widen_bf16_kernel<<<blocks_for(count), kThreads, 0, stream>>>(
        static_cast<const __nv_bfloat16*>(from), to, count);
    GPU_CHECK(cudaGetLastError());
}

} // namespace longhand::gpu
