// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/small_linear.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/overlap.cuh"
#include "cuda/kernels/packed_weight.cuh"
#include "cuda/kernels/tensor_core.cuh"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

constexpr int kWarps = 8;

// What one lane holds of one tile's chunk, as it lies in memory, and how it becomes f16: `pair(o,
// p)` is values 2 p and 2 p + 1 of the lane's 32 inputs of output g (o = 0) or g + 8 (o = 1), where
// input 2 p of a lane stands at `x_offset(t, p)` of the chunk.
template <PackedFormat kFormat> struct Chunk;

template <> struct Chunk<PackedFormat::f16> {
    uint4 words[2][4];

    __device__ __forceinline__ void load(const void* weight, int tile, int chunk, int lane, int out,
                                         int in)
    {
        const auto* rows = static_cast<const __half*>(weight);
        const int g = lane / 4;
        const int k = chunk * kChunkInputs + lane % 4 * 8;
#pragma unroll
        for (int o = 0; o < 2; ++o) {
            const int row = min(tile * kTileOutputs + g + 8 * o, out - 1);
            const __half* from = rows + static_cast<std::int64_t>(row) * in + k;
#pragma unroll
            for (int s = 0; s < 4; ++s)
                words[o][s] = k + 32 * s < in
                                  ? __ldcs(reinterpret_cast<const uint4*>(from + 32 * s))
                                  : make_uint4(0, 0, 0, 0);
        }
    }
    __device__ __forceinline__ void prepare() {}
    template <int kOutput, int kPair> __device__ __forceinline__ std::uint32_t pair() const
    {
        const uint4& word = words[kOutput][kPair / 4];
        return kPair % 4 == 0 ? word.x : kPair % 4 == 1 ? word.y : kPair % 4 == 2 ? word.z : word.w;
    }
    // Word s of x: inputs [8 (t + 4 s), ...).
    static __device__ __forceinline__ int x_offset(int t, int s)
    {
        return t * 8 + 32 * s;
    }
};

template <int kCodeWords, bool kMinima> struct CodedChunk {
    uint4 words[2][kCodeWords];
    std::uint32_t facts[kMinima ? 2 : 1];
    __half2 scales[2];
    __half2 minima[2];

    __device__ __forceinline__ void load(const void* weight, int tile, int chunk, int lane, int,
                                         int in)
    {
        constexpr int kBytes = 1024 * kCodeWords + (kMinima ? 256 : 128);
        const int chunks = (in + kChunkInputs - 1) / kChunkInputs;
        const char* from = static_cast<const char*>(weight) +
                           (static_cast<std::int64_t>(tile) * chunks + chunk) * kBytes;
#pragma unroll
        for (int o = 0; o < 2; ++o)
#pragma unroll
            for (int i = 0; i < kCodeWords; ++i)
                words[o][i] = __ldcs(
                    reinterpret_cast<const uint4*>(from + 512 * (o * kCodeWords + i)) + lane);
        from += 1024 * kCodeWords;
        if (kMinima) {
            const uint2 both = __ldcs(reinterpret_cast<const uint2*>(from) + lane);
            facts[0] = both.x;
            facts[kMinima ? 1 : 0] = both.y;
        } else {
            facts[0] = __ldcs(reinterpret_cast<const std::uint32_t*>(from) + lane);
        }
    }
    __device__ __forceinline__ void prepare()
    {
        if (kMinima) {
#pragma unroll
            for (int o = 0; o < 2; ++o) {
                const __half2 both = pair_of(facts[kMinima ? o : 0]);
                scales[o] = __half2half2(__low2half(both));
                minima[o] = __half2half2(__high2half(both));
            }
        } else {
            const __half2 both = pair_of(facts[0]);
            scales[0] = __half2half2(__low2half(both));
            scales[1] = __half2half2(__high2half(both));
        }
    }
    template <int kOutput, int kPair> __device__ __forceinline__ std::uint32_t pair() const
    {
        __half2 code;
        if constexpr (kCodeWords == 1) {
            const uint4& all = words[kOutput][0];
            const std::uint32_t word = kPair / 4 == 0   ? all.x
                                       : kPair / 4 == 1 ? all.y
                                       : kPair / 4 == 2 ? all.z
                                                        : all.w;
            code = nibbles < kPair % 4, kMinima ? 0 : 8 > (word);
        } else {
            const uint4& all = words[kOutput][kPair / 8];
            constexpr int kWord = kPair / 2 % 4;
            const std::uint32_t word = kWord == 0   ? all.x
                                       : kWord == 1 ? all.y
                                       : kWord == 2 ? all.z
                                                    : all.w;
            code = bytes<kPair % 2>(word);
        }
        return bits_of(kMinima ? __hfma2(code, scales[kOutput], minima[kOutput])
                               : __hmul2(code, scales[kOutput]));
    }
    static __device__ __forceinline__ int x_offset(int t, int s)
    {
        return t * 32 + 8 * s;
    }
};
template <> struct Chunk<PackedFormat::w4> : CodedChunk<1, false> {
};
template <> struct Chunk<PackedFormat::w4_min> : CodedChunk<1, true> {
};
template <> struct Chunk<PackedFormat::w8> : CodedChunk<2, false> {
};

struct Inputs {
    const __half* x;
    int rows;
    int in;
};

// x words of the lane's 8 inputs s of chunk `chunk` for row `row`.
template <class Piece>
__device__ __forceinline__ uint4 x_words(const Inputs& inputs, int row, int chunk, int t, int s)
{
    const int k = chunk * kChunkInputs + Piece::x_offset(t, s);
    if (row >= inputs.rows || k >= inputs.in)
        return make_uint4(0, 0, 0, 0);
    return __ldg(
        reinterpret_cast<const uint4*>(inputs.x + static_cast<std::int64_t>(row) * inputs.in + k));
}

// One word s (8 inputs a lane, two products) of a chunk for all tiles and row groups.
template <int kS, class Piece, int kTiles, int kGroups>
__device__ __forceinline__ void multiply_word(float (&sums)[kTiles][kGroups][4],
                                              const Piece (&pieces)[kTiles], const Inputs& inputs,
                                              int chunk, int lane)
{
    uint4 x[kGroups];
#pragma unroll
    for (int n = 0; n < kGroups; ++n)
        x[n] = x_words<Piece>(inputs, 8 * n + lane / 4, chunk, lane % 4, kS);
#pragma unroll
    for (int m = 0; m < kTiles; ++m) {
        const std::uint32_t a[8] = {
            pieces[m].template pair<0, 4 * kS>(),     pieces[m].template pair<1, 4 * kS>(),
            pieces[m].template pair<0, 4 * kS + 1>(), pieces[m].template pair<1, 4 * kS + 1>(),
            pieces[m].template pair<0, 4 * kS + 2>(), pieces[m].template pair<1, 4 * kS + 2>(),
            pieces[m].template pair<0, 4 * kS + 3>(), pieces[m].template pair<1, 4 * kS + 3>()};
#pragma unroll
        for (int n = 0; n < kGroups; ++n) {
            multiply(sums[m][n], a[0], a[1], a[2], a[3], x[n].x, x[n].y);
            multiply(sums[m][n], a[4], a[5], a[6], a[7], x[n].z, x[n].w);
        }
    }
}

// All chunks of the warp, kStages of them on their way from memory at any time.
template <PackedFormat kFormat, int kStages, int kTiles, int kGroups>
__device__ __forceinline__ void
sum_chunks(float (&sums)[kTiles][kGroups][4], const void* const (&weights)[kTiles],
           const int (&tiles)[kTiles], int out, const Inputs& inputs)
{
    using Piece = Chunk<kFormat>;
    const int lane = threadIdx.x % 32;
    const int chunks = (inputs.in + kChunkInputs - 1) / kChunkInputs;
    Piece pieces[kStages][kTiles];
    int next = threadIdx.x / 32;
#pragma unroll
    for (int s = 0; s < kStages; ++s, next += kWarps)
        if (next < chunks)
#pragma unroll
            for (int m = 0; m < kTiles; ++m)
                pieces[s][m].load(weights[m], tiles[m], next, lane, out, inputs.in);
    wait_for_previous(); // for x; weights are on their way
    for (int chunk = threadIdx.x / 32; chunk < chunks;) {
#pragma unroll
        for (int s = 0; s < kStages; ++s, chunk += kWarps, next += kWarps) {
            if (chunk >= chunks)
                break;
#pragma unroll
            for (int m = 0; m < kTiles; ++m)
                pieces[s][m].prepare();
            multiply_word<0>(sums, pieces[s], inputs, chunk, lane);
            multiply_word<1>(sums, pieces[s], inputs, chunk, lane);
            multiply_word<2>(sums, pieces[s], inputs, chunk, lane);
            multiply_word<3>(sums, pieces[s], inputs, chunk, lane);
            if (next < chunks)
#pragma unroll
                for (int m = 0; m < kTiles; ++m)
                    pieces[s][m].load(weights[m], tiles[m], next, lane, out, inputs.in);
        }
    }
}

// Sums over the block's warps: value of tile m, row r, output o, for thread-strided (m, r, o).
template <int kTiles, int kGroups>
__device__ __forceinline__ void store_partial(float* shared,
                                              const float (&sums)[kTiles][kGroups][4])
{
    const int warp = threadIdx.x / 32;
    const int lane = threadIdx.x % 32;
#pragma unroll
    for (int m = 0; m < kTiles; ++m)
#pragma unroll
        for (int n = 0; n < kGroups; ++n)
#pragma unroll
            for (int i = 0; i < 4; ++i) {
                const int output = lane / 4 + 8 * (i / 2);
                const int row = 8 * n + lane % 4 * 2 + i % 2;
                shared[((warp * kTiles + m) * 8 * kGroups + row) * kTileOutputs + output] =
                    sums[m][n][i];
            }
    __syncthreads();
}

template <int kTiles, int kGroups>
__device__ __forceinline__ float total(const float* shared, int m, int row, int output)
{
    float sum = 0.0F;
#pragma unroll
    for (int warp = 0; warp < kWarps; ++warp)
        sum += shared[((warp * kTiles + m) * 8 * kGroups + row) * kTileOutputs + output];
    return sum;
}

// Blocks that an SM holds at once where few rows leave registers for them: what one block waits
// for, another has on its way.
template <PackedFormat kFormat, int kGroups> constexpr int blocks_at_once()
{
    if (kGroups > 1)
        return 1;
    return kFormat == PackedFormat::f16 ? 2 : kFormat == PackedFormat::w8 ? 3 : 4;
}

struct LinearArguments {
    SmallWeight weights[kMostWeights];
    int end_block[kMostWeights];
    Inputs inputs;
    float scale;
};

template <PackedFormat kFormat, int kStages, int kTiles, int kGroups>
__global__ void __launch_bounds__(32 * kWarps, blocks_at_once<kFormat, kGroups>())
    small_linear_kernel(LinearArguments arguments)
{
    extern __shared__ float shared[];
    let_next_begin();
    int index = 0;
    while (static_cast<int>(blockIdx.x) >= arguments.end_block[index])
        ++index;
    const SmallWeight& weight = arguments.weights[index];
    const int block = blockIdx.x - (index == 0 ? 0 : arguments.end_block[index - 1]);
    const int all_tiles = (weight.out + kTileOutputs - 1) / kTileOutputs;
    const void* data[kTiles];
    int tiles[kTiles];
#pragma unroll
    for (int m = 0; m < kTiles; ++m) {
        data[m] = weight.data;
        tiles[m] = min(block * kTiles + m, all_tiles - 1);
    }
    float sums[kTiles][kGroups][4] = {};
    sum_chunks<kFormat, kStages>(sums, data, tiles, weight.out, arguments.inputs);
    store_partial(shared, sums);
    for (int i = threadIdx.x; i < kTiles * kTileOutputs * arguments.inputs.rows; i += 32 * kWarps) {
        const int inside = i % (kTiles * kTileOutputs);
        const int row = i / (kTiles * kTileOutputs);
        const int output = block * kTiles * kTileOutputs + inside;
        if (output >= weight.out)
            continue;
        const float sum =
            total<kTiles, kGroups>(shared, inside / kTileOutputs, row, inside % kTileOutputs);
        weight.y[static_cast<std::int64_t>(row) * weight.out + output] =
            arguments.scale * sum + (weight.bias == nullptr ? 0.0F : weight.bias[output]);
    }
}

struct GatedArguments {
    const void* gate;
    const void* up;
    __half* inner;
    Inputs inputs;
    int out;
    GateActivation activation;
    float inner_scale;
};

template <PackedFormat kFormat, int kStages, int kGroups>
__global__ void __launch_bounds__(32 * kWarps, blocks_at_once<kFormat, kGroups>())
    small_gated_kernel(GatedArguments arguments)
{
    extern __shared__ float shared[];
    let_next_begin();
    const int tile = blockIdx.x;
    const void* const data[2] = {arguments.gate, arguments.up};
    const int tiles[2] = {tile, tile};
    float sums[2][kGroups][4] = {};
    sum_chunks<kFormat, kStages>(sums, data, tiles, arguments.out, arguments.inputs);
    store_partial(shared, sums);
    for (int i = threadIdx.x; i < kTileOutputs * arguments.inputs.rows; i += 32 * kWarps) {
        const int inside = i % kTileOutputs;
        const int row = i / kTileOutputs;
        const int output = tile * kTileOutputs + inside;
        if (output >= arguments.out)
            continue;
        const float gate = total<2, kGroups>(shared, 0, row, inside);
        const float up = total<2, kGroups>(shared, 1, row, inside);
        const float value = activate(gate, arguments.activation) * up * arguments.inner_scale;
        arguments.inner[static_cast<std::int64_t>(row) * arguments.out + output] = saturated(value);
    }
}

template <int kTiles, int kGroups> constexpr int shared_bytes()
{
    return kWarps * kTiles * kGroups * 8 * kTileOutputs * static_cast<int>(sizeof(float));
}

// More shared memory than 48 KB must be asked for.
template <class Kernel> void allow_shared(Kernel* kernel, int bytes)
{
    if (bytes > 48 * 1024)
        GPU_CHECK(cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, bytes));
}

template <PackedFormat kFormat, int kStages, int kTiles, int kGroups>
void launch_linear(LinearArguments& arguments, int count, cudaStream_t stream)
{
    int blocks = 0;
    for (int i = 0; i < kMostWeights; ++i) {
        if (i < count)
            blocks +=
                (arguments.weights[i].out + kTiles * kTileOutputs - 1) / (kTiles * kTileOutputs);
        arguments.end_block[i] = blocks;
    }
    allow_shared(small_linear_kernel<kFormat, kStages, kTiles, kGroups>,
                 shared_bytes<kTiles, kGroups>());
    launch_overlapped(small_linear_kernel<kFormat, kStages, kTiles, kGroups>,
                      dim3(static_cast<unsigned>(blocks)), 32 * kWarps,
                      shared_bytes<kTiles, kGroups>(), stream, arguments);
}

template <PackedFormat kFormat>
void linear_of(LinearArguments& arguments, int count, cudaStream_t stream)
{
    const int rows = arguments.inputs.rows;
    if (rows <= 8)
        launch_linear<kFormat, 2, 1, 1>(arguments, count, stream);
    else if (rows <= 16)
        launch_linear<kFormat, 2, 1, 2>(arguments, count, stream);
    else if (rows <= 32)
        launch_linear<kFormat, 1, 2, 4>(arguments, count, stream);
    else
        launch_linear<kFormat, 1, 2, 8>(arguments, count, stream);
}

template <PackedFormat kFormat, int kStages, int kGroups>
void launch_gated(const GatedArguments& arguments, cudaStream_t stream)
{
    const int blocks = (arguments.out + kTileOutputs - 1) / kTileOutputs;
    allow_shared(small_gated_kernel<kFormat, kStages, kGroups>, shared_bytes<2, kGroups>());
    launch_overlapped(small_gated_kernel<kFormat, kStages, kGroups>,
                      dim3(static_cast<unsigned>(blocks)), 32 * kWarps, shared_bytes<2, kGroups>(),
                      stream, arguments);
}

template <PackedFormat kFormat> void gated_of(const GatedArguments& arguments, cudaStream_t stream)
{
    const int rows = arguments.inputs.rows;
    if (rows <= 8)
        launch_gated<kFormat, 1, 1>(arguments, stream);
    else if (rows <= 16)
        launch_gated<kFormat, 1, 2>(arguments, stream);
    else if (rows <= 32)
        launch_gated<kFormat, 1, 4>(arguments, stream);
    else
        launch_gated<kFormat, 1, 8>(arguments, stream);
}

} // namespace

void small_linear(PackedFormat format, const SmallWeight* weights, int count, const __half* x,
                  int rows, int in, float scale, cudaStream_t stream)
{
    LinearArguments arguments = {};
    for (int i = 0; i < count; ++i)
        arguments.weights[i] = weights[i];
    arguments.inputs = {x, rows, in};
    arguments.scale = scale;
    switch (format) {
    case PackedFormat::f16:
        return linear_of<PackedFormat::f16>(arguments, count, stream);
    case PackedFormat::w4:
        return linear_of<PackedFormat::w4>(arguments, count, stream);
    case PackedFormat::w4_min:
        return linear_of<PackedFormat::w4_min>(arguments, count, stream);
    case PackedFormat::w8:
        return linear_of<PackedFormat::w8>(arguments, count, stream);
    }
}

void small_gated(PackedFormat format, const void* gate, const void* up, const __half* x, int rows,
                 int out, int in, GateActivation activation, float inner_scale, __half* inner,
                 cudaStream_t stream)
{
    const GatedArguments arguments = {gate, up, inner, {x, rows, in}, out, activation, inner_scale};
    switch (format) {
    case PackedFormat::f16:
        return gated_of<PackedFormat::f16>(arguments, stream);
    case PackedFormat::w4:
        return gated_of<PackedFormat::w4>(arguments, stream);
    case PackedFormat::w4_min:
        return gated_of<PackedFormat::w4_min>(arguments, stream);
    case PackedFormat::w8:
        return gated_of<PackedFormat::w8>(arguments, stream);
    }
}

} // namespace longhand::gpu
