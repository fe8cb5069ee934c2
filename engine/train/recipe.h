// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/rope_rule.h"
#include "engine/train/loop.h"

#include <string_view>

namespace longhand::train {

// Published settings, to begin with; every one can be changed. Steps, lengths and files are the
// caller's.
//     lora       all linears at rank 64, embeddings and norms, rate 2e-4: for models below 1e9
//     pi         Position Interpolation (Chen et al. 2023, 3.1), with that adapter instead of all
//                weights: rate 2e-5, 20 steps from a tenth, AdamW 0.9 / 0.95
//     longlora   LongLoRA (Chen et al. 2024): attention at rank 8, embeddings and norms, S2
//     longqlora  LongQLoRA (Yang 2023): all linears at rank 64, S2, over a base in NF4
struct Recipe {
    TrainableOptions trained;
    LoopOptions loop;          // schedule, attention, AdamW, sequences of a step, steps
    bool quantised_base = false;  // NF4
};
// Fails: invalid (lists the names).
Result<Recipe> recipe_of(std::string_view name);

// The rule that stretches a model of `original` tokens and rotary base `theta` to `target` tokens:
//     pi    linear by target / original, rounded up to a whole number
//     ntk, yarn   by target / original
//     abf   base theta * s^(ln 50 / ln 8): 50-fold at s = 8, as Xiong et al. 2023 chose it
// Fails: invalid (another name, a target that is no longer than the original).
Result<model::RopeRule> rule_for(std::string_view name, std::int64_t original,
                                 std::int64_t target, double theta);

}  // namespace longhand::train
