// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_delegate.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/jobs/jobs_model.h"

#include <QPainter>
#include <QPainterPath>

namespace longhand::ui {
namespace {

constexpr int kPadding = 8;
constexpr int kSign = 18;
constexpr int kBar = 3;

QColor signColour(JobState state, const QPalette& palette)
{
    switch (state) {
    case JobState::finishedWithWarnings:
    case JobState::failed:
        return warningText(palette);
    case JobState::running:
    case JobState::finished:
        return linkText(palette);
    default:
        return dimText(palette);
    }
}

bool showsBar(const QModelIndex& index)
{
    const auto state = static_cast<JobState>(index.data(JobsModel::StateRole).toInt());
    return !isOver(state) && index.data(JobsModel::PercentRole).toInt() >= 0;
}

// With room for the taller letters of Chinese and Japanese titles.
int lineHeight(const QStyleOptionViewItem& option)
{
    return QFontMetrics(option.font).height() * 5 / 4;
}

} // namespace

void paintJobSign(QPainter& painter, const QRect& rect, JobState state, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = signColour(state, palette);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 18.0, rect.height() / 18.0);
    painter.setPen(QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case JobState::queued:
        painter.drawEllipse(QRectF(4, 4, 10, 10));
        break;
    case JobState::running:
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{5, 3.5}, {14, 9}, {5, 14.5}}));
        break;
    case JobState::paused:
        painter.drawLine(QPointF(6, 4), QPointF(6, 14));
        painter.drawLine(QPointF(12, 4), QPointF(12, 14));
        break;
    case JobState::finished:
        painter.drawPolyline(QPolygonF({{3.5, 9.5}, {7.5, 13.5}, {14.5, 4.5}}));
        break;
    case JobState::finishedWithWarnings:
        painter.drawPolygon(QPolygonF({{9, 2.5}, {16.5, 15.5}, {1.5, 15.5}}));
        painter.drawLine(QPointF(9, 7), QPointF(9, 10.5));
        painter.drawPoint(QPointF(9, 13));
        break;
    case JobState::failed:
        painter.drawLine(QPointF(4, 4), QPointF(14, 14));
        painter.drawLine(QPointF(14, 4), QPointF(4, 14));
        break;
    case JobState::cancelled:
        painter.drawLine(QPointF(4, 9), QPointF(14, 9));
        break;
    }
    painter.restore();
}

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    const auto state = static_cast<JobState>(index.data(JobsModel::StateRole).toInt());
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, selectedFill(option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, cardFill(option.palette));
    const int top = option.rect.top() + 5;
    paintJobSign(*painter, QRect(option.rect.left() + kPadding, top + 1, kSign, kSign), state,
                 option.palette);
    const QRect words(option.rect.left() + 2 * kPadding + kSign, top,
                      option.rect.width() - 3 * kPadding - kSign, option.rect.height());
    int line = 0;
    const auto draw = [&](const QString& text, const QColor& colour, QFont font) {
        if (text.isEmpty())
            return;
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(words.adjusted(0, line * lineHeight(option), 0, 0),
                          Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
        ++line;
    };
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    draw(index.data(JobsModel::TitleRole).toString(), option.palette.color(QPalette::Text), bold);
    draw(index.data(JobsModel::LineRole).toString(), dimText(option.palette), option.font);
    draw(index.data(JobsModel::ProblemRole).toString(), warningText(option.palette), option.font);
    if (showsBar(index)) {
        QRect bar(words.left(), option.rect.bottom() - kBar - 3, words.width(), kBar);
        painter->fillRect(bar, hairline(option.palette));
        bar.setWidth(bar.width() * index.data(JobsModel::PercentRole).toInt() / 100);
        painter->fillRect(bar, signColour(state, option.palette));
    }
    painter->setPen(hairline(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(option.palette.color(QPalette::Highlight));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int lines = index.data(JobsModel::ProblemRole).toString().isEmpty() ? 2 : 3;
    return {200, lines * lineHeight(option) + 12 +
                     (showsBar(index) ? kBar + 3 : 0)};
}

} // namespace longhand::ui
