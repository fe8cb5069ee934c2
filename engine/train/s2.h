// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace longhand::train {

// Shifted sparse attention (Chen et al. 2024, LongLoRA; their variable-length form, without a roll):
// a sequence is cut into groups, for the later half of the heads half a group further on, and
// attention stays inside a group. Positions stay those of the whole sequence.

// 0, group, 2 group, ..., length; shifted: 0, group / 2, group / 2 + group, ..., length.
// group even and >= 2, length >= 1. A shift beyond the length cuts nothing.
std::vector<std::int32_t> s2_boundaries(std::int64_t length, std::int64_t group, bool shifted);

// The first query head that is shifted: floor(heads / 2).
constexpr std::int64_t s2_shifted_from(std::int64_t heads) { return heads / 2; }

// The group of a recipe: a quarter of the length trained at, even.
std::int64_t s2_group_of(std::int64_t length);

// Multiplications of causal attention with these boundaries, as a share of one dense sequence.
double attention_share(std::span<const std::int32_t> boundaries);

}  // namespace longhand::train
