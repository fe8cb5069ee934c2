// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/config.h"

#include <algorithm>
#include <array>

namespace longhand::model {
namespace {

using checkpoint::KeyValues;

// Keys that change what a model computes and that this version does not compute. A value that
// means "off" is accepted.
struct Refused {
    std::string_view key;
    double off;
};
constexpr std::array<Refused, 12> kRefused = {{
    {"attention.sliding_window", 0.0},
    {"attention.scale", 0.0},
    {"attention.clamp_kqv", 0.0},
    {"attention.max_alibi_bias", 0.0},
    {"attn_logit_softcapping", 0.0},
    {"final_logit_softcapping", 0.0},
    {"expert_count", 0.0},
    {"logit_scale", 1.0},
    {"embedding_scale", 1.0},
    {"residual_scale", 1.0},
    {"rope.scaling.attn_factor", 1.0},
    {"attention.layer_norm_epsilon", 0.0},
}};

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

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

Result<double> number_or(const KeyValues& values, const std::string& key, double absent)
{
    const auto value = values.number(key);
    if (values.has(key) && !value)
        return Error{ErrorKind::corrupt, "key " + key + " is no number"};
    return value.value_or(absent);
}

// An absent type means linear, whose absent factor means 1.
Result<RopeRule> rope_rule(const KeyValues& values, const std::string& prefix)
{
    const std::string type_key = prefix + "rope.scaling.type";
    const auto named = values.string(type_key);
    if (values.has(type_key) && !named)
        return Error{ErrorKind::corrupt, "key " + type_key + " is no text"};
    const std::string type = named.value_or("linear");
    TRY(const double older, number_or(values, prefix + "rope.scale_linear", 0.0));
    TRY(const double factor, number_or(values, prefix + "rope.scaling.factor", older));
    return rope_rule_of_file(type, factor == 0.0 ? 1.0 : factor);
}

}  // namespace

Result<ModelConfig> config_from_key_values(const KeyValues& values,
                                           const std::optional<RopeRule>& rope)
{
    const std::string architecture = values.string("general.architecture").value_or("");
    const std::vector<std::string> supported = supported_architectures();
    if (std::find(supported.begin(), supported.end(), architecture) == supported.end())
        return Error{ErrorKind::unsupported, "architecture '" + architecture +
                                                 "' is not supported; supported: " +
                                                 joined(supported)};
    const std::string prefix = architecture + ".";
    TRY(refuse(values, prefix));

    ModelConfig config;
    config.architecture = architecture;
    config.names = gguf_names();
    config.rope_interleaved = true;
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
    TRY(const std::int64_t value_dim,
        count_or(values, prefix + "attention.value_length", config.head_dim));
    TRY(const std::int64_t rotary_dim,
        count_or(values, prefix + "rope.dimension_count", config.head_dim));
    if (value_dim != config.head_dim)
        return Error{ErrorKind::unsupported, prefix + "attention.value_length differs from the key's"};
    if (rotary_dim != config.head_dim)
        return Error{ErrorKind::unsupported,
                     prefix + "rope.dimension_count is " + std::to_string(rotary_dim) + " of " +
                         std::to_string(config.head_dim) + ": partial rotation is not supported"};
    const auto eps = values.number(prefix + "attention.layer_norm_rms_epsilon");
    if (!eps)
        return Error{ErrorKind::corrupt,
                     "key " + prefix + "attention.layer_norm_rms_epsilon is missing"};
    config.rms_eps = static_cast<float>(*eps);
    TRY(config.rope_theta, number_or(values, prefix + "rope.freq_base", 10000.0));
    const Result<RopeRule> declared = rope_rule(values, prefix);
    if (!rope) {
        TRY(config.rope, declared);
        return config;
    }
    config.rope = *rope;
    const double before = declared.ok() ? declared->factor : 1.0;
    config.context_length = stretched(config.context_length, rope->factor / before);
    return config;
}

}  // namespace longhand::model
