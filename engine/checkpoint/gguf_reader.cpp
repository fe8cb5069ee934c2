// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/gguf_reader.h"

#include "engine/base/byte_reader.h"
#include "engine/base/mapped_file.h"
#include "engine/checkpoint/gguf_types.h"

#include <algorithm>
#include <array>
#include <limits>

namespace longhand::checkpoint {
namespace {

using tensor::DType;
using tensor::Shape;

constexpr std::uint64_t kMaxKeyBytes = 65535;
constexpr std::uint64_t kMaxStringBytes = 64U << 20U;
constexpr std::uint64_t kMaxTensors = 1U << 20U;
constexpr std::uint64_t kMaxKeys = 1U << 20U;
// An element takes up to 32 times the memory it takes in the file, and a count may point far into
// the weights. Vocabularies have some hundred thousand.
constexpr std::uint64_t kMaxElements = 1U << 22U;

Value from_unsigned(std::uint64_t number)
{
    if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return static_cast<std::int64_t>(number);
    return number;
}

Result<Value> read_scalar(ByteReader& in, ValueType type)
{
    switch (type) {
    case ValueType::u8: { TRY(const auto v, in.u8()); return Value(std::int64_t{v}); }
    case ValueType::i8: { TRY(const auto v, in.i8()); return Value(std::int64_t{v}); }
    case ValueType::u16: { TRY(const auto v, in.u16()); return Value(std::int64_t{v}); }
    case ValueType::i16: { TRY(const auto v, in.i16()); return Value(std::int64_t{v}); }
    case ValueType::u32: { TRY(const auto v, in.u32()); return Value(std::int64_t{v}); }
    case ValueType::i32: { TRY(const auto v, in.i32()); return Value(std::int64_t{v}); }
    case ValueType::u64: { TRY(const auto v, in.u64()); return from_unsigned(v); }
    case ValueType::i64: { TRY(const auto v, in.i64()); return Value(v); }
    case ValueType::f32: { TRY(const auto v, in.f32()); return Value(static_cast<double>(v)); }
    case ValueType::f64: { TRY(const auto v, in.f64()); return Value(v); }
    case ValueType::boolean: {
        TRY(const auto v, in.u8());
        if (v > 1)
            return in.corrupt("boolean of value " + std::to_string(v) + ", expected 0 or 1");
        return Value(v == 1);
    }
    case ValueType::string: {
        TRY(auto v, in.string(kMaxStringBytes));
        return Value(std::move(v));
    }
    case ValueType::array: break;
    }
    return in.corrupt("value type " + std::to_string(static_cast<std::uint32_t>(type)) +
                      ", expected a scalar or a string");
}

// The fewest bytes an element can take, so that a count is checked before memory is taken.
std::uint64_t least_bytes(ValueType type)
{
    switch (type) {
    case ValueType::u16:
    case ValueType::i16: return 2;
    case ValueType::u32:
    case ValueType::i32:
    case ValueType::f32: return 4;
    case ValueType::u64:
    case ValueType::i64:
    case ValueType::f64:
    case ValueType::string: return 8;
    default: return 1;
    }
}

template <class Element, class Convert>
Result<Value> read_elements(ByteReader& in, ValueType type, std::uint64_t count, Convert convert)
{
    std::vector<Element> elements;
    elements.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        TRY(Value element, read_scalar(in, type));
        elements.push_back(convert(element));
    }
    return Value(std::move(elements));
}

// `elements`: receives their type.
Result<Value> read_array(ByteReader& in, ValueType& elements)
{
    TRY(const std::uint32_t raw_type, in.u32());
    TRY(const std::uint64_t count, in.u64());
    const auto type = static_cast<ValueType>(raw_type);
    elements = type;
    if (raw_type > static_cast<std::uint32_t>(ValueType::f64) || type == ValueType::array)
        return in.corrupt("array of value type " + std::to_string(raw_type) +
                          ", expected scalars or strings");
    if (count > kMaxElements)
        return in.corrupt("array of " + std::to_string(count) + " elements, expected at most " +
                          std::to_string(kMaxElements));
    if (count > in.remaining() / least_bytes(type))
        return in.corrupt("array of " + std::to_string(count) + " elements, expected at most " +
                          std::to_string(in.remaining() / least_bytes(type)) + ": found " +
                          std::to_string(in.remaining()) + " bytes");
    if (type == ValueType::string)
        return read_elements<std::string>(in, type, count, [](Value& v) {
            return std::move(std::get<std::string>(v));
        });
    if (type == ValueType::f32 || type == ValueType::f64)
        return read_elements<double>(in, type, count,
                                     [](Value& v) { return std::get<double>(v); });
    return read_elements<std::int64_t>(in, type, count, [](Value& v) {
        if (const auto* flag = std::get_if<bool>(&v))
            return std::int64_t{*flag ? 1 : 0};
        if (const auto* large = std::get_if<std::uint64_t>(&v))
            return static_cast<std::int64_t>(*large);
        return std::get<std::int64_t>(v);
    });
}

Result<KeyValues> read_key_values(ByteReader& in, std::uint64_t count)
{
    KeyValues values;
    for (std::uint64_t i = 0; i < count; ++i) {
        TRY(std::string key, in.string(kMaxKeyBytes));
        if (values.has(key))
            return in.corrupt("key " + key + " stands twice");
        TRY(const std::uint32_t raw_type, in.u32());
        if (raw_type > static_cast<std::uint32_t>(ValueType::f64))
            return in.corrupt("key " + key + " has value type " + std::to_string(raw_type) +
                              ", expected 0 to 12");
        const auto type = static_cast<ValueType>(raw_type);
        ValueType stored = type;
        TRY(Value value, type == ValueType::array ? read_array(in, stored) : read_scalar(in, type));
        values.set(std::move(key), std::move(value), stored);
    }
    return values;
}

struct FoundTensor {
    TensorEntry entry;
    std::uint64_t offset = 0;  // from the start of the data
    std::uint64_t bytes = 0;
};

Result<FoundTensor> read_tensor_entry(ByteReader& in)
{
    TRY(std::string name, in.string(kMaxKeyBytes));
    TRY(const std::uint32_t rank, in.u32());
    if (rank == 0 || rank > tensor::kMaxRank)
        return in.corrupt("tensor " + name + " of rank " + std::to_string(rank) +
                          ", expected 1 to " + std::to_string(tensor::kMaxRank));
    std::array<std::int64_t, tensor::kMaxRank> extents{};
    for (std::uint32_t axis = 0; axis < rank; ++axis) {
        TRY(const std::uint64_t extent, in.u64());
        if (extent == 0 || extent > (1ULL << 40U))
            return in.corrupt("tensor " + name + ": extent " + std::to_string(extent) +
                              ", expected 1 to 2^40");
        extents[rank - 1 - axis] = static_cast<std::int64_t>(extent);
    }
    TRY(const std::uint32_t type, in.u32());
    const std::optional<DType> dtype = dtype_of_gguf(type);
    if (!dtype)
        return Error{ErrorKind::unsupported,
                     in.name() + ": tensor " + name + " is of type " +
                         gguf_type_name(type) + " (" + std::to_string(type) + "); read are " +
                         gguf_types_read()};
    const auto shape = Shape::from(std::span(extents.data(), rank));
    if (!shape.ok())
        return in.corrupt("tensor " + name + ": " + shape.error().message);
    const auto bytes = tensor::byte_size(*shape, *dtype);
    if (!bytes.ok())
        return in.corrupt("tensor " + name + ": " + bytes.error().message);
    TRY(const std::uint64_t offset, in.u64());
    return FoundTensor{{std::move(name), *dtype, *shape, {}}, offset, *bytes};
}

// Every range lies inside the file, on the alignment, and none runs into another.
Result<void> place(std::vector<FoundTensor>& tensors, std::span<const std::byte> content,
                   std::uint64_t alignment, const ByteReader& in)
{
    for (FoundTensor& tensor : tensors) {
        if (tensor.offset % alignment != 0)
            return in.corrupt("tensor " + tensor.entry.name + " at unaligned offset " +
                              std::to_string(tensor.offset) + ", expected a multiple of " +
                              std::to_string(alignment));
        if (tensor.offset > content.size() || tensor.bytes > content.size() - tensor.offset)
            return in.corrupt("tensor " + tensor.entry.name + " needs bytes " +
                              std::to_string(tensor.offset) + " and " +
                              std::to_string(tensor.bytes) + " more of the data, found " +
                              std::to_string(content.size()));
        tensor.entry.bytes = content.subspan(tensor.offset, tensor.bytes);
    }
    std::vector<const FoundTensor*> by_offset;
    for (const FoundTensor& tensor : tensors)
        by_offset.push_back(&tensor);
    std::sort(by_offset.begin(), by_offset.end(),
              [](const auto* a, const auto* b) { return a->offset < b->offset; });
    for (std::size_t i = 1; i < by_offset.size(); ++i)
        if (by_offset[i]->offset < by_offset[i - 1]->offset + by_offset[i - 1]->bytes)
            return in.corrupt("tensor " + by_offset[i]->entry.name + " overlaps " +
                              by_offset[i - 1]->entry.name);
    return {};
}

Result<std::uint64_t> alignment_of(const KeyValues& values, const ByteReader& in)
{
    if (!values.has("general.alignment"))
        return std::uint64_t{kDefaultAlignment};
    const std::int64_t alignment = values.integer("general.alignment").value_or(0);
    if (alignment <= 0 || alignment > (1 << 20) || (alignment & (alignment - 1)) != 0)
        return in.corrupt("general.alignment of " + std::to_string(alignment) +
                          ", expected a power of two up to 2^20");
    return static_cast<std::uint64_t>(alignment);
}

}  // namespace

bool GgufReader::is_gguf(std::span<const std::byte> bytes)
{
    ByteReader in(bytes, "");
    const auto magic = in.u32();
    return magic.ok() && *magic == kGgufMagic;
}

Result<Checkpoint> GgufReader::read(const std::filesystem::path& path)
{
    TRY(const auto file, MappedFile::open(path));
    ByteReader in(file->bytes(), path.string());
    TRY(const std::uint32_t magic, in.u32());
    if (magic != kGgufMagic)
        return Error{ErrorKind::corrupt, path.string() + ": at byte 0: found " +
                                             std::to_string(magic) + ", expected the magic GGUF"};
    TRY(const std::uint32_t version, in.u32());
    if (version != 2 && version != 3)
        return Error{ErrorKind::unsupported, path.string() + ": GGUF version " +
                                                 std::to_string(version) + ", expected 2 or 3"};
    TRY(const std::uint64_t tensor_count, in.u64());
    TRY(const std::uint64_t key_count, in.u64());
    if (tensor_count > kMaxTensors || key_count > kMaxKeys)
        return in.corrupt(std::to_string(tensor_count) + " tensors and " +
                          std::to_string(key_count) + " keys, expected at most 2^20 each");
    Checkpoint checkpoint;
    TRY(checkpoint.key_values_, read_key_values(in, key_count));
    std::vector<FoundTensor> tensors;
    for (std::uint64_t i = 0; i < tensor_count; ++i) {
        TRY(FoundTensor tensor, read_tensor_entry(in));
        if (!checkpoint.by_name_.emplace(tensor.entry.name, i).second)
            return in.corrupt("tensor " + tensor.entry.name + " stands twice");
        tensors.push_back(std::move(tensor));
    }
    TRY(const std::uint64_t alignment, alignment_of(checkpoint.key_values_, in));
    if (!tensors.empty()) {
        TRY(in.align(alignment));
        TRY(place(tensors, file->bytes().subspan(in.offset()), alignment, in));
    }
    for (FoundTensor& tensor : tensors)
        checkpoint.tensors_.push_back(std::move(tensor.entry));
    checkpoint.layout_ = Layout::gguf;
    checkpoint.path_ = path;
    checkpoint.owner_ = file;
    return checkpoint;
}

}  // namespace longhand::checkpoint
