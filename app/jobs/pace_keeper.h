// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobs.h"

#include <cstdint>

namespace longhand::jobs {

// How fast the segments of one run were, and what that says of those to come. A segment's speed is
// its seconds for each token of its source; the mean is weighted by tokens, the spread is that of
// the segments, and the rest is taken for as many segments of the same mean size.
class PaceKeeper {
public:
    void add(double seconds, std::uint64_t tokens, std::uint64_t words);
    // Of `tokens` that are left.
    [[nodiscard]] Pace pace(std::uint64_t tokens) const;
    [[nodiscard]] double eta_s(std::uint64_t tokens) const;  // negative: not known
    [[nodiscard]] std::uint64_t segments() const { return segments_; }

private:
    std::uint64_t segments_ = 0;
    double seconds_ = 0.0, tokens_ = 0.0, words_ = 0.0;
    double rate_mean_ = 0.0, rate_squares_ = 0.0;  // Welford 1962
};

}  // namespace longhand::jobs
