// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/s2.h"

#include "engine/base/error.h"

#include <algorithm>

namespace longhand::train {

std::vector<std::int32_t> s2_boundaries(std::int64_t length, std::int64_t group, bool shifted)
{
    ENSURE(length >= 1 && length <= INT32_MAX && group >= 2 && group % 2 == 0);
    std::vector<std::int32_t> boundaries = {0};
    for (std::int64_t at = shifted ? group / 2 : group; at < length; at += group)
        boundaries.push_back(static_cast<std::int32_t>(at));
    boundaries.push_back(static_cast<std::int32_t>(length));
    return boundaries;
}

std::int64_t s2_group_of(std::int64_t length)
{
    return std::max<std::int64_t>(2, length / 8 * 2);
}

double attention_share(std::span<const std::int32_t> boundaries)
{
    ENSURE(boundaries.size() >= 2);
    double pairs = 0.0;
    for (std::size_t i = 0; i + 1 < boundaries.size(); ++i) {
        const auto rows = static_cast<double>(boundaries[i + 1] - boundaries[i]);
        pairs += rows * rows;
    }
    const auto length = static_cast<double>(boundaries.back());
    return pairs / (length * length);
}

}  // namespace longhand::train
