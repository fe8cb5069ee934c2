// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/output_file.h"
#include "engine/checkpoint/checkpoint.h"
#include "engine/checkpoint/planned_tensors.h"

namespace longhand::checkpoint {

// GGUF version 3, written from front to back and one tensor at a time, so that a model larger than
// memory can pass. The file appears under its name when it is whole (output_file.h). What
// GgufReader read is written again byte for byte, if its tensors lay in the order of their entries.
class GgufWriter {
public:
    // Writes keys and tensor entries. Tensors start on multiples of the key general.alignment,
    // where there is one, else of 32.
    // Fails: corrupt (a name twice, a shape that its type cannot hold), unsupported (a type that
    // GGUF has no number for), unreadable, out_of_memory (the disk is full).
    static Result<GgufWriter> create(const std::filesystem::path& path, const KeyValues& values,
                                     std::vector<PlannedTensor> tensors);

    // The next bytes of the current tensor, all of them or a part. Fails: unreadable,
    // out_of_memory.
    Result<void> write(std::span<const std::byte> bytes);
    // After the last byte of the last tensor (ENSURE). Fails as write.
    Result<void> finish();

private:
    GgufWriter(OutputFile file, PlannedTensors plan, std::uint64_t alignment);

    OutputFile file_;
    PlannedTensors plan_;
    std::uint64_t alignment_;
};

} // namespace longhand::checkpoint
