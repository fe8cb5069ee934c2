// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/passage_paint.h"

#include "ui/common/colours.h"
#include "ui/common/passage_browser.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace longhand::ui {
namespace {

constexpr double kCardRoom = 7; // above and below a card's words

void paintCard(QPainter& painter, const QTextEdit& text, const QRectF& block, PassageCard card)
{
    const double margin = text.document()->documentMargin();
    const QRectF rect(margin - 4, block.top() - kCardRoom,
                      text.viewport()->width() - 2 * margin + 8, block.height() + 2 * kCardRoom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(cardFill(text.palette()));
    painter.drawRoundedRect(rect, 8, 8);
    if (card != PassageCard::notice)
        return;
    painter.setBrush(warningText(text.palette()));
    painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 4, rect.height()), 2, 2);
}

void paintPill(QPainter& painter, const QTextEdit& text, const QTextBlock& block,
               const QPointF& origin, int begin, int end, bool lit)
{
    QColor fill = linkText(text.palette());
    fill.setAlphaF(lit ? 0.28F : 0.13F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const int first = std::max(begin, line.textStart());
        const int last = std::min(end, line.textStart() + line.textLength());
        if (first >= last)
            continue;
        const double from = line.cursorToX(first);
        const double to = line.cursorToX(last);
        const QRectF rect(origin.x() + std::min(from, to), origin.y() + line.y() + 0.5,
                          std::abs(to - from), line.ascent() + line.descent());
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    }
}

} // namespace

void paintUnderWords(QPainter& painter, const QTextEdit& text, const QString& lit)
{
    const QAbstractTextDocumentLayout* layout = text.document()->documentLayout();
    const QPointF scrolled(text.horizontalScrollBar()->value(), text.verticalScrollBar()->value());
    const double low = text.viewport()->height() + kCardRoom;
    painter.setRenderHint(QPainter::Antialiasing);
    QTextBlock block = text.cursorForPosition(QPoint(0, 0)).block();
    if (block.previous().isValid())
        block = block.previous(); // its card may reach into the view
    for (; block.isValid(); block = block.next()) {
        const QRectF rect = layout->blockBoundingRect(block).translated(-scrolled);
        if (rect.top() > low)
            return;
        const auto card = static_cast<PassageCard>(block.blockFormat().intProperty(kCardFormat));
        if (card != PassageCard::none)
            paintCard(painter, text, rect, card);
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().boolProperty(kChipFormat))
                continue;
            const int begin = fragment.position() - block.position();
            paintPill(painter, text, block, rect.topLeft(), begin, begin + fragment.length(),
                      !lit.isEmpty() && fragment.charFormat().anchorHref() == lit);
        }
    }
}

void PassageBrowser::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        paintUnderWords(painter, *this,
                        m_chip < 0 ? QString() : QStringLiteral("passage:%1").arg(m_chip));
    }
    QTextBrowser::paintEvent(event);
}

} // namespace longhand::ui
