// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"

namespace longhand::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Lead {
    int length = 0;  // 0 when the byte starts nothing
    char32_t bits = 0;
    char32_t minimum = 0;
};

Lead classify(unsigned char byte)
{
    if (byte < 0x80)
        return {1, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0)
        return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0)
        return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF5)
        return {4, byte & 0x07U, 0x10000};
    return {};
}

unsigned char byte_at(std::string_view text, std::size_t offset)
{
    return static_cast<unsigned char>(text[offset]);
}

// Length of a valid sequence at `offset`, or 0.
int decode(std::string_view text, std::size_t offset, char32_t& code_point)
{
    const Lead lead = classify(byte_at(text, offset));
    if (lead.length == 0 || text.size() - offset < static_cast<std::size_t>(lead.length))
        return 0;
    char32_t value = lead.bits;
    for (int i = 1; i < lead.length; ++i) {
        const unsigned char byte = byte_at(text, offset + static_cast<std::size_t>(i));
        if ((byte & 0xC0U) != 0x80U)
            return 0;
        value = (value << 6U) | (byte & 0x3FU);
    }
    if (value < lead.minimum || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    code_point = value;
    return lead.length;
}

}  // namespace

char32_t next(std::string_view text, std::size_t& offset)
{
    char32_t code_point = kReplacement;
    const int length = decode(text, offset, code_point);
    offset += length == 0 ? 1 : static_cast<std::size_t>(length);
    return code_point;
}

void append(std::string& text, char32_t code_point)
{
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6U));
        put(0x80 | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12U));
        put(0x80 | ((code_point >> 6U) & 0x3FU));
        put(0x80 | (code_point & 0x3FU));
    } else {
        put(0xF0 | (code_point >> 18U));
        put(0x80 | ((code_point >> 12U) & 0x3FU));
        put(0x80 | ((code_point >> 6U) & 0x3FU));
        put(0x80 | (code_point & 0x3FU));
    }
}

bool is_valid(std::string_view text)
{
    char32_t ignored = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const int length = decode(text, offset, ignored);
        if (length == 0)
            return false;
        offset += static_cast<std::size_t>(length);
    }
    return true;
}

std::string sanitise(std::string_view text)
{
    if (is_valid(text))
        return std::string(text);
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();)
        append(clean, next(text, offset));
    return clean;
}

std::size_t incomplete_tail(std::string_view text)
{
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const std::size_t offset = text.size() - back;
        const unsigned char byte = byte_at(text, offset);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        const Lead lead = classify(byte);
        return lead.length > static_cast<int>(back) ? back : 0;
    }
    return 0;
}

std::size_t floor_boundary(std::string_view text, std::size_t offset)
{
    if (offset >= text.size())
        return text.size();
    while (offset > 0 && (byte_at(text, offset) & 0xC0U) == 0x80U)
        --offset;
    return offset;
}

std::size_t count(std::string_view text)
{
    std::size_t code_points = 0;
    for (std::size_t offset = 0; offset < text.size(); ++code_points)
        next(text, offset);
    return code_points;
}

bool is_han(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF) || c == 0x3005 ||
           c == 0x3007;
}

bool is_kana(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
           (c >= 0xFF66 && c <= 0xFF9F);
}

bool is_hangul(char32_t c)
{
    return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) ||
           (c >= 0x3130 && c <= 0x318F);
}

bool is_cjk(char32_t c)
{
    return is_han(c) || is_kana(c) || is_hangul(c) || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF00 && c <= 0xFFEF);
}

bool is_space(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::size_t count_words(std::string_view text)
{
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = next(text, offset);
        if (is_han(c) || is_kana(c)) {
            ++words;
            inside = false;
        } else if (is_space(c) || (is_cjk(c) && !is_hangul(c))) {
            inside = false;
        } else if (!inside) {
            ++words;
            inside = true;
        }
    }
    return words;
}

std::string_view trim(std::string_view text)
{
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t after = begin;
        if (!is_space(next(text, after)))
            break;
        begin = after;
    }
    std::size_t end = text.size();
    while (end > begin) {
        std::size_t start = floor_boundary(text, end - 1);
        std::size_t after = start;
        if (!is_space(next(text, after)))
            break;
        end = start;
    }
    return text.substr(begin, end - begin);
}

}  // namespace longhand::utf8
