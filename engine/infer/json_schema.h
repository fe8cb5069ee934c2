// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::infer {

constexpr std::size_t kSchemaLevels = 8;
constexpr std::uint16_t kNoLimit = 0xFFFF;

// One value of a schema (JsonAnswer in generator.h says what is read).
struct JsonNode {
    enum class Kind : std::uint8_t { object, array, string, number, integer, literal };
    Kind kind = Kind::string;
    // Literals as they are written, sorted; of an object its keys, with quotes and colon.
    std::vector<std::string> words;
    std::vector<std::uint16_t> children;  // of an object by key; of an array the one for its items
    std::uint32_t required = 0;           // bit i: words[i]
    std::uint16_t least = 0, most = kNoLimit;  // items of an array; characters of a string
};

// The values of a schema; the first is the whole answer. Fails: unsupported (a keyword, more than
// kSchemaLevels levels, 16 properties or 1000 values, by name), invalid (no JSON and the like).
Result<std::vector<JsonNode>> read_json_schema(std::string_view schema);

}  // namespace longhand::infer
