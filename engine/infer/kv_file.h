// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/mapped_file.h"
#include "engine/base/token.h"
#include "engine/model/kv_cache.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace longhand::infer {

// What stands in a file's head. The first `dropped` pages lack the layers with a window, and are
// shorter (KvPool::narrow_page_bytes).
struct KvFileShape {
    std::uint64_t tokens = 0;  // whole pages
    std::uint64_t page_bytes = 0, narrow_page_bytes = 0;
    std::uint64_t dropped = 0;
    std::uint64_t window = 0;  // the widest, in tokens; 0: no page is short

    [[nodiscard]] std::uint64_t bytes() const;  // of the file
    [[nodiscard]] std::uint64_t bytes_of_page(std::int64_t index) const;
    // Whether a text can go on behind the first `tokens`.
    [[nodiscard]] bool covers(std::int64_t tokens) const;
};
// Of the first `tokens`, whole pages, of a sequence.
KvFileShape kv_file_shape(const model::KvSequence& sequence, std::int64_t tokens);

// One file of a KvStore (the format stands there).
struct KvFile {
    std::shared_ptr<const MappedFile> file;
    std::string identity;
    std::vector<TokenId> tokens;
    KvFileShape shape;

    // Reads the head and checks it, and that the file is as long as it must be. Fails: not_found,
    // unreadable, corrupt.
    static Result<KvFile> open(const std::filesystem::path& path);
    // One page, checked. Fails: corrupt.
    [[nodiscard]] Result<std::span<const std::byte>> page(std::int64_t index) const;

private:
    std::uint64_t first_page_ = 0;  // offset in the file
};

// Writes a file of `sequence`'s whole pages. Fails: unreadable, out_of_memory.
Result<void> write_kv_file(const std::filesystem::path& path, const std::string& identity,
                           std::span<const TokenId> tokens, const model::KvSequence& sequence);

// 64 bits over a page at the speed of memory: four lanes of multiply and rotate over words of
// eight bytes. Finds damage, not malice.
std::uint64_t checksum(std::span<const std::byte> bytes);

}  // namespace longhand::infer
