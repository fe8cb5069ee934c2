// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/config.h"

#include "engine/model/rope_files.h"
#include "engine/model/weights.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace longhand::model {
namespace {

constexpr std::string_view kWeight = "weight";

const TensorNames kGgufNames = {
    .embedding = "token_embd.weight",
    .final_norm = "output_norm.weight",
    .head = "output.weight",
    .attention_norm = "blk.{}.attn_norm.weight",
    .q = "blk.{}.attn_q.weight",
    .k = "blk.{}.attn_k.weight",
    .v = "blk.{}.attn_v.weight",
    .o = "blk.{}.attn_output.weight",
    .q_norm = "blk.{}.attn_q_norm.weight",
    .k_norm = "blk.{}.attn_k_norm.weight",
    .attention_post_norm = "blk.{}.post_attention_norm.weight",
    .mlp_norm = "blk.{}.ffn_norm.weight",
    .gate = "blk.{}.ffn_gate.weight",
    .up = "blk.{}.ffn_up.weight",
    .down = "blk.{}.ffn_down.weight",
    .mlp_post_norm = "blk.{}.post_ffw_norm.weight",
    .qkv = {},
    .gate_up = {},
};

const TensorNames kHuggingFaceNames = {
    .embedding = "model.embed_tokens.weight",
    .final_norm = "model.norm.weight",
    .head = "lm_head.weight",
    .attention_norm = "model.layers.{}.input_layernorm.weight",
    .q = "model.layers.{}.self_attn.q_proj.weight",
    .k = "model.layers.{}.self_attn.k_proj.weight",
    .v = "model.layers.{}.self_attn.v_proj.weight",
    .o = "model.layers.{}.self_attn.o_proj.weight",
    .q_norm = "model.layers.{}.self_attn.q_norm.weight",
    .k_norm = "model.layers.{}.self_attn.k_norm.weight",
    .attention_post_norm = {},
    .mlp_norm = "model.layers.{}.post_attention_layernorm.weight",
    .gate = "model.layers.{}.mlp.gate_proj.weight",
    .up = "model.layers.{}.mlp.up_proj.weight",
    .down = "model.layers.{}.mlp.down_proj.weight",
    .mlp_post_norm = {},
    .qkv = {},
    .gate_up = {},
};

constexpr std::string TensorNames::* kAllNames[] = {
    &TensorNames::embedding,      &TensorNames::final_norm, &TensorNames::head,
    &TensorNames::attention_norm, &TensorNames::q,          &TensorNames::k,
    &TensorNames::v,              &TensorNames::o,          &TensorNames::q_norm,
    &TensorNames::k_norm,         &TensorNames::mlp_norm,   &TensorNames::attention_post_norm,
    &TensorNames::gate,           &TensorNames::up,         &TensorNames::down,
    &TensorNames::mlp_post_norm,  &TensorNames::qkv,        &TensorNames::gate_up};

struct Bound {
    const char* name;
    std::int64_t value;
    std::int64_t limit;
};

Result<void> check_numbers(const ModelConfig& config)
{
    if (!(config.rms_eps > 0.0F && config.rms_eps < 1.0F))
        return Error{ErrorKind::corrupt, "norm epsilon is " + std::to_string(config.rms_eps)};
    if (!(std::isfinite(config.rope_theta) && config.rope_theta > 1.0))
        return Error{ErrorKind::corrupt, "rotary base is " + std::to_string(config.rope_theta)};
    if (config.local_rope_theta != 0.0 &&
        !(std::isfinite(config.local_rope_theta) && config.local_rope_theta > 1.0))
        return Error{ErrorKind::corrupt, "rotary base of layers with a window is " +
                                             std::to_string(config.local_rope_theta)};
    const auto positive = [](double value) { return std::isfinite(value) && value >= 0.0; };
    if (!positive(config.attention_scale) ||
        !positive(static_cast<double>(config.attention_soft_cap)) ||
        !positive(static_cast<double>(config.final_soft_cap)))
        return Error{ErrorKind::corrupt, "a scale or a soft cap is negative or no number"};
    return {};
}

float rounded_to_bf16(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t even = (bits >> 16) & 1U;
    return std::bit_cast<float>((bits + 0x7FFFU + even) & 0xFFFF0000U);
}

// For what a square root of a width can be: well inside the normal numbers.
float rounded_to_f16(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t even = (bits >> 13) & 1U;
    return std::bit_cast<float>((bits + 0xFFFU + even) & 0xFFFFE000U);
}

// What only the tensors of a GGUF file tell.
Result<ModelConfig> config_of_gguf(const checkpoint::Checkpoint& file,
                                   const std::optional<RopeRule>& rope)
{
    TRY(const RopeLists lists, rope_lists(file));
    TRY(ModelConfig config, config_from_key_values(file.key_values(), rope, lists));
    const TensorNames& names = config.names;
    const checkpoint::TensorEntry* embedding = file.find(names.embedding);
    if (embedding == nullptr || embedding->shape.rank() != 2)
        return Error{ErrorKind::corrupt, "no table " + std::string(names.embedding)};
    if (config.vocabulary != 0 && config.vocabulary != embedding->shape[0])
        return Error{ErrorKind::corrupt, "vocabulary of " + std::to_string(config.vocabulary) +
                                             " but " + std::to_string(embedding->shape[0]) +
                                             " rows of embeddings"};
    config.vocabulary = embedding->shape[0];
    config.tied_head = file.find(names.head) == nullptr;
    const auto has_bias = [&](std::string_view weight) {
        return file.find(layer_name(bias_name(weight), 0)) != nullptr;
    };
    config.qkv_bias = has_bias(names.qkv.empty() ? names.q : names.qkv);
    config.o_bias = has_bias(names.o);
    config.mlp_bias = has_bias(names.down);
    return config;
}

// A model that also sees keeps its language part under a name of its own, which older libraries put
// before the others and newer ones inside.
void name_language_part(ModelConfig& config, const checkpoint::Checkpoint& file)
{
    constexpr std::string_view kModel = "model.";
    const auto renamed = [&](bool newer) {
        TensorNames names = config.names;
        for (std::string TensorNames::* const field : kAllNames) {
            std::string& name = names.*field;
            if (newer && name.starts_with(kModel))
                name = "model.language_model." + name.substr(kModel.size());
            else if (!newer && !name.empty())
                name = "language_model." + name;
        }
        return names;
    };
    for (const bool newer : {false, true})
        if (const TensorNames names = renamed(newer); file.find(names.embedding) != nullptr)
            config.names = names;
}

// The reference multiplies by the scale in the type of the table.
void round_embedding_scale(ModelConfig& config, const checkpoint::Checkpoint& file)
{
    const checkpoint::TensorEntry* embedding = file.find(config.names.embedding);
    if (embedding == nullptr)
        return;
    if (embedding->dtype == tensor::DType::bf16)
        config.embedding_scale = rounded_to_bf16(config.embedding_scale);
    if (embedding->dtype == tensor::DType::f16)
        config.embedding_scale = rounded_to_f16(config.embedding_scale);
}

}  // namespace

const TensorNames& gguf_names() { return kGgufNames; }
const TensorNames& hugging_face_names() { return kHuggingFaceNames; }

std::string layer_name(std::string_view pattern, std::int64_t layer)
{
    const std::size_t at = pattern.find("{}");
    ENSURE(at != std::string_view::npos);
    return std::string(pattern.substr(0, at)) + std::to_string(layer) +
           std::string(pattern.substr(at + 2));
}

std::string bias_name(std::string_view weight_name)
{
    ENSURE(weight_name.ends_with(kWeight));
    return std::string(weight_name.substr(0, weight_name.size() - kWeight.size())) + "bias";
}

Result<void> check(const ModelConfig& config)
{
    // Wide enough for any model there is, narrow enough that no product of them overflows.
    const Bound bounds[] = {
        {"number of layers", config.layers, 1024},
        {"width", config.dim, 1 << 17},
        {"number of heads", config.heads, 4096},
        {"number of key-value heads", config.kv_heads, 4096},
        {"head dimension", config.head_dim, 1024},
        {"rotary dimension", config.rotary_dim, config.head_dim},
        {"width of the feed-forward part", config.mlp_dim, 1 << 20},
        {"vocabulary", config.vocabulary, 1 << 22},
        {"context length", config.context_length, std::int64_t{1} << 28},
    };
    for (const Bound& bound : bounds)
        if (bound.value < 1 || bound.value > bound.limit)
            return Error{ErrorKind::corrupt, std::string(bound.name) + " is " +
                                                 std::to_string(bound.value) +
                                                 ", expected 1 to " + std::to_string(bound.limit)};
    if (config.heads % config.kv_heads != 0)
        return Error{ErrorKind::corrupt, std::to_string(config.heads) +
                                             " heads cannot share " +
                                             std::to_string(config.kv_heads) + " key-value heads"};
    for (const std::int64_t dim : {config.head_dim, config.rotary_dim})
        if (dim % 2 != 0)
            return Error{ErrorKind::corrupt, "head dimension " + std::to_string(dim) + " is odd"};
    ENSURE(config.windows.empty() ||
           static_cast<std::int64_t>(config.windows.size()) == config.layers);
    TRY(check_numbers(config));
    TRY(check(config.rope, config.rotary_dim));
    return check(config.local_rope, config.rotary_dim);
}

Result<ModelConfig> read_config(const checkpoint::Checkpoint& file,
                                const std::optional<RopeRule>& rope)
{
    const bool gguf = file.layout() == checkpoint::Layout::gguf;
    const std::string where = file.path().filename().string() + (gguf ? ": " : "/config.json: ");
    auto read = gguf ? config_of_gguf(file, rope)
                     : config_from_json(file.text_file("config.json"), rope);
    if (!read.ok())
        return Error{read.error().kind, where + read.error().message};
    ModelConfig config = std::move(read).value();
    if (config.language_part)
        name_language_part(config, file);
    if (!gguf)
        round_embedding_scale(config, file);
    if (const auto sound = check(config); !sound.ok())
        return Error{sound.error().kind, where + sound.error().message};
    return config;
}

}  // namespace longhand::model
