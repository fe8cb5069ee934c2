// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "app/learn/corpus.h"
#include "engine/train/recipe.h"

#include <optional>
#include <string>
#include <vector>

namespace longhand::cli {

// What `train extend` and `train sft` share: options over a recipe, the run, what it leaves.

struct TrainArguments {
    std::filesystem::path out;
    std::string recipe, targets, also, attention, base;
    std::int64_t steps = 0, length = 0, batch = 0, micro_tokens = 0, rank = 0;
    std::int64_t warmup = -1, checkpoint_every = 50;
    double rate = 0.0;
    float alpha = 0.0F;
    std::vector<std::string> curriculum;
    bool resume = false;
};

struct TrainSetup {
    infer::LoadedModel model;
    train::Recipe recipe;
    std::string rule;  // as a person writes it
    std::vector<train::MixturePart> parts;
    std::vector<learn::SplitEntry> split;
    [[nodiscard]] const model::ModelConfig& config() const { return model.transformer->config(); }
};

// The model with `rule` (absent: its own, or --rope) and the recipe with what was asked. A length
// of 0 is left to the caller. Fails: invalid, unsupported, and as infer::load_model.
Result<TrainSetup> open_training(Session& session, const TrainArguments& arguments,
                                 const std::optional<model::RopeRule>& rule);

// Trains, prints `step` events, writes the adapter and train.json. A state that lies in the folder
// is refused without --resume.
Result<int> run_training(Session& session, const TrainArguments& arguments, TrainSetup setup);

}  // namespace longhand::cli
