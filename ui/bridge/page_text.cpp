// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/page_text.h"

#include "ui/bridge/text.h"

#include <algorithm>

namespace longhand::ui {
namespace {

QRectF rectOf(const document::Box& box)
{
    return {QPointF(static_cast<double>(box.x0), static_cast<double>(box.y0)),
            QPointF(static_cast<double>(box.x1), static_cast<double>(box.y1))};
}

// Bytes of the character that begins with `lead`.
std::uint32_t characterBytes(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

class PageTextBuilder {
public:
    PageTextBuilder(const std::vector<document::Box>& boxes, int page) : m_boxes(boxes)
    {
        m_view.page = page;
    }

    void add(const document::Paragraph& paragraph, int chapter, int number)
    {
        const auto page = static_cast<std::uint32_t>(m_view.page);
        std::uint32_t done = 0;
        bool any = false;
        for (const document::Origin& origin : paragraph.origins) {
            if (origin.page != page)
                continue;
            const auto end = std::min<std::size_t>(origin.end, paragraph.text.size());
            // What stands between two runs of the page was put in where their lines were joined.
            if (any)
                for (std::uint32_t at = done; at < origin.begin;)
                    at = append(paragraph, chapter, number, at, {});
            std::size_t glyph = origin.first_glyph;
            for (std::uint32_t at = origin.begin; at < end; ++glyph)
                at = append(paragraph, chapter, number, at,
                            glyph < m_boxes.size() ? rectOf(m_boxes[glyph]) : QRectF());
            done = static_cast<std::uint32_t>(end);
            any = true;
        }
        if (any)
            m_view.text += QLatin1Char('\n');
    }
    PageTextView take() { return std::move(m_view); }

private:
    // The offset behind the character.
    std::uint32_t append(const document::Paragraph& paragraph, int chapter, int number,
                         std::uint32_t at, const QRectF& rect)
    {
        const std::uint32_t end = std::min(at + characterBytes(paragraph.text[at]),
                                           static_cast<std::uint32_t>(paragraph.text.size()));
        m_view.glyphs.append({chapter, number, at, end, rect, m_view.text.size()});
        m_view.text += fromUtf8(std::string_view(paragraph.text).substr(at, end - at));
        return end;
    }

    const std::vector<document::Box>& m_boxes;
    PageTextView m_view;
};

} // namespace

PageTextView pageText(const document::Document& document, const std::vector<document::Box>& boxes,
                      int page)
{
    PageTextBuilder builder(boxes, page);
    int chapter = 0;
    for (const document::Chapter& each : document.chapters) {
        int number = 0;
        for (const document::Paragraph& paragraph : each.paragraphs)
            builder.add(paragraph, chapter, number++);
        ++chapter;
    }
    return builder.take();
}

} // namespace longhand::ui
