// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/log.h"
#include "engine/model/rope.h"
#include "engine/model/rope_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace longhand::model {
namespace {

constexpr std::int64_t kLlama3Original = 8192;

struct Reading {
    const JsonFields& object;
    std::int64_t claimed;
    std::int64_t original;  // said inside or beside the object; 0: nowhere
};

std::int64_t original_or(const Reading& from, std::int64_t guess)
{
    if (from.original > 0)
        return from.original;
    log::warning("a rotary rule does not say its original length; " + std::to_string(guess) +
                 " tokens are taken for it");
    return guess;
}

// A file may say the two lengths instead of what one is of the other.
Result<double> factor_of(const Reading& from)
{
    if (!from.object.has("factor") && from.original > 0)
        return static_cast<double>(from.claimed) / static_cast<double>(from.original);
    return from.object.number("factor");
}

Result<RopeRule> read_yarn(const Reading& from)
{
    RopeRule rule{.kind = RopeKind::yarn};
    TRY(rule.factor, factor_of(from));
    rule.original_length = original_or(from, from.claimed);
    TRY(rule.beta_fast, from.object.number("beta_fast", 32.0));
    TRY(rule.beta_slow, from.object.number("beta_slow", 1.0));
    TRY(rule.truncate, from.object.boolean("truncate", true));
    TRY(rule.magnitude, from.object.number("attention_factor", 0.0));
    TRY(const double mscale, from.object.number("mscale", 0.0));
    TRY(const double all, from.object.number("mscale_all_dim", 0.0));
    if (rule.magnitude == 0.0 && mscale != 0.0 && all != 0.0) {
        const double growth = rule.factor > 1.0 ? 0.1 * std::log(rule.factor) : 0.0;
        rule.magnitude = (growth * mscale + 1.0) / (growth * all + 1.0);
    }
    return rule;
}

Result<RopeRule> read_llama3(const Reading& from)
{
    RopeRule rule{.kind = RopeKind::llama3};
    TRY(rule.factor, from.object.number("factor"));
    rule.original_length = original_or(from, kLlama3Original);
    TRY(rule.low_freq_factor, from.object.number("low_freq_factor", 1.0));
    TRY(rule.high_freq_factor, from.object.number("high_freq_factor", 4.0));
    return rule;
}

Result<RopeRule> read_longrope(const Reading& from)
{
    RopeRule rule{.kind = RopeKind::longrope};
    TRY(rule.factor, factor_of(from));
    rule.original_length = original_or(from, from.claimed);
    TRY(rule.short_factors, from.object.numbers("short_factor"));
    TRY(rule.long_factors, from.object.numbers("long_factor"));
    TRY(rule.magnitude, from.object.number("attention_factor", 0.0));
    return rule;
}

Result<RopeRule> read_plain(const Reading& from, RopeKind kind)
{
    RopeRule rule{.kind = kind};
    TRY(rule.factor, from.object.number("factor"));
    rule.original_length = from.original;
    if (kind == RopeKind::dynamic && rule.original_length == 0)
        rule.original_length = from.claimed;  // what the rule's formula means by it
    if (kind == RopeKind::linear && rule.factor == 1.0)
        return RopeRule{};
    return rule;
}

Result<RopeRule> read_rule(const Reading& from, const std::string& type)
{
    if (type == "default" || type == "none")
        return RopeRule{};
    if (type == "linear")
        return read_plain(from, RopeKind::linear);
    if (type == "dynamic")
        return read_plain(from, RopeKind::dynamic);
    // An early Phi-3 called its lists yarn.
    if (type == "longrope" || type == "su" || (type == "yarn" && from.object.has("long_factor")))
        return read_longrope(from);
    if (type == "yarn")
        return read_yarn(from);
    if (type == "llama3")
        return read_llama3(from);
    return Error{ErrorKind::unsupported,
                 "rotary rule '" + type +
                     "' is not supported; supported: default, linear, dynamic, yarn, llama3, "
                     "longrope"};
}

std::string name_of(const RopeRule& rule)
{
    const std::string text = to_string(rule);
    const std::string name = text.substr(0, text.find(':'));
    return name == "none" || name == "abf" || name == "ntk" ? "default" : name;
}

}  // namespace

Result<StoredRope> rope_from_json(const JsonFields& object, std::int64_t claimed,
                                  std::int64_t original)
{
    StoredRope stored;
    if (object.has("rope_theta")) {
        TRY(stored.theta, object.number("rope_theta"));
    }
    if (object.has("partial_rotary_factor")) {
        TRY(stored.partial_rotary_factor, object.number("partial_rotary_factor"));
    }
    TRY(const std::int64_t inside, object.count("original_max_position_embeddings", original));
    TRY(std::string type, object.text("rope_type"));
    if (type.empty()) {
        TRY(type, object.text("type"));
    }
    // The newer layout may hold nothing but the base.
    if (type.empty() && stored.theta && !object.has("factor"))
        type = "default";
    if (type.empty())
        stored.rule = Error{ErrorKind::corrupt, "a rotary rule has no name (rope_type or type)"};
    else
        stored.rule = read_rule({object, claimed, inside}, type);
    return stored;
}

Result<std::string> rope_parameters(const Rotation& rotation, double partial_rotary_factor)
{
    const RopeRule& rule = rotation.rule;
    if (rule.kind == RopeKind::divisors)
        return Error{ErrorKind::unsupported,
                     "rotary divisors have no place in rope_parameters; only GGUF files hold them"};
    nlohmann::ordered_json object = {{"rope_type", name_of(rule)}};
    // Dynamic is the one rule that raises the base by itself when it is read back.
    Rotation unplanned = rotation;
    unplanned.length = 0;
    object["rope_theta"] = effective_base(unplanned);
    if (partial_rotary_factor != 1.0)
        object["partial_rotary_factor"] = partial_rotary_factor;
    if (rule.kind == RopeKind::none || rule.kind == RopeKind::ntk)
        return object.dump();
    object["factor"] = rule.factor;
    if (rule.original_length > 0)
        object["original_max_position_embeddings"] = rule.original_length;
    if (rule.kind == RopeKind::yarn) {
        object["beta_fast"] = rule.beta_fast;
        object["beta_slow"] = rule.beta_slow;
        object["truncate"] = rule.truncate;
    } else if (rule.kind == RopeKind::llama3) {
        object["low_freq_factor"] = rule.low_freq_factor;
        object["high_freq_factor"] = rule.high_freq_factor;
    } else if (rule.kind == RopeKind::longrope) {
        object["short_factor"] = rule.short_factors;
        object["long_factor"] = rule.long_factors;
    }
    if (rule.magnitude != 0.0)
        object["attention_factor"] = rule.magnitude;
    return object.dump();
}

}  // namespace longhand::model
