// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/tensor/dtype.h"

#include <filesystem>
#include <map>
#include <stop_token>

namespace longhand::infer {

struct ConvertOptions {
    tensor::DType type = tensor::DType::f16;
    int threads = 0; // 0: as many as the machine has
    ProgressSink progress;
    std::stop_token stop;
};

struct Converted {
    // How many tensors have each type: rows that are no whole number of blocks have another one
    // than was asked for (engine/model/gguf_export.h says which).
    std::map<tensor::DType, std::int64_t> tensors;
    std::uint64_t bytes = 0;    // of all tensors
    bool has_tokenizer = false; // false: the folder has none; tensors alone were written
};

// Writes a Hugging Face folder, or a GGUF file whose matrices are to have another type, as one
// GGUF file with its tokenizer and chat template. Tensor by tensor: takes some megabytes of memory.
// The file appears when it is whole.
// Fails: as Checkpoint::open, plan_export and read_vocabulary; unreadable, out_of_memory (the disk
// is full), cancelled.
Result<Converted> convert_model(const std::filesystem::path& source,
                                const std::filesystem::path& target, const ConvertOptions& options);
// Bytes of the tensors of that file.
Result<std::uint64_t> converted_bytes(const std::filesystem::path& source, tensor::DType type);

} // namespace longhand::infer
