// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/json_fields.h"

#include "engine/base/json_text.h"

#include <nlohmann/json.hpp>

namespace longhand::model {

using nlohmann::json;

struct JsonFields::Content {
    json object;

    [[nodiscard]] const json* field(std::string_view key) const
    {
        const auto at = object.find(key);
        return at == object.end() || at->is_null() ? nullptr : &*at;
    }
};

namespace {

std::string cut_short(const json& value) { return value.dump().substr(0, 60); }

Error wrong(std::string_view key, const json& value)
{
    return {ErrorKind::corrupt, "field " + std::string(key) + " is " + cut_short(value)};
}

Error missing(std::string_view key)
{
    return {ErrorKind::corrupt, "field " + std::string(key) + " is missing"};
}

}  // namespace

Result<JsonFields> JsonFields::parse(std::string_view text)
{
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return Error{ErrorKind::corrupt,
                     "nested deeper than " + std::to_string(kMaxJsonDepth) + " levels"};
    json object = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object())
        return Error{ErrorKind::corrupt, "no JSON object"};
    return JsonFields(std::make_shared<const Content>(Content{std::move(object)}));
}

bool JsonFields::has(std::string_view key) const { return content_->field(key) != nullptr; }

bool JsonFields::is_null(std::string_view key) const
{
    return content_->object.contains(key) && !has(key);
}

std::vector<std::string> JsonFields::names() const
{
    std::vector<std::string> names;
    for (const auto& item : content_->object.items())
        names.push_back(item.key());
    return names;
}

bool JsonFields::holds_object(std::string_view key) const
{
    return has(key) && content_->field(key)->is_object();
}

std::optional<double> JsonFields::as_number(std::string_view key) const
{
    const json* value = content_->field(key);
    if (value != nullptr && value->is_boolean())
        return value->get<bool>() ? 1.0 : 0.0;
    if (value != nullptr && value->is_number())
        return value->get<double>();
    return std::nullopt;
}

std::string JsonFields::shown(std::string_view key) const
{
    return has(key) ? cut_short(*content_->field(key)) : "null";
}

Result<std::int64_t> JsonFields::count(std::string_view key,
                                       std::optional<std::int64_t> absent) const
{
    const json* value = content_->field(key);
    if (value == nullptr)
        return absent ? Result<std::int64_t>(*absent) : missing(key);
    if (!value->is_number_integer() || *value > json(std::int64_t{1} << 40) || *value < json(-1))
        return wrong(key, *value);
    return value->get<std::int64_t>();
}

Result<double> JsonFields::number(std::string_view key, std::optional<double> absent) const
{
    const json* value = content_->field(key);
    if (value == nullptr)
        return absent ? Result<double>(*absent) : missing(key);
    if (!value->is_number())
        return wrong(key, *value);
    return value->get<double>();
}

Result<bool> JsonFields::boolean(std::string_view key, bool absent) const
{
    const json* value = content_->field(key);
    if (value == nullptr)
        return absent;
    if (!value->is_boolean())
        return wrong(key, *value);
    return value->get<bool>();
}

Result<std::string> JsonFields::text(std::string_view key) const
{
    const json* value = content_->field(key);
    if (value == nullptr)
        return std::string();
    if (!value->is_string())
        return wrong(key, *value);
    return value->get<std::string>();
}

Result<std::vector<double>> JsonFields::numbers(std::string_view key) const
{
    const json* value = content_->field(key);
    if (value == nullptr)
        return missing(key);
    std::vector<double> numbers;
    for (const json& item : value->is_array() ? *value : json::array({nullptr})) {
        if (!item.is_number())
            return wrong(key, *value);
        numbers.push_back(item.get<double>());
    }
    return numbers;
}

Result<std::vector<std::string>> JsonFields::texts(std::string_view key) const
{
    const json* value = content_->field(key);
    if (value == nullptr)
        return missing(key);
    std::vector<std::string> texts;
    for (const json& item : value->is_array() ? *value : json::array({nullptr})) {
        if (!item.is_string())
            return wrong(key, *value);
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

Result<JsonFields> JsonFields::object(std::string_view key) const
{
    const json* value = content_->field(key);
    if (value == nullptr)
        return missing(key);
    if (!value->is_object())
        return wrong(key, *value);
    return JsonFields(std::make_shared<const Content>(Content{*value}));
}

}  // namespace longhand::model
