// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/byte_reader.h"

#include <bit>
#include <cstring>

static_assert(std::endian::native == std::endian::little, "the readers assume little-endian hosts");

namespace longhand {

ByteReader::ByteReader(std::span<const std::byte> bytes, std::string name)
    : bytes_(bytes), name_(std::move(name))
{
}

Error ByteReader::corrupt(const std::string& what) const
{
    return {ErrorKind::corrupt, name_ + ": at byte " + std::to_string(offset_) + ": " + what};
}

template <class T>
Result<T> ByteReader::scalar(const char* what)
{
    if (remaining() < sizeof(T))
        return corrupt("expected " + std::to_string(sizeof(T)) + " bytes (" + what + "), found " +
                       std::to_string(remaining()));
    T value;
    std::memcpy(&value, bytes_.data() + offset_, sizeof(T));
    offset_ += sizeof(T);
    return value;
}

Result<std::uint8_t> ByteReader::u8() { return scalar<std::uint8_t>("u8"); }
Result<std::uint16_t> ByteReader::u16() { return scalar<std::uint16_t>("u16"); }
Result<std::uint32_t> ByteReader::u32() { return scalar<std::uint32_t>("u32"); }
Result<std::uint64_t> ByteReader::u64() { return scalar<std::uint64_t>("u64"); }
Result<std::int8_t> ByteReader::i8() { return scalar<std::int8_t>("i8"); }
Result<std::int16_t> ByteReader::i16() { return scalar<std::int16_t>("i16"); }
Result<std::int32_t> ByteReader::i32() { return scalar<std::int32_t>("i32"); }
Result<std::int64_t> ByteReader::i64() { return scalar<std::int64_t>("i64"); }
Result<float> ByteReader::f32() { return scalar<float>("f32"); }
Result<double> ByteReader::f64() { return scalar<double>("f64"); }

Result<std::string> ByteReader::string(std::uint64_t max_bytes)
{
    TRY(const std::uint64_t length, u64());
    if (length > max_bytes)
        return corrupt("string of " + std::to_string(length) + " bytes, expected at most " +
                       std::to_string(max_bytes));
    TRY(const std::span<const std::byte> content, bytes(length));
    std::string text(content.size(), '\0');
    if (!content.empty())
        std::memcpy(text.data(), content.data(), content.size());
    return text;
}

Result<std::span<const std::byte>> ByteReader::bytes(std::uint64_t count)
{
    if (count > remaining())
        return corrupt("expected " + std::to_string(count) + " bytes, found " +
                       std::to_string(remaining()));
    const auto content = bytes_.subspan(offset_, count);
    offset_ += count;
    return content;
}

Result<void> ByteReader::skip(std::uint64_t count)
{
    TRY([[maybe_unused]] const auto skipped, bytes(count));
    return {};
}

Result<void> ByteReader::align(std::uint64_t alignment)
{
    ENSURE(alignment != 0 && (alignment & (alignment - 1)) == 0);
    const std::uint64_t rest = offset_ & (alignment - 1);
    return rest == 0 ? Result<void>{} : skip(alignment - rest);
}

}  // namespace longhand
