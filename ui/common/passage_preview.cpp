// SPDX-License-Identifier: GPL-3.0-or-later
// Chips under the mouse and under the keys: when their passage is shown and when it goes.
#include "ui/common/passage_browser.h"

#include "ui/common/passage_paint.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextCursor>
#include <QUrl>

#include <algorithm>

namespace longhand::ui {

int PassageBrowser::focusedSource() const
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        return -1;
    cursor.setPosition(std::min(textCursor().selectionStart() + 1, textCursor().selectionEnd()));
    const QUrl url(cursor.charFormat().anchorHref());
    bool ok = false;
    const int index = url.path().toInt(&ok);
    return ok && url.scheme() == QLatin1String("passage") && index < m_sources.size() ? index : -1;
}

int PassageBrowser::chipAt(const QPoint& position) const
{
    const QUrl url(anchorAt(position));
    if (url.scheme() != QLatin1String("passage"))
        return -1;
    // cursorForPosition gives the place between two characters: either may be the chip's.
    QTextCursor cursor = cursorForPosition(position);
    bool chip = cursor.charFormat().boolProperty(kChipFormat);
    if (!cursor.atBlockEnd()) {
        cursor.movePosition(QTextCursor::NextCharacter);
        chip = chip || cursor.charFormat().boolProperty(kChipFormat);
    }
    const int index = url.path().toInt();
    return chip && index >= 0 && index < m_sources.size() ? index : -1;
}

void PassageBrowser::preview(int source, const QRect& chip)
{
    if (m_popover.isNull())
        m_popover = new PassagePopover(window());
    const QRect there(viewport()->mapTo(window(), chip.topLeft()), chip.size());
    m_popover->show(m_sources.at(source), m_book, there);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    setAccessibleDescription(m_popover->text());
    QAccessible::updateAccessibility(&event);
}

void PassageBrowser::hidePreview()
{
    m_rest.stop();
    m_chip = -1;
    if (!m_popover.isNull())
        m_popover->hide();
}

void PassageBrowser::mouseMoveEvent(QMouseEvent* event)
{
    QTextBrowser::mouseMoveEvent(event);
    const int chip = chipAt(event->pos());
    m_hovered = event->pos();
    if (chip == m_chip)
        return;
    hidePreview();
    m_chip = chip;
    if (chip >= 0)
        m_rest.start();
}

void PassageBrowser::leaveEvent(QEvent* event)
{
    QTextBrowser::leaveEvent(event);
    hidePreview();
}

void PassageBrowser::focusOutEvent(QFocusEvent* event)
{
    QTextBrowser::focusOutEvent(event);
    hidePreview();
}

void PassageBrowser::scrollContentsBy(int dx, int dy)
{
    QTextBrowser::scrollContentsBy(dx, dy);
    hidePreview();
}

void PassageBrowser::keyPressEvent(QKeyEvent* event)
{
    const bool shown = !m_popover.isNull() && m_popover->isVisible();
    if (event->key() == Qt::Key_Space && focusedSource() >= 0) {
        if (shown) {
            hidePreview();
        } else {
            QTextCursor cursor = textCursor();
            cursor.setPosition(textCursor().selectionEnd());
            const QRect end = cursorRect(cursor);
            preview(focusedSource(), QRect(end.left() - 30, end.top(), 30, end.height()));
        }
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape && shown) {
        hidePreview();
        event->accept();
        return;
    }
    if (shown && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab))
        hidePreview();
    QTextBrowser::keyPressEvent(event);
}

} // namespace longhand::ui
