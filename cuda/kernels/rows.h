// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/small_linear.h"

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

// Steps that work row by row. All matrices row-major.

// x[r, :] += delta[r, :] (or its own norm, below), then RMSNorm (Zhang and Sennrich 2019, eq. 4)
//     y[r, :] = x[r, :] * gain / sqrt(mean(x[r, :]^2) + eps)
// With delta_gain, x += delta * delta_gain / sqrt(mean(delta^2) + eps): a norm behind a block.
// x, delta, y [rows, dim] f32; delta and delta_gain may be null. half: y again as f16, saturated,
// for products; may be null. Sums in f32. Traffic: 12 to 18 bytes a value.
struct NormRows {
    float* y = nullptr;
    __half* half = nullptr;
    float* x = nullptr;
    const float* delta = nullptr;
    const float* delta_gain = nullptr;
    const float* gain = nullptr;
    std::int64_t rows = 0;
    int dim = 0;
    float eps = 0.0F;
};
void add_rms_norm(const NormRows& step, cudaStream_t stream);

// half[i] = f16(x[i] * scale), saturated.
void to_half(__half* half, const float* x, std::int64_t count, float scale, cudaStream_t stream);

// inner = f16(activation(gate) * up * scale), saturated; f32 in, `count` values. The second writes
// f32.
void gate_rows(__half* inner, const float* gate, const float* up, std::int64_t count,
               GateActivation activation, float scale, cudaStream_t stream);
void gate_rows(__half* inner, const __half* gate, const __half* up, std::int64_t count,
               GateActivation activation, float scale, cudaStream_t stream);
void gate_rows(float* inner, const float* gate, const float* up, std::int64_t count,
               GateActivation activation, cudaStream_t stream);

// y[r, o] += bias[o].
void add_bias(float* y, const float* bias, std::int64_t rows, std::int64_t out,
              cudaStream_t stream);

// Logits as the head gives them: cap(l) = soft_cap * tanh(l / soft_cap), the identity
// for a soft_cap of 0.
void cap_rows(float* logits, std::int64_t count, float soft_cap, cudaStream_t stream);
// From rows of products [vocabulary], not yet capped:
//     nll[r] = log(sum_v exp(cap(l_v))) - cap(l_target), or 0 where the target is -1.
void entropy_rows(float* nll, const float* logits, const std::int32_t* targets, std::int64_t rows,
                  std::int64_t vocabulary, float soft_cap, cudaStream_t stream);

} // namespace longhand::gpu
