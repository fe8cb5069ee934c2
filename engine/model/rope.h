// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/rope_rule.h"
#include "engine/tensor/backend.h"

#include <cstdint>
#include <vector>

namespace longhand::model {

// What a rule makes of a head: computed in f64, for a planned length in tokens (dynamic and
// longrope alone look at it). `theta`: the model's base, which a rule's own replaces. The rule has
// passed check(). A factor of 1 gives exactly what no rule gives, except that dynamic goes on
// raising the base with the length behind the original one.
struct Rotation {
    double theta = 10000.0;
    RopeRule rule;
    std::int64_t rotary_dim = 0;  // even
    std::int64_t length = 0;
};

// The base after ntk and dynamic have raised it.
double effective_base(const Rotation& rotation);
// f_i for i in [0, rotary_dim / 2).
std::vector<double> inverse_frequencies(const Rotation& rotation);
// The factor of cos and sin: the rule's `magnitude`, or yarn's 0.1 ln s + 1, longrope's
// sqrt(1 + ln s / ln L), both 1 for s <= 1, else 1.
double magnitude_of(const RopeRule& rule);

// cos and sin of every position, the magnitude included, computed in f64 and rounded once;
// [positions, rotary_dim / 2].
struct RopeAngles {
    std::vector<float> cos;
    std::vector<float> sin;
};
RopeAngles rope_angles(const Rotation& rotation, std::int64_t positions);

// The same for rotation.length positions in a backend's memory. Fails: out_of_memory.
Result<tensor::RopeTable> make_rope_table(tensor::Backend& backend, const Rotation& rotation,
                                          bool interleaved);

}  // namespace longhand::model
