// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/gguf_writer.h"

#include "engine/checkpoint/gguf_types.h"

#include <bit>

namespace longhand::checkpoint {
namespace {

static_assert(std::endian::native == std::endian::little);

template <class Number> void put(std::string& out, Number number)
{
    out.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

void put(std::string& out, const std::string& text)
{
    put(out, std::uint64_t{text.size()});
    out += text;
}

void put(std::string& out, ValueType type)
{
    put(out, static_cast<std::uint32_t>(type));
}

void put_as(std::string& out, std::uint64_t bits, ValueType type)
{
    switch (type) {
    case ValueType::u8:
    case ValueType::i8:
    case ValueType::boolean:
        return put(out, static_cast<std::uint8_t>(bits));
    case ValueType::u16:
    case ValueType::i16:
        return put(out, static_cast<std::uint16_t>(bits));
    case ValueType::u32:
    case ValueType::i32:
        return put(out, static_cast<std::uint32_t>(bits));
    default:
        return put(out, bits);
    }
}

void put_as(std::string& out, std::int64_t number, ValueType type)
{
    put_as(out, static_cast<std::uint64_t>(number), type);
}
void put_as(std::string& out, bool flag, ValueType type)
{
    put_as(out, std::uint64_t{flag ? 1U : 0U}, type);
}
void put_as(std::string& out, double number, ValueType type)
{
    if (type == ValueType::f64)
        return put(out, number);
    put(out, static_cast<float>(number));
}
void put_as(std::string& out, const std::string& text, ValueType)
{
    put(out, text);
}
template <class Element>
void put_as(std::string& out, const std::vector<Element>& elements, ValueType type)
{
    put(out, type);
    put(out, std::uint64_t{elements.size()});
    for (const Element& element : elements)
        put_as(out, element, type);
}

template <class Kind> constexpr bool kIsArray = false;
template <class Element> constexpr bool kIsArray<std::vector<Element>> = true;

void put_key_values(std::string& out, const KeyValues& values)
{
    for (std::size_t i = 0; i < values.all().size(); ++i) {
        const auto& [key, value] = values.all()[i];
        put(out, key);
        std::visit(
            [&](const auto& kind) {
                using Kind = std::decay_t<decltype(kind)>;
                put(out, kIsArray<Kind> ? ValueType::array : values.stored_as(i));
                put_as(out, kind, values.stored_as(i));
            },
            value);
    }
}

std::uint64_t padded(std::uint64_t bytes, std::uint64_t alignment)
{
    return (bytes + alignment - 1) / alignment * alignment;
}

Result<void> put_entries(std::string& out, const PlannedTensors& plan, std::uint64_t alignment)
{
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < plan.all().size(); ++i) {
        const PlannedTensor& tensor = plan.all()[i];
        const auto type = gguf_type_of(tensor.dtype);
        if (!type)
            return Error{ErrorKind::unsupported, "tensor " + tensor.name + " of type " +
                                                     std::string(to_string(tensor.dtype)) +
                                                     ": GGUF has no such type"};
        put(out, tensor.name);
        put(out, static_cast<std::uint32_t>(tensor.shape.rank()));
        for (std::size_t axis = tensor.shape.rank(); axis-- > 0;)
            put(out, static_cast<std::uint64_t>(tensor.shape[axis]));
        put(out, *type);
        put(out, offset);
        offset += padded(plan.bytes(i), alignment);
    }
    return {};
}

} // namespace

GgufWriter::GgufWriter(OutputFile file, PlannedTensors plan, std::uint64_t alignment)
    : file_(std::move(file)), plan_(std::move(plan)), alignment_(alignment)
{
}

Result<GgufWriter> GgufWriter::create(const std::filesystem::path& path, const KeyValues& values,
                                      std::vector<PlannedTensor> tensors)
{
    const std::int64_t alignment = values.integer("general.alignment").value_or(kDefaultAlignment);
    ENSURE(alignment > 0 && std::has_single_bit(static_cast<std::uint64_t>(alignment)));
    TRY(PlannedTensors plan, PlannedTensors::from(std::move(tensors)));
    std::string head;
    put(head, kGgufMagic);
    put(head, kGgufVersion);
    put(head, std::uint64_t{plan.all().size()});
    put(head, std::uint64_t{values.all().size()});
    put_key_values(head, values);
    TRY(put_entries(head, plan, static_cast<std::uint64_t>(alignment)));
    TRY(OutputFile file, OutputFile::create(path));
    TRY(file.write(head));
    GgufWriter writer(std::move(file), std::move(plan), static_cast<std::uint64_t>(alignment));
    if (!writer.plan_.all().empty())
        TRY(writer.file_.pad_to(writer.alignment_));
    return writer;
}

Result<void> GgufWriter::write(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return {};
    const bool complete = plan_.add(bytes.size());
    TRY(file_.write(bytes));
    if (complete)
        TRY(file_.pad_to(alignment_));
    return {};
}

Result<void> GgufWriter::finish()
{
    ENSURE(plan_.complete());
    return file_.commit();
}

} // namespace longhand::checkpoint
