// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_area.h"

#include "ui/common/colours.h"
#include "ui/reader/page_accessible.h"
#include "ui/reader/page_selection.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace longhand::ui {
namespace {

constexpr double kGap = 14.0;
constexpr double kMargin = 12.0;
constexpr double kSmallest = 0.2;
constexpr double kLargest = 6.0;
constexpr int kKeepAround = 4; // pages beside the visible ones whose pictures are kept
const QSizeF kUnknownSize{595.0, 842.0};
// Multiplied with paper, which is white in every scheme.
const QColor kMark{0xff, 0xdc, 0x5e};
const QColor kHit{0xd7, 0xec, 0xc9};
const QColor kSelected{0xb5, 0xd3, 0xf2};

QSizeF sizeOf(const PageView& page)
{
    return page.size.width() > 1.0 && page.size.height() > 1.0 ? page.size : kUnknownSize;
}

} // namespace

PageArea::PageArea(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("pageArea"));
    installPageAccessible(); // before anything asks for this object's interface
    setAccessibleName(tr("Pages"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
}

void PageArea::setPages(const QList<PageView>& pages)
{
    m_pages = pages;
    m_drawn.clear();
    m_text.clear();
    m_marks.clear();
    m_hits.clear();
    m_hitLines.clear();
    m_selected = {};
    m_outstanding = -1;
    m_textOutstanding = -1;
    m_lastCurrent = 0;
    verticalScrollBar()->setValue(0);
    layOut();
    requestNext();
}

void PageArea::layOut()
{
    double widest = 0.0;
    for (const PageView& page : m_pages)
        widest = std::max(widest, sizeOf(page).width());
    if (m_fitWidth && widest > 0.0)
        m_scale = std::clamp((viewport()->width() - 2.0 * kMargin) / widest, kSmallest, kLargest);
    m_contentWidth = widest * m_scale + 2.0 * kMargin;
    m_tops.clear();
    double top = kMargin;
    for (const PageView& page : m_pages) {
        m_tops.append(top);
        top += sizeOf(page).height() * m_scale + kGap;
    }
    m_tops.append(top);
    const auto range = [](QScrollBar* bar, double content, int shown) {
        bar->setPageStep(shown);
        bar->setSingleStep(40);
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(content)) - shown));
    };
    range(verticalScrollBar(), m_pages.isEmpty() ? 0.0 : top, viewport()->height());
    range(horizontalScrollBar(), m_fitWidth ? 0.0 : m_contentWidth, viewport()->width());
    viewport()->update();
}

// Runs a change of scale so that what stands at the top of the view stays there.
void PageArea::keepAnchored(const std::function<void()>& change)
{
    const auto [first, last] = visible();
    if (last < first) {
        change();
        return;
    }
    const double height = std::max(1.0, m_tops.at(first + 1) - m_tops.at(first));
    const double share = (verticalScrollBar()->value() - m_tops.at(first)) / height;
    change();
    const double now = m_tops.at(first + 1) - m_tops.at(first);
    verticalScrollBar()->setValue(static_cast<int>(std::lround(m_tops.at(first) + share * now)));
    requestNext();
}

QRectF PageArea::pageRect(int index) const
{
    const QSizeF size = sizeOf(m_pages.at(index)) * m_scale;
    const double width = std::max(m_contentWidth, static_cast<double>(viewport()->width()));
    return {QPointF((width - size.width()) / 2.0 - horizontalScrollBar()->value(),
                    m_tops.at(index) - verticalScrollBar()->value()),
            size};
}

std::pair<int, int> PageArea::visible() const
{
    if (m_pages.isEmpty())
        return {0, -1};
    const double top = verticalScrollBar()->value();
    const double bottom = top + viewport()->height();
    const auto begin = m_tops.begin();
    const auto end = m_tops.end() - 1;
    const int last = static_cast<int>(std::lower_bound(begin, end, bottom) - begin) - 1;
    // The gap below a page belongs to it, so that there is always a first one.
    const int first = static_cast<int>(std::upper_bound(begin, end, top) - begin) - 1;
    return {std::max(0, first), std::max(0, last)};
}

int PageArea::currentPage() const
{
    if (m_pages.isEmpty())
        return 0;
    // The page under the upper third is the one a person reads.
    const double line = verticalScrollBar()->value() + viewport()->height() / 3.0;
    const auto end = m_tops.end() - 1;
    const auto at = std::upper_bound(m_tops.begin(), end, line) - m_tops.begin();
    return std::clamp(static_cast<int>(at), 1, static_cast<int>(m_pages.size()));
}

void PageArea::showPage(int page)
{
    if (page < 1 || page > m_pages.size())
        return;
    verticalScrollBar()->setValue(static_cast<int>(m_tops.at(page - 1) - kMargin / 2));
}

void PageArea::setMarks(const QList<MarkView>& marks)
{
    m_marks = marks;
    viewport()->update();
    if (marks.isEmpty())
        return;
    const int page = marks.front().page;
    if (page < 1 || page > m_pages.size())
        return;
    const double y = m_tops.at(page - 1) + marks.front().rect.top() * m_scale;
    verticalScrollBar()->setValue(static_cast<int>(y - viewport()->height() / 3.0));
    const double x = pageRect(page - 1).left() + horizontalScrollBar()->value() +
                     marks.front().rect.left() * m_scale;
    if (horizontalScrollBar()->maximum() > 0)
        horizontalScrollBar()->setValue(static_cast<int>(x - 40));
}

void PageArea::clearMarks()
{
    m_marks.clear();
    viewport()->update();
}

void PageArea::zoom(double factor)
{
    keepAnchored([this, factor] {
        m_fitWidth = false;
        m_scale = std::clamp(m_scale * factor, kSmallest, kLargest);
        layOut();
    });
}

void PageArea::fitWidth()
{
    keepAnchored([this] {
        m_fitWidth = true;
        layOut();
    });
}

double PageArea::wantedPixels() const
{
    return m_scale * devicePixelRatioF();
}

bool PageArea::needsDrawing(int index) const
{
    const auto found = m_drawn.constFind(index);
    if (found == m_drawn.constEnd())
        return true;
    return found->failure.isEmpty() && std::abs(found->pixelsPerPoint - wantedPixels()) > 1e-3;
}

void PageArea::requestNext()
{
    if (!isVisible())
        return;
    const auto [first, last] = visible();
    const int count = static_cast<int>(m_pages.size());
    for (int page = first + 1; page <= last + 1 && m_textOutstanding < 0; ++page)
        if (!m_text.contains(page)) {
            m_textOutstanding = page;
            emit textWanted(page);
        }
    for (int index = first; index <= std::min(last + 1, count - 1) && m_outstanding < 0; ++index)
        if (needsDrawing(index)) {
            m_outstanding = index;
            emit pageWanted(index + 1, wantedPixels());
        }
}

void PageArea::forgetDistant()
{
    const auto [first, last] = visible();
    m_drawn.removeIf([first = first, last = last](QHash<int, Drawn>::iterator it) {
        return it.key() < first - kKeepAround || it.key() > last + kKeepAround;
    });
    const auto distant = [this, first = first, last = last](int page) {
        return page != m_selected.page &&
               (page <= first - kKeepAround || page > last + 1 + kKeepAround);
    };
    m_text.removeIf([&](QHash<int, PageTextView>::iterator it) { return distant(it.key()); });
    m_hitLines.removeIf([&](QHash<int, QList<QRectF>>::iterator it) { return distant(it.key()); });
}

void PageArea::setImage(int page, double pixelsPerPoint, const QImage& image)
{
    if (page < 1 || page > m_pages.size())
        return;
    m_drawn.insert(page - 1, {pixelsPerPoint, image, {}});
    if (m_outstanding == page - 1)
        m_outstanding = -1;
    forgetDistant();
    viewport()->update();
    requestNext();
}

void PageArea::setFailed(int page, const QString& sentence)
{
    if (page < 1 || page > m_pages.size())
        return;
    m_drawn.insert(page - 1, {wantedPixels(), {}, sentence});
    if (m_outstanding == page - 1)
        m_outstanding = -1;
    viewport()->update();
    requestNext();
}

void PageArea::paintPage(QPainter& painter, int index)
{
    const QRectF rect = pageRect(index);
    painter.fillRect(rect, Qt::white);
    const auto drawn = m_drawn.constFind(index);
    if (drawn != m_drawn.constEnd() && !drawn->image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform,
                              std::abs(drawn->pixelsPerPoint - wantedPixels()) > 1e-3);
        painter.drawImage(rect, drawn->image);
    } else if (drawn != m_drawn.constEnd() && !drawn->failure.isEmpty()) {
        painter.setPen(QColor(0x50, 0x50, 0x50));
        painter.drawText(rect.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         drawn->failure);
    }
    paintOver(painter, index, rect);
    painter.setPen(hairline(palette()));
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5));
}

// Marks, places found and what is selected lie over the print like a marker pen.
void PageArea::paintOver(QPainter& painter, int index, const QRectF& rect)
{
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    const auto fill = [&](const QRectF& line, const QColor& colour) {
        painter.fillRect(QRectF(rect.topLeft() + line.topLeft() * m_scale, line.size() * m_scale)
                             .adjusted(-1.5, -1, 1.5, 1),
                         colour);
    };
    for (const QRectF& line : m_hitLines.value(index + 1))
        fill(line, kHit);
    for (const MarkView& mark : std::as_const(m_marks))
        if (mark.page == index + 1)
            fill(mark.rect, kMark);
    if (m_selected.page == index + 1 && m_selected.head >= 0) {
        const auto [first, last] = selectedGlyphs();
        for (const QRectF& line : linesOf(m_text.value(index + 1), first, last))
            fill(line, kSelected);
    }
    painter.restore();
}

void PageArea::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), cardFill(palette()));
    const auto [first, last] = visible();
    for (int index = first; index <= last; ++index)
        paintPage(painter, index);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void PageArea::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    keepAnchored([this] { layOut(); });
}

void PageArea::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    requestNext();
}

void PageArea::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    viewport()->update();
    const int page = currentPage();
    if (page != m_lastCurrent) {
        m_lastCurrent = page;
        emit currentPageChanged(page);
    }
    requestNext();
}

void PageArea::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && m_selected.page > 0)
        QGuiApplication::clipboard()->setText(selectedText());
    else if (event->key() == Qt::Key_Escape && m_selected.page > 0)
        clearSelection();
    else if (event->key() == Qt::Key_Home)
        showPage(1);
    else if (event->key() == Qt::Key_End)
        showPage(static_cast<int>(m_pages.size()));
    else if (event->key() == Qt::Key_Space)
        verticalScrollBar()->triggerAction(event->modifiers().testFlag(Qt::ShiftModifier)
                                               ? QScrollBar::SliderPageStepSub
                                               : QScrollBar::SliderPageStepAdd);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void PageArea::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->angleDelta().y() != 0)
        zoom(event->angleDelta().y() > 0 ? 1.1 : 1.0 / 1.1);
    else
        QAbstractScrollArea::wheelEvent(event);
}

} // namespace longhand::ui
