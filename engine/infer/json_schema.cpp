// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/json_schema.h"

#include "engine/base/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace longhand::infer {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostProperties = 16;
constexpr std::size_t kMostNodes = 1000;
constexpr std::size_t kSchemaBytes = 1 << 20;

class SchemaReader {
public:
    Result<std::uint16_t> read(const Json& schema, std::size_t level)
    {
        if (!schema.is_object())
            return Error{ErrorKind::invalid, "a schema that is no object: " + schema.dump()};
        if (level > kSchemaLevels || nodes_.size() >= kMostNodes)
            return Error{ErrorKind::unsupported, "a schema of more than 8 levels or 1000 values"};
        TRY(check_keywords(schema));
        const auto index = static_cast<std::uint16_t>(nodes_.size());
        nodes_.emplace_back();
        JsonNode node;
        if (schema.contains("enum") || schema.contains("const")) {
            TRY(node, read_literals(schema));
        } else {
            const std::string type = schema.value("type", Json("")).is_string()
                                         ? schema.value("type", "")
                                         : std::string();
            if (type == "object") {
                TRY(node, read_object(schema, level));
            } else if (type == "array") {
                TRY(node, read_array(schema, level));
            } else if (type == "string") {
                TRY(node.most, limit(schema, "maxLength", kNoLimit));
            } else if (type == "number" || type == "integer") {
                node.kind = type == "number" ? JsonNode::Kind::number : JsonNode::Kind::integer;
            } else if (type == "boolean" || type == "null") {
                node.kind = JsonNode::Kind::literal;
                node.words = type == "null" ? std::vector<std::string>{"null"}
                                            : std::vector<std::string>{"false", "true"};
            } else {
                return Error{ErrorKind::unsupported,
                             "a schema without one type of object, array, string, number, "
                             "integer, boolean and null: " + schema.dump()};
            }
        }
        nodes_[index] = std::move(node);
        return index;
    }

    std::vector<JsonNode> nodes() && { return std::move(nodes_); }

private:
    static Result<void> check_keywords(const Json& schema)
    {
        static const std::set<std::string, std::less<>> kKnown = {
            "type", "properties", "required", "items", "enum", "const", "minItems", "maxItems",
            "maxLength", "additionalProperties", "title", "description", "$schema"};
        for (const auto& [keyword, value] : schema.items())
            if (!kKnown.contains(keyword) ||
                (keyword == "additionalProperties" && value != Json(false)))
                return Error{ErrorKind::unsupported, "the schema keyword " + keyword};
        return {};
    }

    static Result<std::uint16_t> limit(const Json& schema, const char* keyword,
                                       std::uint16_t absent)
    {
        const auto found = schema.find(keyword);
        if (found == schema.end())
            return absent;
        if (!found->is_number_integer() || *found < 0 || *found > 60000)
            return Error{ErrorKind::invalid, std::string(keyword) + " is " + found->dump() +
                                                 ", expected 0 to 60000"};
        return found->get<std::uint16_t>();
    }

    static Result<JsonNode> read_literals(const Json& schema)
    {
        JsonNode node{.kind = JsonNode::Kind::literal};
        const Json values = schema.contains("enum") ? schema["enum"] : Json::array({schema["const"]});
        if (!values.is_array() || values.empty())
            return Error{ErrorKind::invalid, "enum is " + values.dump() + ", expected a list"};
        for (const Json& value : values) {
            if (value.is_structured() || value.is_number())
                return Error{ErrorKind::unsupported,
                             "an enum of " + value.dump() + "; supported: strings, true, false, null"};
            node.words.push_back(value.dump());
            if (node.words.back().size() > 250)
                return Error{ErrorKind::unsupported, "an enum of more than 250 bytes"};
        }
        std::sort(node.words.begin(), node.words.end());
        node.words.erase(std::unique(node.words.begin(), node.words.end()), node.words.end());
        return node;
    }

    Result<JsonNode> read_object(const Json& schema, std::size_t level)
    {
        JsonNode node{.kind = JsonNode::Kind::object};
        const Json properties = schema.value("properties", Json::object());
        if (!properties.is_object() || properties.size() > kMostProperties)
            return Error{ErrorKind::unsupported, "an object of more than 16 properties"};
        std::vector<std::pair<std::string, const Json*>> sorted;
        for (const auto& [name, value] : properties.items())
            sorted.emplace_back(Json(name).dump() + ":", &value);
        std::sort(sorted.begin(), sorted.end());
        for (const auto& [word, value] : sorted) {
            if (word.size() > 250)
                return Error{ErrorKind::unsupported, "a property of more than 250 bytes"};
            TRY(const std::uint16_t child, read(*value, level + 1));
            node.words.push_back(word);
            node.children.push_back(child);
        }
        for (const Json& name : schema.value("required", Json::array())) {
            const auto found =
                std::find(node.words.begin(), node.words.end(), name.dump() + ":");
            if (found == node.words.end())
                return Error{ErrorKind::invalid, "required names " + name.dump() +
                                                     ", which is no property"};
            node.required |= 1U << (found - node.words.begin());
        }
        return node;
    }

    Result<JsonNode> read_array(const Json& schema, std::size_t level)
    {
        JsonNode node{.kind = JsonNode::Kind::array};
        const auto items = schema.find("items");
        if (items == schema.end())
            return Error{ErrorKind::unsupported, "an array without items"};
        TRY(const std::uint16_t child, read(*items, level + 1));
        node.children.push_back(child);
        TRY(node.least, limit(schema, "minItems", 0));
        TRY(node.most, limit(schema, "maxItems", kNoLimit));
        if (node.least > node.most)
            return Error{ErrorKind::invalid, "minItems above maxItems"};
        return node;
    }

    std::vector<JsonNode> nodes_;
};

}  // namespace

Result<std::vector<JsonNode>> read_json_schema(std::string_view schema)
{
    if (schema.size() > kSchemaBytes || is_nested_deeper_than(schema, kMaxJsonDepth))
        return Error{ErrorKind::unsupported, "a schema of this size or depth"};
    const Json json = Json::parse(schema, nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded())
        return Error{ErrorKind::invalid, "the schema is no JSON"};
    SchemaReader reader;
    TRY([[maybe_unused]] const std::uint16_t root, reader.read(json, 1));
    return std::move(reader).nodes();
}

}  // namespace longhand::infer
