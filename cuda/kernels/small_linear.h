// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

// Products of a few input rows (1 to kSmallRows) with one or more weights that share the input:
//     y[r, o] = scale * sum_i x[r, i] * w[o, i] + bias[o]
// Each weight is read once from device memory and expanded to f16 in registers; products run on
// the tensor cores (m16n8k16) with f32 accumulators, so up to 8 rows cost what one costs.
// Traffic: the weight's packed bytes, which is the speed limit; x comes from the caches.
//
// A weight is stored in tiles of 16 outputs. Lane l of a warp has g = l / 4 and t = l % 4 and holds
// outputs g and g + 8 of the tile.
//   plain (f16): row-major [out, in], in a multiple of 8.
//   packed codes: for each tile, chunks of 128 inputs: lane (g, t) holds inputs [32 t, 32 t + 32)
//   of its two outputs; per chunk
//       w4: 32 lanes x 16 bytes of output g, then of output g + 8; then scales
//       w8: 2 x 32 lanes x 16 bytes of output g, then of g + 8; then scales
//   scales: lane l: f16 of g, f16 of g + 8; with minima: f16 scale, minimum of g, then of g + 8.
//   A value is code * scale + minimum, codes being unsigned 4-bit (minus 8 without minima) or
//   signed 8-bit. Outputs and inputs that pad the last tile and chunk have scale and minimum 0.
//   Nibbles of one 32-bit word of w4 (8 values k, lowest nibble first): 0 2 4 6 1 3 5 7.
enum class PackedFormat : std::uint8_t { f16, w4, w4_min, w8 };

constexpr int kSmallRows = 64;
constexpr int kTileOutputs = 16;
constexpr int kChunkInputs = 128;
constexpr int kMostWeights = 3;

constexpr std::int64_t chunk_bytes(PackedFormat format)
{
    return format == PackedFormat::w4       ? 1024 + 128
           : format == PackedFormat::w4_min ? 1024 + 256
                                            : 2048 + 128;
}

struct SmallWeight {
    const void* data = nullptr;  // 16-byte aligned
    const float* bias = nullptr; // [out] or null
    float* y = nullptr;          // [rows, out]
    int out = 0;
};

// x [rows, in] f16, row-major, 16-byte aligned, in a multiple of 8. All weights of one format.
void small_linear(PackedFormat format, const SmallWeight* weights, int count, const __half* x,
                  int rows, int in, float scale, cudaStream_t stream);

// inner[r, o] = f16(activation(gate[o] . x[r]) * (up[o] . x[r]) * inner_scale), saturating; gate
// and up [out, in] of one format; x, inner f16. The first half of a gated MLP in one launch.
enum class GateActivation : std::uint8_t { silu, gelu_tanh, gelu };
void small_gated(PackedFormat format, const void* gate, const void* up, const __half* x, int rows,
                 int out, int in, GateActivation activation, float inner_scale, __half* inner,
                 cudaStream_t stream);

} // namespace longhand::gpu
