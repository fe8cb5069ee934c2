// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace longhand {

// Reads little-endian values from bytes that nobody vouches for. Every read is checked against
// what remains; an error names the file, the offset, what was found and what was expected.
class ByteReader {
public:
    // `bytes` is borrowed and must outlive the reader; `name` appears in errors.
    ByteReader(std::span<const std::byte> bytes, std::string name);

    Result<std::uint8_t> u8();
    Result<std::uint16_t> u16();
    Result<std::uint32_t> u32();
    Result<std::uint64_t> u64();
    Result<std::int8_t> i8();
    Result<std::int16_t> i16();
    Result<std::int32_t> i32();
    Result<std::int64_t> i64();
    Result<float> f32();
    Result<double> f64();

    // A 64-bit length, then that many bytes (GGUF's strings). Corrupt when longer than `max_bytes`.
    Result<std::string> string(std::uint64_t max_bytes);
    // The next `count` bytes, borrowed.
    Result<std::span<const std::byte>> bytes(std::uint64_t count);
    Result<void> skip(std::uint64_t count);
    // Moves forward to a multiple of `alignment` (a power of two).
    Result<void> align(std::uint64_t alignment);

    [[nodiscard]] std::uint64_t offset() const { return offset_; }
    [[nodiscard]] std::uint64_t remaining() const { return bytes_.size() - offset_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    // An Error of kind corrupt at the present offset.
    [[nodiscard]] Error corrupt(const std::string& what) const;

private:
    template <class T>
    Result<T> scalar(const char* what);

    std::span<const std::byte> bytes_;
    std::uint64_t offset_ = 0;
    std::string name_;
};

}  // namespace longhand
