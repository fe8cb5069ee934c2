// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ingest/sheet.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>

namespace longhand::ingest::test {

Sheet::Sheet(std::uint32_t number, float width, float height)
{
    page_.number = number;
    page_.width = width;
    page_.height = height;
}

void Sheet::put(std::string_view text, const Type& type, float y)
{
    const auto known = std::ranges::find(page_.fonts, type.font);
    const auto font = static_cast<std::uint32_t>(known - page_.fonts.begin());
    if (known == page_.fonts.end())
        page_.fonts.push_back(type.font);
    const auto begin = static_cast<std::uint32_t>(page_.text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = utf8::next(text, at);
        const float advance = utf8::is_cjk(code) ? type.size : type.size / 2;
        page_.text.push_back(code);
        page_.boxes.push_back({x_, y, x_ + advance, y + type.size});
        x_ += advance;
    }
    page_.runs.push_back({begin, static_cast<std::uint32_t>(page_.text.size()), font, type.size});
}

Sheet& Sheet::line(float x, float y, std::string_view text, const Type& type)
{
    if (!page_.text.empty()) {
        page_.text.push_back(U'\n');
        page_.boxes.push_back(page_.boxes.back());
    }
    x_ = x;
    y_ = y;
    put(text, type, y);
    return *this;
}

Sheet& Sheet::lines(float x, float y, std::initializer_list<std::string_view> texts,
                    const Type& type, float leading)
{
    for (const std::string_view text : texts) {
        line(x, y, text, type);
        y += leading;
    }
    return *this;
}

Sheet& Sheet::add(std::string_view text, const Type& type, float rise, float gap)
{
    x_ += gap;
    put(text, type, y_ - rise);
    return *this;
}

Sheet& Sheet::cells(float y, std::initializer_list<std::pair<float, std::string_view>> cells,
                    const Type& type)
{
    bool first = true;
    for (const auto& [x, text] : cells) {
        if (first) {
            line(x, y, text, type);
        } else {
            page_.text.push_back(U' ');
            page_.boxes.push_back({x_, y, x, y + type.size});
            x_ = x;
            put(text, type, y);
        }
        first = false;
    }
    return *this;
}

Sheet& Sheet::label(std::string text)
{
    page_.label = std::move(text);
    return *this;
}

std::string_view filler(std::size_t line)
{
    static constexpr std::array<std::string_view, 4> kLines = {
        "The keeper of the light went up the stairs each evening and",
        "looked over the water until the last of the boats were home",
        "while down in the village people set their clocks by the lamp",
        "and nobody thought that it could ever fail to shine at night."};
    return kLines[line % kLines.size()];
}

RawDocument document_of(std::initializer_list<Sheet> sheets)
{
    RawDocument raw;
    for (const Sheet& sheet : sheets)
        raw.pages.push_back(sheet.page());
    raw.page_count = static_cast<std::uint32_t>(raw.pages.size());
    return raw;
}

}  // namespace longhand::ingest::test
