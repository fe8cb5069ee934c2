// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/family.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::model {
namespace {

constexpr std::array<Family, 7> kFamilies = {{
    {.name = "llama", .model_type = "llama", .interleaved = true, .optional_bias = true},
    {.name = "mistral",
     .model_type = "mistral",
     .in_gguf = false,
     .window_layers = WindowLayers::all,
     .window = 4096,
     .context_length = 131072},
    {.name = "qwen2",
     .model_type = "qwen2",
     .qkv_bias = true,
     .window_layers = WindowLayers::from_a_layer,
     .window = 4096,
     .context_length = 32768},
    {.name = "qwen3",
     .model_type = "qwen3",
     .optional_bias = true,
     .head_norms = true,
     .window_layers = WindowLayers::from_a_layer,
     .window = 4096,
     .head_dim = 128,
     .context_length = 32768},
    {.name = "gemma2",
     .model_type = "gemma2",
     .optional_bias = true,
     .gemma = true,
     .window_layers = WindowLayers::all_but_last_of_period,
     .window_period = 2,
     .tied_head = true,
     .window = 4096,
     .head_dim = 256,
     .context_length = 8192,
     .attention_soft_cap = 50.0,
     .final_soft_cap = 30.0},
    {.name = "gemma3",
     .model_type = "gemma3_text",
     .optional_bias = true,
     .head_norms = true,
     .gemma = true,
     .window_layers = WindowLayers::all_but_last_of_period,
     .window_period = 6,
     .tied_head = true,
     .heads = 8,
     .kv_heads = 4,
     .vocabulary = 262208,
     .window = 4096,
     .head_dim = 256,
     .context_length = 131072,
     .rope_theta = 1e6,
     .local_rope_theta = 1e4},
    {.name = "phi3",
     .model_type = "phi3",
     .fused = true,
     .window_layers = WindowLayers::all,
     .context_length = 4096,
     .rms_eps = 1e-5},
}};

template <class Match> const Family* find_family(const Match& match)
{
    const auto* const found = std::find_if(kFamilies.begin(), kFamilies.end(), match);
    return found == kFamilies.end() ? nullptr : found;
}

void append(std::string& list, std::string_view word)
{
    list += (list.empty() ? "" : ", ") + std::string(word);
}

}  // namespace

const Family* family_of_architecture(std::string_view name)
{
    return find_family([&](const Family& family) { return family.in_gguf && family.name == name; });
}

const Family* family_of_model_type(std::string_view model_type)
{
    return find_family([&](const Family& family) { return family.model_type == model_type; });
}

std::string architectures_in_gguf()
{
    std::string list;
    for (const Family& family : kFamilies)
        if (family.in_gguf)
            append(list, family.name);
    return list;
}

std::string model_types()
{
    std::string list;
    for (const Family& family : kFamilies)
        append(list, family.model_type);
    return list;
}

TensorNames gguf_names_of(const Family& family)
{
    TensorNames names = gguf_names();
    if (family.fused) {
        names.qkv = "blk.{}.attn_qkv.weight";
        names.gate_up = names.up;
    }
    return names;
}

TensorNames hugging_face_names_of(const Family& family)
{
    TensorNames names = hugging_face_names();
    if (family.gemma) {
        names.attention_post_norm = names.mlp_norm;
        names.mlp_norm = "model.layers.{}.pre_feedforward_layernorm.weight";
        names.mlp_post_norm = "model.layers.{}.post_feedforward_layernorm.weight";
    }
    if (family.fused) {
        names.qkv = "model.layers.{}.self_attn.qkv_proj.weight";
        names.gate_up = "model.layers.{}.mlp.gate_up_proj.weight";
    }
    return names;
}

std::vector<std::string> supported_architectures()
{
    std::vector<std::string> names;
    for (const Family& family : kFamilies)
        names.emplace_back(family.name);
    return names;
}

std::vector<std::int32_t> windows_by_habit(const Family& family, std::int64_t layers,
                                           std::int64_t window, std::int64_t period,
                                           std::int64_t first_layer)
{
    const std::int64_t every = period > 0 ? period : family.window_period;
    std::vector<std::int32_t> windows(static_cast<std::size_t>(layers));
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        const bool has = every > 0 ? (layer + 1) % every != 0 : layer >= first_layer;
        windows[static_cast<std::size_t>(layer)] = has ? static_cast<std::int32_t>(window) : 0;
    }
    return windows;
}

std::int64_t stretched(std::int64_t context_length, double growth)
{
    constexpr double kBeyondAny = 0x1p60;
    const double length = static_cast<double>(context_length) * std::max(1.0, growth);
    return static_cast<std::int64_t>(std::clamp(std::round(length), -kBeyondAny, kBeyondAny));
}

Result<void> settle_rope(ModelConfig& config, const Result<RopeRule>& declared,
                         const std::optional<RopeRule>& asked)
{
    if (!asked) {
        TRY(config.rope, declared);
        const std::int64_t original = config.rope.original_length;
        if (original > 0)
            config.context_length =
                std::max(config.context_length, stretched(original, config.rope.factor));
        return {};
    }
    std::int64_t original = config.context_length;
    if (declared.ok() && declared->original_length > 0)
        original = declared->original_length;
    else if (declared.ok() && declared->factor > 1.0)
        original = std::max<std::int64_t>(
            1, std::llround(static_cast<double>(original) / declared->factor));
    config.rope = *asked;
    if (config.rope.kind != RopeKind::none && config.rope.original_length == 0)
        config.rope.original_length = original;
    // A base alone says nothing of how far it reaches.
    if (config.rope.kind != RopeKind::none || config.rope.base == 0.0)
        config.context_length =
            stretched(config.rope.kind == RopeKind::none ? original : config.rope.original_length,
                      config.rope.factor);
    return {};
}

}  // namespace longhand::model
