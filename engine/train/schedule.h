// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace longhand::train {

// The learning rate of a step: a straight line from `warmup_from` * rate at step 0 to the rate at
// step `warmup_steps`, then constant, or a cosine down to `final_share` * rate at `total_steps`.
//     Position Interpolation: 20 steps from 0.1 (Chen et al. 2023, 3.1)
//     LongLoRA, LongQLoRA: 20 steps from 0
//     Temp-LoRA, faithful: 2 steps from 0, `step` counting chunks
//     LLaMA 2 Long: 2000 steps from 0, cosine (Xiong et al. 2023)
struct Schedule {
    enum class Shape : std::uint8_t { constant, cosine };
    Shape shape = Shape::constant;
    double rate = 2e-5;
    std::int64_t warmup_steps = 20;
    double warmup_from = 0.0;      // share of the rate, [0, 1]
    std::int64_t total_steps = 0;  // of the cosine
    double final_share = 0.0;
};

// `step` counts from 0.
double learning_rate(const Schedule& schedule, std::int64_t step);

}  // namespace longhand::train
