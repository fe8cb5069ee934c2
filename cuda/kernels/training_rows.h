// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/small_linear.h"
#include "engine/base/dropout_mask.h"

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

// Steps of training that work row by row or value by value, as engine/tensor/training.h defines
// them. All matrices row-major f32. Every sum has one order: same inputs give the same bits.

// Rotates x [rows, heads, head_dim] in place by the angles of `positions` [rows], or by their
// negatives.
struct RotateRows {
    float* x = nullptr;
    const float* cosines = nullptr; // [positions, rotary_dim / 2]
    const float* sines = nullptr;
    const std::int32_t* positions = nullptr;
    std::int64_t rows = 0;
    int heads = 0;
    int head_dim = 0;
    int rotary_dim = 0;
    bool interleaved = false;
    bool backward = false;
};
void rotate_rows(const RotateRows& step, cudaStream_t stream);

// dg = dout * u * activation'(g), du = dout * activation(g); dg may be dout.
void gate_backward(float* dg, float* du, const float* dout, const float* g, const float* u,
                   std::int64_t count, GateActivation activation, cudaStream_t stream);

// dx += f gain dy - x f^3 mean(gain dy x) with f = 1 / sqrt(mean(x^2) + eps), and, where dgain is
// not null, dgain += sum over rows of f x dy.
struct NormBackward {
    float* dx = nullptr;
    float* dgain = nullptr;
    const float* dy = nullptr;
    const float* x = nullptr;
    const float* gain = nullptr;
    float* factors = nullptr; // scratch [rows]
    float* partial = nullptr; // scratch of norm_partials(rows, dim) numbers where dgain is not null
    std::int64_t rows = 0;
    int dim = 0;
    float eps = 0.0F;
};
std::int64_t norm_partials(std::int64_t rows, int dim);
void rms_norm_backward(const NormBackward& step, cudaStream_t stream);

// to[r, :] += scale * sum over rows of from[r, :], for a bias. partial: norm_partials(rows, dim).
void add_column_sums(float* to, const float* from, float* partial, std::int64_t rows, int dim,
                     cudaStream_t stream);

// to[r, c] = mask(r, c) * from[r, c], set or added.
void drop_rows(float* to, const float* from, std::int64_t rows, std::int64_t columns,
               const DropoutMask& mask, bool add, cudaStream_t stream);

// Of logits [rows, vocabulary], not yet capped: nll[row_of[r]] = -log softmax(cap(l))[target[r]],
// and each logit becomes factor times the derivative of that: in place, or as f16 in `half`.
struct EntropyGradient {
    float* logits = nullptr;
    __half* half = nullptr; // null: in place
    float* nll = nullptr;
    const std::int32_t* targets = nullptr; // [rows], each in [0, vocabulary)
    const std::int32_t* row_of = nullptr;  // [rows]
    std::int64_t rows = 0;
    std::int64_t vocabulary = 0;
    float soft_cap = 0.0F;
    float factor = 1.0F;
    bool wants_gradient = true;
};
void entropy_gradient(const EntropyGradient& step, cudaStream_t stream);

// to[row_of[r], :] = from[r, :].
void scatter_rows(float* to, const float* from, const std::int32_t* row_of, std::int64_t rows,
                  std::int64_t columns, cudaStream_t stream);

// table[tokens[i], :] += scale * sum of the rows order[starts[i]] ... order[starts[i + 1] - 1] of
// `from`, in that order. tokens: `count` different ones.
void add_token_rows(float* table, const float* from, const std::int32_t* tokens,
                    const std::int32_t* starts, const std::int32_t* order, std::int64_t count,
                    std::int64_t columns, float scale, cudaStream_t stream);

// y += scale * x.
void add_scaled(float* y, const float* x, float scale, std::int64_t count, cudaStream_t stream);

// sum[0] = sum of squares, in f64. partial: kSquarePartials numbers.
constexpr int kSquarePartials = 1024;
void square_sum(float* sum, const float* x, double* partial, std::int64_t count,
                cudaStream_t stream);

// One step of AdamW over `count` numbers (TrainingSteps::adamw). The corrections of the moments
// are the caller's; the clip follows from square_sum[0] on the device. A norm that is not finite
// leaves everything as it is.
struct AdamWStep {
    float* p = nullptr;
    const float* g = nullptr;
    float* m = nullptr;
    float* v = nullptr;
    const float* square_sum = nullptr;
    std::int64_t count = 0;
    float rate = 0.0F; // learning rate / (1 - beta1^step)
    float root = 0.0F; // 1 / sqrt(1 - beta2^step)
    float keep = 1.0F; // 1 - learning rate * weight decay
    float beta1 = 0.0F;
    float beta2 = 0.0F;
    float eps = 0.0F;
    float max_norm = 0.0F;
};
void adamw(const AdamWStep& step, cudaStream_t stream);

} // namespace longhand::gpu
