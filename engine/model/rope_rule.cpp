// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rope_rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace longhand::model {
namespace {

constexpr double kLargestFactor = 1024.0;
constexpr double kLargestBase = 1e12;
constexpr std::int64_t kLongestOriginal = std::int64_t{1} << 28;

struct Named {
    std::string_view name;
    RopeKind kind;
    bool spoken;  // a person can ask for it
};
constexpr std::array<Named, 8> kNames = {{{"none", RopeKind::none, false},
                                          {"linear", RopeKind::linear, true},
                                          {"ntk", RopeKind::ntk, true},
                                          {"dynamic", RopeKind::dynamic, true},
                                          {"yarn", RopeKind::yarn, true},
                                          {"llama3", RopeKind::llama3, true},
                                          {"longrope", RopeKind::longrope, false},
                                          {"divisors", RopeKind::divisors, false}}};

bool sensible(double number, double most)
{
    return std::isfinite(number) && number > 0.0 && number <= most;
}

std::optional<double> number_in(std::string_view text)
{
    double number = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::string text_of(double number)
{
    std::array<char, 32> digits{};
    const bool plain = std::abs(number) >= 1e-3 && std::abs(number) < 1e15;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                   plain ? std::chars_format::fixed : std::chars_format::general)
                         .ptr;
    return {digits.data(), end};
}

Error corrupt(const std::string& what, double number)
{
    return {ErrorKind::corrupt, "rotary " + what + " is " + text_of(number)};
}

bool all_sensible(const std::vector<double>& divisors)
{
    return std::all_of(divisors.begin(), divisors.end(),
                       [](double divisor) { return sensible(divisor, 1e9); });
}

}  // namespace

Result<RopeRule> parse_rope_rule(std::string_view text)
{
    const Error malformed{
        ErrorKind::invalid,
        "rotary rule '" + std::string(text) +
            "' is none of: none, linear:FACTOR, ntk:FACTOR, dynamic:FACTOR, yarn:FACTOR, "
            "llama3:FACTOR (each with :ORIGINAL_LENGTH if wanted), abf:BASE"};
    if (text == "none")
        return RopeRule{};
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return malformed;
    const std::string_view name = text.substr(0, colon);
    std::string_view rest = text.substr(colon + 1);
    RopeRule rule;
    if (name == "abf") {
        rule.base = number_in(rest).value_or(0.0);
        return sensible(rule.base, kLargestBase) && rule.base > 1.0 ? Result(rule) : malformed;
    }
    const auto* const known = std::find_if(kNames.begin(), kNames.end(), [&](const Named& named) {
        return named.spoken && named.name == name;
    });
    if (known == kNames.end())
        return malformed;
    rule.kind = known->kind;
    if (const std::size_t second = rest.find(':'); second != std::string_view::npos) {
        const double length = number_in(rest.substr(second + 1)).value_or(0.0);
        if (!sensible(length, static_cast<double>(kLongestOriginal)) ||
            std::floor(length) != length)
            return malformed;
        rule.original_length = static_cast<std::int64_t>(length);
        rest = rest.substr(0, second);
    }
    rule.factor = number_in(rest).value_or(0.0);
    return sensible(rule.factor, kLargestFactor) ? Result(rule) : malformed;
}

std::string to_string(const RopeRule& rule)
{
    if (rule.kind == RopeKind::none)
        return rule.base > 0.0 ? "abf:" + text_of(rule.base) : "none";
    const auto* const named = std::find_if(kNames.begin(), kNames.end(), [&](const Named& known) {
        return known.kind == rule.kind;
    });
    const std::string name(named->name);
    return rule.kind == RopeKind::divisors ? name : name + ":" + text_of(rule.factor);
}

bool agree(const RopeRule& a, const RopeRule& b)
{
    RopeRule open = a;
    if (a.original_length == 0 || b.original_length == 0)
        open.original_length = b.original_length;
    if (a.base == 0.0 || b.base == 0.0)
        open.base = b.base;
    return open == b;
}

bool depends_on_length(const RopeRule& rule)
{
    return rule.kind == RopeKind::dynamic || rule.kind == RopeKind::longrope;
}

Result<void> check(const RopeRule& rule, std::int64_t rotary_dim)
{
    if (!sensible(rule.factor, kLargestFactor))
        return corrupt("scaling factor", rule.factor);
    if (rule.base != 0.0 && (!sensible(rule.base, kLargestBase) || rule.base <= 1.0))
        return corrupt("base", rule.base);
    if (rule.magnitude != 0.0 && !sensible(rule.magnitude, 1e3))
        return corrupt("attention factor", rule.magnitude);
    const bool needs_length = rule.kind == RopeKind::dynamic || rule.kind == RopeKind::yarn ||
                              rule.kind == RopeKind::llama3 || rule.kind == RopeKind::longrope;
    if (rule.original_length > kLongestOriginal ||
        rule.original_length < (rule.kind == RopeKind::longrope ? 2 : needs_length ? 1 : 0))
        return corrupt("original length", static_cast<double>(rule.original_length));
    if ((rule.kind == RopeKind::ntk || rule.kind == RopeKind::dynamic) && rotary_dim < 4)
        return corrupt("dimension", static_cast<double>(rotary_dim));
    if (rule.kind == RopeKind::llama3 &&
        !(sensible(rule.low_freq_factor, 1e6) && sensible(rule.high_freq_factor, 1e6) &&
          rule.low_freq_factor < rule.high_freq_factor))
        return corrupt("low_freq_factor, which is to be below high_freq_factor,",
                       rule.low_freq_factor);
    if (rule.kind == RopeKind::yarn &&
        !(sensible(rule.beta_slow, 1e6) && sensible(rule.beta_fast, 1e6) &&
          rule.beta_slow < rule.beta_fast))
        return corrupt("beta_slow, which is to be below beta_fast,", rule.beta_slow);
    const auto pairs = static_cast<std::size_t>(rotary_dim / 2);
    const bool lists = rule.kind == RopeKind::longrope || rule.kind == RopeKind::divisors;
    if (lists && (rule.long_factors.size() != pairs ||
                  (rule.kind == RopeKind::longrope && rule.short_factors.size() != pairs)))
        return Error{ErrorKind::corrupt, "a list of rotary factors holds " +
                                             std::to_string(rule.long_factors.size()) +
                                             " entries, expected " + std::to_string(pairs)};
    if (!all_sensible(rule.long_factors) || !all_sensible(rule.short_factors))
        return Error{ErrorKind::corrupt, "a list of rotary factors holds one that is no divisor"};
    return {};
}

}  // namespace longhand::model
