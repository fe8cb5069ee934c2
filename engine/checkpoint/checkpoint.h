// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/tensor/shape.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace longhand::checkpoint {

// A model file read without trusting or executing anything in it: named tensors and key-values.
// GGUF v2 and v3 (one file), or a Hugging Face folder (config.json, *.safetensors, sharded or
// not, tokenizer files). Memory-mapped; what comes back borrows the mapping that `owner` keeps.

struct TensorEntry {
    std::string name;  // as in the file
    tensor::DType dtype = tensor::DType::f32;
    tensor::Shape shape;  // outermost first, whatever the file's order
    std::span<const std::byte> bytes;
};

using Value = std::variant<bool, std::int64_t, std::uint64_t, double, std::string,
                           std::vector<std::int64_t>, std::vector<double>,
                           std::vector<std::string>>;

// How a GGUF file stores a value, by the format's numbers.
enum class ValueType : std::uint32_t {
    u8, i8, u16, i16, u32, i32, f32, boolean, string, array, u64, i64, f64
};

// Key-values of a GGUF file, in file order. Integers of every width are int64 or, above 2^63,
// uint64; floats are double; arrays of bool are vectors of int64.
class KeyValues {
public:
    // Stored as readers expect: integers as u32 where they fit, else i64 or u64, numbers as f32,
    // arrays of i32 where all fit, else i64.
    void set(std::string key, Value value);
    // Stored as `type`; of an array, the type of its elements. ENSUREs that the value is of it.
    void set(std::string key, Value value, ValueType type);
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    // How value `index` of all() is stored; of an array, its elements.
    [[nodiscard]] ValueType stored_as(std::size_t index) const { return types_[index]; }
    // Absent keys and other types give nullopt; integers convert to double.
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    [[nodiscard]] std::optional<bool> boolean(std::string_view key) const;
    [[nodiscard]] std::optional<std::string> string(std::string_view key) const;
    [[nodiscard]] const std::vector<std::string>* strings(std::string_view key) const;
    [[nodiscard]] const std::vector<std::int64_t>* integers(std::string_view key) const;
    [[nodiscard]] const std::vector<double>* numbers(std::string_view key) const;
    [[nodiscard]] const std::vector<std::pair<std::string, Value>>& all() const { return values_; }

private:
    std::vector<std::pair<std::string, Value>> values_;
    std::vector<ValueType> types_;
    std::map<std::string, std::size_t, std::less<>> index_;
};

enum class Layout : std::uint8_t { gguf, hugging_face };

class Checkpoint {
public:
    // A .gguf file by content, or a folder. Fails: not_found, unreadable, corrupt (file, offset,
    // found, expected), unsupported (a tensor type or version we do not read, by name).
    static Result<Checkpoint> open(const std::filesystem::path& path);

    [[nodiscard]] Layout layout() const { return layout_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const std::vector<TensorEntry>& tensors() const { return tensors_; }
    [[nodiscard]] const TensorEntry* find(std::string_view name) const;
    // GGUF's own; empty for a folder.
    [[nodiscard]] const KeyValues& key_values() const { return key_values_; }
    // Small text files of a Hugging Face folder by name ("config.json", "tokenizer_config.json",
    // "generation_config.json"); absent: empty.
    [[nodiscard]] std::string_view text_file(std::string_view name) const;
    // Raw bytes of "tokenizer.model" (SentencePiece), empty when absent.
    [[nodiscard]] std::string_view sentencepiece_model() const { return text_file("tokenizer.model"); }
    // Keeps every span alive.
    [[nodiscard]] std::shared_ptr<const void> owner() const { return owner_; }
    [[nodiscard]] std::uint64_t weight_bytes() const;

private:
    friend class GgufReader;
    friend class SafeTensorsReader;
    Layout layout_ = Layout::gguf;
    std::filesystem::path path_;
    std::vector<TensorEntry> tensors_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    KeyValues key_values_;
    std::map<std::string, std::string, std::less<>> text_files_;
    std::shared_ptr<const void> owner_;
};

// One .safetensors file alone (goldens, adapters): its tensors and the string metadata. 64-bit
// integers are narrowed to i32 (values outside are corrupt).
struct SafeTensors {
    std::vector<TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
    std::shared_ptr<const void> owner;
    [[nodiscard]] const TensorEntry* find(std::string_view name) const;
};
Result<SafeTensors> read_safetensors(const std::filesystem::path& path);

}  // namespace longhand::checkpoint
