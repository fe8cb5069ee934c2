// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longhand::test {

// Writes the bytes of a GGUF file, also of one that no honest program would write: what a test
// says is written as it is, nothing is checked.
class GgufBuilder {
public:
    // Numbers of the format.
    enum Type : std::uint32_t { u8, i8, u16, i16, u32, i32, f32, boolean, string, array, u64, i64, f64 };

    std::uint32_t magic = 0x46554747;
    std::uint32_t version = 3;
    std::uint64_t alignment = 32;  // of the data; say it with key() where it is not 32
    std::uint64_t declared_tensors = 0, declared_keys = 0;  // 0: as many as there are

    GgufBuilder& key(std::string_view name, std::uint32_t type, std::string_view raw);
    GgufBuilder& text(std::string_view name, std::string_view value);
    GgufBuilder& number(std::string_view name, std::uint32_t value);   // u32
    GgufBuilder& real(std::string_view name, float value);             // f32
    GgufBuilder& texts(std::string_view name, const std::vector<std::string>& values);
    // `extents` innermost first, as the file has them. Placed behind the tensors before it.
    GgufBuilder& tensor(std::string_view name, const std::vector<std::uint64_t>& extents,
                        std::uint32_t type, std::string_view bytes);
    // The same at an offset that the test chooses; adds `bytes` to the data all the same.
    GgufBuilder& tensor_at(std::string_view name, const std::vector<std::uint64_t>& extents,
                           std::uint32_t type, std::string_view bytes, std::uint64_t offset);

    [[nodiscard]] std::string header() const;  // padded to the alignment when there are tensors
    [[nodiscard]] std::string build() const;

private:
    std::string keys_, entries_, data_;
    std::uint64_t key_count_ = 0, tensor_count_ = 0;
};

// A value as its little-endian bytes; a length and then text, as GGUF writes strings.
template <class T>
std::string raw(T value)
{
    return std::string(reinterpret_cast<const char*>(&value), sizeof value);
}
std::string raw_text(std::string_view text);
std::string raw_array(std::uint32_t type, std::uint64_t count, std::string_view elements);

// The bytes of a SafeTensors file with this header, word for word.
std::string safetensors(std::string_view header, std::string_view data);

// A GGUF model of architecture llama with two layers, a byte-level vocabulary and a ChatML
// template: everything a reader reads, in a few kilobytes.
GgufBuilder small_gguf_model();

// The same with random f32 weights, so that it can be trained. Its tokens are "a", "b", "ab", blank
// and newline.
GgufBuilder random_gguf_model(std::uint64_t seed);

void write_bytes(const std::filesystem::path& path, std::string_view bytes);

}  // namespace longhand::test
