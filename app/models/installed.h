// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longhand::models {

struct InstalledModel {
    std::string name; // file name without suffix, or the folder's
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    bool embedded = false;
    bool own = false;    // lies in data_dir/models: may be removed
    bool linked = false; // only pointed at: its bytes lie elsewhere
};

// Files of a Hugging Face folder that make the model, sorted; of a file: itself.
std::vector<std::filesystem::path> model_files(const std::filesystem::path& model);
// What those take; links are followed.
std::uint64_t disk_bytes(const std::filesystem::path& model);

// Models in `data_dir`/models, in $LONGHAND_MODELS and in share/longhand/models beside the
// program: .gguf files and folders with a config.json. Sorted by name, each name once.
std::vector<InstalledModel> installed_models(const std::filesystem::path& data_dir);

// What --model says: a path that exists, or a name (or unique part of one) of an installed model;
// empty: the embedded one. Fails: not_found, with what to do; invalid when several match.
Result<std::filesystem::path> resolve_model(const std::string& path_or_name,
                                            const std::filesystem::path& data_dir);

} // namespace longhand::models
