// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/transformer.h"

#include "engine/model/tensor_list.h"

#include <set>

namespace longhand::model {
namespace {

// Which tensors of the file the config describes.
std::set<std::string> known_tensors(const ModelConfig& config)
{
    std::set<std::string> known;
    for (const TensorPlace& place : tensors_of(config))
        known.insert(name_of(place, config.names));
    return known;
}

}  // namespace

Transformer::Transformer(const ModelConfig& config, std::shared_ptr<tensor::Backend> backend)
    : config_(config), backend_(std::move(backend))
{
}

Result<std::shared_ptr<const Transformer>>
Transformer::load(const ModelConfig& config, const WeightSource& source,
                  std::shared_ptr<tensor::Backend> backend, std::optional<tensor::DType> linears)
{
    TRY(check(config));
    std::shared_ptr<Transformer> made(new Transformer(config, std::move(backend)));
    made->linears_ = linears;
    try {
        TRY(made->load_all(source));
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return std::shared_ptr<const Transformer>(std::move(made));
}

Result<std::shared_ptr<const Transformer>>
Transformer::load(const ModelConfig& config, const checkpoint::Checkpoint& file,
                  std::shared_ptr<tensor::Backend> backend, std::optional<tensor::DType> linears)
{
    TRY(check(config));
    const std::set<std::string> known = known_tensors(config);
    for (const checkpoint::TensorEntry& entry : file.tensors())
        if (!known.contains(entry.name) && !is_passed_over(entry.name, config))
            return Error{ErrorKind::unsupported,
                         file.path().filename().string() + ": tensor " + entry.name +
                             " is no part of architecture " + config.architecture +
                             " as this version computes it"};
    return load(config, weights_of(file), std::move(backend), linears);
}

std::shared_ptr<const Transformer> Transformer::derive(const Transformer& base,
                                                       TransformerParts parts,
                                                       std::shared_ptr<const void> owner)
{
    ENSURE(parts.layers.size() == base.layers_.size());
    std::shared_ptr<Transformer> made(new Transformer(base));
    made->embedding_ = std::move(parts.embedding);
    made->final_norm_ = std::move(parts.final_norm);
    made->head_ = std::move(parts.head);
    made->layers_ = std::move(parts.layers);
    made->owner_ = std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
        base.owner_, std::move(owner));
    return made;
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
    head_.soft_cap = config_.final_soft_cap;
    TRY(final_norm_, load_vector(source, std::string(names.final_norm), config_.dim,
                                 config_.norm_offset));
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
    const Part qkv[] = {{&weights.q, names.q, config_.q_dim()},
                        {&weights.k, names.k, config_.kv_dim()},
                        {&weights.v, names.v, config_.kv_dim()}};
    const Part o[] = {{&weights.o, names.o, config_.dim}};
    const Part gate_up[] = {{&weights.gate, names.gate, config_.mlp_dim},
                            {&weights.up, names.up, config_.mlp_dim}};
    const Part down[] = {{&weights.down, names.down, config_.dim}};
    TRY(load_parts(source, layer, names.qkv, qkv, config_.dim, config_.qkv_bias));
    TRY(load_parts(source, layer, {}, o, config_.q_dim(), config_.o_bias));
    TRY(load_parts(source, layer, names.gate_up, gate_up, config_.dim, config_.mlp_bias));
    TRY(load_parts(source, layer, {}, down, config_.mlp_dim, config_.mlp_bias));
    return load_norms(source, layer);
}

Result<void> Transformer::load_norms(const WeightSource& source, std::int64_t layer)
{
    const TensorNames& names = config_.names;
    LayerWeights& weights = layers_[static_cast<std::size_t>(layer)];
    const auto norm = [&](tensor::Tensor& gain, std::string_view pattern,
                          std::int64_t size) -> Result<void> {
        TRY(gain, load_vector(source, layer_name(pattern, layer), size, config_.norm_offset));
        return {};
    };
    TRY(norm(weights.attention_norm, names.attention_norm, config_.dim));
    TRY(norm(weights.mlp_norm, names.mlp_norm, config_.dim));
    if (config_.post_norms) {
        TRY(norm(weights.attention_post_norm, names.attention_post_norm, config_.dim));
        TRY(norm(weights.mlp_post_norm, names.mlp_post_norm, config_.dim));
    }
    if (config_.head_norms) {
        TRY(norm(weights.head_norms.q_gain, names.q_norm, config_.head_dim));
        TRY(norm(weights.head_norms.k_gain, names.k_norm, config_.head_dim));
        weights.head_norms.eps = config_.rms_eps;
    }
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

Result<tensor::Tensor> Transformer::load_linear(HostWeight weight, const tensor::Shape& shape)
{
    if (linears_) {
        TRY(weight, in_type(std::move(weight), *linears_, shape));
    }
    weight_bytes_ += weight.bytes.size();
    bytes_per_token_ += weight.bytes.size();
    return backend_->load_weight(weight.bytes, weight.dtype, shape, std::move(weight.owner));
}

Result<void> Transformer::load_parts(const WeightSource& source, std::int64_t layer,
                                     std::string_view fused, std::span<const Part> parts,
                                     std::int64_t columns, bool bias)
{
    for (const Part& part : parts) {
        if (!fused.empty())
            break;
        const std::string name = layer_name(part.name, layer);
        const tensor::Shape shape{part.rows, columns};
        TRY(HostWeight weight, source(name, shape));
        TRY(part.linear->weight, load_linear(std::move(weight), shape));
        if (bias) {
            TRY(part.linear->bias, load_vector(source, bias_name(name), part.rows, 0.0F));
        }
    }
    if (fused.empty())
        return {};
    std::int64_t rows = 0;
    for (const Part& part : parts)
        rows += part.rows;
    const std::string name = layer_name(fused, layer);
    TRY(const HostWeight weight, source(name, tensor::Shape{rows, columns}));
    std::vector<float> biases;
    if (bias) {
        TRY(const HostWeight stored, source(bias_name(name), tensor::Shape{rows}));
        TRY(biases, to_f32(stored));
        weight_bytes_ += stored.bytes.size();
        bytes_per_token_ += stored.bytes.size();
    }
    if (weight.dtype == tensor::DType::nf4)
        return Error{ErrorKind::unsupported,
                     "tensor " + name + " holds several matrices, and nf4 cannot be parted"};
    const std::size_t row_bytes = weight.bytes.size() / static_cast<std::size_t>(rows);
    std::size_t first = 0;
    for (const Part& part : parts) {
        const auto count = static_cast<std::size_t>(part.rows);
        const auto bytes = weight.bytes.subspan(first * row_bytes, count * row_bytes);
        TRY(part.linear->weight, load_linear({bytes, weight.dtype, weight.owner},
                                             tensor::Shape{part.rows, columns}));
        if (bias) {
            TRY(part.linear->bias, upload(std::span(biases).subspan(first, count)));
        }
        first += count;
    }
    return {};
}

Result<tensor::Tensor> Transformer::load_vector(const WeightSource& source, const std::string& name,
                                                std::int64_t size, float offset)
{
    TRY(const HostWeight weight, source(name, tensor::Shape{size}));
    weight_bytes_ += weight.bytes.size();
    bytes_per_token_ += weight.bytes.size();
    TRY(std::vector<float> values, to_f32(weight));
    for (float& value : values)
        value += offset;
    return upload(values);
}

Result<tensor::Tensor> Transformer::upload(std::span<const float> values)
{
    const tensor::Shape shape{static_cast<std::int64_t>(values.size())};
    TRY(tensor::Tensor made, allocate(*backend_, tensor::DType::f32, shape));
    backend_->upload(made, std::as_bytes(values));
    return made;
}

}  // namespace longhand::model
