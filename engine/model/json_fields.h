// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::model {

// The fields of one JSON object of a model's folder (config.json, adapter_config.json), read with
// their types checked. Null and absent are the same unless `is_null` is asked. A value of another
// type fails: corrupt, with the field's name.
class JsonFields {
public:
    // Fails: corrupt (no object, nested deeper than any such file).
    static Result<JsonFields> parse(std::string_view text);

    [[nodiscard]] bool has(std::string_view key) const;      // and it is not null
    [[nodiscard]] bool is_null(std::string_view key) const;  // written down as null
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] bool holds_object(std::string_view key) const;
    // Like a number where true and false are 1 and 0; nothing for what is neither.
    [[nodiscard]] std::optional<double> as_number(std::string_view key) const;
    // The value as text, cut short: for messages.
    [[nodiscard]] std::string shown(std::string_view key) const;

    // Between -1 and 2^40. Absent without a value to take then: corrupt.
    [[nodiscard]] Result<std::int64_t>
    count(std::string_view key, std::optional<std::int64_t> absent = std::nullopt) const;
    [[nodiscard]] Result<double> number(std::string_view key,
                                        std::optional<double> absent = std::nullopt) const;
    [[nodiscard]] Result<bool> boolean(std::string_view key, bool absent) const;
    [[nodiscard]] Result<std::string> text(std::string_view key) const;  // absent: empty
    [[nodiscard]] Result<std::vector<double>> numbers(std::string_view key) const;
    [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view key) const;
    [[nodiscard]] Result<JsonFields> object(std::string_view key) const;

private:
    struct Content;
    explicit JsonFields(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

    std::shared_ptr<const Content> content_;
};

}  // namespace longhand::model
