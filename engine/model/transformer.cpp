// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/transformer.h"

#include <set>

namespace longhand::model {
namespace {

std::set<std::string> known_tensors(const ModelConfig& config)
{
    const TensorNames& names = config.names;
    std::set<std::string> known = {std::string(names.embedding), std::string(names.final_norm),
                                   std::string(names.head)};
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        for (const std::string_view pattern :
             {names.attention_norm, names.q, names.k, names.v, names.o, names.mlp_norm, names.gate,
              names.up, names.down})
            known.insert(layer_name(pattern, layer));
        // Older libraries stored the frequencies that the config already tells.
        known.insert(layer_name("model.layers.{}.self_attn.rotary_emb.inv_freq", layer));
    }
    return known;
}

}  // namespace

Transformer::Transformer(const ModelConfig& config, std::shared_ptr<tensor::Backend> backend)
    : config_(config), backend_(std::move(backend))
{
}

Result<std::shared_ptr<const Transformer>>
Transformer::load(const ModelConfig& config, const WeightSource& source,
                  std::shared_ptr<tensor::Backend> backend)
{
    TRY(check(config));
    std::shared_ptr<Transformer> made(new Transformer(config, std::move(backend)));
    try {
        TRY(made->load_all(source));
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return std::shared_ptr<const Transformer>(std::move(made));
}

Result<std::shared_ptr<const Transformer>>
Transformer::load(const ModelConfig& config, const checkpoint::Checkpoint& file,
                  std::shared_ptr<tensor::Backend> backend)
{
    TRY(check(config));
    const std::set<std::string> known = known_tensors(config);
    for (const checkpoint::TensorEntry& entry : file.tensors())
        if (!known.contains(entry.name))
            return Error{ErrorKind::unsupported,
                         file.path().filename().string() + ": tensor " + entry.name +
                             " is no part of architecture " + config.architecture +
                             " as this version computes it"};
    return load(config, weights_of(file), std::move(backend));
}

Result<void> Transformer::load_all(const WeightSource& source)
{
    const TensorNames& names = config_.names;
    TRY(embedding_,
        load_matrix(source, std::string(names.embedding), config_.vocabulary, config_.dim));
    if (config_.tied_head) {
        head_.linear.weight = embedding_;
    } else {
        const std::uint64_t table_bytes = weight_bytes_;
        TRY(head_.linear.weight,
            load_matrix(source, std::string(names.head), config_.vocabulary, config_.dim));
        bytes_per_token_ -= table_bytes;
    }
    TRY(final_norm_, load_norm(source, std::string(names.final_norm)));
    layers_.resize(static_cast<std::size_t>(config_.layers));
    for (std::int64_t layer = 0; layer < config_.layers; ++layer) {
        TRY(load_layer(source, layer));
    }
    return {};
}

Result<void> Transformer::load_layer(const WeightSource& source, std::int64_t layer)
{
    const TensorNames& names = config_.names;
    LayerWeights& weights = layers_[static_cast<std::size_t>(layer)];
    const auto matrix = [&](tensor::Linear& linear, std::string_view pattern, std::int64_t rows,
                            std::int64_t columns) -> Result<void> {
        TRY(linear.weight, load_matrix(source, layer_name(pattern, layer), rows, columns));
        return {};
    };
    TRY(weights.attention_norm, load_norm(source, layer_name(names.attention_norm, layer)));
    TRY(matrix(weights.q, names.q, config_.q_dim(), config_.dim));
    TRY(matrix(weights.k, names.k, config_.kv_dim(), config_.dim));
    TRY(matrix(weights.v, names.v, config_.kv_dim(), config_.dim));
    TRY(matrix(weights.o, names.o, config_.dim, config_.q_dim()));
    TRY(weights.mlp_norm, load_norm(source, layer_name(names.mlp_norm, layer)));
    TRY(matrix(weights.gate, names.gate, config_.mlp_dim, config_.dim));
    TRY(matrix(weights.up, names.up, config_.mlp_dim, config_.dim));
    TRY(matrix(weights.down, names.down, config_.dim, config_.mlp_dim));
    return {};
}

Result<tensor::Tensor> Transformer::load_matrix(const WeightSource& source,
                                                const std::string& name, std::int64_t rows,
                                                std::int64_t columns)
{
    const tensor::Shape shape{rows, columns};
    TRY(HostWeight weight, source(name, shape));
    weight_bytes_ += weight.bytes.size();
    bytes_per_token_ += weight.bytes.size();
    return backend_->load_weight(weight.bytes, weight.dtype, shape, std::move(weight.owner));
}

Result<tensor::Tensor> Transformer::load_norm(const WeightSource& source, const std::string& name)
{
    const tensor::Shape shape{config_.dim};
    TRY(const HostWeight weight, source(name, shape));
    weight_bytes_ += weight.bytes.size();
    bytes_per_token_ += weight.bytes.size();
    TRY(const std::vector<float> values, to_f32(weight));
    TRY(tensor::Tensor gain, allocate(*backend_, tensor::DType::f32, shape));
    backend_->upload(gain, std::as_bytes(std::span(values)));
    return gain;
}

}  // namespace longhand::model
