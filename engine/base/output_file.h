// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace longhand {

// A large file written from front to back. It grows beside `path` under the name "<path>.part" and
// appears under its own name, synced, with commit(); without one nothing is left behind. One
// thread at a time.
class OutputFile {
public:
    // Fails: unreadable, out_of_memory (the disk is full); so do the others.
    static Result<OutputFile> create(const std::filesystem::path& path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text)
    {
        return write(std::as_bytes(std::span(text.data(), text.size())));
    }
    // Zeros up to the next multiple.
    Result<void> pad_to(std::uint64_t alignment);
    Result<void> commit();

    [[nodiscard]] std::uint64_t offset() const { return offset_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    explicit OutputFile(std::filesystem::path path);
    [[nodiscard]] Error disk_error(const char* action) const;

    std::filesystem::path path_;
    std::filesystem::path part_;
    int file_ = -1;
    std::uint64_t offset_ = 0;
};

} // namespace longhand
