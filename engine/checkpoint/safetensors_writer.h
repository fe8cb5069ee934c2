// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/output_file.h"
#include "engine/checkpoint/planned_tensors.h"

#include <map>

namespace longhand::checkpoint {

// SafeTensors, written one tensor at a time: one file, or a folder's model.safetensors, which is
// cut into shards with model.safetensors.index.json where it would be larger than a limit. Files
// appear under their names when all are whole, the index last. Types: f32, f16, bf16, i32.
class SafeTensorsWriter {
public:
    using Metadata = std::map<std::string, std::string>;

    // One file. Fails: corrupt (a name twice), unsupported (a type the format has no name for),
    // unreadable, out_of_memory (the disk is full).
    static Result<SafeTensorsWriter> create(const std::filesystem::path& path,
                                            std::vector<PlannedTensor> tensors,
                                            const Metadata& metadata = {});
    // In a folder that exists. A tensor is never cut; one larger than the limit has its own shard.
    static Result<SafeTensorsWriter> create_sharded(const std::filesystem::path& folder,
                                                    std::vector<PlannedTensor> tensors,
                                                    std::uint64_t shard_bytes,
                                                    const Metadata& metadata = {});

    // As GgufWriter's.
    Result<void> write(std::span<const std::byte> bytes);
    Result<void> finish();

private:
    struct Shard {
        OutputFile file;
        std::size_t end = 0; // index behind its last tensor
    };
    explicit SafeTensorsWriter(PlannedTensors plan) : plan_(std::move(plan)) {}
    Result<void> open_shard(const std::filesystem::path& path, std::size_t begin, std::size_t end,
                            const Metadata& metadata);
    Result<void> write_index() const;

    PlannedTensors plan_;
    std::vector<Shard> shards_;
    std::filesystem::path index_; // empty: none is wanted
};

} // namespace longhand::checkpoint
