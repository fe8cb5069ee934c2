// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/checkpoint.h"

#include <algorithm>

namespace longhand::checkpoint {

namespace {

bool fits_32_bits(std::int64_t number)
{
    return number >= INT32_MIN && number <= INT32_MAX;
}

ValueType usual_type(const Value& value)
{
    if (std::holds_alternative<bool>(value))
        return ValueType::boolean;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return *number >= 0 && *number <= UINT32_MAX ? ValueType::u32 : ValueType::i64;
    if (std::holds_alternative<std::uint64_t>(value))
        return ValueType::u64;
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&value))
        return std::all_of(numbers->begin(), numbers->end(), fits_32_bits) ? ValueType::i32
                                                                           : ValueType::i64;
    if (std::holds_alternative<double>(value) || std::holds_alternative<std::vector<double>>(value))
        return ValueType::f32;
    return ValueType::string;
}

// Which alternatives a stored type may come from.
bool is_of(const Value& value, ValueType type)
{
    switch (type) {
    case ValueType::string:
        return std::holds_alternative<std::string>(value) ||
               std::holds_alternative<std::vector<std::string>>(value);
    case ValueType::f32:
    case ValueType::f64:
        return std::holds_alternative<double>(value) ||
               std::holds_alternative<std::vector<double>>(value);
    case ValueType::boolean:
        return std::holds_alternative<bool>(value) ||
               std::holds_alternative<std::vector<std::int64_t>>(value);
    case ValueType::array:
        return false;
    default:
        return std::holds_alternative<std::int64_t>(value) ||
               std::holds_alternative<std::uint64_t>(value) ||
               std::holds_alternative<std::vector<std::int64_t>>(value);
    }
}

}  // namespace

void KeyValues::set(std::string key, Value value)
{
    const ValueType type = usual_type(value);
    set(std::move(key), std::move(value), type);
}

void KeyValues::set(std::string key, Value value, ValueType type)
{
    ENSURE(is_of(value, type));
    const auto found = index_.find(key);
    if (found != index_.end()) {
        values_[found->second].second = std::move(value);
        types_[found->second] = type;
        return;
    }
    index_.emplace(key, values_.size());
    values_.emplace_back(std::move(key), std::move(value));
    types_.push_back(type);
}

const Value* KeyValues::find(std::string_view key) const
{
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &values_[found->second].second;
}

std::optional<std::int64_t> KeyValues::integer(std::string_view key) const
{
    const Value* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (const auto* number = std::get_if<std::int64_t>(value))
        return *number;
    return std::nullopt;
}

std::optional<double> KeyValues::number(std::string_view key) const
{
    const Value* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (const auto* number = std::get_if<double>(value))
        return *number;
    if (const auto* number = std::get_if<std::int64_t>(value))
        return static_cast<double>(*number);
    return std::nullopt;
}

std::optional<bool> KeyValues::boolean(std::string_view key) const
{
    const Value* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (const auto* flag = std::get_if<bool>(value))
        return *flag;
    return std::nullopt;
}

std::optional<std::string> KeyValues::string(std::string_view key) const
{
    const Value* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (const auto* text = std::get_if<std::string>(value))
        return *text;
    return std::nullopt;
}

const std::vector<std::string>* KeyValues::strings(std::string_view key) const
{
    const Value* value = find(key);
    return value == nullptr ? nullptr : std::get_if<std::vector<std::string>>(value);
}

const std::vector<std::int64_t>* KeyValues::integers(std::string_view key) const
{
    const Value* value = find(key);
    return value == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(value);
}

const std::vector<double>* KeyValues::numbers(std::string_view key) const
{
    const Value* value = find(key);
    return value == nullptr ? nullptr : std::get_if<std::vector<double>>(value);
}

}  // namespace longhand::checkpoint
