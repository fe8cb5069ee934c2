// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace longhand::models {

// What a model's bytes were compared with.
enum class Checked : std::uint8_t {
    publisher, // a hash that its publisher or our catalogue states: equal
    recorded,  // the hash noted beside it when it came here, or a .sha256 file: equal
    differs,   // it is not what it should be
    nothing    // there is nothing to compare with; its hash is told all the same
};
struct Verdict {
    Checked checked = Checked::nothing;
    std::string found;    // sha256, lower case; of a folder: of its files' names and hashes
    std::string expected; // empty with `nothing`
    std::string file;     // the one that differs, in a folder
};

// Reads all of it. The notes are FILE.sha256 beside a file and SHA256SUMS in a folder, in the form
// of sha256sum. Fails: not_found, unreadable, cancelled, corrupt (the file is cut off or damaged by
// its own account).
Result<Verdict> verify(const std::filesystem::path& model, const ProgressSink& progress,
                       const std::stop_token& stop);

// The hash of one file, in steps. Fails: not_found, unreadable, cancelled.
Result<std::string> sha256_of(const std::filesystem::path& file, const ProgressSink& progress,
                              const std::stop_token& stop);

// Notes a file's hash beside it, or the hashes of a folder's files in it.
Result<void> note_checksum(const std::filesystem::path& file, const std::string& sha256);
std::filesystem::path checksum_note(const std::filesystem::path& model);

} // namespace longhand::models
