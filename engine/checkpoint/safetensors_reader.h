// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"

namespace longhand::checkpoint {

// A Hugging Face folder: config.json and other small texts, and either model.safetensors or the
// shards that model.safetensors.index.json names. A shard's name may not leave the folder.
class SafeTensorsReader {
public:
    static Result<Checkpoint> read_folder(const std::filesystem::path& folder);
};

}  // namespace longhand::checkpoint
