// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/export_fields.h"

#include "engine/model/rope_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace longhand::model {
namespace {

using checkpoint::KeyValues;
using nlohmann::ordered_json;

Error no_place(std::string_view what, const Family& family)
{
    return {ErrorKind::unsupported, std::string(what) + " has no place in a file of architecture " +
                                        std::string(family.name)};
}

// What the family's files do not say and every reader takes for granted.
Result<void> check_habits(const ModelConfig& config, const Family& family)
{
    const auto expected = family.gemma ? tensor::Activation::gelu_tanh : tensor::Activation::silu;
    if (config.activation != expected)
        return no_place("the activation of this model", family);
    if (config.head_norms != family.head_norms || config.post_norms != family.gemma)
        return no_place("the norms of this model", family);
    return {};
}

// The window of the layers that have one; 0: none has.
std::int64_t window_of(const ModelConfig& config)
{
    return config.windows.empty() ? 0
                                  : *std::max_element(config.windows.begin(), config.windows.end());
}

void put_windows(const ModelConfig& config, const Family& family, KeyValues& values,
                 const std::string& prefix)
{
    const std::int64_t window = window_of(config);
    if (window == 0 && !family.gemma)
        return;
    values.set(prefix + "attention.sliding_window", window);
    if (window == 0 || config.windows == windows_by_habit(family, config.layers, window, 0, 0))
        return;
    std::vector<std::int64_t> has;
    for (const std::int32_t of_layer : config.windows)
        has.push_back(of_layer != 0 ? 1 : 0);
    values.set(prefix + "attention.sliding_window_pattern", std::move(has),
               checkpoint::ValueType::boolean);
}

double default_scale(const ModelConfig& config)
{
    return 1.0 / std::sqrt(static_cast<double>(config.head_dim));
}

// --- config.json --------------------------------------------------------------------------------

const char* class_name(std::string_view model_type)
{
    return model_type == "llama"         ? "LlamaForCausalLM"
           : model_type == "mistral"     ? "MistralForCausalLM"
           : model_type == "qwen2"       ? "Qwen2ForCausalLM"
           : model_type == "qwen3"       ? "Qwen3ForCausalLM"
           : model_type == "gemma2"      ? "Gemma2ForCausalLM"
           : model_type == "gemma3_text" ? "Gemma3ForCausalLM"
                                         : "Phi3ForCausalLM";
}

const char* torch_name(tensor::DType type)
{
    return type == tensor::DType::f32    ? "float32"
           : type == tensor::DType::bf16 ? "bfloat16"
                                         : "float16";
}

// 1e-05 and not 9.9999997e-06.
double shortest(float value)
{
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, value);
    double wide = 0.0;
    std::from_chars(text, written.ptr, wide);
    return wide;
}

ordered_json layer_types(const ModelConfig& config)
{
    ordered_json types = ordered_json::array();
    for (std::int64_t layer = 0; layer < config.layers; ++layer)
        types.push_back(config.window(layer) > 0 ? "sliding_attention" : "full_attention");
    return types;
}

Result<void> put_biases(const ModelConfig& config, const Family& family, ordered_json& json)
{
    const bool together = family.optional_bias && config.qkv_bias == config.o_bias;
    const bool by_habit = config.qkv_bias == family.qkv_bias && !config.o_bias && !config.mlp_bias;
    if (!together && !by_habit)
        return no_place("the choice of biases of this model", family);
    if (family.optional_bias) {
        json["attention_bias"] = config.o_bias;
        if (family.model_type == "llama")
            json["mlp_bias"] = config.mlp_bias;
        else if (config.mlp_bias)
            return no_place("mlp_bias", family);
    }
    return {};
}

void put_gemma(const ModelConfig& config, ordered_json& json)
{
    const auto cap = [](float value) {
        return value > 0.0F ? ordered_json(value) : ordered_json();
    };
    json["hidden_activation"] = "gelu_pytorch_tanh";
    json["attn_logit_softcapping"] = cap(config.attention_soft_cap);
    json["final_logit_softcapping"] = cap(config.final_soft_cap);
    const double scale =
        config.attention_scale > 0.0 ? config.attention_scale : default_scale(config);
    const double scalar = 1.0 / (scale * scale);
    const double whole = std::round(scalar);
    json["query_pre_attn_scalar"] = std::abs(scalar - whole) < 1e-6 * whole ? whole : scalar;
}

Result<ordered_json> fresh_json(const ModelConfig& config, const Family& family)
{
    TRY(check_habits(config, family));
    ordered_json json = {{"architectures", {class_name(family.model_type)}},
                         {"model_type", family.model_type},
                         {"hidden_size", config.dim},
                         {"intermediate_size", config.mlp_dim},
                         {"num_hidden_layers", config.layers},
                         {"num_attention_heads", config.heads},
                         {"num_key_value_heads", config.kv_heads},
                         {"head_dim", config.head_dim},
                         {"vocab_size", config.vocabulary},
                         {"rms_norm_eps", shortest(config.rms_eps)}};
    TRY(put_biases(config, family, json));
    if (family.gemma)
        put_gemma(config, json);
    else
        json["hidden_act"] = "silu";
    if (family.fused)
        json["pad_token_id"] = nullptr; // its library's own lies outside most vocabularies
    const std::int64_t window = window_of(config);
    if (family.window_layers == WindowLayers::never)
        return window == 0 ? Result<ordered_json>(json) : no_place("a sliding window", family);
    json["sliding_window"] = window > 0 ? ordered_json(window) : ordered_json();
    if (family.window_layers == WindowLayers::from_a_layer)
        json["use_sliding_window"] = window > 0;
    if (family.window_layers != WindowLayers::all)
        json["layer_types"] = layer_types(config);
    else if (config.windows != windows_by_habit(family, config.layers, window, 0, 0) && window > 0)
        return no_place("a window of some layers alone", family);
    return json;
}

// Both layouts of the rotary fields, so that older and newer libraries read the same rule.
Result<void> put_rope(const ModelConfig& config, ordered_json& json)
{
    const double turned =
        static_cast<double>(config.rotary_dim) / static_cast<double>(config.head_dim);
    const auto object_of = [&](double theta, const RopeRule& rule) -> Result<ordered_json> {
        TRY(const std::string text,
            rope_parameters({theta, rule, config.rotary_dim, config.context_length}, turned));
        return ordered_json::parse(text);
    };
    TRY(const ordered_json whole, object_of(config.rope_theta, config.rope));
    json["rope_theta"] = whole["rope_theta"];
    if (turned != 1.0)
        json["partial_rotary_factor"] = turned;
    json["rope_scaling"] = whole["rope_type"] == "default" ? ordered_json() : whole;
    json["rope_parameters"] = whole;
    if (config.local_rope_theta > 0.0) {
        TRY(const ordered_json local, object_of(config.local_rope_theta, config.local_rope));
        json["rope_local_base_freq"] = config.local_rope_theta;
        json["rope_parameters"] = {{"full_attention", whole}, {"sliding_attention", local}};
    }
    // Dynamic's formula means the original length by it.
    const bool original = config.rope.kind == RopeKind::dynamic && config.rope.original_length > 0;
    json["max_position_embeddings"] =
        original ? config.rope.original_length : config.context_length;
    if (config.rope.kind == RopeKind::longrope)
        json["original_max_position_embeddings"] = config.rope.original_length;
    return {};
}

} // namespace

Result<void> config_to_key_values(const ModelConfig& config, const Family& family,
                                  KeyValues& values)
{
    TRY(check_habits(config, family));
    const std::string prefix = std::string(family.name) + ".";
    values.set(prefix + "block_count", config.layers);
    values.set(prefix + "embedding_length", config.dim);
    values.set(prefix + "feed_forward_length", config.mlp_dim);
    values.set(prefix + "attention.head_count", config.heads);
    values.set(prefix + "attention.head_count_kv", config.kv_heads);
    values.set(prefix + "attention.key_length", config.head_dim);
    values.set(prefix + "attention.value_length", config.head_dim);
    values.set(prefix + "attention.layer_norm_rms_epsilon", static_cast<double>(config.rms_eps));
    values.set(prefix + "vocab_size", config.vocabulary);
    put_windows(config, family, values, prefix);
    // Readers that know the key need no table of the largest models' depths.
    if (config.attention_scale > 0.0)
        values.set(prefix + "attention.scale", config.attention_scale);
    if (config.attention_soft_cap > 0.0F || family.attention_soft_cap > 0.0)
        values.set(prefix + "attn_logit_softcapping",
                   static_cast<double>(config.attention_soft_cap));
    if (config.final_soft_cap > 0.0F || family.final_soft_cap > 0.0)
        values.set(prefix + "final_logit_softcapping", static_cast<double>(config.final_soft_cap));
    return {};
}

Result<std::string> config_to_json(const ModelConfig& config, const Family& family,
                                   tensor::DType type, std::string_view base)
{
    ordered_json json;
    if (base.empty()) {
        TRY(json, fresh_json(config, family));
    } else {
        json = ordered_json::parse(base, nullptr, /*allow_exceptions=*/false);
        if (!json.is_object())
            return Error{ErrorKind::corrupt, "config.json holds no object"};
        json.erase("torch_dtype");
    }
    json["tie_word_embeddings"] = config.tied_head;
    json["dtype"] = torch_name(type);
    json["torch_dtype"] = torch_name(type);
    TRY(put_rope(config, json));
    return json.dump(2) + "\n";
}

} // namespace longhand::model
