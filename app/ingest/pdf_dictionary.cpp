// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_paragraphs.h"

namespace longhand::ingest::pdf {
namespace {

char32_t lower(char32_t code)
{
    const bool latin = (code >= U'A' && code <= U'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7);
    const bool greek = code >= 0x391 && code <= 0x3A9;
    const bool cyrillic = code >= 0x410 && code <= 0x42F;
    return latin || greek || cyrillic ? code + 32 : code;
}

bool in_word(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') ||
           (code >= 0xC0 && code < 0x2000 && code != 0xD7 && code != 0xF7);
}

std::u32string lowered(std::u32string_view word)
{
    std::u32string out;
    for (const char32_t code : word)
        out.push_back(lower(code));
    return out;
}

}  // namespace

void Dictionary::add(std::u32string_view line)
{
    for (std::size_t at = 0; at < line.size();) {
        if (!in_word(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        std::size_t part = at;
        bool hyphens = false;
        while (end < line.size() && (in_word(line[end]) || (line[end] == U'-' && end > at))) {
            if (line[end] == U'-') {
                hyphens = true;
                words_.insert(lowered(line.substr(part, end - part)));
                part = end + 1;
            }
            ++end;
        }
        // what a hyphen cuts off at the line end is no word by itself
        const bool cut = end == line.size() && part == end;
        if (!cut) {
            words_.insert(lowered(line.substr(part, end - part)));
            if (hyphens)
                words_.insert(lowered(line.substr(at, end - at)));
        }
        at = end;
    }
}

bool Dictionary::has(std::u32string_view word) const { return words_.contains(lowered(word)); }

bool Dictionary::joins(std::u32string_view left, std::u32string_view right) const
{
    const std::u32string whole = lowered(left) + lowered(right);
    if (words_.contains(whole))
        return true;
    // without any evidence a hyphen at a line end is a cut; compounds show up elsewhere in the text
    return !words_.contains(lowered(left) + U'-' + lowered(right));
}

}  // namespace longhand::ingest::pdf
