// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/runner.h"

#include <cstdint>

namespace longhand::model {

// What a session will take, known before anything is loaded.
struct MemoryPlan {
    std::uint64_t weight_bytes = 0;
    std::uint64_t kv_bytes = 0;
    std::uint64_t workspace_bytes = 0;
    [[nodiscard]] std::uint64_t total() const { return weight_bytes + kv_bytes + workspace_bytes; }
};

// `weight_bytes`: Checkpoint::weight_bytes(). Sums cannot overflow: the config was checked.
MemoryPlan plan_memory(const ModelConfig& config, std::uint64_t weight_bytes,
                       const RunnerOptions& options);

}  // namespace longhand::model
