// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/dropout_mask.h"
#include "engine/tensor/backend.h"

#include <cstdint>
#include <span>

namespace longhand::tensor {

// What a backend adds to its steps so that a model can be trained on it: whole sequences forward
// without a cache, and the backward of every step. A class of its own, because inference needs
// none of it; `Backend::training()` yields it. Everything that backend.h says of steps holds here:
// shapes, f32, call order, errors, threads. Besides:
//
// Gradients marked `+=` are added to what the tensor holds (`zero` it first), so that layers and
// micro-batches sum up; `or empty` ones are skipped. Frozen weights may be of any type that
// `linear` reads; their values, not the rounded inputs of a quantised product, are what is
// differentiated. Same inputs give the same bits, whatever the number of threads.

// Sequences packed behind one another, in rows of a step; attention never crosses a sequence.
// All host memory, borrowed for the call.
struct PackedLayout {
    // Rotary position of each row, in [0, positions of the table).
    std::span<const std::int32_t> positions;
    // Ascending, the first 0, the last the number of rows: row r of [b_i, b_i+1) sees the rows of
    // [b_i, r]. Dense attention has one pair for each sequence, S2 one for each group.
    std::span<const std::int32_t> boundaries;
    // The same for query heads from `shifted_from_head` on; empty: `boundaries` holds for all.
    std::span<const std::int32_t> shifted;
    std::int64_t shifted_from_head = 0;
    // The products of attention may take their inputs as 16-bit numbers, as those of linears over
    // 16-bit or quantised weights do. Sums stay f32.
    bool half_inputs = false;
};

enum class Direction : std::uint8_t { forward, backward };

// Gradients of one linear, each f32 in the shape of its part, += or empty. `a` and `b` belong to
// the last delta, the only one that may be trainable.
struct LinearGradient {
    Tensor weight;
    Tensor bias;
    Tensor a;
    Tensor b;
};

// AdamW (Loshchilov and Hutter 2019) as torch computes it, with the clip of the global norm before.
struct AdamW {
    float learning_rate = 0.0F;
    float beta1 = 0.9F;
    float beta2 = 0.999F;
    float eps = 1e-8F;
    float weight_decay = 0.0F;
    std::int64_t step = 1; // counts from 1
    float max_norm = 0.0F; // 0: gradients are not clipped
};

class TrainingSteps {
public:
    virtual ~TrainingSteps() = default;

    // --- forward, whole sequences -------------------------------------------------------------
    // outs[i] = layers[i](in) as Backend::linear, but inputs are rounded to 16 bits at most, also
    // where weights are quantised: what the gradients belong to, and fast with fresh deltas. Over
    // weights other than f32, deltas may be multiplied with their operands rounded to 11 bits of
    // mantissa (f16, TF32), forward and backward, and so may the gradients that come in.
    virtual void linear(std::span<const Tensor> outs, const Tensor& in,
                        std::span<const Linear> layers) = 0;

    // Rotates x [rows, heads * head_dim] in place by the angles of the layout's positions, or, for
    // a gradient, applies the transpose (the angles negated, the magnitude factor kept).
    virtual void rope(const Tensor& x, std::int64_t heads, const RopeTable& table,
                      std::span<const std::int32_t> positions, Direction direction) = 0;

    // Causal attention inside the layout's segments, scores never stored. q, out
    // [rows, heads * head_dim], k and v [rows, kv_heads * head_dim], rotated; lse [rows, heads]:
    // log of the sum of exponentials of each row's scores, after scale and soft cap. The shape's
    // window counts inside a segment.
    virtual void attend_packed(const Tensor& out, const Tensor& lse, const Tensor& q,
                               const Tensor& k, const Tensor& v, const AttentionShape& shape,
                               const PackedLayout& layout) = 0;

    // out = activation(g) * u, all [rows, inner].
    virtual void gate(const Tensor& out, const Tensor& g, const Tensor& u,
                      Activation activation) = 0;

    // --- backward -----------------------------------------------------------------------------
    // dq, dk, dv are set, not added to. Scores are computed again from q, k and lse. A kv_head
    // gathers the gradients of all query heads that read it, shifted or not.
    virtual void attend_packed_backward(const Tensor& dq, const Tensor& dk, const Tensor& dv,
                                        const Tensor& dout, const Tensor& out, const Tensor& lse,
                                        const Tensor& q, const Tensor& k, const Tensor& v,
                                        const AttentionShape& shape,
                                        const PackedLayout& layout) = 0;

    // dg = dout * u * activation'(g), du = dout * activation(g). dg may be dout.
    virtual void gate_backward(const Tensor& dg, const Tensor& du, const Tensor& dout,
                               const Tensor& g, const Tensor& u, Activation activation) = 0;

    // Of y = norm(x, gain) (add_rms_norm): dx += and dgain += or empty, from dy. With
    // [rows * heads, head_dim] it serves norms of single heads. f = 1 / sqrt(mean(x^2) + eps):
    //     dx += f gain dy - x f^3 mean(gain dy x);  dgain += sum over rows of f x dy
    virtual void rms_norm_backward(const Tensor& dx, const Tensor& dgain, const Tensor& dy,
                                   const Tensor& x, const Tensor& gain, float eps) = 0;

    // Of outs[i] = layers[i](in): din += or empty (it sums over the layers), and each layer's
    // gradients. `in` is the input of the forward step, dropout's mask is made again.
    // Work: 2 * rows * weights for din, as much again for each weight's own gradient.
    virtual void linear_backward(const Tensor& din, std::span<const LinearGradient> gradients,
                                 std::span<const Tensor> douts, const Tensor& in,
                                 std::span<const Linear> layers) = 0;

    // nll[r] as Backend::cross_entropy gives it, dhidden = scale * d(sum of nll) / d hidden (set,
    // or empty: the loss alone), dweight += the same for the head's weight, or empty. Rows whose
    // target is -1 cost nothing and get 0. Row-blocked: memory is independent of rows * vocabulary.
    // The head has no deltas.
    virtual void cross_entropy_gradient(const Tensor& nll, const Tensor& dhidden,
                                        const Tensor& dweight, const Tensor& hidden,
                                        const Head& head, std::span<const std::int32_t> targets,
                                        float scale) = 0;

    // dtable[tokens[r], :] += scale * dout[r, :].
    virtual void embed_backward(const Tensor& dtable, const Tensor& dout,
                                std::span<const std::int32_t> tokens, float scale) = 0;

    // --- optimiser ----------------------------------------------------------------------------
    virtual void zero(const Tensor& tensor) = 0;
    // y += scale * x, of equal count.
    virtual void add_scaled(const Tensor& y, const Tensor& x, float scale) = 0;
    // sum[0] = sum of the squares of all values. sum [1] f32, summed in f64.
    virtual void square_sum(const Tensor& sum, const Tensor& values) = 0;
    // One step for all values; nothing returns to the host. With n = sqrt(square_sum[0]):
    //     g = gradient * min(1, max_norm / (n + 1e-6))      where max_norm > 0
    //     p *= 1 - rate * decay;  m += (1 - beta1) (g - m);  v = beta2 v + (1 - beta2) g^2
    //     p -= rate / (1 - beta1^step) * m / (sqrt(v / (1 - beta2^step)) + eps)
    // A norm that is not finite leaves everything as it is.
    virtual void adamw(const Tensor& parameters, const Tensor& gradients, const Tensor& m,
                       const Tensor& v, const AdamW& settings, const Tensor& square_sum) = 0;
};

} // namespace longhand::tensor
