// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace longhand {

// A file mapped read-only. Immutable, so any thread may read it; the mapping lives as long as one
// shared_ptr does. A file that another program truncates meanwhile would fault, hence: map only
// files the library owns or the user named as a model.
class MappedFile {
public:
    // Fails: not_found, unreadable. An empty file maps to an empty span.
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    MappedFile(std::filesystem::path path, std::span<const std::byte> bytes);

    std::filesystem::path path_;
    std::span<const std::byte> bytes_;
};

// Whole small file. Fails: not_found, unreadable, corrupt when larger than `max_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);
// Writes beside `path`, syncs and renames over it, so that a crash leaves the old or the new file.
Result<void> write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace longhand
