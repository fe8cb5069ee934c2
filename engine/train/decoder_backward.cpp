// SPDX-License-Identifier: GPL-3.0-or-later
// The way back through a decoder: the layers in reverse, each block in reverse.
#include "engine/train/decoder_pass.h"

#include <array>

namespace longhand::train {
namespace {

using model::LayerWeights;
using model::LinearKind;
using tensor::DType;
using tensor::LinearGradient;
using tensor::Shape;
using tensor::Tensor;

Tensor gradient_of(const Parameters& parameters, const std::string& name)
{
    const Parameter* const found = parameters.find(name);
    return found == nullptr ? Tensor{} : found->gradient;
}

LinearGradient linear_gradient(const Parameters& parameters, std::size_t layer, LinearKind kind)
{
    const std::string name = module_name(kind, static_cast<std::int64_t>(layer));
    return {.weight = {},
            .bias = {},
            .a = gradient_of(parameters, name + ".lora_A.weight"),
            .b = gradient_of(parameters, name + ".lora_B.weight")};
}

// The gradient of a gain, by the gain's own place in the parts.
Tensor gain_gradient(const Parameters& parameters, const Tensor& gain)
{
    for (const Parameter& one : parameters.all())
        if (!gain.empty() && one.value.buffer == gain.buffer &&
            one.value.offset_bytes == gain.offset_bytes)
            return one.gradient;
    return {};
}

}  // namespace

void DecoderPass::backward(const Input& input, Parameters& parameters,
                           std::span<const TokenId> targets, float scale, std::span<float> nll)
{
    ENSURE(static_cast<std::int64_t>(targets.size()) == rows_ && nll.size() == targets.size());
    const model::TransformerParts& parts = *input.parts;
    tensor::Backend& backend = base_->backend();
    tensor::TrainingSteps& steps = backend.training();
    const Tensor losses = {nll_.buffer, 0, DType::f32, Shape{rows_}};
    const Tensor dembedding = gradient_of(parameters, "embed_tokens.weight");
    steps.cross_entropy_gradient(losses, rows(dnormed_),
                                 base_->config().tied_head ? dembedding : Tensor{}, rows(hidden_),
                                 head_of(input), targets, scale);
    steps.zero(rows(dstream_));
    steps.rms_norm_backward(rows(dstream_), gain_gradient(parameters, parts.final_norm),
                            rows(dnormed_), rows(streams_.back()), parts.final_norm,
                            base_->config().rms_eps);
    // Below the first layer only norms and embeddings ask for more.
    const bool down_to_the_input = parameters.options().norms || parameters.options().embeddings;
    for (std::size_t layer = parts.layers.size(); layer-- > 0;) {
        if (options_.activations == Activations::recompute)
            recompute(input, layer);
        const Slot at = cut(slot(layer));
        mlp_backward(input, layer, at, parameters);
        attention_backward(input, layer, at, parameters, layer > 0 || down_to_the_input);
    }
    if (!dembedding.empty())
        steps.embed_backward(dembedding, rows(dstream_), input.tokens,
                             base_->config().embedding_scale);
    backend.download(std::as_writable_bytes(nll), losses);
}

// A layer's slot again, from the stream before it. The last layer's is still there.
void DecoderPass::recompute(const Input& input, std::size_t layer)
{
    if (layer + 1 == input.parts->layers.size())
        return;
    const Slot at = cut(slot(layer));
    tensor::Backend& backend = base_->backend();
    backend.add_rms_norm(at.normed, rows(streams_[layer]), {},
                         input.parts->layers[layer].attention_norm, base_->config().rms_eps);
    backend.copy(at.middle, rows(streams_[layer]));
    attention_forward(input, layer, at);
    mlp_forward(input, layer, at);
}

Tensor DecoderPass::block_gradient(const Tensor& raw, const Tensor& gain, const Tensor& dgain)
{
    if (gain.empty())
        return rows(dstream_);
    tensor::TrainingSteps& steps = base_->backend().training();
    steps.zero(rows(dblock_));
    steps.rms_norm_backward(rows(dblock_), dgain, rows(dstream_), raw, gain,
                            base_->config().rms_eps);
    return rows(dblock_);
}

void DecoderPass::mlp_backward(const Input& input, std::size_t layer, const Slot& at,
                               Parameters& parameters)
{
    const LayerWeights& weights = input.parts->layers[layer];
    tensor::TrainingSteps& steps = base_->backend().training();
    const Tensor dout = block_gradient(at.mlp_out, weights.mlp_post_norm,
                                       gain_gradient(parameters, weights.mlp_post_norm));
    const LinearGradient down = linear_gradient(parameters, layer, LinearKind::down);
    const Tensor dgated = rows(dgate_);
    steps.zero(dgated);
    steps.linear_backward(dgated, std::span(&down, 1), std::span(&dout, 1), at.gated,
                          std::span(&weights.down, 1));
    const std::array<Tensor, 2> dgate_up = {rows(dgate_), rows(dup_)};
    steps.gate_backward(dgate_up[0], dgate_up[1], dgated, at.gate, at.up,
                        base_->config().activation);
    const std::array<LinearGradient, 2> gradients = {
        linear_gradient(parameters, layer, LinearKind::gate),
        linear_gradient(parameters, layer, LinearKind::up)};
    const std::array<tensor::Linear, 2> gate_up = {weights.gate, weights.up};
    steps.zero(rows(dnormed_));
    steps.linear_backward(rows(dnormed_), gradients, dgate_up, at.mlp_normed, gate_up);
    steps.rms_norm_backward(rows(dstream_), gain_gradient(parameters, weights.mlp_norm),
                            rows(dnormed_), at.middle, weights.mlp_norm, base_->config().rms_eps);
}

void DecoderPass::attention_backward(const Input& input, std::size_t layer, const Slot& at,
                                     Parameters& parameters, bool need_input)
{
    const LayerWeights& weights = input.parts->layers[layer];
    tensor::TrainingSteps& steps = base_->backend().training();
    const Tensor dout = block_gradient(at.attention_out, weights.attention_post_norm,
                                       gain_gradient(parameters, weights.attention_post_norm));
    const LinearGradient o = linear_gradient(parameters, layer, LinearKind::o);
    steps.zero(rows(dattended_));
    steps.linear_backward(rows(dattended_), std::span(&o, 1), std::span(&dout, 1), at.attended,
                          std::span(&weights.o, 1));
    steps.attend_packed_backward(rows(dq_), rows(dk_), rows(dv_), rows(dattended_), at.attended,
                                 at.lse, at.q, at.k, at.v, attention_shape(layer), input.layout);
    heads_backward(input, layer, at, parameters);
    const bool normed_heads = !at.raw_q.empty();
    const std::array<Tensor, 3> douts = {rows(normed_heads ? draw_q_ : dq_),
                                         rows(normed_heads ? draw_k_ : dk_), rows(dv_)};
    const std::array<LinearGradient, 3> gradients = {
        linear_gradient(parameters, layer, LinearKind::q),
        linear_gradient(parameters, layer, LinearKind::k),
        linear_gradient(parameters, layer, LinearKind::v)};
    const std::array<tensor::Linear, 3> qkv = {weights.q, weights.k, weights.v};
    const Tensor din = need_input ? rows(dnormed_) : Tensor{};
    if (need_input)
        steps.zero(din);
    steps.linear_backward(din, gradients, douts, at.normed, qkv);
    if (need_input)
        steps.rms_norm_backward(rows(dstream_), gain_gradient(parameters, weights.attention_norm),
                                din, rows(streams_[layer]), weights.attention_norm,
                                base_->config().rms_eps);
}

// Back through rotation and the norms of single heads.
void DecoderPass::heads_backward(const Input& input, std::size_t layer, const Slot& at,
                                 Parameters& parameters)
{
    const model::ModelConfig& config = base_->config();
    const tensor::HeadNorms& norms = input.parts->layers[layer].head_norms;
    tensor::TrainingSteps& steps = base_->backend().training();
    const auto one = [&](const Tensor& dx, const Tensor& draw, const Tensor& raw,
                         const Tensor& gain, std::int64_t heads) {
        steps.rope(dx, heads, rope_of(layer), input.layout.positions,
                   tensor::Direction::backward);
        if (raw.empty())
            return;
        const Shape by_head{rows_ * heads, config.head_dim};
        const auto of_heads = [&](const Tensor& tensor) {
            return Tensor{tensor.buffer, tensor.offset_bytes, DType::f32, by_head};
        };
        steps.zero(draw);
        steps.rms_norm_backward(of_heads(draw), gain_gradient(parameters, gain), of_heads(dx),
                                of_heads(raw), gain, norms.eps);
    };
    one(rows(dq_), rows(draw_q_), at.raw_q, norms.q_gain, config.heads);
    one(rows(dk_), rows(draw_k_), at.raw_k, norms.k_gain, config.kv_heads);
}

}  // namespace longhand::train
