// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/model_loader.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace longhand::models {

// Memory a program of this machine can have.
struct MachineMemory {
    std::uint64_t total_bytes = 0;
    std::uint64_t available_bytes = 0; // now; never above total. 0: not known
};
// /proc/meminfo, narrowed by the limits of the control groups (version 1 and 2) this process is
// in. `root` stands for "/", so that tests bring their own machine.
MachineMemory machine_memory(const std::filesystem::path& root = "/");

// How keys and values can be kept, by this version's engine; the most exact first.
const std::vector<tensor::DType>& kv_types();
// "f16" -> that type. Empty: none of kv_types().
std::optional<tensor::DType> kv_type_named(std::string_view name);

enum class Fit : std::uint8_t {
    fits,
    fits_smaller_cache, // with `smaller` instead of the type asked for
    does_not_fit
};

// What running a model takes, and whether it is there: a pure function of its shape, the tokens,
// the type of keys and values and the memory.
struct MemoryPlan {
    std::uint64_t weight_bytes = 0;
    std::uint64_t kv_bytes = 0; // layers * 2 * kv_heads * head_dim * bytes of the type, a token
    std::uint64_t workspace_bytes = 0;
    std::uint64_t available_bytes = 0; // 0: not known, and everything fits
    Fit fit = Fit::fits;
    std::optional<tensor::DType> smaller;
    std::int64_t most_tokens = 0; // that fit with the type asked for; 0: not even the weights do
    [[nodiscard]] std::uint64_t total() const { return weight_bytes + kv_bytes + workspace_bytes; }
};
struct MemoryQuestion {
    std::int64_t tokens = 0;
    tensor::DType kv_type = tensor::DType::f16;
    std::uint64_t available_bytes = 0;
};
// Fails: invalid (tokens below 1 or beyond any model), unsupported (a type that does not suit the
// model's heads).
Result<MemoryPlan> plan_memory(const infer::ModelSummary& model, const MemoryQuestion& question);

} // namespace longhand::models
