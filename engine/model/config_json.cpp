// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/config.h"

#include "engine/base/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace longhand::model {
namespace {

using nlohmann::json;

// Fields that change what a model computes and that this version does not compute, with the
// values that mean "off" besides null.
struct Refused {
    std::string_view key;
    double off;
};
constexpr std::array<Refused, 15> kRefused = {{
    {"attention_bias", 0.0},
    {"mlp_bias", 0.0},
    {"use_qk_norm", 0.0},
    {"sliding_window", 0.0},
    {"attn_logit_softcapping", 0.0},
    {"final_logit_softcapping", 0.0},
    {"partial_rotary_factor", 1.0},
    {"attention_multiplier", 1.0},
    {"embedding_multiplier", 1.0},
    {"residual_multiplier", 1.0},
    {"logits_scaling", 1.0},
    {"logit_scale", 1.0},
    {"num_local_experts", 0.0},
    {"num_experts", 0.0},
    {"mup_base_shapes", 0.0},
}};

// Null and absent are the same.
const json* field(const json& object, std::string_view key)
{
    const auto at = object.find(key);
    return at == object.end() || at->is_null() ? nullptr : &*at;
}

Error wrong(std::string_view key, const json& value)
{
    return {ErrorKind::corrupt, "field " + std::string(key) + " is " + value.dump().substr(0, 60)};
}

Result<std::int64_t> count(const json& object, std::string_view key,
                           std::optional<std::int64_t> absent = std::nullopt)
{
    const json* value = field(object, key);
    if (value == nullptr && absent)
        return *absent;
    if (value == nullptr)
        return Error{ErrorKind::corrupt, "field " + std::string(key) + " is missing"};
    if (!value->is_number_integer() || *value > json(std::int64_t{1} << 40) ||
        *value < json(-1))
        return wrong(key, *value);
    return value->get<std::int64_t>();
}

Result<double> number(const json& object, std::string_view key, double absent)
{
    const json* value = field(object, key);
    if (value == nullptr)
        return absent;
    if (!value->is_number())
        return wrong(key, *value);
    return value->get<double>();
}

Result<bool> boolean(const json& object, std::string_view key, bool absent)
{
    const json* value = field(object, key);
    if (value == nullptr)
        return absent;
    if (!value->is_boolean())
        return wrong(key, *value);
    return value->get<bool>();
}

// Absent: empty.
Result<std::string> text(const json& object, std::string_view key)
{
    const json* value = field(object, key);
    if (value == nullptr)
        return std::string();
    if (!value->is_string())
        return wrong(key, *value);
    return value->get<std::string>();
}

Result<void> refuse(const json& object)
{
    for (const Refused& refused : kRefused) {
        const json* value = field(object, refused.key);
        if (value == nullptr)
            continue;
        const bool off = value->is_boolean()  ? (value->get<bool>() ? 1.0 : 0.0) == refused.off
                         : value->is_number() ? value->get<double>() == refused.off
                                              : false;
        if (!off)
            return Error{ErrorKind::unsupported, "field " + std::string(refused.key) + " is " +
                                                     value->dump().substr(0, 60) +
                                                     ", and this version does not compute it"};
    }
    if (field(object, "quantization_config") != nullptr)
        return Error{ErrorKind::unsupported,
                     "field quantization_config is set; only plain weights are read from a folder"};
    return {};
}

struct Rope {
    double theta = 10000.0;
    Result<RopeRule> rule = RopeRule{};
};

// Newer files have rope_parameters with everything inside; older ones rope_theta beside
// rope_scaling, whose rule is called `type` or `rope_type`.
Result<Rope> read_rope(const json& object)
{
    Rope rope;
    const json* parameters = field(object, "rope_parameters");
    const json* scaling = parameters != nullptr ? parameters : field(object, "rope_scaling");
    TRY(rope.theta, number(object, "rope_theta", 10000.0));
    if (scaling == nullptr)
        return rope;
    if (!scaling->is_object())
        return wrong("rope_scaling", *scaling);
    if (std::any_of(scaling->begin(), scaling->end(), [](const json& part) { return part.is_object(); })) {
        rope.rule = Error{ErrorKind::unsupported, "rotary rules that differ from layer to layer "
                                                  "are not supported"};
        return rope;
    }
    TRY(rope.theta, number(*scaling, "rope_theta", rope.theta));
    TRY(const double partial, number(*scaling, "partial_rotary_factor", 1.0));
    if (partial != 1.0)
        return Error{ErrorKind::unsupported, "partial_rotary_factor is not supported"};
    TRY(std::string type, text(*scaling, "rope_type"));
    if (type.empty()) {
        TRY(type, text(*scaling, "type"));
    }
    if (type.empty() && parameters == nullptr)
        return Error{ErrorKind::corrupt, "rope_scaling names no rule"};
    TRY(const double factor, number(*scaling, "factor", type == "linear" ? 0.0 : 1.0));
    rope.rule = rope_rule_of_file(type.empty() ? "default" : type, factor);
    return rope;
}

Result<void> check_kind(const json& object)
{
    TRY(const std::string type, text(object, "model_type"));
    if (type != "llama")
        return Error{ErrorKind::unsupported,
                     "model_type '" + type + "' is not supported; supported: llama"};
    TRY(const std::string activation, text(object, "hidden_act"));
    if (!activation.empty() && activation != "silu" && activation != "swish")
        return Error{ErrorKind::unsupported,
                     "hidden_act '" + activation + "' is not supported; supported: silu"};
    return {};
}

}  // namespace

Result<ModelConfig> config_from_json(std::string_view source, const std::optional<RopeRule>& rope)
{
    if (is_nested_deeper_than(source, kMaxJsonDepth))
        return Error{ErrorKind::corrupt,
                     "nested deeper than " + std::to_string(kMaxJsonDepth) + " levels"};
    const json object = json::parse(source, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object())
        return Error{ErrorKind::corrupt, "no JSON object"};
    TRY(check_kind(object));
    TRY(refuse(object));

    ModelConfig config;
    config.architecture = "llama";
    config.names = hugging_face_names();
    TRY(config.layers, count(object, "num_hidden_layers"));
    TRY(config.dim, count(object, "hidden_size"));
    TRY(config.mlp_dim, count(object, "intermediate_size"));
    TRY(config.heads, count(object, "num_attention_heads"));
    TRY(config.kv_heads, count(object, "num_key_value_heads", config.heads));
    TRY(config.vocabulary, count(object, "vocab_size"));
    TRY(config.context_length, count(object, "max_position_embeddings", 2048));
    if (config.heads < 1)
        return Error{ErrorKind::corrupt, "field num_attention_heads is below 1"};
    TRY(config.head_dim, count(object, "head_dim", config.dim / config.heads));
    TRY(const double eps, number(object, "rms_norm_eps", 1e-6));
    config.rms_eps = static_cast<float>(eps);
    TRY(config.tied_head, boolean(object, "tie_word_embeddings", false));
    TRY(const Rope declared, read_rope(object));
    config.rope_theta = declared.theta;
    if (!rope) {
        TRY(config.rope, declared.rule);
        return config;
    }
    config.rope = *rope;
    const double before = declared.rule.ok() ? declared.rule->factor : 1.0;
    config.context_length = stretched(config.context_length, rope->factor / before);
    return config;
}

}  // namespace longhand::model
