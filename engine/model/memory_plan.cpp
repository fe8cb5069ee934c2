// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/memory_plan.h"

namespace longhand::model {

MemoryPlan plan_memory(const ModelConfig& config, std::uint64_t weight_bytes,
                       const RunnerOptions& options)
{
    const std::int64_t kv_tokens = options.kv_tokens == 0 ? options.positions : options.kv_tokens;
    return {.weight_bytes = weight_bytes,
            .kv_bytes = KvPool::bytes(config, options.kv_dtype, kv_tokens),
            .workspace_bytes = Runner::workspace_bytes(config, options)};
}

}  // namespace longhand::model
