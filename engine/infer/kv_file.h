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

// One file of a KvStore (the format stands there).
struct KvFile {
    std::shared_ptr<const MappedFile> file;
    std::string identity;
    std::vector<TokenId> tokens;
    std::uint64_t page_bytes = 0;

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
std::uint64_t kv_file_bytes(std::int64_t tokens, std::uint64_t page_bytes);

// 64 bits over a page at the speed of memory: four lanes of multiply and rotate over words of
// eight bytes. Finds damage, not malice.
std::uint64_t checksum(std::span<const std::byte> bytes);

}  // namespace longhand::infer
