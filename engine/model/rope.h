// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/tensor/backend.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::model {

// How positions become rotary angles. Pair i of a head at position m turns by m * f_i, where
//     none:    f_i = theta^(-2i / rotary_dim)                  (Su et al. 2021)
//     linear:  f_i / factor, positions squeezed by the factor  (Chen et al. 2023, 2.3)
enum class RopeKind : std::uint8_t { none, linear };

struct RopeRule {
    RopeKind kind = RopeKind::none;
    double factor = 1.0;  // > 0; 1 for none
    friend bool operator==(const RopeRule&, const RopeRule&) = default;
};

// A rule as a person writes it: "none", "linear:4". Fails: unsupported (a rule known by name that
// this version cannot apply), invalid (anything else, and factors that make no sense).
Result<RopeRule> parse_rope_rule(std::string_view text);
// A rule as a model file names it. Fails: unsupported (every name but none, default and linear),
// corrupt (a factor that is not a positive number).
Result<RopeRule> rope_rule_of_file(std::string_view name, double factor);
std::string to_string(const RopeRule& rule);  // "linear:4"

// f_i for i in [0, rotary_dim / 2).
std::vector<double> inverse_frequencies(const RopeRule& rule, double theta,
                                        std::int64_t rotary_dim);

// cos and sin of every position, computed in f64 and rounded once; [positions, rotary_dim / 2].
struct RopeAngles {
    std::vector<float> cos;
    std::vector<float> sin;
};
RopeAngles rope_angles(const std::vector<double>& frequencies, std::int64_t positions);

// The same in a backend's memory. Fails: out_of_memory.
Result<tensor::RopeTable> make_rope_table(tensor::Backend& backend, const RopeRule& rule,
                                          double theta, std::int64_t rotary_dim, bool interleaved,
                                          std::int64_t positions);

}  // namespace longhand::model
