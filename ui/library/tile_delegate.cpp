// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/tile_delegate.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/library/cover.h"
#include "ui/library/library_model.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace longhand::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kCoverWidth = 132;
constexpr int kCoverHeight = 176;

QFont small(const QStyleOptionViewItem& option)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

// One short line; everything else is in the tooltip.
QString factsLine(const Card& card)
{
    if (!card.isBook())
        return card.failure.isEmpty() ? card.subtitle() : QString();
    return bookLength(card.book);
}

} // namespace

void TileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Card card = index.data(LibraryModel::CardRole).value<Card>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QPainterPath ground;
    ground.addRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6);
    if (selected)
        painter->fillPath(ground, selectedFill(option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillPath(ground, cardFill(option.palette));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->drawPath(ground);
    }
    const QRect inner = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const QRect cover(inner.left() + (inner.width() - kCoverWidth) / 2, inner.top(), kCoverWidth,
                      kCoverHeight);
    paintCover(*painter, cover, card, option.palette);

    int top = cover.bottom() + 8;
    const auto lines = [&](const QString& text, const QFont& font, const QColor& colour,
                           int count) {
        if (text.isEmpty())
            return;
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(colour);
        // Lines that wrap end before the edge: what is elided must leave room for that.
        const int width = count == 1 ? inner.width() : inner.width() * (count * 10 - 3) / 10;
        painter->drawText(QRect(inner.left(), top, inner.width(), count * metrics.lineSpacing()),
                          Qt::AlignLeft | (count == 1 ? Qt::TextSingleLine : Qt::TextWordWrap),
                          metrics.elidedText(text, Qt::ElideRight, width));
        top += count * metrics.lineSpacing() + 1;
    };
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QString facts = factsLine(card);
    lines(card.title(), bold, option.palette.color(QPalette::Text), 1);
    lines(facts, small(option), dimText(option.palette), 1);
    lines(card.warning(), small(option), warningText(option.palette), facts.isEmpty() ? 2 : 1);
    painter->restore();
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = QFontMetrics(option.font).height() + 2 * QFontMetrics(small(option)).height();
    return {kCoverWidth + 2 * kPadding + 16, kCoverHeight + 2 * kPadding + 8 + lines + 4};
}

} // namespace longhand::ui
