// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/charsmap.h"

#include "engine/base/utf8.h"

#include <cstring>

namespace longhand::tokenizer {
namespace {

// A unit of the array: bit 8 a value hangs below, bits 10 to 30 how far away the children are
// (times 256 when bit 9 is set), bits 0 to 7 and 31 the byte that leads here; a value's own unit
// has bit 31 and the value.
bool has_value(std::uint32_t unit)
{
    return ((unit >> 8U) & 1U) != 0;
}
std::uint32_t value_of(std::uint32_t unit)
{
    return unit & 0x7FFFFFFFU;
}
std::uint32_t label_of(std::uint32_t unit)
{
    return unit & 0x800000FFU;
}
std::uint32_t step_of(std::uint32_t unit)
{
    return (unit >> 10U) << ((unit & 0x200U) >> 6U);
}

} // namespace

Result<Charsmap> Charsmap::make(std::string_view blob)
{
    const auto corrupt = [&](const std::string& what) {
        return Error{ErrorKind::corrupt, "the table of replacements (precompiled_charsmap) of " +
                                             std::to_string(blob.size()) + " bytes " + what};
    };
    std::uint32_t bytes = 0;
    if (blob.size() < sizeof bytes)
        return corrupt("is cut off");
    std::memcpy(&bytes, blob.data(), sizeof bytes);
    blob.remove_prefix(sizeof bytes);
    if (bytes == 0 || bytes % 4 != 0 || bytes > blob.size())
        return corrupt("says that its index takes " + std::to_string(bytes));
    Charsmap map;
    map.units_.resize(bytes / 4);
    std::memcpy(map.units_.data(), blob.data(), bytes);
    map.replacements_ = blob.substr(bytes);
    if (map.replacements_.empty() || map.replacements_.back() != '\0')
        return corrupt("has no end of its last replacement");
    return map;
}

std::optional<Charsmap::Found> Charsmap::longest(std::string_view text) const
{
    std::optional<Found> found;
    std::size_t at = step_of(units_[0]);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        at ^= byte;
        if (byte == 0 || at >= units_.size() || label_of(units_[at]) != byte)
            break;
        const std::uint32_t unit = units_[at];
        at ^= step_of(unit);
        if (!has_value(unit))
            continue;
        if (at >= units_.size() || value_of(units_[at]) >= replacements_.size())
            break; // a table that contradicts itself replaces nothing
        found = Found{i + 1, value_of(units_[at])};
    }
    return found;
}

std::string Charsmap::apply(std::string_view text) const
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const auto found = longest(text.substr(at))) {
            result += replacements_.c_str() + found->offset; // up to its zero byte
            at += found->length;
            continue;
        }
        const char32_t character = utf8::next(text, at);
        utf8::append(result, character);
    }
    return result;
}

} // namespace longhand::tokenizer
