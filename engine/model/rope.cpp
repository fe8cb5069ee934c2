// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rope.h"

#include "engine/model/weights.h"

#include <algorithm>
#include <cmath>

namespace longhand::model {
namespace {

constexpr double kTurn = 6.283185307179586476925;

double power_of_ntk(double base, double scale, double d)
{
    return base * std::pow(scale, d / (d - 2.0));
}

// The ramp runs over the index i, as every implementation has it; the paper's runs over turns.
void mix_yarn(std::vector<double>& f, const Rotation& rotation, double base)
{
    const RopeRule& rule = rotation.rule;
    const auto d = static_cast<double>(rotation.rotary_dim);
    const auto index_of = [&](double turns) {
        const double length = static_cast<double>(rule.original_length);
        return d * std::log(length / (turns * kTurn)) / (2.0 * std::log(base));
    };
    double low = index_of(rule.beta_fast);
    double high = index_of(rule.beta_slow);
    if (rule.truncate) {
        low = std::floor(low);
        high = std::ceil(high);
    }
    low = std::max(low, 0.0);
    high = std::min(high, d - 1.0);
    if (low == high)
        high += 0.001;
    for (std::size_t i = 0; i < f.size(); ++i) {
        const double ramp = std::clamp((static_cast<double>(i) - low) / (high - low), 0.0, 1.0);
        f[i] = f[i] / rule.factor * ramp + f[i] * (1.0 - ramp);
    }
}

void mix_llama3(std::vector<double>& f, const RopeRule& rule)
{
    const auto length = static_cast<double>(rule.original_length);
    for (double& frequency : f) {
        const double wavelength = kTurn / frequency;
        if (wavelength < length / rule.high_freq_factor)
            continue;
        const double whole = (length / wavelength - rule.low_freq_factor) /
                             (rule.high_freq_factor - rule.low_freq_factor);
        const double kept = std::max(whole, 0.0);
        frequency = (1.0 - kept) * frequency / rule.factor + kept * frequency;
    }
}

}  // namespace

double effective_base(const Rotation& rotation)
{
    const RopeRule& rule = rotation.rule;
    const double base = rule.base > 0.0 ? rule.base : rotation.theta;
    const auto d = static_cast<double>(rotation.rotary_dim);
    if (rule.kind == RopeKind::ntk)
        return power_of_ntk(base, rule.factor, d);
    if (rule.kind != RopeKind::dynamic || rotation.length <= rule.original_length)
        return base;
    const double reach =
        static_cast<double>(rotation.length) / static_cast<double>(rule.original_length);
    return power_of_ntk(base, rule.factor * reach - (rule.factor - 1.0), d);
}

std::vector<double> inverse_frequencies(const Rotation& rotation)
{
    const RopeRule& rule = rotation.rule;
    const double base = effective_base(rotation);
    std::vector<double> f(static_cast<std::size_t>(rotation.rotary_dim / 2));
    for (std::size_t i = 0; i < f.size(); ++i)
        f[i] = std::pow(base, -2.0 * static_cast<double>(i) /
                                  static_cast<double>(rotation.rotary_dim));
    const std::vector<double>& divisors =
        rule.kind == RopeKind::longrope && rotation.length <= rule.original_length
            ? rule.short_factors
            : rule.long_factors;
    switch (rule.kind) {
    case RopeKind::none:
    case RopeKind::ntk:
    case RopeKind::dynamic:
        break;
    case RopeKind::linear:
        for (double& frequency : f)
            frequency /= rule.factor;
        break;
    case RopeKind::yarn:
        if (rule.factor != 1.0)
            mix_yarn(f, rotation, base);
        break;
    case RopeKind::llama3:
        if (rule.factor != 1.0)
            mix_llama3(f, rule);
        break;
    case RopeKind::longrope:
    case RopeKind::divisors:
        for (std::size_t i = 0; i < f.size(); ++i)
            f[i] /= divisors[i];
        break;
    }
    return f;
}

double magnitude_of(const RopeRule& rule)
{
    if (rule.magnitude != 0.0)
        return rule.magnitude;
    if (rule.factor <= 1.0)
        return 1.0;
    if (rule.kind == RopeKind::yarn)
        return 0.1 * std::log(rule.factor) + 1.0;
    if (rule.kind == RopeKind::longrope)
        return std::sqrt(1.0 + std::log(rule.factor) /
                                   std::log(static_cast<double>(rule.original_length)));
    return 1.0;
}

RopeAngles rope_angles(const Rotation& rotation, std::int64_t positions)
{
    const std::vector<double> frequencies = inverse_frequencies(rotation);
    const double magnitude = magnitude_of(rotation.rule);
    RopeAngles angles;
    angles.cos.reserve(frequencies.size() * static_cast<std::size_t>(positions));
    angles.sin.reserve(angles.cos.capacity());
    for (std::int64_t position = 0; position < positions; ++position)
        for (const double frequency : frequencies) {
            const double angle = static_cast<double>(position) * frequency;
            angles.cos.push_back(static_cast<float>(magnitude * std::cos(angle)));
            angles.sin.push_back(static_cast<float>(magnitude * std::sin(angle)));
        }
    return angles;
}

Result<tensor::RopeTable> make_rope_table(tensor::Backend& backend, const Rotation& rotation,
                                          bool interleaved)
{
    const RopeAngles angles = rope_angles(rotation, rotation.length);
    const tensor::Shape shape{rotation.length, rotation.rotary_dim / 2};
    tensor::RopeTable table;
    TRY(table.cos, allocate(backend, tensor::DType::f32, shape));
    TRY(table.sin, allocate(backend, tensor::DType::f32, shape));
    backend.upload(table.cos, std::as_bytes(std::span(angles.cos)));
    backend.upload(table.sin, std::as_bytes(std::span(angles.sin)));
    table.rotary_dim = rotation.rotary_dim;
    table.interleaved = interleaved;
    return table;
}

}  // namespace longhand::model
