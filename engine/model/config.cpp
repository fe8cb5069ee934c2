// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/config.h"

#include <algorithm>
#include <cmath>

namespace longhand::model {
namespace {

constexpr TensorNames kGgufNames = {
    .embedding = "token_embd.weight",
    .final_norm = "output_norm.weight",
    .head = "output.weight",
    .attention_norm = "blk.{}.attn_norm.weight",
    .q = "blk.{}.attn_q.weight",
    .k = "blk.{}.attn_k.weight",
    .v = "blk.{}.attn_v.weight",
    .o = "blk.{}.attn_output.weight",
    .mlp_norm = "blk.{}.ffn_norm.weight",
    .gate = "blk.{}.ffn_gate.weight",
    .up = "blk.{}.ffn_up.weight",
    .down = "blk.{}.ffn_down.weight",
};

constexpr TensorNames kHuggingFaceNames = {
    .embedding = "model.embed_tokens.weight",
    .final_norm = "model.norm.weight",
    .head = "lm_head.weight",
    .attention_norm = "model.layers.{}.input_layernorm.weight",
    .q = "model.layers.{}.self_attn.q_proj.weight",
    .k = "model.layers.{}.self_attn.k_proj.weight",
    .v = "model.layers.{}.self_attn.v_proj.weight",
    .o = "model.layers.{}.self_attn.o_proj.weight",
    .mlp_norm = "model.layers.{}.post_attention_layernorm.weight",
    .gate = "model.layers.{}.mlp.gate_proj.weight",
    .up = "model.layers.{}.mlp.up_proj.weight",
    .down = "model.layers.{}.mlp.down_proj.weight",
};

struct Bound {
    const char* name;
    std::int64_t value;
    std::int64_t limit;
};

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

std::vector<std::string> supported_architectures() { return {"llama"}; }

std::int64_t stretched(std::int64_t context_length, double growth)
{
    constexpr double kBeyondAny = 0x1p60;
    const double length = static_cast<double>(context_length) * std::max(1.0, growth);
    return static_cast<std::int64_t>(std::clamp(length, -kBeyondAny, kBeyondAny));
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
    if (config.head_dim % 2 != 0)
        return Error{ErrorKind::corrupt,
                     "head dimension " + std::to_string(config.head_dim) + " is odd"};
    if (!(config.rms_eps > 0.0F && config.rms_eps < 1.0F))
        return Error{ErrorKind::corrupt, "norm epsilon is " + std::to_string(config.rms_eps)};
    if (!(std::isfinite(config.rope_theta) && config.rope_theta > 1.0))
        return Error{ErrorKind::corrupt, "rotary base is " + std::to_string(config.rope_theta)};
    return {};
}

Result<ModelConfig> read_config(const checkpoint::Checkpoint& file,
                                const std::optional<RopeRule>& rope)
{
    const bool gguf = file.layout() == checkpoint::Layout::gguf;
    auto read = gguf ? config_from_key_values(file.key_values(), rope)
                     : config_from_json(file.text_file("config.json"), rope);
    const std::string where = file.path().filename().string() + (gguf ? ": " : "/config.json: ");
    if (!read.ok())
        return Error{read.error().kind, where + read.error().message};
    ModelConfig config = std::move(read).value();
    if (gguf) {
        const checkpoint::TensorEntry* embedding = file.find(config.names.embedding);
        if (embedding == nullptr || embedding->shape.rank() != 2)
            return Error{ErrorKind::corrupt,
                         where + "no table " + std::string(config.names.embedding)};
        if (config.vocabulary != 0 && config.vocabulary != embedding->shape[0])
            return Error{ErrorKind::corrupt,
                         where + "vocabulary of " + std::to_string(config.vocabulary) + " but " +
                             std::to_string(embedding->shape[0]) + " rows of embeddings"};
        config.vocabulary = embedding->shape[0];
        config.tied_head = file.find(config.names.head) == nullptr;
    }
    if (const auto sound = check(config); !sound.ok())
        return Error{sound.error().kind, where + sound.error().message};
    return config;
}

}  // namespace longhand::model
