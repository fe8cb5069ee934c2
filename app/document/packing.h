// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/byte_reader.h"
#include "engine/base/utf8.h"

#include <bit>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::document {

// The small binary form under serialise() and under what the reader child sends: little-endian
// numbers, texts and lists behind a 32-bit count. The reader believes nothing: every count is
// compared with the bytes that remain, every text must be UTF-8, every coordinate finite.

class PackWriter {
public:
    void u8(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void u32(std::uint32_t value)
    {
        for (unsigned shift = 0; shift < 32; shift += 8)
            u8(static_cast<std::uint8_t>(value >> shift));
    }
    void i32(std::int32_t value) { u32(std::bit_cast<std::uint32_t>(value)); }
    void f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }
    void text(std::string_view value)
    {
        u32(static_cast<std::uint32_t>(value.size()));
        bytes_.append(value);
    }
    void u64(std::uint64_t value)
    {
        u32(static_cast<std::uint32_t>(value));
        u32(static_cast<std::uint32_t>(value >> 32U));
    }
    void f64(double value) { u64(std::bit_cast<std::uint64_t>(value)); }
    void bytes(std::string_view value) { bytes_.append(value); }
    // Base 128, low groups first; zigzag so that small negative steps stay short.
    void varint(std::int64_t value)
    {
        std::uint64_t rest = (static_cast<std::uint64_t>(value) << 1U) ^
                             static_cast<std::uint64_t>(value >> 63);
        for (; rest >= 0x80U; rest >>= 7U)
            u8(static_cast<std::uint8_t>(rest | 0x80U));
        u8(static_cast<std::uint8_t>(rest));
    }
    template <class List, class Each>
    void list(const List& items, Each each)
    {
        u32(static_cast<std::uint32_t>(items.size()));
        for (const auto& item : items)
            each(item);
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class PackReader {
public:
    PackReader(std::span<const std::byte> bytes, const char* name) : in_(bytes, name) {}

    ByteReader& raw() { return in_; }
    Result<std::uint8_t> u8() { return in_.u8(); }
    Result<std::uint32_t> u32() { return in_.u32(); }
    Result<std::uint64_t> u64() { return in_.u64(); }
    Result<double> f64() { return in_.f64(); }
    Result<std::int32_t> i32() { return in_.i32(); }
    Result<float> f32()
    {
        TRY(const float value, in_.f32());
        if (!std::isfinite(value))
            return in_.corrupt("a coordinate is not a number");
        return value;
    }
    Result<std::string> text()
    {
        TRY(const std::uint32_t size, in_.u32());
        TRY(const auto bytes, in_.bytes(size));
        std::string value(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (!utf8::is_valid(value))
            return in_.corrupt("a text is not UTF-8");
        return value;
    }
    template <class Enum>
    Result<Enum> one_of(Enum last)
    {
        TRY(const std::uint8_t value, in_.u8());
        if (value > static_cast<std::uint8_t>(last))
            return in_.corrupt("found kind " + std::to_string(value) + ", expected at most " +
                               std::to_string(static_cast<int>(last)));
        return static_cast<Enum>(value);
    }
    Result<std::int64_t> varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 63; shift += 7) {
            TRY(const std::uint8_t byte, in_.u8());
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0)
                return static_cast<std::int64_t>(value >> 1U) ^
                       -static_cast<std::int64_t>(value & 1U);
        }
        return in_.corrupt("a number is longer than 63 bits");
    }
    // A count of items of at least `least_bytes` each, so it cannot exceed what remains.
    Result<std::uint32_t> count(std::uint64_t least_bytes)
    {
        TRY(const std::uint32_t value, in_.u32());
        if (value > in_.remaining() / least_bytes)
            return in_.corrupt("found " + std::to_string(value) + " items, expected at most " +
                               std::to_string(in_.remaining() / least_bytes));
        return value;
    }
    template <class T, class Each>
    Result<void> list(std::vector<T>& items, std::uint64_t least_bytes, Each each)
    {
        TRY(const std::uint32_t size, count(least_bytes));
        items.reserve(size);
        for (std::uint32_t i = 0; i < size; ++i) {
            TRY(T item, each());
            items.push_back(std::move(item));
        }
        return {};
    }

private:
    ByteReader in_;
};

}  // namespace longhand::document
