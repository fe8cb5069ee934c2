// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"

namespace longhand::checkpoint {

// GGUF, versions 2 and 3 (little-endian): magic, version, tensor and key counts; keys with typed
// values; tensor entries (name, extents innermost first, type, offset); then, from the next
// multiple of general.alignment, the tensor data.
class GgufReader {
public:
    // Fails: not_found, unreadable, corrupt, unsupported (version, byte order, a tensor type).
    static Result<Checkpoint> read(const std::filesystem::path& path);
    static bool is_gguf(std::span<const std::byte> bytes);
};

}  // namespace longhand::checkpoint
