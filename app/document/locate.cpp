// SPDX-License-Identifier: GPL-3.0-or-later
// From a range of text back to pages and boxes.
#include "app/document/document.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>

namespace longhand::document {
namespace {

const Paragraph* paragraph_of(const Document& document, const TextRange& range)
{
    if (range.chapter >= document.chapters.size())
        return nullptr;
    const Chapter& chapter = document.chapters[range.chapter];
    return range.paragraph < chapter.paragraphs.size() ? &chapter.paragraphs[range.paragraph]
                                                       : nullptr;
}

const Page* page_of(const Document& document, std::uint32_t number)
{
    if (number == 0)
        return nullptr;
    // Pages are numbered in order unless a reader skipped some.
    if (number <= document.pages.size() && document.pages[number - 1].number == number)
        return &document.pages[number - 1];
    const auto found = std::ranges::find(document.pages, number, &Page::number);
    return found == document.pages.end() ? nullptr : &*found;
}

// Collects glyph boxes into one box a line.
class LineBoxes {
public:
    void add(std::uint32_t page, const Box& box)
    {
        if (!(box.x1 > box.x0) || !(box.y1 > box.y0))
            return;
        if (!lines_.empty() && lines_.back().page == page && same_line(lines_.back().box, box)) {
            Box& line = lines_.back().box;
            line = {std::min(line.x0, box.x0), std::min(line.y0, box.y0),
                    std::max(line.x1, box.x1), std::max(line.y1, box.y1)};
        } else {
            lines_.push_back({page, box});
        }
    }
    std::vector<PageBox> take() { return std::move(lines_); }

private:
    static bool same_line(const Box& line, const Box& box)
    {
        const float overlap = std::min(line.y1, box.y1) - std::max(line.y0, box.y0);
        const float smaller = std::min(line.y1 - line.y0, box.y1 - box.y0);
        const float gap = std::max(box.x0 - line.x1, line.x0 - box.x1);
        const float reach = 6.0F * std::max(line.y1 - line.y0, box.y1 - box.y0);
        return overlap >= 0.4F * smaller && gap <= reach;
    }

    std::vector<PageBox> lines_;
};

}  // namespace

std::string_view text_of(const Document& document, const TextRange& range)
{
    const Paragraph* paragraph = paragraph_of(document, range);
    if (paragraph == nullptr || range.begin >= range.end || range.begin >= paragraph->text.size())
        return {};
    return std::string_view(paragraph->text).substr(range.begin, range.end - range.begin);
}

std::vector<std::uint32_t> pages_of(const Document& document, const TextRange& range)
{
    std::vector<std::uint32_t> pages;
    const Paragraph* paragraph = paragraph_of(document, range);
    if (paragraph == nullptr)
        return pages;
    for (const Origin& origin : paragraph->origins) {
        if (origin.begin < range.end && origin.end > range.begin)
            pages.push_back(origin.page);
    }
    std::ranges::sort(pages);
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    return pages;
}

std::vector<PageBox> boxes_of(const Document& document, const TextRange& range)
{
    LineBoxes lines;
    const Paragraph* paragraph = paragraph_of(document, range);
    if (paragraph == nullptr)
        return {};
    for (const Origin& origin : paragraph->origins) {
        if (origin.begin >= range.end || origin.end <= range.begin)
            continue;
        const Page* page = page_of(document, origin.page);
        if (page == nullptr || page->glyphs.empty() || origin.end > paragraph->text.size())
            continue;
        std::size_t offset = origin.begin;
        for (std::size_t glyph = origin.first_glyph; offset < origin.end; ++glyph) {
            const std::size_t at = offset;
            const char32_t character = utf8::next(paragraph->text, offset);
            if (at >= range.begin && at < range.end && glyph < page->glyphs.size() &&
                !utf8::is_space(character))
                lines.add(origin.page, page->glyphs[glyph]);
        }
    }
    return lines.take();
}

}  // namespace longhand::document
