// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_accessible.h"

#include "ui/reader/page_area.h"
#include "ui/reader/page_selection.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace longhand::ui {
namespace {

class PageAccessible : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit PageAccessible(PageArea* area)
        : QAccessibleWidget(area, QAccessible::Document), m_area(area)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Value)
            return m_area->currentText().text;
        return QAccessibleWidget::text(which);
    }

    // Selections are made with the mouse; the text view (F7) has a cursor for keys.
    void selection(int, int* start, int* end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    QString text(int start, int end) const override
    {
        return m_area->currentText().text.mid(start, end - start);
    }
    int characterCount() const override
    {
        return static_cast<int>(m_area->currentText().text.size());
    }
    QRect characterRect(int offset) const override
    {
        const PageTextView text = m_area->currentText();
        const auto glyph =
            std::find_if(text.glyphs.begin(), text.glyphs.end(),
                         [offset](const GlyphView& each) { return each.at == offset; });
        if (glyph == text.glyphs.end() || glyph->rect.isEmpty())
            return {};
        const QRectF page = m_area->pageRect(text.page - 1);
        const double scale = m_area->scale();
        const QRect rect =
            QRectF(page.topLeft() + glyph->rect.topLeft() * scale, glyph->rect.size() * scale)
                .toAlignedRect();
        return {m_area->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint& point) const override
    {
        const PageTextView text = m_area->currentText();
        if (text.page == 0)
            return -1;
        const QPointF here = m_area->viewport()->mapFromGlobal(point);
        const QPointF onPage = (here - m_area->pageRect(text.page - 1).topLeft()) / m_area->scale();
        const qsizetype glyph = glyphAt(text, onPage);
        return glyph < 0 ? -1 : static_cast<int>(text.glyphs.at(glyph).at);
    }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int* start, int* end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    PageArea* m_area;
};

QAccessibleInterface* make(const QString& /*type*/, QObject* object)
{
    auto* area = qobject_cast<PageArea*>(object);
    return area == nullptr ? nullptr : new PageAccessible(area);
}

} // namespace

void installPageAccessible()
{
    QAccessible::installFactory(make); // the same factory twice is one
}

void announcePageText(PageArea& area)
{
    QAccessibleValueChangeEvent event(&area, area.currentText().text);
    QAccessible::updateAccessibility(&event);
}

} // namespace longhand::ui
