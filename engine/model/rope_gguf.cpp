// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rope.h"
#include "engine/model/rope_files.h"
#include "engine/model/weights.h"

#include <algorithm>
#include <cmath>

namespace longhand::model {
namespace {

using checkpoint::KeyValues;

Result<double> number_or(const KeyValues& values, const std::string& key, double absent)
{
    const auto value = values.number(key);
    if (values.has(key) && !value)
        return Error{ErrorKind::corrupt, "key " + key + " is no number"};
    return value.value_or(absent);
}

Result<std::int64_t> count_or(const KeyValues& values, const std::string& key, std::int64_t absent)
{
    const auto value = values.integer(key);
    if (values.has(key) && !value)
        return Error{ErrorKind::corrupt, "key " + key + " is no whole number"};
    return value.value_or(absent);
}

// yarn_attn_factor holds the whole magnitude, as converters write it; attn_factor multiplies what
// there is.
Result<double> yarn_magnitude(const KeyValues& values, const std::string& scaling, double factor,
                              double multiplier)
{
    TRY(const double all, number_or(values, scaling + "yarn_log_multiplier", 0.0));
    TRY(const double whole, number_or(values, scaling + "yarn_attn_factor", 0.0));
    const double growth = factor > 1.0 ? 0.1 * std::log(factor) : 0.0;
    if (whole != 0.0)
        return whole * multiplier;
    if (all != 0.0)  // 0.1 * mscale_all_dim, beside an mscale of 1
        return (growth + 1.0) / (growth * 10.0 * all + 1.0) * multiplier;
    return multiplier == 1.0 ? 0.0 : (growth + 1.0) * multiplier;
}

Result<RopeRule> read_yarn(const KeyValues& values, const std::string& scaling, double factor,
                           double multiplier)
{
    RopeRule rule{.kind = RopeKind::yarn, .factor = factor};
    TRY(const double mixed, number_or(values, scaling + "yarn_ext_factor", 1.0));
    if (mixed == 0.0)
        return RopeRule{.kind = factor == 1.0 ? RopeKind::none : RopeKind::linear,
                        .factor = factor,
                        .magnitude = multiplier == 1.0 ? 0.0 : multiplier};
    if (mixed != 1.0)
        return Error{ErrorKind::unsupported, "key " + scaling + "yarn_ext_factor is " +
                                                 std::to_string(mixed) + ", neither 0 nor 1"};
    TRY(rule.beta_fast, number_or(values, scaling + "yarn_beta_fast", 32.0));
    TRY(rule.beta_slow, number_or(values, scaling + "yarn_beta_slow", 1.0));
    TRY(rule.magnitude, yarn_magnitude(values, scaling, factor, multiplier));
    return rule;
}

std::vector<double> times(std::vector<double> divisors, double factor)
{
    for (double& divisor : divisors)
        divisor *= factor;
    return divisors;
}

RopeRule rule_of_lists(const RopeLists& lists, double factor, double multiplier)
{
    if (!lists.divisors.empty())
        return {.kind = RopeKind::divisors,
                .magnitude = multiplier == 1.0 ? 0.0 : multiplier,
                .long_factors = times(lists.divisors, factor)};
    return {.kind = RopeKind::longrope,
            .magnitude = multiplier,
            .short_factors = times(lists.short_factors, factor),
            .long_factors = times(lists.long_factors, factor)};
}

// Divisors that make of the plain frequencies what the rule makes of them.
std::vector<double> divisors_of(const Rotation& rotation)
{
    Rotation plain = rotation;
    plain.rule = RopeRule{.base = rotation.rule.base};
    std::vector<double> divisors = inverse_frequencies(plain);
    const std::vector<double> wanted = inverse_frequencies(rotation);
    for (std::size_t i = 0; i < divisors.size(); ++i)
        divisors[i] /= wanted[i];
    return divisors;
}

}  // namespace

Result<RopeLists> rope_lists(const checkpoint::Checkpoint& file)
{
    RopeLists lists;
    const std::pair<const char*, std::vector<double>*> tensors[] = {
        {"rope_freqs.weight", &lists.divisors},
        {"rope_factors_long.weight", &lists.long_factors},
        {"rope_factors_short.weight", &lists.short_factors}};
    for (const auto& [name, list] : tensors) {
        const checkpoint::TensorEntry* entry = file.find(name);
        if (entry == nullptr)
            continue;
        TRY(const std::vector<float> values, to_f32({entry->bytes, entry->dtype, nullptr}));
        list->assign(values.begin(), values.end());
    }
    return lists;
}

Result<RopeRule> rope_from_key_values(const KeyValues& values, const std::string& prefix,
                                      std::int64_t claimed, const RopeLists& lists)
{
    const std::string scaling = prefix + "rope.scaling.";
    const auto named = values.string(scaling + "type");
    if (values.has(scaling + "type") && !named)
        return Error{ErrorKind::corrupt, "key " + scaling + "type is no text"};
    const std::string type = named.value_or("linear");  // whose absent factor means 1
    if (type != "none" && type != "linear" && type != "yarn" && type != "longrope")
        return Error{ErrorKind::unsupported,
                     "key " + scaling + "type: rotary rule '" + type +
                         "' is not supported; supported: none, linear, yarn, longrope"};
    TRY(const double older, number_or(values, prefix + "rope.scale_linear", 0.0));
    TRY(double factor, number_or(values, scaling + "factor", older));
    if (factor == 0.0 || type == "none")
        factor = 1.0;
    TRY(const double multiplier, number_or(values, scaling + "attn_factor", 1.0));
    TRY(const std::int64_t original,
        count_or(values, scaling + "original_context_length", 0));
    const bool listed = !lists.divisors.empty() || !lists.long_factors.empty();
    if (listed && type == "yarn")
        return Error{ErrorKind::unsupported,
                     "key " + scaling + "type is yarn beside a tensor of rotary factors"};
    if (!listed && type == "longrope")
        return Error{ErrorKind::corrupt, "no tensor rope_factors_long.weight"};
    RopeRule rule{.kind = factor == 1.0 ? RopeKind::none : RopeKind::linear,
                  .factor = factor,
                  .magnitude = multiplier == 1.0 ? 0.0 : multiplier};
    if (listed)
        rule = rule_of_lists(lists, factor, multiplier);
    if (type == "yarn") {
        TRY(rule, read_yarn(values, scaling, factor, multiplier));
    }
    if (rule.kind != RopeKind::none)
        rule.original_length = original;
    if (original == 0 && (rule.kind == RopeKind::yarn || rule.kind == RopeKind::longrope))
        rule.original_length = claimed;
    if (rule.kind == RopeKind::longrope)
        rule.factor = static_cast<double>(claimed) / static_cast<double>(rule.original_length);
    return rule;
}

Result<RopeLists> rope_to_key_values(const ModelConfig& config, const std::string& prefix,
                                     KeyValues& values)
{
    if (config.local_rope_theta > 0.0 && config.local_rope != RopeRule{})
        return Error{ErrorKind::unsupported, "a GGUF file cannot hold rotary rule " +
                                                 to_string(config.local_rope) +
                                                 " of layers with a window"};
    const RopeRule& rule = config.rope;
    const Rotation rotation{config.rope_theta, rule, config.rotary_dim, config.context_length};
    const std::string scaling = prefix + "rope.scaling.";
    values.set(prefix + "context_length", config.context_length);
    values.set(prefix + "rope.dimension_count", config.rotary_dim);
    values.set(prefix + "rope.freq_base", effective_base(rotation));
    if (config.local_rope_theta > 0.0)
        values.set(prefix + "rope.freq_base_swa", config.local_rope_theta);
    RopeLists lists;
    const bool as_yarn = rule.kind == RopeKind::yarn && rule.truncate;
    if (rule.kind == RopeKind::linear || as_yarn) {
        values.set(scaling + "type", to_string(rule).substr(0, to_string(rule).find(':')));
        values.set(scaling + "factor", rule.factor);
    } else if (rule.kind == RopeKind::longrope) {
        values.set(scaling + "type", std::string("longrope"));
        lists.long_factors = rule.long_factors;
        lists.short_factors = rule.short_factors;
    } else if (rule.kind == RopeKind::divisors) {
        lists.divisors = rule.long_factors;
    } else if (rule.kind == RopeKind::llama3 || rule.kind == RopeKind::yarn) {
        lists.divisors = divisors_of(rotation);
    }
    const bool scaled = !lists.divisors.empty() || !lists.long_factors.empty() ||
                        rule.kind == RopeKind::linear || as_yarn;
    if (scaled && rule.original_length > 0)
        values.set(scaling + "original_context_length", rule.original_length);
    if (as_yarn) {
        values.set(scaling + "yarn_beta_fast", rule.beta_fast);
        values.set(scaling + "yarn_beta_slow", rule.beta_slow);
    }
    // A reader of yarn multiplies by yarn's own magnitude already.
    const RopeRule plain_yarn{.kind = RopeKind::yarn, .factor = rule.factor};
    const double own = as_yarn ? magnitude_of(plain_yarn) : 1.0;
    if (const double multiplier = magnitude_of(rule) / own; multiplier != 1.0)
        values.set(scaling + "attn_factor", multiplier);
    return lists;
}

}  // namespace longhand::model
