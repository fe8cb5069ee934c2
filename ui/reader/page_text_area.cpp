// SPDX-License-Identifier: GPL-3.0-or-later
// The text of the pages: selecting it with the mouse, marking what was searched for.
#include "ui/reader/page_accessible.h"
#include "ui/reader/page_area.h"
#include "ui/reader/page_selection.h"

#include <QMouseEvent>

#include <algorithm>

namespace longhand::ui {

void PageArea::setText(const PageTextView& text)
{
    if (m_textOutstanding == text.page)
        m_textOutstanding = -1;
    m_text.insert(text.page, text);
    findHits(text.page);
    forgetDistant();
    viewport()->update();
    if (text.page == currentPage())
        announcePageText(*this);
    requestNext();
}

PageTextView PageArea::currentText() const
{
    return m_text.value(currentPage());
}

void PageArea::setHits(const QList<SourceView>& hits)
{
    m_hits = hits;
    m_hitLines.clear();
    for (const int page : m_text.keys())
        findHits(page);
    viewport()->update();
}

void PageArea::findHits(int page)
{
    if (m_hits.isEmpty())
        return;
    QList<QRectF> lines;
    const PageTextView text = m_text.value(page);
    if (text.glyphs.isEmpty())
        return;
    // The glyphs of a page are in the order of the book, and so are the hits.
    const GlyphView& first = text.glyphs.front();
    const GlyphView& last = text.glyphs.back();
    const auto before = [](const SourceView& hit, const GlyphView& glyph) {
        return std::pair(hit.chapter, hit.paragraph) < std::pair(glyph.chapter, glyph.paragraph);
    };
    for (auto hit = std::lower_bound(m_hits.cbegin(), m_hits.cend(), first, before);
         hit != m_hits.cend() &&
         std::pair(hit->chapter, hit->paragraph) <= std::pair(last.chapter, last.paragraph);
         ++hit)
        lines += linesOf(text, *hit);
    m_hitLines.insert(page, lines);
}

PageArea::Under PageArea::under(QPointF position, int page) const
{
    Under result;
    const auto [first, last] = visible();
    for (int index = first; index <= last; ++index) {
        const QRectF rect = pageRect(index);
        if (page != 0 ? index + 1 != page : !rect.contains(position))
            continue;
        result.page = index + 1;
        const QPointF point = (position - rect.topLeft()) / m_scale;
        const PageTextView text = m_text.value(index + 1);
        result.glyph = glyphAt(text, point);
        result.onText = result.glyph >= 0 &&
                        text.glyphs.at(result.glyph).rect.adjusted(-3, -3, 3, 3).contains(point);
    }
    return result;
}

std::pair<qsizetype, qsizetype> PageArea::selectedGlyphs() const
{
    return std::minmax(m_selected.anchor, m_selected.head);
}

QString PageArea::selectedText() const
{
    const auto [first, last] = selectedGlyphs();
    return textOf(m_text.value(m_selected.page), first, last);
}

std::optional<SourceView> PageArea::selection() const
{
    if (m_selected.page == 0)
        return std::nullopt;
    const auto [first, last] = selectedGlyphs();
    auto passage = passageOf(m_text.value(m_selected.page), first, last);
    if (passage && m_selected.page <= m_pages.size())
        passage->pageLabel = m_pages.at(m_selected.page - 1).label;
    return passage;
}

void PageArea::clearSelection()
{
    if (m_selected.page == 0)
        return;
    m_selected = {};
    viewport()->update();
    emit selectionChanged();
}

void PageArea::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    clearSelection();
    const Under here = under(event->position());
    if (here.glyph >= 0)
        m_selected = {here.page, here.glyph, -1}; // a click alone selects nothing
}

void PageArea::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        viewport()->setCursor(under(event->position()).onText ? Qt::IBeamCursor : Qt::ArrowCursor);
        return;
    }
    if (m_selected.page == 0)
        return;
    const Under here = under(event->position(), m_selected.page);
    if (here.glyph < 0 || (m_selected.head < 0 && here.glyph == m_selected.anchor))
        return;
    m_selected.head = here.glyph;
    viewport()->update();
}

void PageArea::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_selected.page == 0)
        return;
    if (m_selected.head < 0)
        m_selected = {};
    else
        emit selectionChanged();
}

void PageArea::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Under here = under(event->position());
    if (!here.onText)
        return;
    const auto [first, last] = wordAt(m_text.value(here.page), here.glyph);
    m_selected = {here.page, first, last};
    viewport()->update();
    emit selectionChanged();
}

} // namespace longhand::ui
