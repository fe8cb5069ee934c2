// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/weight_updates.h"

#include "engine/model/family.h"
#include "engine/model/tensor_list.h"

#include <algorithm>
#include <cmath>

namespace longhand::model {
namespace {

using checkpoint::AdapterFile;
using checkpoint::AdapterPair;
using checkpoint::AdapterTensor;
using checkpoint::Checkpoint;
using checkpoint::TensorEntry;

// Where a linear's weight lies in a file: a tensor, and its first row there.
struct Stored {
    std::string tensor;
    std::int64_t first = 0;
};

Stored stored_linear(LinearKind kind, std::int64_t layer, const ModelConfig& config)
{
    const TensorNames& names = config.names;
    const auto in = [layer](const std::string& pattern, std::int64_t first) {
        return Stored{layer_name(pattern, layer), first};
    };
    const bool qkv = !names.qkv.empty();
    const bool gate_up = !names.gate_up.empty();
    switch (kind) {
    case LinearKind::q:
        return in(qkv ? names.qkv : names.q, 0);
    case LinearKind::k:
        return qkv ? in(names.qkv, config.q_dim()) : in(names.k, 0);
    case LinearKind::v:
        return qkv ? in(names.qkv, config.q_dim() + config.kv_dim()) : in(names.v, 0);
    case LinearKind::o:
        return in(names.o, 0);
    case LinearKind::gate:
        return in(gate_up ? names.gate_up : names.gate, 0);
    case LinearKind::up:
        return gate_up ? in(names.gate_up, config.mlp_dim) : in(names.up, 0);
    case LinearKind::down:
        break;
    }
    return in(names.down, 0);
}

std::int64_t rows_of(LinearKind kind, const ModelConfig& config)
{
    switch (kind) {
    case LinearKind::q:
        return config.q_dim();
    case LinearKind::k:
    case LinearKind::v:
        return config.kv_dim();
    case LinearKind::gate:
    case LinearKind::up:
        return config.mlp_dim;
    default:
        return config.dim;
    }
}

// The row of halves that stands at `row` among neighbours, or the reverse.
std::int64_t reordered(std::int64_t row, std::int64_t head_dim, bool to_neighbours)
{
    const std::int64_t half = head_dim / 2;
    const std::int64_t inside = row % head_dim;
    return row - inside +
           (to_neighbours ? inside % half * 2 + inside / half : inside % 2 * half + inside / 2);
}

bool turns(LinearKind kind)
{
    return kind == LinearKind::q || kind == LinearKind::k;
}

} // namespace

Result<WeightUpdates> WeightUpdates::make(std::vector<ScaledAdapter> adapters,
                                          const ModelConfig& config, const Checkpoint& file)
{
    WeightUpdates updates;
    updates.adapters_ = std::make_shared<const std::vector<ScaledAdapter>>(std::move(adapters));
    for (const ScaledAdapter& adapter : *updates.adapters_) {
        const auto added = updates.add(adapter, config, file);
        if (!added.ok())
            return Error{added.error().kind,
                         "adapter " + adapter.file.name + ": " + added.error().message};
    }
    return updates;
}

Result<void> WeightUpdates::add(const ScaledAdapter& adapter, const ModelConfig& config,
                                const Checkpoint& file)
{
    if (!std::isfinite(adapter.scale))
        return Error{ErrorKind::invalid, "a scale that is no number"};
    for (const AdapterPair& pair : adapter.file.pairs) {
        TRY(add_pair(pair, adapter, config, file));
    }
    for (const AdapterTensor& whole : adapter.file.whole) {
        TRY(add_whole(whole, config, file));
    }
    return {};
}

Result<void> WeightUpdates::add_pair(const AdapterPair& pair, const ScaledAdapter& adapter,
                                     const ModelConfig& config, const Checkpoint& file)
{
    TRY(const auto parts, adapted_rows(pair, config));
    for (const AdaptedRows& part : parts) {
        const Stored stored = stored_linear(part.kind, part.layer, config);
        const TensorEntry* entry = file.find(stored.tensor);
        if (entry == nullptr || entry->shape.rank() != 2)
            return Error{ErrorKind::corrupt, "tensor " + stored.tensor + " is missing"};
        if (entry->shape[1] != pair.a_shape[1] || part.count != rows_of(part.kind, config))
            return Error{ErrorKind::corrupt, pair.module + " has A " + to_string(pair.a_shape) +
                                                 " and B " + to_string(pair.b_shape) +
                                                 " for a weight " + to_string(entry->shape)};
        const bool reorder =
            turns(part.kind) && adapter.file.interleaved != config.rope_interleaved;
        updates_[stored.tensor].deltas.push_back({.pair = &pair,
                                                  .scale = pair.scale * adapter.scale,
                                                  .at = stored.first,
                                                  .first = part.first,
                                                  .count = part.count,
                                                  .head_dim = reorder ? config.head_dim : 0,
                                                  .from_neighbours = adapter.file.interleaved});
    }
    return {};
}

Result<void> WeightUpdates::add_whole(const AdapterTensor& whole, const ModelConfig& config,
                                      const Checkpoint& file)
{
    const Family* family = family_of_architecture(config.architecture);
    const TensorNames names =
        family == nullptr ? hugging_face_names() : hugging_face_names_of(*family);
    if (whole.name == names.head && config.tied_head) {
        const auto table = updates_.find(config.names.embedding);
        if (table != updates_.end() && table->second.whole != nullptr &&
            table->second.whole->values == whole.values)
            return {};
        return Error{ErrorKind::unsupported,
                     "it trained an output head of its own, and the model's is the embedding "
                     "table; apply it as an adapter"};
    }
    for (const TensorPlace& place : tensors_of(config)) {
        const std::string name = name_of(place, names);
        if (place.bias || (name != whole.name && name != "model." + whole.name))
            continue;
        const bool norm = is_norm(place);
        if (!norm && place.name != &TensorNames::embedding && place.name != &TensorNames::head)
            break;
        const TensorEntry* entry = file.find(name_of(place, config.names));
        if (entry == nullptr || entry->shape != whole.shape)
            return Error{ErrorKind::corrupt, whole.name + " is " + to_string(whole.shape)};
        Update& update = updates_[entry->name];
        update.whole = &whole;
        update.added = norm ? adapter_norm_offset(config) - config.norm_offset : 0.0F;
        return {};
    }
    return Error{ErrorKind::unsupported, "this model has no part " + whole.name};
}

bool WeightUpdates::touches(const std::string& tensor) const
{
    return updates_.contains(tensor);
}

void WeightUpdates::apply(const std::string& tensor, std::int64_t row,
                          std::span<float> values) const
{
    const auto found = updates_.find(tensor);
    if (found == updates_.end())
        return;
    const Update& update = found->second;
    if (update.whole != nullptr) {
        const auto begin =
            update.whole->values.begin() + row * static_cast<std::int64_t>(values.size());
        std::transform(begin, begin + static_cast<std::ptrdiff_t>(values.size()), values.begin(),
                       [&](float value) { return value + update.added; });
    }
    for (const Delta& delta : update.deltas) {
        std::int64_t inside = row - delta.at;
        if (inside < 0 || inside >= delta.count)
            continue;
        if (delta.head_dim > 0)
            inside = reordered(inside, delta.head_dim, delta.from_neighbours);
        const std::int64_t rank = delta.pair->a_shape[0];
        const float* b = delta.pair->b.data() + (delta.first + inside) * rank;
        for (std::int64_t k = 0; k < rank; ++k) {
            const float factor = delta.scale * b[k];
            const float* a = delta.pair->a.data() + k * static_cast<std::int64_t>(values.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] += factor * a[i];
        }
    }
}

namespace {

// Rows of A below those of the other; columns of B beside those of the other, with the scales in
// them.
void join(AdapterPair& pair, const AdapterPair& other, float scale)
{
    const std::int64_t rank = pair.a_shape[0];
    const std::int64_t more = other.a_shape[0];
    const std::int64_t rows = pair.b_shape[0];
    std::vector<float> b;
    b.reserve(static_cast<std::size_t>(rows * (rank + more)));
    for (std::int64_t row = 0; row < rows; ++row) {
        b.insert(b.end(), pair.b.begin() + row * rank, pair.b.begin() + (row + 1) * rank);
        for (std::int64_t k = 0; k < more; ++k)
            b.push_back(scale * other.b[static_cast<std::size_t>(row * more + k)]);
    }
    pair.a.insert(pair.a.end(), other.a.begin(), other.a.end());
    pair.a_shape = {rank + more, pair.a_shape[1]};
    pair.b = std::move(b);
    pair.b_shape = {rows, rank + more};
}

bool is_of_turning_rows(const std::string& module)
{
    return module.ends_with("q_proj") || module.ends_with("k_proj");
}

// Where the model has several linears in one matrix, other programs know that one alone: a pair of
// one of them becomes one of the matrix, with zeros in the rows of the others.
AdapterPair of_whole_matrix(AdapterPair pair, const ModelConfig& config)
{
    struct Part {
        std::string_view name, whole;
        std::int64_t first, rows;
    };
    const std::int64_t q = config.q_dim();
    const std::int64_t kv = config.kv_dim();
    const std::int64_t mlp = config.mlp_dim;
    const Part parts[] = {{"q_proj", "qkv_proj", 0, q + 2 * kv},
                          {"k_proj", "qkv_proj", q, q + 2 * kv},
                          {"v_proj", "qkv_proj", q + kv, q + 2 * kv},
                          {"gate_proj", "gate_up_proj", 0, 2 * mlp},
                          {"up_proj", "gate_up_proj", mlp, 2 * mlp}};
    const std::size_t dot = pair.module.rfind('.') + 1;
    for (const Part& part : parts) {
        if (pair.module.substr(dot) != part.name ||
            (part.whole == "qkv_proj" ? config.names.qkv : config.names.gate_up).empty())
            continue;
        const auto rank = static_cast<std::size_t>(pair.a_shape[0]);
        std::vector<float> b(static_cast<std::size_t>(part.rows) * rank);
        const std::size_t at = static_cast<std::size_t>(part.first) * rank;
        std::copy_n(pair.b.begin(), std::min(pair.b.size(), b.size() - at),
                    b.begin() + static_cast<std::ptrdiff_t>(at));
        pair.b = std::move(b);
        pair.b_shape = {part.rows, pair.a_shape[0]};
        pair.module = pair.module.substr(0, dot) + std::string(part.whole);
        break;
    }
    return pair;
}

Result<void> take(AdapterFile& joined, const AdapterPair& pair, float scale)
{
    const auto same = std::find_if(joined.pairs.begin(), joined.pairs.end(),
                                   [&](const AdapterPair& of) { return of.module == pair.module; });
    if (same == joined.pairs.end()) {
        joined.pairs.push_back(pair);
        joined.pairs.back().scale *= scale;
        return {};
    }
    if (same->a_shape[1] != pair.a_shape[1] || same->b_shape[0] != pair.b_shape[0])
        return Error{ErrorKind::corrupt, "two adapters give " + pair.module + " different shapes"};
    for (float& value : same->b)
        value *= same->scale;
    same->scale = 1.0F;
    join(*same, pair, pair.scale * scale);
    return {};
}

} // namespace

Result<AdapterFile> join_adapters(std::span<const ScaledAdapter> adapters,
                                  const ModelConfig& config, std::string rope_parameters)
{
    AdapterFile joined;
    joined.rope_parameters = std::move(rope_parameters);
    for (const ScaledAdapter& adapter : adapters) {
        for (AdapterPair pair : adapter.file.pairs) {
            if (adapter.file.interleaved && is_of_turning_rows(pair.module))
                pair.b = separate_rows(pair.b, pair.b_shape[1], config.head_dim);
            TRY(take(joined, of_whole_matrix(std::move(pair), config), adapter.scale));
        }
        for (const AdapterTensor& whole : adapter.file.whole) {
            std::erase_if(joined.whole,
                          [&](const AdapterTensor& of) { return of.name == whole.name; });
            joined.whole.push_back(whole);
        }
    }
    return joined;
}

void interleave_for_gguf(AdapterFile& adapter, const ModelConfig& config)
{
    const Family* family = family_of_architecture(config.architecture);
    adapter.architecture = family == nullptr ? "llama" : config.architecture;
    adapter.interleaved = adapter.architecture == "llama";
    if (adapter.interleaved)
        for (AdapterPair& pair : adapter.pairs)
            if (is_of_turning_rows(pair.module))
                pair.b = interleave_rows(pair.b, pair.b_shape[1], config.head_dim);
}

} // namespace longhand::model
