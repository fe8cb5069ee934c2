// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/memory_plan.h"

namespace longhand::model {

MemoryPlan plan_memory(const ModelConfig& config, std::uint64_t weight_bytes,
                       const RunnerOptions& options)
{
    return {.weight_bytes = weight_bytes,
            .kv_bytes = KvPool::bytes(config, options.kv_dtype, Runner::kv_room(config, options)),
            .workspace_bytes = Runner::workspace_bytes(config, options)};
}

}  // namespace longhand::model
