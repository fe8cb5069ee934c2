// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/byte_reader.h"
#include "engine/base/json_text.h"
#include "engine/base/mapped_file.h"
#include "engine/checkpoint/safetensors_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>

namespace longhand::checkpoint {
namespace {

using nlohmann::json;
using tensor::DType;
using tensor::Shape;

constexpr std::uint64_t kMaxHeaderBytes = 100U << 20U;
constexpr std::uint64_t kMaxTextBytes = 64U << 20U;

Error corrupt(const std::string& file, const std::string& what)
{
    return {ErrorKind::corrupt, file + ": " + what};
}

// Bytes that had to be converted live here, beside the mapping.
struct Owner {
    std::vector<std::shared_ptr<const void>> mappings;
    std::vector<std::unique_ptr<std::vector<std::int32_t>>> narrowed;
};

struct Found {
    std::string name, type;
    std::vector<std::int64_t> extents;
    std::uint64_t begin = 0, end = 0;
};

Result<Found> parse_entry(const std::string& file, const std::string& name, const json& entry)
{
    if (!entry.is_object() || !entry.contains("dtype") || !entry["dtype"].is_string() ||
        !entry.contains("shape") || !entry["shape"].is_array() || !entry.contains("data_offsets") ||
        !entry["data_offsets"].is_array() || entry["data_offsets"].size() != 2)
        return corrupt(file, "tensor " + name + ": expected dtype, shape and data_offsets");
    Found found{.name = name, .type = entry["dtype"].get<std::string>()};
    for (const json& extent : entry["shape"]) {
        if (!extent.is_number_unsigned() || extent.get<std::uint64_t>() > (1ULL << 40U))
            return corrupt(file, "tensor " + name + ": extent " + extent.dump());
        found.extents.push_back(extent.get<std::int64_t>());
    }
    for (const json& offset : entry["data_offsets"])
        if (!offset.is_number_unsigned())
            return corrupt(file, "tensor " + name + ": offset " + offset.dump());
    found.begin = entry["data_offsets"][0].get<std::uint64_t>();
    found.end = entry["data_offsets"][1].get<std::uint64_t>();
    return found;
}

std::optional<DType> dtype_of(const std::string& type)
{
    if (type == "F32")
        return DType::f32;
    if (type == "F16")
        return DType::f16;
    if (type == "BF16")
        return DType::bf16;
    if (type == "I32")
        return DType::i32;
    return std::nullopt;
}

Error wrong_size(const std::string& file, const Found& found, const std::string& expected)
{
    return corrupt(file, "tensor " + found.name + " has " +
                             std::to_string(found.end - found.begin) + " bytes at " +
                             std::to_string(found.begin) + " of the data, expected " + expected);
}

Result<TensorEntry> narrow(const std::string& file, const Found& found, const Shape& shape,
                           std::span<const std::byte> bytes, Owner& owner)
{
    // Divided, not multiplied: a count of 2^61 times 8 is 0 again.
    if (bytes.size() % 8 != 0 || bytes.size() / 8 != static_cast<std::uint64_t>(shape.count()))
        return wrong_size(file, found, to_string(shape) + " of 8 bytes each");
    auto values = std::make_unique<std::vector<std::int32_t>>();
    for (std::size_t offset = 0; offset < bytes.size(); offset += 8) {
        std::int64_t value = 0;
        std::memcpy(&value, bytes.data() + offset, 8);
        if (value < std::numeric_limits<std::int32_t>::min() ||
            value > std::numeric_limits<std::int32_t>::max())
            return corrupt(file, "tensor " + found.name + ": " + std::to_string(value) +
                                     " does not fit 32 bits");
        values->push_back(static_cast<std::int32_t>(value));
    }
    TensorEntry entry{found.name, DType::i32, shape, std::as_bytes(std::span(*values))};
    owner.narrowed.push_back(std::move(values));
    return entry;
}

Result<TensorEntry> make_entry(const std::string& file, const Found& found,
                               std::span<const std::byte> content, Owner& owner)
{
    if (found.begin > found.end || found.end > content.size())
        return corrupt(file, "tensor " + found.name + " needs bytes " +
                                 std::to_string(found.begin) + " to " + std::to_string(found.end) +
                                 " of the data, found " + std::to_string(content.size()));
    const auto shape = Shape::from(found.extents);
    if (!shape.ok())
        return corrupt(file, "tensor " + found.name + ": " + shape.error().message);
    const auto bytes = content.subspan(found.begin, found.end - found.begin);
    if (found.type == "I64")
        return narrow(file, found, *shape, bytes, owner);
    const std::optional<DType> dtype = dtype_of(found.type);
    // Bytes and bit fields (quantisation codes of goldens) come back as rows of raw 8-bit values
    // only where a caller needs them; a model's weights never are.
    if (!dtype)
        return Error{ErrorKind::unsupported, file + ": tensor " + found.name + " is of type " +
                                                 found.type +
                                                 "; F32, F16, BF16, I32 and I64 are read"};
    const auto expected = tensor::byte_size(*shape, *dtype);
    if (!expected.ok())
        return corrupt(file, "tensor " + found.name + ": " + expected.error().message);
    if (*expected != bytes.size())
        return wrong_size(file, found, std::to_string(*expected));
    return TensorEntry{found.name, *dtype, *shape, bytes};
}

// The parser keeps the last of two entries of one name; here that is an error.
Result<json> parse_header(const std::string& file, std::span<const std::byte> header)
{
    const std::string_view text(reinterpret_cast<const char*>(header.data()), header.size());
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return corrupt(file, "at byte 8: the header is nested deeper than " +
                                 std::to_string(kMaxJsonDepth) + " levels");
    std::set<std::string> names;
    std::string twice;
    const auto see = [&](int depth, json::parse_event_t event, json& value) {
        if (depth == 1 && event == json::parse_event_t::key &&
            !names.insert(value.get<std::string>()).second)
            twice = value.get<std::string>();
        return true;
    };
    json parsed = json::parse(text, see, false);
    if (!parsed.is_object())
        return corrupt(file, "at byte 8: the header of " + std::to_string(header.size()) +
                                 " bytes is no JSON object");
    if (!twice.empty())
        return corrupt(file, "tensor " + twice + " stands twice");
    return parsed;
}

Result<void> read_one(const std::filesystem::path& path, SafeTensors& into, Owner& owner)
{
    TRY(const auto mapped, MappedFile::open(path));
    const std::string file = path.string();
    ByteReader in(mapped->bytes(), file);
    TRY(const std::uint64_t header_bytes, in.u64());
    if (header_bytes > kMaxHeaderBytes)
        return in.corrupt("header of " + std::to_string(header_bytes) + " bytes, expected at most " +
                          std::to_string(kMaxHeaderBytes));
    TRY(const auto header, in.bytes(header_bytes));
    TRY(const json parsed, parse_header(file, header));
    const auto content = mapped->bytes().subspan(in.offset());
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
    for (const auto& [name, entry] : parsed.items()) {
        if (name == "__metadata__") {
            if (entry.is_object())
                for (const auto& [key, value] : entry.items())
                    if (value.is_string())
                        into.metadata[key] = value.get<std::string>();
            continue;
        }
        TRY(const Found found, parse_entry(file, name, entry));
        TRY(TensorEntry made, make_entry(file, found, content, owner));
        ranges.emplace_back(found.begin, found.end);
        into.tensors.push_back(std::move(made));
    }
    std::sort(ranges.begin(), ranges.end());
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i].first < ranges[i - 1].second)
            return corrupt(file, "two tensors share the byte " + std::to_string(ranges[i].first));
    owner.mappings.push_back(mapped);
    return {};
}

// The shards an index names, each once.
Result<std::set<std::string>> shards_of(const std::filesystem::path& index)
{
    TRY(const std::string text, read_file(index, kMaxTextBytes));
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return corrupt(index.string(),
                       "nested deeper than " + std::to_string(kMaxJsonDepth) + " levels");
    const json parsed = json::parse(text, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("weight_map") || !parsed["weight_map"].is_object())
        return corrupt(index.string(), "expected an object with weight_map");
    std::set<std::string> shards;
    for (const auto& [tensor, shard] : parsed["weight_map"].items()) {
        if (!shard.is_string())
            return corrupt(index.string(), "tensor " + tensor + " names no file");
        const std::string name = shard.get<std::string>();
        if (name.empty() || name.find('/') != std::string::npos || name.front() == '.')
            return corrupt(index.string(), "shard name " + name + " leaves the folder");
        shards.insert(name);
    }
    return shards;
}

}  // namespace

const TensorEntry* SafeTensors::find(std::string_view name) const
{
    for (const TensorEntry& entry : tensors)
        if (entry.name == name)
            return &entry;
    return nullptr;
}

Result<SafeTensors> read_safetensors(const std::filesystem::path& path)
{
    const auto owner = std::make_shared<Owner>();
    SafeTensors file;
    TRY(read_one(path, file, *owner));
    file.owner = owner;
    return file;
}

Result<Checkpoint> SafeTensorsReader::read_folder(const std::filesystem::path& folder)
{
    Checkpoint checkpoint;
    for (const char* name : {"config.json", "tokenizer_config.json", "generation_config.json",
                             "special_tokens_map.json", "tokenizer.json", "tokenizer.model",
                             "chat_template.jinja", "adapter_config.json"}) {
        auto text = read_file(folder / name, kMaxTextBytes);
        if (text.ok())
            checkpoint.text_files_[name] = std::move(text).value();
        else if (text.error().kind != ErrorKind::not_found)
            return text.error();
    }
    if (!checkpoint.text_files_.contains("config.json"))
        return Error{ErrorKind::not_found, folder.string() + ": no config.json"};
    std::set<std::string> shards = {"model.safetensors"};
    const auto index = folder / "model.safetensors.index.json";
    if (std::filesystem::exists(index)) {
        TRY(shards, shards_of(index));
    }
    const auto owner = std::make_shared<Owner>();
    SafeTensors all;
    for (const std::string& shard : shards)
        TRY(read_one(folder / shard, all, *owner));
    for (std::size_t i = 0; i < all.tensors.size(); ++i)
        if (!checkpoint.by_name_.emplace(all.tensors[i].name, i).second)
            return corrupt(folder.string(), "tensor " + all.tensors[i].name + " stands twice");
    checkpoint.tensors_ = std::move(all.tensors);
    checkpoint.layout_ = Layout::hugging_face;
    checkpoint.path_ = folder;
    checkpoint.owner_ = owner;
    return checkpoint;
}

}  // namespace longhand::checkpoint
