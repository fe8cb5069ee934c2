// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/family.h"
#include "engine/model/rope_files.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::model {
namespace {

// Fields that change what a model computes and that this version does not compute, with the
// values that mean "off" besides null.
struct Refused {
    std::string_view key;
    double off;
};
constexpr std::array<Refused, 13> kRefused = {{
    {"use_qk_norm", 0.0},
    {"use_bidirectional_attention", 0.0},
    {"clip_qkv", 0.0},
    {"attention_multiplier", 1.0},
    {"embedding_multiplier", 1.0},
    {"residual_multiplier", 1.0},
    {"logits_scaling", 1.0},
    {"logit_scale", 1.0},
    {"num_local_experts", 0.0},
    {"num_experts", 0.0},
    {"mup_base_shapes", 0.0},
    {"attn_temperature_tuning", 0.0},
    {"quantization_config", 0.0},
}};
// And those that only some families hear.
constexpr std::array<Refused, 2> kBiases = {{{"attention_bias", 0.0}, {"mlp_bias", 0.0}}};
constexpr std::array<Refused, 3> kOfGemma = {{{"attn_logit_softcapping", 0.0},
                                              {"final_logit_softcapping", 0.0},
                                              {"query_pre_attn_scalar", 0.0}}};

Result<void> refuse(const JsonFields& object, std::span<const Refused> fields)
{
    for (const Refused& refused : fields)
        if (object.has(refused.key) && object.as_number(refused.key) != refused.off)
            return Error{ErrorKind::unsupported, "field " + std::string(refused.key) + " is " +
                                                     object.shown(refused.key) +
                                                     ", and this version does not compute it"};
    return {};
}

// `otherwise`: the type of an object that does not say its own.
Result<const Family*> family_of(const JsonFields& object, const char* otherwise)
{
    TRY(std::string type, object.text("model_type"));
    if (type.empty())
        type = otherwise;
    const Family* family = family_of_model_type(type);
    if (family == nullptr)
        return Error{ErrorKind::unsupported, "model_type '" + type +
                                                 "' is not supported; supported: " + model_types()};
    TRY(refuse(object, kRefused));
    if (!family->optional_bias) {
        TRY(refuse(object, kBiases));
    }
    if (!family->gemma) {
        TRY(refuse(object, kOfGemma));
    }
    return family;
}

Result<tensor::Activation> read_activation(const JsonFields& object, const Family& family)
{
    const std::string_view key = family.gemma ? "hidden_activation" : "hidden_act";
    TRY(const std::string name, object.text(key));
    if (name.empty())
        return family.gemma ? tensor::Activation::gelu_tanh : tensor::Activation::silu;
    if (name == "silu" || name == "swish")
        return tensor::Activation::silu;
    if (name == "gelu_pytorch_tanh" || name == "gelu_new" || name == "gelu_fast")
        return tensor::Activation::gelu_tanh;
    if (name == "gelu")
        return tensor::Activation::gelu;
    return Error{ErrorKind::unsupported,
                 "field " + std::string(key) + " is '" + name +
                     "', which is not supported; supported: silu, gelu, gelu_pytorch_tanh"};
}

// null is none where the family has a habit, an absent field the habit.
Result<double> number_or_none(const JsonFields& object, std::string_view key, double habit)
{
    return object.number(key, object.is_null(key) ? 0.0 : habit);
}

Result<void> read_sizes(ModelConfig& config, const JsonFields& object, const Family& family)
{
    TRY(config.layers, object.count("num_hidden_layers"));
    TRY(config.dim, object.count("hidden_size"));
    TRY(config.mlp_dim, object.count("intermediate_size"));
    const auto or_habit = [](std::int64_t habit) {
        return habit > 0 ? std::optional(habit) : std::nullopt;
    };
    TRY(config.heads, object.count("num_attention_heads", or_habit(family.heads)));
    TRY(config.kv_heads, object.count("num_key_value_heads",
                                      family.kv_heads > 0 ? family.kv_heads : config.heads));
    TRY(config.vocabulary, object.count("vocab_size", or_habit(family.vocabulary)));
    TRY(config.context_length, object.count("max_position_embeddings", family.context_length));
    if (config.heads < 1)
        return Error{ErrorKind::corrupt, "field num_attention_heads is below 1"};
    const bool by_width = family.head_dim == 0 || object.is_null("head_dim");
    TRY(config.head_dim,
        object.count("head_dim", by_width ? config.dim / config.heads : family.head_dim));
    return {};
}

Result<void> read_numbers(ModelConfig& config, const JsonFields& object, const Family& family)
{
    TRY(const double eps, object.number("rms_norm_eps", family.rms_eps));
    config.rms_eps = static_cast<float>(eps);
    TRY(config.tied_head, object.boolean("tie_word_embeddings", family.tied_head));
    TRY(config.activation, read_activation(object, family));
    TRY(const bool attention_bias, object.boolean("attention_bias", false));
    config.qkv_bias = family.qkv_bias || attention_bias;
    config.o_bias = attention_bias;
    TRY(config.mlp_bias, object.boolean("mlp_bias", false));
    config.head_norms = family.head_norms;
    if (!family.gemma)
        return {};
    TRY(const double cap,
        number_or_none(object, "attn_logit_softcapping", family.attention_soft_cap));
    TRY(const double final_cap,
        number_or_none(object, "final_logit_softcapping", family.final_soft_cap));
    config.attention_soft_cap = static_cast<float>(cap);
    config.final_soft_cap = static_cast<float>(final_cap);
    TRY(const double scalar, object.number("query_pre_attn_scalar", 256.0));
    if (!(scalar > 0.0))
        return Error{ErrorKind::corrupt, "field query_pre_attn_scalar is not above 0"};
    config.attention_scale = 1.0 / std::sqrt(scalar);
    config.embedding_scale = std::sqrt(static_cast<float>(config.dim));
    config.norm_offset = 1.0F;
    config.post_norms = true;
    return {};
}

Result<std::vector<std::int32_t>> windows_of_types(const JsonFields& object, std::int64_t layers,
                                                   std::int64_t window)
{
    TRY(const std::vector<std::string> types, object.texts("layer_types"));
    std::vector<std::int32_t> windows;
    for (const std::string& type : types) {
        if (type != "full_attention" && type != "sliding_attention")
            return Error{ErrorKind::unsupported,
                         "field layer_types holds '" + type +
                             "'; supported: full_attention, sliding_attention"};
        if (type == "sliding_attention" && window == 0)
            return Error{ErrorKind::corrupt, "field layer_types names windows, and field "
                                             "sliding_window holds none"};
        windows.push_back(type == "sliding_attention" ? static_cast<std::int32_t>(window) : 0);
    }
    if (static_cast<std::int64_t>(windows.size()) != layers)
        return Error{ErrorKind::corrupt, "field layer_types holds " +
                                             std::to_string(windows.size()) + " layers, expected " +
                                             std::to_string(layers)};
    return windows;
}

Result<void> read_windows(ModelConfig& config, const JsonFields& object, const Family& family)
{
    if (family.window_layers == WindowLayers::never)
        return refuse(object, std::array{Refused{"sliding_window", 0.0}});
    TRY(const bool used, object.boolean("use_sliding_window",
                                        family.window_layers != WindowLayers::from_a_layer));
    const std::int64_t habit = object.is_null("sliding_window") ? 0 : family.window;
    TRY(const std::int64_t window, object.count("sliding_window", habit));
    if (window < 0 || window > INT32_MAX || config.layers < 1 || config.layers > 1024)
        return Error{ErrorKind::corrupt, "field sliding_window is " + std::to_string(window)};
    if (!used || window == 0)
        return {};
    if (object.has("layer_types")) {
        TRY(config.windows, windows_of_types(object, config.layers, window));
    } else {
        TRY(const std::int64_t first,
            object.count("max_window_layers",
                         family.window_layers == WindowLayers::from_a_layer ? 28 : 0));
        TRY(const std::int64_t older, object.count("_sliding_window_pattern", 0));
        TRY(const std::int64_t period, object.count("sliding_window_pattern", older));
        config.windows = windows_by_habit(family, config.layers, window, period, first);
    }
    if (std::all_of(config.windows.begin(), config.windows.end(),
                    [](std::int32_t of_layer) { return of_layer == 0; }))
        config.windows.clear();
    return {};
}

struct Ropes {
    double theta = 10000.0, local_theta = 0.0, partial = 1.0;
    Result<RopeRule> rule = RopeRule{};
    RopeRule local_rule;
};

// The newer layout, a rule for each kind of layer.
Result<void> read_nested(Ropes& ropes, const JsonFields& nested, std::int64_t claimed,
                         std::int64_t original)
{
    for (const std::string& kind : nested.names()) {
        if (!nested.holds_object(kind))
            continue;
        if (kind != "full_attention" && kind != "sliding_attention")
            return Error{ErrorKind::unsupported,
                         "field rope_parameters holds '" + kind +
                             "'; supported: full_attention, sliding_attention"};
        TRY(const JsonFields object, nested.object(kind));
        TRY(const StoredRope stored, rope_from_json(object, claimed, original));
        if (stored.partial_rotary_factor.value_or(1.0) != 1.0)
            return Error{ErrorKind::unsupported, "field partial_rotary_factor of " + kind +
                                                     " is not supported"};
        if (kind == "full_attention") {
            ropes.theta = stored.theta.value_or(ropes.theta);
            ropes.rule = stored.rule;
        } else {
            ropes.local_theta = stored.theta.value_or(ropes.local_theta);
            TRY(ropes.local_rule, stored.rule);
        }
    }
    return {};
}

// Newer files have rope_parameters with everything inside; older ones rope_theta beside
// rope_scaling.
Result<Ropes> read_ropes(const JsonFields& object, const Family& family, std::int64_t claimed)
{
    Ropes ropes;
    TRY(ropes.theta, object.number("rope_theta", family.rope_theta));
    TRY(ropes.local_theta, object.number("rope_local_base_freq", family.local_rope_theta));
    TRY(ropes.partial, object.number("partial_rotary_factor", 1.0));
    TRY(const std::int64_t original, object.count("original_max_position_embeddings", 0));
    const bool newer = object.has("rope_parameters");
    const std::string_view key = newer ? "rope_parameters" : "rope_scaling";
    if (!object.has(key))
        return ropes;
    TRY(const JsonFields scaling, object.object(key));
    const std::vector<std::string> names = scaling.names();
    if (std::any_of(names.begin(), names.end(),
                    [&](const std::string& name) { return scaling.holds_object(name); })) {
        TRY(read_nested(ropes, scaling, claimed, original));
        return ropes;
    }
    TRY(const StoredRope stored, rope_from_json(scaling, claimed, original));
    ropes.theta = stored.theta.value_or(ropes.theta);
    ropes.partial = stored.partial_rotary_factor.value_or(ropes.partial);
    ropes.rule = stored.rule;
    return ropes;
}

}  // namespace

Result<ModelConfig> config_from_json(std::string_view source, const std::optional<RopeRule>& rope)
{
    TRY(JsonFields object, JsonFields::parse(source));
    ModelConfig config;
    TRY(const std::string type, object.text("model_type"));
    if (type == "gemma3" && object.holds_object("text_config")) {
        config.language_part = true;
        TRY(object, object.object("text_config"));
    }
    TRY(const Family* const family, family_of(object, config.language_part ? "gemma3_text" : ""));
    config.architecture = family->name;
    config.names = hugging_face_names_of(*family);
    TRY(read_sizes(config, object, *family));
    TRY(read_numbers(config, object, *family));
    TRY(read_windows(config, object, *family));
    TRY(const Ropes ropes, read_ropes(object, *family, config.context_length));
    config.rope_theta = ropes.theta;
    if (!config.windows.empty()) {
        config.local_rope_theta = ropes.local_theta;
        config.local_rope = ropes.local_rule;
    }
    if (!(ropes.partial > 0.0 && ropes.partial <= 1.0))
        return Error{ErrorKind::corrupt, "field partial_rotary_factor is " +
                                             object.shown("partial_rotary_factor")};
    config.rotary_dim =
        static_cast<std::int64_t>(static_cast<double>(config.head_dim) * ropes.partial);
    TRY(settle_rope(config, ropes.rule, rope));
    return config;
}

}  // namespace longhand::model
