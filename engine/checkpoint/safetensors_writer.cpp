// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/safetensors_writer.h"

#include "engine/base/mapped_file.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace longhand::checkpoint {
namespace {

using nlohmann::ordered_json;
using tensor::DType;

const char* type_name(DType dtype)
{
    switch (dtype) {
    case DType::f32:
        return "F32";
    case DType::f16:
        return "F16";
    case DType::bf16:
        return "BF16";
    case DType::i32:
        return "I32";
    default:
        return nullptr;
    }
}

// Length and JSON of tensors [begin, end), filled up so that the data is aligned to 8 bytes.
Result<std::string> header_of(const PlannedTensors& plan, std::size_t begin, std::size_t end,
                              const SafeTensorsWriter::Metadata& metadata)
{
    ordered_json header = ordered_json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const PlannedTensor& tensor = plan.all()[i];
        const char* type = type_name(tensor.dtype);
        if (type == nullptr)
            return Error{ErrorKind::unsupported, "tensor " + tensor.name + " of type " +
                                                     std::string(to_string(tensor.dtype)) +
                                                     ": SafeTensors has no such type"};
        ordered_json shape = ordered_json::array();
        for (std::size_t axis = 0; axis < tensor.shape.rank(); ++axis)
            shape.push_back(tensor.shape[axis]);
        header[tensor.name] = {
            {"dtype", type}, {"shape", shape}, {"data_offsets", {offset, offset + plan.bytes(i)}}};
        offset += plan.bytes(i);
    }
    std::string text = header.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');
    const std::uint64_t length = text.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof(length)) + text;
}

// Where each shard ends.
std::vector<std::size_t> cut(const PlannedTensors& plan, std::uint64_t shard_bytes)
{
    std::vector<std::size_t> ends;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < plan.all().size(); ++i) {
        if (bytes > 0 && bytes + plan.bytes(i) > shard_bytes) {
            ends.push_back(i);
            bytes = 0;
        }
        bytes += plan.bytes(i);
    }
    ends.push_back(plan.all().size());
    return ends;
}

std::string shard_name(std::size_t index, std::size_t count)
{
    if (count == 1)
        return "model.safetensors";
    char name[64];
    std::snprintf(name, sizeof(name), "model-%05zu-of-%05zu.safetensors", index + 1, count);
    return name;
}

} // namespace

Result<void> SafeTensorsWriter::open_shard(const std::filesystem::path& path, std::size_t begin,
                                           std::size_t end, const Metadata& metadata)
{
    TRY(const std::string header, header_of(plan_, begin, end, metadata));
    TRY(OutputFile file, OutputFile::create(path));
    TRY(file.write(header));
    shards_.push_back({std::move(file), end});
    return {};
}

Result<SafeTensorsWriter> SafeTensorsWriter::create(const std::filesystem::path& path,
                                                    std::vector<PlannedTensor> tensors,
                                                    const Metadata& metadata)
{
    TRY(PlannedTensors plan, PlannedTensors::from(std::move(tensors)));
    SafeTensorsWriter writer(std::move(plan));
    TRY(writer.open_shard(path, 0, writer.plan_.all().size(), metadata));
    return writer;
}

Result<SafeTensorsWriter> SafeTensorsWriter::create_sharded(const std::filesystem::path& folder,
                                                            std::vector<PlannedTensor> tensors,
                                                            std::uint64_t shard_bytes,
                                                            const Metadata& metadata)
{
    TRY(PlannedTensors plan, PlannedTensors::from(std::move(tensors)));
    SafeTensorsWriter writer(std::move(plan));
    const std::vector<std::size_t> ends = cut(writer.plan_, shard_bytes);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        TRY(writer.open_shard(folder / shard_name(i, ends.size()), begin, ends[i], metadata));
        begin = ends[i];
    }
    if (ends.size() > 1)
        writer.index_ = folder / "model.safetensors.index.json";
    return writer;
}

Result<void> SafeTensorsWriter::write(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return {};
    const std::size_t tensor = plan_.current();
    plan_.add(bytes.size());
    for (Shard& shard : shards_)
        if (tensor < shard.end)
            return shard.file.write(bytes);
    return {};
}

Result<void> SafeTensorsWriter::finish()
{
    ENSURE(plan_.complete());
    for (Shard& shard : shards_)
        TRY(shard.file.commit());
    if (index_.empty())
        return {};
    return write_index();
}

Result<void> SafeTensorsWriter::write_index() const
{
    ordered_json map = ordered_json::object();
    std::size_t tensor = 0;
    for (const Shard& shard : shards_)
        for (; tensor < shard.end; ++tensor)
            map[plan_.all()[tensor].name] = shard.file.path().filename().string();
    const ordered_json index = {{"metadata", {{"total_size", plan_.total_bytes()}}},
                                {"weight_map", map}};
    return write_file(index_, index.dump(2) + "\n");
}

} // namespace longhand::checkpoint
