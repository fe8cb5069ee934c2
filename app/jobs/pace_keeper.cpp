// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/pace_keeper.h"

#include <algorithm>
#include <cmath>

namespace longhand::jobs {
namespace {

constexpr std::uint64_t kLeastSegments = 3;
constexpr double kFourOfFive = 1.28;    // standard deviations of a normal distribution
constexpr double kLeastMargin = 0.04;   // machines are never quite steady

}  // namespace

void PaceKeeper::add(double seconds, std::uint64_t tokens, std::uint64_t words)
{
    if (tokens == 0 || seconds < 0.0)
        return;
    ++segments_;
    seconds_ += seconds;
    tokens_ += static_cast<double>(tokens);
    words_ += static_cast<double>(words);
    const double rate = seconds / static_cast<double>(tokens);
    const double step = rate - rate_mean_;
    rate_mean_ += step / static_cast<double>(segments_);
    rate_squares_ += step * (rate - rate_mean_);
}

double PaceKeeper::eta_s(std::uint64_t tokens) const
{
    if (segments_ < kLeastSegments)
        return -1.0;
    return seconds_ / tokens_ * static_cast<double>(tokens);
}

Pace PaceKeeper::pace(std::uint64_t tokens) const
{
    Pace pace;
    if (seconds_ > 0.0)
        pace.words_per_minute = 60.0 * words_ / seconds_;
    const double eta = eta_s(tokens);
    if (eta < 0.0)
        return pace;
    const double seen = static_cast<double>(segments_);
    const double left = std::max(1.0, static_cast<double>(tokens) * seen / tokens_);
    const double spread = std::sqrt(rate_squares_ / (seen - 1.0)) / std::max(rate_mean_, 1e-12);
    const double margin = std::max(kLeastMargin, kFourOfFive * spread * std::sqrt(1.0 / seen + 1.0 / left));
    pace.eta_low_s = eta * std::max(0.0, 1.0 - margin);
    pace.eta_high_s = eta * (1.0 + margin);
    return pace;
}

}  // namespace longhand::jobs
