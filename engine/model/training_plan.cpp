// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/training_plan.h"

#include "engine/base/result.h"

#include <algorithm>

namespace longhand::model {

TrainingPlan plan_training(const ModelConfig& config, std::uint64_t weight_bytes,
                           const TrainingQuestion& question)
{
    ENSURE(question.tokens >= 1 && question.rank >= 1);
    constexpr std::int64_t kHeadRows = 1024;  // of logits at once
    constexpr std::uint64_t kStates = 4;
    const std::int64_t attention = config.q_dim() + config.kv_dim();
    // in + out of q and o, of k and v, of gate, up and down
    const std::int64_t ends =
        2 * (config.dim + config.q_dim()) + 2 * (config.dim + config.kv_dim()) +
        3 * (config.dim + config.mlp_dim);
    const std::int64_t row = 3 * config.dim + 2 * attention + 3 * config.mlp_dim;
    const auto bytes = [](std::int64_t values) {
        return sizeof(float) * static_cast<std::uint64_t>(values);
    };
    return {.weight_bytes = weight_bytes,
            .adapter_bytes = kStates * bytes(config.layers * question.rank * ends),
            .checkpoint_bytes = bytes(config.layers * question.tokens * config.dim),
            .workspace_bytes = 2 * bytes(question.tokens * row) +
                               bytes(std::min(kHeadRows, question.tokens) * config.vocabulary)};
}

}  // namespace longhand::model
