// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/checkpoint/checkpoint.h"
#include "engine/infer/model_loader.h"
#include "engine/model/rope_rule.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace longhand::infer {

struct ConvertOptions {
    tensor::DType type = tensor::DType::f16;
    checkpoint::Layout layout = checkpoint::Layout::gguf;
    std::vector<AdapterPart> adapters;  // that become part of the weights
    std::optional<model::RopeRule> rope; // in place of the model's; an adapter's own must agree
    int threads = 0;                     // 0: as many as the machine has
    ProgressSink progress;
    std::stop_token stop;
};

struct Converted {
    // How many tensors have each type: rows that are no whole number of blocks have another one
    // than was asked for (engine/model/export_plan.h says which).
    std::map<tensor::DType, std::int64_t> tensors;
    std::uint64_t bytes = 0;    // of all tensors
    bool has_tokenizer = false; // false: the folder has none; tensors alone were written
};

// Writes a model of either layout, whose matrices are to have another type or to take adapters in,
// as one GGUF file with its tokenizer and chat template, or as a Hugging Face folder. Weights are
// merged in f32 and rounded once; a tied head stays tied; the rotary rule is always written. Tensor
// by tensor: takes the adapters and some megabytes of memory. What is written appears when it is
// whole; a folder must not be there yet.
// Fails: as Checkpoint::open, plan_export, read_adapter, WeightUpdates::make and read_vocabulary;
// invalid (rotary rules that differ, a folder that is there); unreadable, out_of_memory (the disk
// is full), cancelled.
Result<Converted> convert_model(const std::filesystem::path& source,
                                const std::filesystem::path& target, const ConvertOptions& options);
// Bytes of the tensors of that file.
Result<std::uint64_t> converted_bytes(const std::filesystem::path& source,
                                      const ConvertOptions& options);

// Adapters of one model joined into one, with the rotary rule that it runs with: a GGUF adapter
// where `target` ends in ".gguf", else a PEFT folder.
// Fails: as read_adapter, join_adapters and the writers.
Result<void> export_adapter(const std::filesystem::path& model, const std::filesystem::path& target,
                            const ConvertOptions& options);

} // namespace longhand::infer
