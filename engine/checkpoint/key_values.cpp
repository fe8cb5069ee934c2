// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/checkpoint.h"

namespace longhand::checkpoint {

void KeyValues::set(std::string key, Value value)
{
    const auto found = index_.find(key);
    if (found != index_.end()) {
        values_[found->second].second = std::move(value);
        return;
    }
    index_.emplace(key, values_.size());
    values_.emplace_back(std::move(key), std::move(value));
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
