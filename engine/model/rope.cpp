// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rope.h"

#include "engine/model/weights.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace longhand::model {
namespace {

constexpr double kLargestFactor = 1024.0;

// Rules that exist in files and papers, so that a refusal says "not yet" instead of "what?".
constexpr std::array<std::string_view, 7> kKnownElsewhere = {"dynamic",  "yarn", "llama3", "longrope",
                                                             "su",       "ntk",  "abf"};

Error unsupported_rule(std::string_view name)
{
    return {ErrorKind::unsupported, "rotary rule '" + std::string(name) +
                                        "' is not supported; supported are none and linear"};
}

bool sensible(double factor)
{
    return std::isfinite(factor) && factor > 0.0 && factor <= kLargestFactor;
}

}  // namespace

Result<RopeRule> parse_rope_rule(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    if (std::find(kKnownElsewhere.begin(), kKnownElsewhere.end(), name) != kKnownElsewhere.end())
        return unsupported_rule(name);
    if (text == "none")
        return RopeRule{};
    const Error malformed{ErrorKind::invalid, "rotary rule '" + std::string(text) +
                                                  "' is neither none nor linear:FACTOR"};
    if (name != "linear" || colon == std::string_view::npos)
        return malformed;
    const std::string_view number = text.substr(colon + 1);
    double factor = 0.0;
    const auto [end, code] = std::from_chars(number.data(), number.data() + number.size(), factor);
    if (code != std::errc() || end != number.data() + number.size() || !sensible(factor))
        return malformed;
    return RopeRule{RopeKind::linear, factor};
}

Result<RopeRule> rope_rule_of_file(std::string_view name, double factor)
{
    if (name == "none" || name == "default")
        return RopeRule{};
    if (name != "linear")
        return unsupported_rule(name);
    if (!sensible(factor))
        return Error{ErrorKind::corrupt,
                     "rotary scaling factor " + std::to_string(factor) + " makes no sense"};
    return factor == 1.0 ? RopeRule{} : RopeRule{RopeKind::linear, factor};
}

std::string to_string(const RopeRule& rule)
{
    if (rule.kind == RopeKind::none)
        return "none";
    std::array<char, 32> number{};
    const auto end = std::to_chars(number.data(), number.data() + number.size(), rule.factor).ptr;
    return "linear:" + std::string(number.data(), end);
}

std::vector<double> inverse_frequencies(const RopeRule& rule, double theta, std::int64_t rotary_dim)
{
    std::vector<double> frequencies(static_cast<std::size_t>(rotary_dim / 2));
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        const double exponent = -2.0 * static_cast<double>(i) / static_cast<double>(rotary_dim);
        frequencies[i] = std::pow(theta, exponent);
        if (rule.kind == RopeKind::linear)
            frequencies[i] /= rule.factor;
    }
    return frequencies;
}

RopeAngles rope_angles(const std::vector<double>& frequencies, std::int64_t positions)
{
    RopeAngles angles;
    angles.cos.reserve(frequencies.size() * static_cast<std::size_t>(positions));
    angles.sin.reserve(angles.cos.capacity());
    for (std::int64_t position = 0; position < positions; ++position)
        for (const double frequency : frequencies) {
            const double angle = static_cast<double>(position) * frequency;
            angles.cos.push_back(static_cast<float>(std::cos(angle)));
            angles.sin.push_back(static_cast<float>(std::sin(angle)));
        }
    return angles;
}

Result<tensor::RopeTable> make_rope_table(tensor::Backend& backend, const RopeRule& rule,
                                          double theta, std::int64_t rotary_dim, bool interleaved,
                                          std::int64_t positions)
{
    const RopeAngles angles =
        rope_angles(inverse_frequencies(rule, theta, rotary_dim), positions);
    const tensor::Shape shape{positions, rotary_dim / 2};
    tensor::RopeTable table;
    TRY(table.cos, allocate(backend, tensor::DType::f32, shape));
    TRY(table.sin, allocate(backend, tensor::DType::f32, shape));
    backend.upload(table.cos, std::as_bytes(std::span(angles.cos)));
    backend.upload(table.sin, std::as_bytes(std::span(angles.sin)));
    table.rotary_dim = rotary_dim;
    table.interleaved = interleaved;
    return table;
}

}  // namespace longhand::model
