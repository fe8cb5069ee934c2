// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/side_view.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/translate/segment_model.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace longhand::ui {
namespace {

constexpr int kSteps = 100; // of the scroll bar, a paragraph
constexpr double kMargin = 14.0, kGap = 24.0, kAir = 10.0;

double layOut(QTextLayout& layout, double width)
{
    double y = 0.0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0.0, y));
        y += line.height() * 1.25;
    }
    layout.endLayout();
    return y;
}

std::unique_ptr<QTextLayout> layoutOf(const QString& text, const QFont& font)
{
    QString shown = text;
    shown.replace(QLatin1Char('\n'), QChar::LineSeparator);
    auto layout = std::make_unique<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto); // by the text itself
    option.setAlignment(text.isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft);
    layout->setTextOption(option);
    layout->setCacheEnabled(false);
    return layout;
}

} // namespace

SideView::SideView(SegmentModel& model, QWidget* parent)
    : QAbstractScrollArea(parent), m_model(model)
{
    setObjectName(QStringLiteral("sideBySide"));
    setAccessibleName(tr("Source and translation side by side"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    verticalScrollBar()->setSingleStep(kSteps / 2);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SideView::updateRange);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &SideView::updateRange);
    connect(&m_model, &QAbstractItemModel::dataChanged, viewport(),
            [this](const QModelIndex& first, const QModelIndex& last) {
                // A screen holds no more paragraphs than this.
                if (last.row() >= topRow() && first.row() <= topRow() + 100)
                    viewport()->update();
            });
    updateRange();
}

void SideView::updateRange()
{
    const int rows = m_model.rowCount();
    verticalScrollBar()->setRange(0, std::max(0, rows - 1) * kSteps);
    verticalScrollBar()->setPageStep(kSteps * 4);
    m_current = std::clamp(m_current, 0, std::max(0, rows - 1));
    viewport()->update();
}

int SideView::topRow() const
{
    return verticalScrollBar()->value() / kSteps;
}

double SideView::columnWidth() const
{
    return std::max(60.0, (viewport()->width() - 2 * kMargin - kGap) / 2.0);
}

SideView::Pair SideView::lay(int row) const
{
    const SegmentView& segment = m_model.at(row);
    const double width = columnWidth();
    Pair pair;
    pair.source = layoutOf(segment.source, font());
    const bool waits = segment.target.isEmpty();
    pair.target = layoutOf(waits ? statusWord(segment) : segment.target, font());
    QFont small = font();
    small.setPointSizeF(std::max(7.0, small.pointSizeF() * 0.88));
    const QString warnings = remarks(segment.warnings);
    pair.note = layoutOf(warnings.isEmpty() ? warnings : QStringLiteral("▲ ") + warnings, small);
    const double source = layOut(*pair.source, width);
    double target = layOut(*pair.target, width);
    if (!warnings.isEmpty()) {
        pair.note->setPosition(QPointF(0.0, target + 3.0));
        target += 3.0 + layOut(*pair.note, width);
    }
    pair.height = std::max(source, target) + 2 * kAir;
    return pair;
}

double SideView::heightOf(int row) const
{
    return lay(row).height;
}

void SideView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    const int rows = m_model.rowCount();
    if (rows == 0) {
        painter.setPen(dimText(palette()));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20),
                         Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing to show yet."));
        return;
    }
    const double right = kMargin + columnWidth() + kGap;
    double y = 0.0;
    for (int row = topRow(); row < rows && y < viewport()->height(); ++row) {
        const Pair pair = lay(row);
        if (row == topRow())
            y = -pair.height * (verticalScrollBar()->value() % kSteps) / kSteps;
        const SegmentView& segment = m_model.at(row);
        const QRectF area(0.0, y, viewport()->width(), pair.height);
        if (row == m_current && hasFocus()) {
            painter.fillRect(area, selectedFill(palette()));
            painter.fillRect(QRectF(0.0, y, 3.0, pair.height), palette().color(QPalette::Highlight));
        }
        painter.setPen(palette().color(QPalette::Text));
        pair.source->draw(&painter, QPointF(kMargin, y + kAir));
        painter.setPen(segment.target.isEmpty() ? dimText(palette())
                                                : palette().color(QPalette::Text));
        pair.target->draw(&painter, QPointF(right, y + kAir));
        painter.setPen(warningText(palette()));
        pair.note->draw(&painter, QPointF(right, y + kAir));
        y += pair.height;
        painter.setPen(hairline(palette()));
        painter.drawLine(QPointF(kMargin, y - 0.5), QPointF(viewport()->width() - kMargin, y - 0.5));
    }
    const double middle = kMargin + columnWidth() + kGap / 2.0;
    painter.setPen(hairline(palette()));
    painter.drawLine(QPointF(middle, 0.0), QPointF(middle, viewport()->height()));
}

void SideView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    viewport()->update();
}

// By what is on the screen, over the ends of paragraphs.
void SideView::scrollPixels(double pixels)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    int row = std::min(topRow(), rows - 1);
    double height = heightOf(row);
    double y = height * (verticalScrollBar()->value() % kSteps) / kSteps + pixels;
    while (y >= height && row + 1 < rows) {
        y -= height;
        height = heightOf(++row);
    }
    while (y < 0.0 && row > 0) {
        height = heightOf(--row);
        y += height;
    }
    const double part = std::clamp(y / height, 0.0, 0.99);
    verticalScrollBar()->setValue(row * kSteps + static_cast<int>(std::floor(part * kSteps)));
}

void SideView::wheelEvent(QWheelEvent* event)
{
    const double pixels = event->pixelDelta().isNull() ? event->angleDelta().y() * 0.5
                                                       : event->pixelDelta().y();
    scrollPixels(-pixels);
    event->accept();
}

int SideView::rowAt(double wanted) const
{
    double y = 0.0;
    for (int row = topRow(); row < m_model.rowCount(); ++row) {
        const double height = heightOf(row);
        if (row == topRow())
            y = -height * (verticalScrollBar()->value() % kSteps) / kSteps;
        y += height;
        if (y > wanted || y > viewport()->height())
            return row;
    }
    return m_model.rowCount() - 1;
}

void SideView::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, m_model.rowCount() - 1));
    const int last = rowAt(viewport()->height() - 1);
    if (m_current < topRow() || (m_current == topRow() && verticalScrollBar()->value() % kSteps > 0))
        showRow(m_current);
    else if (m_current >= last && m_current > topRow())
        scrollPixels(heightOf(m_current));
    viewport()->update();
}

void SideView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        setCurrent(m_current + 1);
        return;
    case Qt::Key_Up:
        setCurrent(m_current - 1);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        scrollPixels(viewport()->height() * 0.9);
        m_current = topRow();
        viewport()->update();
        return;
    case Qt::Key_PageUp:
        scrollPixels(-viewport()->height() * 0.9);
        m_current = topRow();
        viewport()->update();
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        showRow(m_model.rowCount() - 1);
        m_current = m_model.rowCount() - 1;
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_model.rowCount() > 0)
            emit rowActivated(m_current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void SideView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_model.rowCount() > 0) {
        m_current = rowAt(event->position().y());
        viewport()->update();
    }
}

void SideView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_model.rowCount() > 0)
        emit rowActivated(rowAt(event->position().y()));
}

void SideView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void SideView::showRow(int row)
{
    m_current = std::clamp(row, 0, std::max(0, m_model.rowCount() - 1));
    verticalScrollBar()->setValue(m_current * kSteps);
    viewport()->update();
}

QString SideView::visibleText() const
{
    QStringList lines;
    const int last = m_model.rowCount() == 0 ? -1 : rowAt(viewport()->height() - 1);
    for (int row = topRow(); row <= last; ++row)
        lines << m_model.at(row).source << m_model.at(row).target;
    return lines.join(QLatin1Char('\n'));
}

} // namespace longhand::ui
