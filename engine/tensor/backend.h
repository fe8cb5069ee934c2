// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace longhand::tensor {

// The first seam: mathematics above, hardware below. One virtual for each fused step of a
// transformer; the comment defines it for every implementation, and one parameterised suite
// compares them.
//
// Number types: residual stream, norms, softmax and accumulators are f32. A matrix product takes
// its input in the weight's own class: f32 weights and F32 KV give true f32 arithmetic, the mode
// of golden and property tests; 16-bit weights may round inputs to 16 bits; block-quantised
// weights may quantise inputs to 8 bits a value with a scale for each 32 (relative error of a
// product at most 1e-2 of its norm); nf4 weights are multiplied as f32 or 16-bit numbers.
//
// Shapes are [rows, columns], row-major. Outputs never alias inputs unless the step says so.
// Rows are tokens; several sequences may be packed behind one another and are then told apart by
// segments. Steps are queued in call order; `download` waits for what it reads. They take no
// memory beyond what `reserve` announced. A failing device throws DeviceError.
// Threads: one caller at a time.

// Sets some elements of an input to 0 while training (Srivastava et al. 2014); which ones, the
// seed alone decides (dropout_mask.h).
struct Dropout {
    float rate = 0.0F;       // in [0, 1); 0: none
    std::uint64_t seed = 0;  // another one for each delta and step
};

// One rank-r update of a linear (LoRA, Hu et al. 2021): y += scale * B (A drop(x)), in f32.
struct LoraDelta {
    Tensor a;            // [rank, in] f32 or 16-bit
    Tensor b;            // [out, rank], the type of a
    float scale = 1.0F;  // alpha / rank
    Dropout dropout;     // of the rows of this step
};

// y = W x + bias + sum of deltas.
struct Linear {
    Tensor weight;                  // [out, in], any type
    Tensor bias;                    // [out] f32, or empty
    std::span<const LoraDelta> deltas;  // any number; borrowed for the call
};

// silu x / (1 + e^-x); gelu x * Phi(x) with the normal distribution Phi; gelu_tanh its
// approximation 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))).
enum class Activation : std::uint8_t { silu, gelu_tanh, gelu };

// What a block adds to the residual stream. Gemma norms it first ("post-norms").
struct ResidualDelta {
    Tensor values;  // [rows, dim] f32; empty: nothing is added
    Tensor gain;    // [dim] f32 of the norm it passes first, or empty: added as it is
};

// Norms of the single heads of q and k before rotation (Qwen 3, Gemma 3).
struct HeadNorms {
    Tensor q_gain;  // [head_dim] f32; both empty: none
    Tensor k_gain;  // same
    float eps = 0.0F;
};

// logits = cap(linear(hidden)), where cap(x) = soft_cap * tanh(x / soft_cap) (Gemma 2), or x when
// soft_cap is 0.
struct Head {
    Linear linear;  // [vocabulary, dim]
    float soft_cap = 0.0F;
    // In training: operands may be rounded to 16 bits although the weight is f32, because it is
    // trained and the rest of the model is 16-bit or quantised.
    bool half_inputs = false;
};

// Angles of a rotary rule, computed once on the host in f64 (engine/model/rope.h).
struct RopeTable {
    Tensor cos;  // [positions, rotary_dim / 2] f32, the rule's magnitude factor included
    Tensor sin;
    std::int64_t rotary_dim = 0;  // <= head_dim; the rest of a head passes through
    bool interleaved = false;     // pairs (2i, 2i+1) instead of (i, i + rotary_dim / 2)
};

// Keys and values of one layer for all sequences of a session, in pages of `page_tokens` tokens.
// Page p of `keys` is rows [p * page_tokens, (p + 1) * page_tokens). Keys are stored rotated.
struct KvPages {
    Tensor keys;    // [pages * page_tokens, kv_heads * head_dim], f32, f16 or q8_0
    Tensor values;  // same
    std::int64_t page_tokens = 0;
};

// One run of query rows that belong to one sequence. Row `first_row + i` stands at position
// `first_position + i` of its sequence; key position p of that sequence lies in page
// page_table[table_begin + p / page_tokens], at row p % page_tokens.
struct Segment {
    std::int32_t first_row = 0;
    std::int32_t rows = 0;
    std::int32_t first_position = 0;  // position of the first row, also its rotary angle
    std::int32_t table_begin = 0;     // where the sequence's pages start in the page table
    // Keys the rows may see: positions [key_begin, own position]; S2 groups set key_begin.
    std::int32_t key_begin = 0;
};

// Which rows belong where. All host memory, borrowed for the call; a device backend copies it.
struct AttentionLayout {
    std::span<const std::int32_t> page_table;
    std::span<const Segment> segments;  // cover all rows, in order, without overlap
};

struct AttentionShape {
    std::int64_t heads = 0;
    std::int64_t kv_heads = 0;  // divides heads; query head h reads kv_head h / (heads / kv_heads)
    std::int64_t head_dim = 0;
    float scale = 0.0F;         // usually 1 / sqrt(head_dim)
    std::int32_t window = 0;    // sliding window: a row sees itself and the window - 1 before it; 0: all
    float soft_cap = 0.0F;      // scores become cap * tanh(score / cap); 0: none
};

// What the largest step of a session will need, so that no step allocates.
struct Workspace {
    std::int64_t rows = 0;       // tokens of the largest step
    std::int64_t dim = 0;        // widest input or output of a linear, the head excepted
    std::int64_t positions = 0;  // longest sequence
    std::int64_t heads = 0;
    std::int64_t head_dim = 0;
    std::int64_t vocabulary = 0;
};

// What a machine or card can do, for plans and reports.
struct DeviceDescription {
    std::string name;                // "AMD EPYC, 2 threads, AVX-512 VNNI"
    std::uint64_t memory_bytes = 0;  // in all
    std::uint64_t free_bytes = 0;    // now
    std::int64_t step_rows = 512;    // rows of a large step that use it well
};

class TrainingSteps;
class Recording;

class Backend {
public:
    virtual ~Backend() = default;

    [[nodiscard]] virtual DeviceDescription describe() const = 0;
    // The steps that training adds (training.h). Part of this backend.
    [[nodiscard]] virtual TrainingSteps& training() = 0;
    // For steps that repeat (recording.h). Null: this backend has nothing to gain from it.
    [[nodiscard]] virtual std::unique_ptr<Recording> record();

    // --- memory -------------------------------------------------------------------------------
    // Contents are undefined. Fails: out_of_memory.
    virtual Result<std::shared_ptr<Buffer>> allocate(std::uint64_t bytes) = 0;
    // A weight whose bytes lie in host memory (a mapped file) that `owner` keeps alive. A backend
    // may use them in place, or copy and rearrange them for its kernels: the tensor that comes
    // back is good for the products and `embed` of this backend alone.
    // Fails: out_of_memory; unsupported when no kernel reads the type.
    virtual Result<Tensor> load_weight(std::span<const std::byte> bytes, DType dtype, Shape shape,
                                       std::shared_ptr<const void> owner) = 0;
    // Sizes must agree exactly.
    virtual void upload(const Tensor& to, std::span<const std::byte> from) = 0;
    virtual void download(std::span<std::byte> to, const Tensor& from) = 0;
    virtual void copy(const Tensor& to, const Tensor& from) = 0;
    // Announces the largest step to come. Fails: out_of_memory.
    virtual Result<void> reserve(const Workspace& workspace) = 0;

    // --- steps --------------------------------------------------------------------------------
    // out[r, :] = table[tokens[r], :] * scale. out [rows, dim] f32; tokens [rows] i32, each below
    // the table's rows.
    virtual void embed(const Tensor& out, const Tensor& table, const Tensor& tokens,
                       float scale) = 0;

    // residual += delta, or norm(delta.values, delta.gain), then out = norm(residual, gain), where
    // (Zhang and Sennrich 2019, eq. 4)
    //     norm(x, g)[r, :] = x[r, :] * g / sqrt(mean(x[r, :]^2) + eps)
    // residual, out [rows, dim] f32; gain [dim] f32. Sums in f32 or wider.
    virtual void add_rms_norm(const Tensor& out, const Tensor& residual, const ResidualDelta& delta,
                              const Tensor& gain, float eps) = 0;

    // outs[i] = layers[i](in) for linears that share one input (q, k and v). in [rows, k] f32,
    // outs[i] [rows, out_i] f32.
    virtual void linear(std::span<const Tensor> outs, const Tensor& in,
                        std::span<const Linear> layers) = 0;

    // out = down(activation(gate(in)) * up(in)). in, out [rows, dim] f32.
    virtual void gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate,
                           const Linear& up, const Linear& down, Activation activation) = 0;

    // Norms each head of q and k where `norms` says so (over head_dim, as above), rotates them in
    // place by the angles of their positions and stores k and v at them:
    //     half-split:  (x[i], x[i + d/2]) -> (x[i] cos - x[i + d/2] sin, x[i + d/2] cos + x[i] sin)
    // q [rows, heads * head_dim], k and v [rows, kv_heads * head_dim], f32. The pages are the
    // caller's to reserve. A page that several sequences share must not be written.
    virtual void rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                             const HeadNorms& norms, const RopeTable& rope,
                             const AttentionShape& shape, const AttentionLayout& layout) = 0;

    // Causal attention over the pages, scores never stored:
    //     out[r, h, :] = sum_p softmax_p(scale * q[r, h, :] . k[p, g, :]) v[p, g, :]
    // for the key positions p that the row's segment and the window allow. q, out
    // [rows, heads * head_dim] f32. Softmax and sums in f32 or wider.
    virtual void attend(const Tensor& out, const Tensor& q, const KvPages& kv,
                        const AttentionShape& shape, const AttentionLayout& layout) = 0;

    // out[r, :] = head(hidden[r, :]). hidden [rows, dim] f32; out [rows, vocabulary] f32.
    virtual void logits(const Tensor& out, const Tensor& hidden, const Head& head) = 0;

    // nll[r] = -log softmax(head(hidden[r, :]))[targets[r]], in row blocks: all logits are never in
    // memory. A target of -1 gives 0. hidden [rows, dim] f32; nll [rows] f32; targets [rows] i32.
    virtual void cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                               const Tensor& targets) = 0;
};

}  // namespace longhand::tensor
