// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longhand::train {

double learning_rate(const Schedule& schedule, std::int64_t step)
{
    if (step < schedule.warmup_steps) {
        const double way =
            static_cast<double>(step) / static_cast<double>(schedule.warmup_steps);
        return schedule.rate * (schedule.warmup_from + (1.0 - schedule.warmup_from) * way);
    }
    if (schedule.shape == Schedule::Shape::constant || schedule.total_steps <= schedule.warmup_steps)
        return schedule.rate;
    const double way = std::min(1.0, static_cast<double>(step - schedule.warmup_steps) /
                                         static_cast<double>(schedule.total_steps -
                                                             schedule.warmup_steps));
    const double share = 0.5 * (1.0 + std::cos(std::numbers::pi * way));
    return schedule.rate * (schedule.final_share + (1.0 - schedule.final_share) * share);
}

}  // namespace longhand::train
