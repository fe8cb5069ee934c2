// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/gguf_export.h"

#include "engine/model/config.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <span>

namespace longhand::model {
namespace {

using checkpoint::Checkpoint;
using checkpoint::KeyValues;
using checkpoint::TensorEntry;
using tensor::DType;
using tensor::Shape;

enum class Rows : std::uint8_t { as_they_are, of_query_heads, of_key_heads };

// {} stands for the layer's number.
struct Renamed {
    std::string_view from, to;
    Rows rows = Rows::as_they_are;
    bool optional = false;
};

constexpr std::array kLlama = {
    Renamed{"model.embed_tokens.weight", "token_embd.weight"},
    Renamed{"model.norm.weight", "output_norm.weight"},
    Renamed{"lm_head.weight", "output.weight", Rows::as_they_are, true},
    Renamed{"model.layers.{}.input_layernorm.weight", "blk.{}.attn_norm.weight"},
    Renamed{"model.layers.{}.self_attn.q_proj.weight", "blk.{}.attn_q.weight",
            Rows::of_query_heads},
    Renamed{"model.layers.{}.self_attn.k_proj.weight", "blk.{}.attn_k.weight", Rows::of_key_heads},
    Renamed{"model.layers.{}.self_attn.v_proj.weight", "blk.{}.attn_v.weight"},
    Renamed{"model.layers.{}.self_attn.o_proj.weight", "blk.{}.attn_output.weight"},
    Renamed{"model.layers.{}.post_attention_layernorm.weight", "blk.{}.ffn_norm.weight"},
    Renamed{"model.layers.{}.mlp.gate_proj.weight", "blk.{}.ffn_gate.weight"},
    Renamed{"model.layers.{}.mlp.up_proj.weight", "blk.{}.ffn_up.weight"},
    Renamed{"model.layers.{}.mlp.down_proj.weight", "blk.{}.ffn_down.weight"},
};

struct Architecture {
    std::string_view name; // as ModelConfig has it
    std::span<const Renamed> tensors;
    // Stored frequencies of older libraries, which the fields tell too.
    std::string_view ignored;
};
constexpr std::array kArchitectures = {
    Architecture{"llama", kLlama, "model.layers.{}.self_attn.rotary_emb.inv_freq"}};

bool is_of_layer(std::string_view pattern)
{
    return pattern.find("{}") != std::string_view::npos;
}

// The number that readers print as the file's type, by the format's list.
std::int64_t file_type_of(DType type)
{
    switch (type) {
    case DType::f32:
        return 0;
    case DType::f16:
        return 1;
    case DType::q4_0:
        return 2;
    case DType::q4_1:
        return 3;
    case DType::q8_0:
        return 7;
    case DType::q5_0:
        return 8;
    case DType::q5_1:
        return 9;
    case DType::q2_k:
        return 10;
    case DType::q3_k:
        return 11;
    case DType::q4_k:
        return 14;
    case DType::q5_k:
        return 16;
    case DType::q6_k:
        return 18;
    case DType::iq4_nl:
        return 25;
    case DType::iq4_xs:
        return 30;
    case DType::bf16:
        return 32;
    default:
        return -1;
    }
}

double bits_of(DType type)
{
    const tensor::DTypeTraits& traits = tensor::traits(type);
    return 8.0 * traits.block_bytes / traits.block_values;
}

// The type with blocks of 32 that takes over where rows are no multiple of 256.
DType with_small_blocks(DType type)
{
    switch (type) {
    case DType::q2_k:
    case DType::q3_k:
    case DType::iq4_xs:
        return DType::iq4_nl;
    case DType::q4_k:
        return DType::q5_0;
    case DType::q5_k:
        return DType::q5_1;
    case DType::q6_k:
        return DType::q8_0;
    default:
        return type;
    }
}

DType stored_type(DType wanted, const Shape& shape, bool is_output)
{
    if (shape.rank() < 2)
        return DType::f32;
    DType type = wanted;
    if (is_output && bits_of(type) < bits_of(DType::q6_k))
        type = DType::q6_k;
    const auto fits = [&shape](DType one) {
        return shape.back() % static_cast<std::int64_t>(tensor::traits(one).block_values) == 0;
    };
    if (!fits(type))
        type = with_small_blocks(type);
    return fits(type) ? type : DType::f16;
}

Result<void> put_yarn(KeyValues& values, const std::string& scaling, const RopeRule& rule)
{
    if (!rule.truncate)
        return Error{ErrorKind::unsupported,
                     "GGUF has no key for a yarn ramp whose ends are not whole numbers"};
    values.set(scaling + "type", std::string("yarn"));
    values.set(scaling + "factor", rule.factor);
    if (rule.original_length > 0)
        values.set(scaling + "original_context_length", rule.original_length);
    values.set(scaling + "yarn_beta_fast", rule.beta_fast);
    values.set(scaling + "yarn_beta_slow", rule.beta_slow);
    if (rule.magnitude != 0.0)
        values.set(scaling + "yarn_attn_factor", rule.magnitude);
    return {};
}

// llama3 as divisors of the frequencies.
ExportedTensor rope_divisors(const ModelConfig& config)
{
    const Rotation plain{.theta = config.rope_theta,
                         .rotary_dim = config.rotary_dim,
                         .length = config.context_length};
    Rotation ruled = plain;
    ruled.rule = config.rope;
    const std::vector<double> from = inverse_frequencies(plain);
    const std::vector<double> to = inverse_frequencies(ruled);
    ExportedTensor tensor;
    for (std::size_t i = 0; i < from.size(); ++i)
        tensor.values.push_back(static_cast<float>(from[i] / to[i]));
    tensor.target = {"rope_freqs.weight", DType::f32,
                     Shape{static_cast<std::int64_t>(from.size())}};
    return tensor;
}

Result<void> put_rope(ExportPlan& plan, const std::string& prefix, const ModelConfig& config)
{
    const RopeRule& rule = config.rope;
    const std::string scaling = prefix + "rope.scaling.";
    plan.values.set(prefix + "rope.dimension_count", config.rotary_dim);
    plan.values.set(prefix + "rope.freq_base", rule.base > 0.0 ? rule.base : config.rope_theta);
    switch (rule.kind) {
    case RopeKind::none:
        return {};
    case RopeKind::linear:
        plan.values.set(scaling + "type", std::string("linear"));
        plan.values.set(scaling + "factor", rule.factor);
        return {};
    case RopeKind::yarn:
        return put_yarn(plan.values, scaling, rule);
    case RopeKind::llama3:
        plan.tensors.push_back(rope_divisors(config));
        return {};
    default:
        return Error{ErrorKind::unsupported, "the rotary rule " + to_string(rule) +
                                                 " cannot be exported yet; none, linear, yarn and "
                                                 "llama3 can"};
    }
}

KeyValues key_values_of(const ModelConfig& config, const std::string& name, DType type)
{
    const std::string prefix = config.architecture + ".";
    KeyValues values;
    values.set("general.architecture", config.architecture);
    values.set("general.name", name);
    values.set("general.file_type", file_type_of(type));
    values.set("general.quantization_version", std::int64_t{2});
    values.set(prefix + "block_count", config.layers);
    values.set(prefix + "context_length", config.context_length);
    values.set(prefix + "embedding_length", config.dim);
    values.set(prefix + "feed_forward_length", config.mlp_dim);
    values.set(prefix + "attention.head_count", config.heads);
    values.set(prefix + "attention.head_count_kv", config.kv_heads);
    values.set(prefix + "attention.key_length", config.head_dim);
    values.set(prefix + "attention.value_length", config.head_dim);
    values.set(prefix + "attention.layer_norm_rms_epsilon", static_cast<double>(config.rms_eps));
    values.set(prefix + "vocab_size", config.vocabulary);
    return values;
}

class FolderExport {
public:
    FolderExport(const Checkpoint& file, const ModelConfig& config, DType type)
        : file_(file), config_(config), type_(type)
    {
    }

    Result<std::vector<ExportedTensor>> tensors(const Architecture& architecture)
    {
        for (const Renamed& one : architecture.tensors)
            if (!is_of_layer(one.from))
                TRY(add(one, std::string(one.from), std::string(one.to)));
        for (std::int64_t layer = 0; layer < config_.layers; ++layer) {
            used_.insert(layer_name(architecture.ignored, layer));
            for (const Renamed& one : architecture.tensors)
                if (is_of_layer(one.from))
                    TRY(add(one, layer_name(one.from, layer), layer_name(one.to, layer)));
        }
        for (const TensorEntry& entry : file_.tensors())
            if (!used_.contains(entry.name))
                return Error{ErrorKind::unsupported, "tensor " + entry.name +
                                                         " is no part of architecture " +
                                                         config_.architecture};
        return std::move(tensors_);
    }

private:
    Result<void> add(const Renamed& renamed, const std::string& from, const std::string& to)
    {
        used_.insert(from);
        const TensorEntry* entry = file_.find(from);
        const bool is_head = to == gguf_names().head;
        if (entry == nullptr || (is_head && config_.tied_head)) {
            if (renamed.optional)
                return {};
            return Error{ErrorKind::corrupt, "tensor " + from + " is missing"};
        }
        const bool is_output = is_head || (config_.tied_head && to == gguf_names().embedding);
        ExportedTensor tensor{
            entry, {}, {to, stored_type(type_, entry->shape, is_output), entry->shape}};
        if (renamed.rows != Rows::as_they_are)
            tensor.interleaved_heads =
                renamed.rows == Rows::of_query_heads ? config_.heads : config_.kv_heads;
        if (tensor.interleaved_heads > 0 &&
            entry->shape[0] != tensor.interleaved_heads * config_.head_dim)
            return Error{ErrorKind::corrupt, "tensor " + from + " is " + to_string(entry->shape) +
                                                 ", expected " +
                                                 std::to_string(tensor.interleaved_heads) +
                                                 " heads of " + std::to_string(config_.head_dim)};
        tensors_.push_back(std::move(tensor));
        return {};
    }

    const Checkpoint& file_;
    const ModelConfig& config_;
    DType type_;
    std::vector<ExportedTensor> tensors_;
    std::set<std::string> used_;
};

Result<ExportPlan> plan_folder(const Checkpoint& file, DType type)
{
    TRY(const ModelConfig config, read_config(file));
    for (const Architecture& architecture : kArchitectures) {
        if (architecture.name != config.architecture || !config.windows.empty())
            continue;
        ExportPlan plan;
        const auto folder = file.path().has_filename() ? file.path() : file.path().parent_path();
        plan.values = key_values_of(config, folder.filename().string(), type);
        TRY(put_rope(plan, config.architecture + ".", config));
        TRY(auto tensors, FolderExport(file, config, type).tensors(architecture));
        std::move(tensors.begin(), tensors.end(), std::back_inserter(plan.tensors));
        return plan;
    }
    return Error{ErrorKind::unsupported,
                 "models of architecture " + config.architecture +
                     (config.windows.empty() ? "" : " with a sliding window") +
                     " cannot be exported yet; llama can"};
}

ExportPlan plan_gguf(const Checkpoint& file, DType type)
{
    ExportPlan plan;
    plan.values = file.key_values();
    plan.values.set("general.file_type", file_type_of(type));
    plan.values.set("general.quantization_version", std::int64_t{2});
    const bool tied = file.find(gguf_names().head) == nullptr;
    for (const TensorEntry& entry : file.tensors()) {
        const bool is_output =
            entry.name == gguf_names().head || (tied && entry.name == gguf_names().embedding);
        const bool is_matrix = entry.shape.rank() == 2 && entry.dtype != DType::i32;
        plan.tensors.push_back(
            {&entry,
             {},
             {entry.name, is_matrix ? stored_type(type, entry.shape, is_output) : entry.dtype,
              entry.shape}});
    }
    return plan;
}

} // namespace

Result<ExportPlan> plan_export(const Checkpoint& file, DType type)
{
    if (file_type_of(type) < 0)
        return Error{ErrorKind::unsupported,
                     "GGUF files do not hold weights of type " + std::string(to_string(type))};
    if (file.layout() == checkpoint::Layout::gguf)
        return plan_gguf(file, type);
    return plan_folder(file, type);
}

} // namespace longhand::model
