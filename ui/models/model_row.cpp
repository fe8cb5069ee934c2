// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_row.h"

#include "ui/common/colours.h"

#include <QPainter>

namespace longhand::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kSign = 18;
constexpr int kBar = 4;

void paintSign(QPainter& painter, const QRect& area, ModelRow::Sign sign, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    const bool doubt = sign == ModelRow::Sign::refused;
    painter.setPen(QPen(doubt ? warningText(palette) : linkText(palette), 1.8, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    switch (sign) {
    case ModelRow::Sign::ready:
    case ModelRow::Sign::installed:
        painter.drawPolyline(QPolygonF({{3.5, 9.5}, {7.5, 13.5}, {14.5, 4.5}}));
        break;
    case ModelRow::Sign::refused:
        painter.drawLine(QPointF(4, 4), QPointF(14, 14));
        painter.drawLine(QPointF(14, 4), QPointF(4, 14));
        break;
    case ModelRow::Sign::known:
        painter.drawEllipse(QRectF(3, 3, 12, 12));
        break;
    case ModelRow::Sign::loading:
        painter.drawLine(QPointF(9, 3), QPointF(9, 13));
        painter.drawPolyline(QPolygonF({{5, 9}, {9, 13.5}, {13, 9}}));
        break;
    case ModelRow::Sign::paused:
        painter.drawLine(QPointF(6, 4), QPointF(6, 14));
        painter.drawLine(QPointF(12, 4), QPointF(12, 14));
        break;
    }
    painter.restore();
}

} // namespace

void ModelRow::paint(QPainter* painter, const QStyleOptionViewItem& option,
                     const QModelIndex& index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, selectedFill(option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, cardFill(option.palette));
    const int height = QFontMetrics(option.font).lineSpacing();
    const int top = option.rect.top() + 7;
    paintSign(*painter,
              QRect(option.rect.left() + kPadding, top + (height - kSign) / 2, kSign, kSign),
              static_cast<Sign>(index.data(SignRole).toInt()), option.palette);
    const QRect words(option.rect.left() + 2 * kPadding + kSign, top,
                      option.rect.width() - 3 * kPadding - kSign, option.rect.height());
    int line = 0;
    const auto draw = [&](const QString& text, const QColor& colour, const QFont& font) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(words.adjusted(0, line * height, 0, 0),
                          Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
        ++line;
    };
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const QColor dim = chosen ? option.palette.color(QPalette::Text) : dimText(option.palette);
    draw(index.data(Qt::DisplayRole).toString(), option.palette.color(QPalette::Text), bold);
    draw(index.data(LineRole).toString(), dim, option.font);
    draw(index.data(SecondRole).toString(),
         index.data(DoubtRole).toBool() ? warningText(option.palette) : dim, option.font);
    if (const int percent = index.data(PercentRole).toInt(); percent > 0) {
        QRect bar(words.left(), option.rect.bottom() - kBar - 3, words.width(), kBar);
        painter->fillRect(bar, hairline(option.palette));
        bar.setWidth(bar.width() * std::min(percent, 100) / 100);
        painter->fillRect(bar, linkText(option.palette));
    }
    painter->setPen(hairline(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize ModelRow::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, 3 * QFontMetrics(option.font).lineSpacing() + 14 + kBar};
}

} // namespace longhand::ui
