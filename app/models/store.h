// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace longhand::models {

enum class AddHow : std::uint8_t {
    copy, // into the data folder; where the file system shares blocks, without taking space
    link  // pointed at where it lies: gone from here when it goes there
};
struct AddedModel {
    std::filesystem::path path; // in data_dir/models, or the equal one that was there
    std::string name;
    bool already_there = false; // one with the same bytes is installed
};

// Puts a GGUF file or a Hugging Face folder among the installed models and notes its checksum. One
// that this version cannot compute is refused before a byte is copied. It appears whole or not at
// all. Fails: as inspect() and with its refusal; out_of_memory (the disk has no room; says how much
// is missing), unreadable, cancelled.
Result<AddedModel> add_model(const std::filesystem::path& source,
                             const std::filesystem::path& data_dir, AddHow how,
                             const ProgressSink& progress, const std::stop_token& stop);

// Puts a model of the data folder into a bin beside the others and says where; a link alone goes,
// never what it points at. Fails: invalid (it lies elsewhere), not_found, unreadable.
Result<std::filesystem::path> remove_model(const std::filesystem::path& model,
                                           const std::filesystem::path& data_dir);
// Out of the bin again. Fails: not_found (the bin was emptied), unreadable.
Result<std::filesystem::path> restore_model(const std::filesystem::path& binned,
                                            const std::filesystem::path& data_dir);
// Frees what lies in the bin.
void empty_model_bin(const std::filesystem::path& data_dir);

// Room for `bytes` and a little more in `folder`. Fails: out_of_memory, naming both numbers.
Result<void> check_room(const std::filesystem::path& folder, std::uint64_t bytes);

} // namespace longhand::models
