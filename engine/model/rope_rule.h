// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::model {

// How positions become rotary angles. Pair i of a head at position m turns by m * f_i; with
// f_i = base^(-2i / d) over the d rotated entries of a head (Su et al. 2021), a factor s and the
// original length L:
//     none      f_i. With a base of its own: ABF (Xiong et al. 2023)
//     linear    f_i / s: positions squeezed (Chen et al. 2023)
//     ntk       base * s^(d / (d - 2)): the fastest pair kept, the slowest squeezed by s
//     dynamic   base * (s n / L - (s - 1))^(d / (d - 2)) for a planned length n > L, else base
//     yarn      between f_i / s and f_i by a ramp over i (Peng et al. 2023), times a magnitude
//     llama3    between f_i / s and f_i by wavelength
//     longrope  f_i / e_i, e the short list up to a planned length L, else the long one
//     divisors  f_i / e_i, e the long list: llama3 as GGUF files have it
enum class RopeKind : std::uint8_t { none, linear, ntk, dynamic, yarn, llama3, longrope, divisors };

struct RopeRule {
    RopeKind kind = RopeKind::none;
    double factor = 1.0;              // s: how far the rule stretches the original length
    std::int64_t original_length = 0;  // L, in tokens; 0: not said
    double base = 0.0;                // replaces the model's base; 0: the model's own
    // cos and sin are multiplied by this; 0: what the rule says (rope.h, magnitude_of).
    double magnitude = 0.0;
    double low_freq_factor = 1.0, high_freq_factor = 4.0;  // llama3
    double beta_fast = 32.0, beta_slow = 1.0;              // yarn: turns within L
    bool truncate = true;                                  // yarn: the ramp's ends are whole
    std::vector<double> short_factors, long_factors;       // longrope and divisors, [d / 2]
    friend bool operator==(const RopeRule&, const RopeRule&) = default;
};

// A rule as a person writes it: "none", "abf:BASE", or "linear:4", "ntk:4", "dynamic:4", "yarn:4",
// "llama3:8", each with ":LENGTH" behind it where the original length is not the one the model
// claims. Fails: invalid (anything else; says what there is).
Result<RopeRule> parse_rope_rule(std::string_view text);
// What it is in those words: "yarn:4". "longrope:4" and "divisors" are a file's alone.
std::string to_string(const RopeRule& rule);
// The same rule, as far as both say: an original length or a base that one of them leaves open is
// no difference.
bool agree(const RopeRule& a, const RopeRule& b);

// Whether the table's length depends on the planned one, so that a session takes it once.
bool depends_on_length(const RopeRule& rule);
// Fails: corrupt when a number makes no sense, or a list does not hold rotary_dim / 2 divisors.
Result<void> check(const RopeRule& rule, std::int64_t rotary_dim);

}  // namespace longhand::model
