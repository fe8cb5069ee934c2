// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/token.h"

#include <array>
#include <cstdint>
#include <vector>

namespace longhand::infer {

// Notices that an answer only repeats itself: its end is one cycle of 1 to 128 tokens, again and
// again. For each period p it counts how many tokens in a row equal the one p before. Repetition
// that real text has stays below the bounds: a laugh, a rule of dashes, a refrain, a list whose
// lines differ somewhere.
class LoopDetector {
public:
    static constexpr std::int64_t kLongestPeriod = 128;

    // True when the answer, with this token, has become a loop. Constant work and memory.
    bool add(TokenId token);
    // How many tokens must repeat at a period before it counts: five copies after the first and
    // at least 48 tokens up to a period of 32, three copies after the first beyond.
    static std::int64_t bound(std::int64_t period);

private:
    std::array<TokenId, kLongestPeriod> recent_{};        // ring of the last tokens
    std::array<std::int32_t, kLongestPeriod> repeated_{};  // [p - 1]: run of matches at period p
    std::int64_t seen_ = 0;
};

}  // namespace longhand::infer
