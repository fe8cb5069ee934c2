// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/lora.h"

#include "engine/model/decoder_parts.h"
#include "engine/model/rope_files.h"

#include <algorithm>
#include <cmath>

namespace longhand::model {
namespace {

using checkpoint::AdapterFile;
using checkpoint::AdapterPair;
using checkpoint::AdapterTensor;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

std::vector<float> reorder_rows(std::span<const float> rows, std::int64_t columns,
                                std::int64_t head_dim, bool interleave)
{
    const std::int64_t count = static_cast<std::int64_t>(rows.size()) / columns;
    ENSURE(head_dim % 2 == 0 && count % head_dim == 0);
    std::vector<float> ordered(rows.size());
    for (std::int64_t row = 0; row < count; ++row) {
        const std::int64_t in_head = row % head_dim;
        const std::int64_t beside = in_head % (head_dim / 2) * 2 + in_head / (head_dim / 2);
        const std::int64_t other = row - in_head + beside;
        const std::int64_t from = interleave ? row : other;
        const std::int64_t to = interleave ? other : row;
        std::copy_n(rows.begin() + from * columns, columns, ordered.begin() + to * columns);
    }
    return ordered;
}

// Applies a file's tensors to the parts of a model, deltas of each linear behind the base's own.
class Fitter {
public:
    Fitter(const AdapterFile& file, const Transformer& base, float scale)
        : file_(file), base_(base), scale_(scale), parts_(base.parts()),
          deltas_(std::make_shared<Deltas>(base.layers().size() * kLinearKinds.size()))
    {
        for (std::size_t layer = 0; layer < base.layers().size(); ++layer)
            for (const LinearKind kind : kLinearKinds) {
                const auto borrowed = linear_of(base.layers()[layer], kind).deltas;
                list(layer, kind).assign(borrowed.begin(), borrowed.end());
            }
    }

    Result<void> fit()
    {
        for (const AdapterPair& pair : file_.pairs) {
            TRY(add(pair));
        }
        for (const AdapterTensor& whole : file_.whole) {
            TRY(replace(whole));
        }
        for (std::size_t layer = 0; layer < parts_.layers.size(); ++layer)
            for (const LinearKind kind : kLinearKinds)
                linear_of(parts_.layers[layer], kind).deltas = list(layer, kind);
        return {};
    }

    [[nodiscard]] std::shared_ptr<const Transformer> transformer() const
    {
        return Transformer::derive(base_, parts_, deltas_);
    }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    using Deltas = std::vector<std::vector<tensor::LoraDelta>>;

    std::vector<tensor::LoraDelta>& list(std::size_t layer, LinearKind kind)
    {
        return (*deltas_)[layer * kLinearKinds.size() + static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] Error wrong(ErrorKind kind, const std::string& what) const
    {
        return {kind, "adapter " + file_.name + ": " + what};
    }

    Result<void> add(const AdapterPair& pair)
    {
        const auto rows = adapted_rows(pair, base_.config());
        if (!rows.ok())
            return wrong(rows.error().kind, rows.error().message);
        for (const AdaptedRows& one : *rows) {
            TRY(add_rows(pair, one));
        }
        return {};
    }

    // A is shared by all linears of a pair.
    Result<void> add_rows(const AdapterPair& pair, const AdaptedRows& rows)
    {
        const auto layer = static_cast<std::size_t>(rows.layer);
        const auto [number, kind, first, count] = rows;
        const Shape& weight = linear_of(base_.layers()[layer], kind).weight.shape;
        if (pair.a_shape[1] != weight[1] || count != weight[0])
            return wrong(ErrorKind::corrupt, pair.module + " has A " + to_string(pair.a_shape) +
                                                 " and B " + to_string(pair.b_shape) +
                                                 " for a weight " + to_string(weight));
        const std::int64_t rank = pair.a_shape[0];
        std::vector<float> b(pair.b.begin() + first * rank,
                             pair.b.begin() + (first + count) * rank);
        const bool turned = kind == LinearKind::q || kind == LinearKind::k;
        if (turned && file_.interleaved && !base_.config().rope_interleaved)
            b = separate_rows(b, rank, base_.config().head_dim);
        if (turned && !file_.interleaved && base_.config().rope_interleaved)
            b = interleave_rows(b, rank, base_.config().head_dim);
        tensor::LoraDelta delta;
        TRY(delta.a, load(pair.a, pair.a_shape));
        TRY(delta.b, load(b, {count, rank}));
        delta.scale = pair.scale * scale_;
        list(layer, kind).push_back(std::move(delta));
        return {};
    }

    Result<void> replace(const AdapterTensor& whole)
    {
        const float offset = adapter_norm_offset(base_.config());
        for (const NormPlace& norm : norms_of(parts_))
            if (norm.name + ".weight" == whole.name) {
                if (norm.gain->shape.count() != whole.shape.count())
                    return wrong(ErrorKind::corrupt, whole.name + " is " + to_string(whole.shape));
                std::vector<float> gains = whole.values;
                for (float& gain : gains)
                    gain += offset;
                TRY(*norm.gain, upload(gains, norm.gain->shape));
                return {};
            }
        const bool embedding = whole.name == "embed_tokens.weight";
        if (!embedding && whole.name != "lm_head.weight")
            return wrong(ErrorKind::unsupported, "this model has no part " + whole.name);
        if (whole.shape != base_.embedding().shape)
            return wrong(ErrorKind::corrupt, whole.name + " is " + to_string(whole.shape) +
                                                 ", expected " +
                                                 to_string(base_.embedding().shape));
        TRY(const Tensor table, load(whole.values, whole.shape));
        if (embedding)
            parts_.embedding = table;
        if (!embedding || base_.config().tied_head)
            parts_.head.linear.weight = table;
        return {};
    }

    // A matrix as the backend's products want it.
    Result<Tensor> load(const std::vector<float>& values, const Shape& shape)
    {
        const auto owner = std::make_shared<std::vector<float>>(values);
        bytes_ += values.size() * sizeof(float);
        return base_.backend().load_weight(std::as_bytes(std::span(*owner)), DType::f32, shape,
                                           owner);
    }
    Result<Tensor> upload(const std::vector<float>& values, const Shape& shape)
    {
        TRY(Tensor made, allocate(base_.backend(), DType::f32, shape));
        base_.backend().upload(made, std::as_bytes(std::span(values)));
        bytes_ += values.size() * sizeof(float);
        return made;
    }

    const AdapterFile& file_;
    const Transformer& base_;
    float scale_;
    TransformerParts parts_;
    std::shared_ptr<Deltas> deltas_;
    std::uint64_t bytes_ = 0;
};

}  // namespace

std::vector<float> interleave_rows(std::span<const float> rows, std::int64_t columns,
                                   std::int64_t head_dim)
{
    return reorder_rows(rows, columns, head_dim, true);
}

std::vector<float> separate_rows(std::span<const float> rows, std::int64_t columns,
                                 std::int64_t head_dim)
{
    return reorder_rows(rows, columns, head_dim, false);
}

Result<std::optional<RopeRule>> rope_rule_of(const AdapterFile& file)
{
    if (file.rope_parameters.empty())
        return std::optional<RopeRule>();
    TRY(const JsonFields fields, JsonFields::parse(file.rope_parameters));
    TRY(const StoredRope stored, rope_from_json(fields, 0, 0));
    TRY(RopeRule rule, stored.rule);
    if (stored.theta)
        rule.base = *stored.theta;
    return std::optional(rule);
}

Result<std::optional<RopeRule>> settle_rule(std::optional<RopeRule> asked,
                                            std::span<const AdapterFile> adapters)
{
    for (const AdapterFile& adapter : adapters) {
        TRY(const std::optional<RopeRule> own, rope_rule_of(adapter));
        if (!own)
            continue;
        if (asked && !agree(*asked, *own))
            return Error{ErrorKind::invalid, "adapter " + adapter.name +
                                                 " was trained with the rotary rule " +
                                                 to_string(*own) + ", not " + to_string(*asked)};
        asked = own;
    }
    return asked;
}

Result<std::vector<AdaptedRows>> adapted_rows(const AdapterPair& pair, const ModelConfig& config)
{
    const std::int64_t q = config.q_dim();
    const std::int64_t kv = config.kv_dim();
    const std::int64_t mlp = config.mlp_dim;
    const auto all_of = [&](std::vector<AdaptedRows> rows) -> Result<std::vector<AdaptedRows>> {
        const std::int64_t expected = rows.back().first + rows.back().count;
        if (pair.b_shape[0] != expected)
            return Error{ErrorKind::corrupt, pair.module + " has B " + to_string(pair.b_shape) +
                                                 ", expected " + std::to_string(expected) +
                                                 " rows"};
        return rows;
    };
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string prefix = "layers." + std::to_string(layer) + ".";
        if (!pair.module.starts_with(prefix))
            continue;
        for (const LinearKind kind : kLinearKinds)
            if (module_name(kind, layer) == pair.module)
                return std::vector{AdaptedRows{layer, kind, 0, pair.b_shape[0]}};
        if (pair.module == prefix + "self_attn.qkv_proj")
            return all_of({{layer, LinearKind::q, 0, q},
                           {layer, LinearKind::k, q, kv},
                           {layer, LinearKind::v, q + kv, kv}});
        if (pair.module == prefix + "mlp.gate_up_proj")
            return all_of({{layer, LinearKind::gate, 0, mlp}, {layer, LinearKind::up, mlp, mlp}});
    }
    return Error{ErrorKind::unsupported, "this model has no linear " + pair.module + " to adapt"};
}

float adapter_norm_offset(const ModelConfig& config)
{
    return config.architecture.starts_with("gemma") ? 1.0F : 0.0F;
}

Result<std::shared_ptr<const LoraAdapter>>
LoraAdapter::make(const AdapterFile& file, std::shared_ptr<const Transformer> base, float scale)
{
    if (!std::isfinite(scale))
        return Error{ErrorKind::invalid, "an adapter's scale that is no number"};
    TRY(const std::optional<RopeRule> rule, rope_rule_of(file));
    if (rule) {
        RopeRule own = base->config().rope;
        if (own.base == 0.0)
            own.base = base->config().rope_theta;
        if (!agree(own, *rule))
            return Error{ErrorKind::unsupported,
                         "adapter " + file.name + " was trained with the rotary rule " +
                             to_string(*rule) + ", the model runs with " + to_string(own)};
    }
    std::shared_ptr<LoraAdapter> made(new LoraAdapter());
    try {
        Fitter fitter(file, *base, scale);
        TRY(fitter.fit());
        made->name_ = file.name;
        made->transformer_ = fitter.transformer();
        made->bytes_ = fitter.bytes();
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return std::shared_ptr<const LoraAdapter>(std::move(made));
}

}  // namespace longhand::model
