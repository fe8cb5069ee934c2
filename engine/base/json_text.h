// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace longhand {

// Levels of objects and arrays that any JSON of a model folder needs at most.
constexpr std::size_t kMaxJsonDepth = 64;

// True when brackets outside strings stand more than `levels` deep. A parser takes memory and
// stack for each level, so text that nobody vouches for is asked this first. Any bytes.
bool is_nested_deeper_than(std::string_view json, std::size_t levels);

}  // namespace longhand
