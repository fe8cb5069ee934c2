// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/decoder_pass.h"

#include "engine/model/rope.h"

#include <algorithm>
#include <array>

namespace longhand::train {

using model::LayerWeights;
using model::LinearKind;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

DecoderPass::DecoderPass(std::shared_ptr<const model::Transformer> base, const Options& options)
    : base_(std::move(base)), options_(options)
{
}

Result<std::unique_ptr<DecoderPass>>
DecoderPass::make(std::shared_ptr<const model::Transformer> base, const Options& options)
{
    if (options.rows < 1 || options.rows > INT32_MAX || options.positions < 1 ||
        options.positions > options.rows)
        return Error{ErrorKind::invalid, "training on " + std::to_string(options.rows) +
                                             " rows, sequences of at most " +
                                             std::to_string(options.positions)};
    std::unique_ptr<DecoderPass> made(new DecoderPass(std::move(base), options));
    try {
        TRY(made->allocate_all());
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return made;
}

std::uint64_t DecoderPass::bytes(const model::ModelConfig& config, const Options& options)
{
    const std::int64_t q = config.q_dim();
    const std::int64_t kv = config.kv_dim();
    const std::int64_t raw = config.head_norms ? q + kv : 0;
    const std::int64_t slot =
        5 * config.dim + 2 * q + 2 * kv + raw + config.heads + 3 * config.mlp_dim;
    const std::int64_t slots =
        options.activations == Activations::keep ? config.layers : std::int64_t{1};
    const std::int64_t others = (config.layers + 5) * config.dim + 2 * config.mlp_dim + 2 * q +
                                2 * kv + raw + 2;
    const std::int64_t tables = config.local_rope_theta > 0.0 ? 2 : 1;
    const std::int64_t values = options.rows * (slots * slot + others) +
                                tables * options.positions * config.rotary_dim;
    return static_cast<std::uint64_t>(values) * sizeof(float);
}

Result<void> DecoderPass::take(Tensor& tensor, std::int64_t columns)
{
    TRY(tensor, model::allocate(base_->backend(), DType::f32, Shape{options_.rows, columns}));
    return {};
}

Result<void> DecoderPass::allocate_slot(Slot& slot)
{
    const model::ModelConfig& config = base_->config();
    for (Tensor* const wide : {&slot.normed, &slot.attention_out, &slot.middle, &slot.mlp_normed,
                               &slot.mlp_out}) {
        TRY(take(*wide, config.dim));
    }
    for (Tensor* const inner : {&slot.gate, &slot.up, &slot.gated}) {
        TRY(take(*inner, config.mlp_dim));
    }
    TRY(take(slot.q, config.q_dim()));
    TRY(take(slot.attended, config.q_dim()));
    TRY(take(slot.k, config.kv_dim()));
    TRY(take(slot.v, config.kv_dim()));
    TRY(take(slot.lse, config.heads));
    if (config.head_norms) {
        TRY(take(slot.raw_q, config.q_dim()));
        TRY(take(slot.raw_k, config.kv_dim()));
    }
    return {};
}

Result<void> DecoderPass::allocate_all()
{
    const model::ModelConfig& config = base_->config();
    tensor::Backend& backend = base_->backend();
    TRY(rope_, model::make_rope_table(
                   backend, {config.rope_theta, config.rope, config.rotary_dim, options_.positions},
                   config.rope_interleaved));
    if (config.local_rope_theta > 0.0) {
        TRY(local_rope_, model::make_rope_table(backend,
                                         {config.local_rope_theta, config.local_rope,
                                          config.rotary_dim, options_.positions},
                                         config.rope_interleaved));
    }
    slots_.resize(options_.activations == Activations::keep ? base_->layers().size() : 1);
    for (Slot& slot : slots_) {
        TRY(allocate_slot(slot));
    }
    streams_.resize(base_->layers().size() + 1);
    for (Tensor& stream : streams_) {
        TRY(take(stream, config.dim));
    }
    for (Tensor* const wide : {&hidden_, &dstream_, &dnormed_, &dblock_}) {
        TRY(take(*wide, config.dim));
    }
    for (Tensor* const inner : {&dgate_, &dup_}) {
        TRY(take(*inner, config.mlp_dim));
    }
    for (Tensor* const wide : {&dattended_, &dq_}) {
        TRY(take(*wide, config.q_dim()));
    }
    for (Tensor* const narrow : {&dk_, &dv_}) {
        TRY(take(*narrow, config.kv_dim()));
    }
    if (config.head_norms) {
        TRY(take(draw_q_, config.q_dim()));
        TRY(take(draw_k_, config.kv_dim()));
    }
    TRY(tokens_, model::allocate(backend, DType::i32, Shape{options_.rows}));
    TRY(nll_, model::allocate(backend, DType::f32, Shape{options_.rows}));
    return backend.reserve({.rows = options_.rows,
                            .dim = std::max({config.dim, config.mlp_dim, config.q_dim()}),
                            .heads = config.heads,
                            .head_dim = config.head_dim,
                            .vocabulary = config.vocabulary});
}

Tensor DecoderPass::rows(const Tensor& tensor) const
{
    return tensor.empty() ? tensor : tensor.rows(0, rows_);
}

DecoderPass::Slot DecoderPass::cut(const Slot& slot) const
{
    return {rows(slot.normed), rows(slot.raw_q),    rows(slot.raw_k),
            rows(slot.q),      rows(slot.k),        rows(slot.v),
            rows(slot.attended), rows(slot.lse),    rows(slot.attention_out),
            rows(slot.middle), rows(slot.mlp_normed), rows(slot.gate),
            rows(slot.up),     rows(slot.gated),    rows(slot.mlp_out)};
}

tensor::AttentionShape DecoderPass::attention_shape(std::size_t layer) const
{
    return model::attention_shape(base_->config(), static_cast<std::int64_t>(layer));
}

const tensor::RopeTable& DecoderPass::rope_of(std::size_t layer) const
{
    return base_->config().turns_locally(static_cast<std::int64_t>(layer)) ? local_rope_ : rope_;
}

void DecoderPass::forward(const Input& input, bool for_backward)
{
    const model::TransformerParts& parts = *input.parts;
    tensor::Backend& backend = base_->backend();
    const float eps = base_->config().rms_eps;
    rows_ = static_cast<std::int64_t>(input.tokens.size());
    ENSURE(rows_ > 0 && rows_ <= options_.rows);
    const Tensor ids = {tokens_.buffer, 0, DType::i32, Shape{rows_}};
    backend.upload(ids, std::as_bytes(input.tokens));
    backend.embed(rows(streams_[0]), parts.embedding, ids, base_->config().embedding_scale);
    for (std::size_t layer = 0; layer < parts.layers.size(); ++layer) {
        const Slot at = cut(slot(layer));
        const LayerWeights& weights = parts.layers[layer];
        if (layer == 0)
            backend.add_rms_norm(at.normed, rows(streams_[0]), {}, weights.attention_norm, eps);
        // Without a backward pass one stream is enough.
        backend.copy(at.middle, rows(streams_[for_backward ? layer : 0]));
        attention_forward(input, layer, at);
        mlp_forward(input, layer, at);
        const Tensor next = rows(for_backward ? streams_[layer + 1] : streams_[0]);
        backend.copy(next, at.middle);
        const bool last = layer + 1 == parts.layers.size();
        backend.add_rms_norm(last ? rows(hidden_) : rows(slot(layer + 1).normed), next,
                             {at.mlp_out, weights.mlp_post_norm},
                             last ? parts.final_norm : parts.layers[layer + 1].attention_norm, eps);
    }
}

// From the normed input to the residual stream between the blocks and its norm.
void DecoderPass::attention_forward(const Input& input, std::size_t layer, const Slot& at)
{
    const LayerWeights& weights = input.parts->layers[layer];
    tensor::Backend& backend = base_->backend();
    const bool normed_heads = !at.raw_q.empty();
    const std::array<Tensor, 3> outs = {normed_heads ? at.raw_q : at.q,
                                        normed_heads ? at.raw_k : at.k, at.v};
    const std::array<tensor::Linear, 3> qkv = {weights.q, weights.k, weights.v};
    backend.training().linear(outs, at.normed, qkv);
    turn(input, layer, at);
    backend.training().attend_packed(at.attended, at.lse, at.q, at.k, at.v, attention_shape(layer),
                                     input.layout);
    backend.training().linear(std::span(&at.attention_out, 1), at.attended, std::span(&weights.o, 1));
    backend.add_rms_norm(at.mlp_normed, at.middle, {at.attention_out, weights.attention_post_norm},
                         weights.mlp_norm, base_->config().rms_eps);
}

void DecoderPass::turn(const Input& input, std::size_t layer, const Slot& at)
{
    const model::ModelConfig& config = base_->config();
    const tensor::HeadNorms& norms = input.parts->layers[layer].head_norms;
    const auto one = [&](const Tensor& x, const Tensor& raw, const Tensor& gain,
                         std::int64_t heads) {
        if (!raw.empty()) {
            const Shape by_head{rows_ * heads, config.head_dim};
            const Tensor from = {raw.buffer, raw.offset_bytes, DType::f32, by_head};
            const Tensor to = {x.buffer, x.offset_bytes, DType::f32, by_head};
            base_->backend().add_rms_norm(to, from, {}, gain, norms.eps);
        }
        base_->backend().training().rope(x, heads, rope_of(layer), input.layout.positions,
                                         tensor::Direction::forward);
    };
    one(at.q, at.raw_q, norms.q_gain, config.heads);
    one(at.k, at.raw_k, norms.k_gain, config.kv_heads);
}

void DecoderPass::mlp_forward(const Input& input, std::size_t layer, const Slot& at)
{
    const LayerWeights& weights = input.parts->layers[layer];
    tensor::Backend& backend = base_->backend();
    const std::array<Tensor, 2> outs = {at.gate, at.up};
    const std::array<tensor::Linear, 2> gate_up = {weights.gate, weights.up};
    backend.training().linear(outs, at.mlp_normed, gate_up);
    backend.training().gate(at.gated, at.gate, at.up, base_->config().activation);
    backend.training().linear(std::span(&at.mlp_out, 1), at.gated, std::span(&weights.down, 1));
}

tensor::Head DecoderPass::head_of(const Input& input)
{
    tensor::Head head = input.parts->head;
    head.half_inputs = input.layout.half_inputs;
    return head;
}

void DecoderPass::losses(const Input& input, std::span<const TokenId> targets,
                         std::span<float> nll)
{
    ENSURE(static_cast<std::int64_t>(targets.size()) == rows_ && nll.size() == targets.size());
    tensor::Backend& backend = base_->backend();
    const Tensor to = {nll_.buffer, 0, DType::f32, Shape{rows_}};
    backend.training().cross_entropy_gradient(to, {}, {}, rows(hidden_), head_of(input), targets,
                                              1.0F);
    backend.download(std::as_writable_bytes(nll), to);
}

}  // namespace longhand::train
