// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/family.h"
#include "engine/model/rope_files.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::model {
namespace {

using checkpoint::KeyValues;

// Keys that change what a model computes and that this version does not compute. A value that
// means "off" is accepted.
struct Refused {
    std::string_view key;
    double off;
};
constexpr std::array<Refused, 11> kRefused = {{
    {"attention.clamp_kqv", 0.0},
    {"attention.max_alibi_bias", 0.0},
    {"attention.layer_norm_epsilon", 0.0},
    {"attention.shared_kv_layers", 0.0},
    {"attention.temperature_scale", 0.0},
    {"expert_count", 0.0},
    {"logit_scale", 1.0},
    {"embedding_scale", 1.0},
    {"residual_scale", 1.0},
    {"rope.scaling.alpha", 0.0},
    {"router_logit_softcapping", 0.0},
}};

// One number, or an array whose entries agree (models that vary it by layer are refused).
Result<std::int64_t> count(const KeyValues& values, const std::string& key)
{
    if (const auto one = values.integer(key))
        return *one;
    const std::vector<std::int64_t>* many = values.integers(key);
    if (many == nullptr || many->empty())
        return Error{ErrorKind::corrupt, "key " + key + " is missing"};
    if (std::adjacent_find(many->begin(), many->end(), std::not_equal_to<>()) != many->end())
        return Error{ErrorKind::unsupported, key + " differs from layer to layer"};
    return many->front();
}

Result<std::int64_t> count_or(const KeyValues& values, const std::string& key, std::int64_t absent)
{
    if (!values.has(key))
        return absent;
    return count(values, key);
}

Result<double> number_or(const KeyValues& values, const std::string& key, double absent)
{
    const auto value = values.number(key);
    if (values.has(key) && !value)
        return Error{ErrorKind::corrupt, "key " + key + " is no number"};
    return value.value_or(absent);
}

Result<void> refuse(const KeyValues& values, const std::string& prefix)
{
    for (const Refused& refused : kRefused) {
        const std::string key = prefix + std::string(refused.key);
        const auto value = values.number(key);
        if (values.has(key) && (!value || *value != refused.off))
            return Error{ErrorKind::unsupported,
                         key + " is set, and this version does not compute it"};
    }
    if (values.boolean(prefix + "attention.causal").value_or(true) == false)
        return Error{ErrorKind::unsupported, prefix + "attention.causal is false"};
    if (values.has(prefix + "rope.dimension_sections"))
        return Error{ErrorKind::unsupported, prefix + "rope.dimension_sections is set"};
    return {};
}

// A key that may say something of its own for values, or for layers with a window.
Result<void> same_as(const KeyValues& values, const std::string& key, std::int64_t expected)
{
    TRY(const std::int64_t found, count_or(values, key, expected));
    if (found != expected)
        return Error{ErrorKind::unsupported, key + " is " + std::to_string(found) +
                                                 " beside " + std::to_string(expected)};
    return {};
}

Result<void> read_sizes(ModelConfig& config, const KeyValues& values, const std::string& prefix)
{
    TRY(config.layers, count(values, prefix + "block_count"));
    TRY(config.dim, count(values, prefix + "embedding_length"));
    TRY(config.mlp_dim, count(values, prefix + "feed_forward_length"));
    TRY(config.heads, count(values, prefix + "attention.head_count"));
    TRY(config.kv_heads, count_or(values, prefix + "attention.head_count_kv", config.heads));
    TRY(config.context_length, count(values, prefix + "context_length"));
    TRY(config.vocabulary, count_or(values, prefix + "vocab_size", 0));
    if (config.heads < 1)
        return Error{ErrorKind::corrupt, prefix + "attention.head_count is below 1"};
    TRY(config.head_dim,
        count_or(values, prefix + "attention.key_length", config.dim / config.heads));
    TRY(config.rotary_dim, count_or(values, prefix + "rope.dimension_count", config.head_dim));
    TRY(same_as(values, prefix + "attention.value_length", config.head_dim));
    TRY(same_as(values, prefix + "attention.key_length_swa", config.head_dim));
    TRY(same_as(values, prefix + "attention.value_length_swa", config.head_dim));
    return same_as(values, prefix + "rope.dimension_count_swa", config.rotary_dim);
}

// The pattern is a period, or says of every layer whether it has the window.
Result<void> read_windows(ModelConfig& config, const KeyValues& values, const std::string& prefix,
                          const Family& family)
{
    TRY(const std::int64_t window,
        count_or(values, prefix + "attention.sliding_window", family.gemma ? family.window : 0));
    if (window == 0)
        return {};
    if (window < 0 || window > INT32_MAX || config.layers < 1 || config.layers > 1024)
        return Error{ErrorKind::corrupt,
                     prefix + "attention.sliding_window is " + std::to_string(window)};
    const std::string key = prefix + "attention.sliding_window_pattern";
    const std::vector<std::int64_t>* listed = values.integers(key);
    if (listed == nullptr) {
        TRY(const std::int64_t period, count_or(values, key, 0));
        config.windows = windows_by_habit(family, config.layers, window, period, 0);
        return {};
    }
    if (static_cast<std::int64_t>(listed->size()) < config.layers)
        return Error{ErrorKind::corrupt, "key " + key + " holds " +
                                             std::to_string(listed->size()) + " layers"};
    for (std::int64_t layer = 0; layer < config.layers; ++layer)
        config.windows.push_back((*listed)[static_cast<std::size_t>(layer)] != 0
                                     ? static_cast<std::int32_t>(window)
                                     : 0);
    return {};
}

// llama.cpp tells the largest Gemmas by their depth: their scores are scaled by the width of a
// head's share of the model instead of the head's own.
double attention_scale_by_habit(const ModelConfig& config)
{
    const bool largest = (config.architecture == "gemma2" && config.layers == 46) ||
                         (config.architecture == "gemma3" && config.layers == 62);
    return largest ? 1.0 / std::sqrt(static_cast<double>(config.dim / config.heads)) : 0.0;
}

Result<void> read_numbers(ModelConfig& config, const KeyValues& values, const std::string& prefix)
{
    const std::string eps_key = prefix + "attention.layer_norm_rms_epsilon";
    const auto eps = values.number(eps_key);
    if (!eps)
        return Error{ErrorKind::corrupt, "key " + eps_key + " is missing"};
    config.rms_eps = static_cast<float>(*eps);
    TRY(const double own_scale, number_or(values, prefix + "attention.scale", 0.0));
    config.attention_scale = own_scale != 0.0 ? own_scale : attention_scale_by_habit(config);
    TRY(const double cap, number_or(values, prefix + "attn_logit_softcapping",
                                    config.architecture == "gemma2" ? 50.0 : 0.0));
    TRY(const double final_cap, number_or(values, prefix + "final_logit_softcapping",
                                          config.architecture == "gemma2" ? 30.0 : 0.0));
    config.attention_soft_cap = static_cast<float>(cap);
    config.final_soft_cap = static_cast<float>(final_cap);
    return {};
}

void apply_habits(ModelConfig& config, const Family& family)
{
    config.names = gguf_names_of(family);
    config.rope_interleaved = family.interleaved;
    config.head_norms = family.head_norms;
    config.post_norms = family.gemma;
    if (family.gemma) {
        config.activation = tensor::Activation::gelu_tanh;
        config.embedding_scale = std::sqrt(static_cast<float>(config.dim));
    }
}

}  // namespace

Result<ModelConfig> config_from_key_values(const KeyValues& values,
                                           const std::optional<RopeRule>& rope,
                                           const RopeLists& lists)
{
    const std::string architecture = values.string("general.architecture").value_or("");
    const Family* family = family_of_architecture(architecture);
    if (family == nullptr)
        return Error{ErrorKind::unsupported, "architecture '" + architecture +
                                                 "' is not supported; supported: " +
                                                 architectures_in_gguf()};
    const std::string prefix = architecture + ".";
    TRY(refuse(values, prefix));
    ModelConfig config;
    config.architecture = architecture;
    TRY(read_sizes(config, values, prefix));
    apply_habits(config, *family);
    TRY(read_windows(config, values, prefix, *family));
    TRY(read_numbers(config, values, prefix));
    TRY(config.rope_theta, number_or(values, prefix + "rope.freq_base", 10000.0));
    TRY(const double local,
        number_or(values, prefix + "rope.freq_base_swa", family->local_rope_theta));
    config.local_rope_theta = config.windows.empty() ? 0.0 : local;
    const Result<RopeRule> declared =
        rope_from_key_values(values, prefix, config.context_length, lists);
    TRY(settle_rope(config, declared, rope));
    return config;
}

Result<ModelConfig> config_from_key_values(const KeyValues& values,
                                           const std::optional<RopeRule>& rope)
{
    return config_from_key_values(values, rope, RopeLists{});
}

}  // namespace longhand::model
