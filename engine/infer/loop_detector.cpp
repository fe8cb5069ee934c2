// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/loop_detector.h"

#include <algorithm>

namespace longhand::infer {

std::int64_t LoopDetector::bound(std::int64_t period)
{
    return period <= 32 ? std::max<std::int64_t>(48, 5 * period) : 3 * period;
}

bool LoopDetector::add(TokenId token)
{
    bool loop = false;
    const std::int64_t longest = std::min(seen_, kLongestPeriod);
    for (std::int64_t period = 1; period <= longest; ++period) {
        const auto before = static_cast<std::size_t>((seen_ - period) % kLongestPeriod);
        std::int32_t& run = repeated_[static_cast<std::size_t>(period - 1)];
        run = recent_[before] == token ? run + 1 : 0;
        loop = loop || run >= bound(period);
    }
    recent_[static_cast<std::size_t>(seen_ % kLongestPeriod)] = token;
    ++seen_;
    return loop;
}

}  // namespace longhand::infer
