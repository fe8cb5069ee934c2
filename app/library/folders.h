// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <system_error>

namespace longhand::library {

// Files and folders of the data folder. Fail: out_of_memory (the disk is full), unreadable.

Error write_failure(const std::filesystem::path& path, const std::error_code& code);
// Copies beside the final name, syncs, renames: the copy is whole or absent.
Result<void> copy_whole(const std::filesystem::path& from, const std::filesystem::path& to);
// Of all files in it, at any depth; 0 for a folder that is not there.
std::uint64_t bytes_below(const std::filesystem::path& folder);
// Returns the bytes that were in it; a folder that is not there had none.
Result<std::uint64_t> remove_folder(const std::filesystem::path& folder);

}  // namespace longhand::library
