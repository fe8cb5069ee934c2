// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/config.h"

#include <cstdint>

namespace longhand::model {

struct TrainingQuestion {
    std::int64_t tokens = 0;  // of the longest sequence
    std::int64_t rank = 8;    // of the adapter on all seven linears of a layer
};

// What training an adapter over frozen weights takes, counted before anything is loaded: an
// estimate from the shapes, with the input of every layer kept and the layer computed again for
// its gradients.
struct TrainingPlan {
    std::uint64_t weight_bytes = 0;      // frozen, as loaded
    std::uint64_t adapter_bytes = 0;     // value, gradient and AdamW's two moments, f32
    std::uint64_t checkpoint_bytes = 0;  // inputs of the layers, f32
    std::uint64_t workspace_bytes = 0;   // one layer's values and their gradients; logits in blocks
    [[nodiscard]] std::uint64_t total() const
    {
        return weight_bytes + adapter_bytes + checkpoint_bytes + workspace_bytes;
    }
};

// `question.tokens` and `rank` at least 1.
TrainingPlan plan_training(const ModelConfig& config, std::uint64_t weight_bytes,
                           const TrainingQuestion& question);

}  // namespace longhand::model
