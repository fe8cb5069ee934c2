// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/card_delegate.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/library/library_model.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

namespace longhand::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kGap = 2;
constexpr int kBarHeight = 3;
constexpr int kWarningLines = 3;

struct Line {
    QString text;
    QFont font;
    QColor colour;
    int maxLines = 1;
};

// The lines of a card from top to bottom; shared by painting and measuring.
QList<Line> linesOf(const Card& card, const QStyleOptionViewItem& option)
{
    const QColor text = option.palette.color(QPalette::Text);
    const QColor dim = dimText(option.palette);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    QList<Line> lines{{card.title(), bold, text, 2}};
    if (card.isBook() && !card.book.authors.isEmpty())
        lines.append({listed(card.book.authors), small, dim});
    if (!card.subtitle().isEmpty())
        lines.append({card.subtitle(), small, dim, 2});
    if (!card.warning().isEmpty())
        lines.append({card.warning(), small, warningText(option.palette),
                      card.isBook() ? 2 : kWarningLines});
    return lines;
}

// Wraps into at most `line.maxLines`, the last one elided. Returns the rows.
QStringList wrapped(const Line& line, int width)
{
    const QFontMetrics metrics(line.font);
    QStringList rows;
    QTextLayout layout(line.text, line.font);
    layout.beginLayout();
    for (QTextLine row = layout.createLine(); row.isValid(); row = layout.createLine()) {
        row.setLineWidth(width);
        if (rows.size() == line.maxLines - 1) {
            rows.append(metrics.elidedText(line.text.mid(row.textStart()), Qt::ElideRight, width));
            break;
        }
        rows.append(line.text.mid(row.textStart(), row.textLength()).trimmed());
    }
    layout.endLayout();
    return rows;
}

int widthOf(const QStyleOptionViewItem& option)
{
    int width = option.rect.width();
    if (const auto* view = qobject_cast<const QAbstractItemView*>(option.widget))
        width = view->viewport()->width();
    return std::max(80, width - 2 * kPadding);
}

bool showsBar(const Card& card)
{
    return !card.isBook() && card.failure.isEmpty();
}

} // namespace

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Card card = index.data(LibraryModel::CardRole).value<Card>();
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, selectedFill(option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, cardFill(option.palette));
    painter->setPen(hairline(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          option.palette.color(QPalette::Highlight));

    const int left = option.rect.left() + kPadding;
    const int width = widthOf(option);
    int top = option.rect.top() + kPadding;
    for (const Line& line : linesOf(card, option)) {
        const QFontMetrics metrics(line.font);
        painter->setFont(line.font);
        painter->setPen(line.colour);
        for (const QString& row : wrapped(line, width)) {
            painter->drawText(QRect(left, top, width, metrics.height()),
                              Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, row);
            top += metrics.height();
        }
        top += kGap;
    }
    if (showsBar(card)) {
        const QRect bar(left, top + 3, width, kBarHeight);
        painter->fillRect(bar, hairline(option.palette));
        const int share = percent(card.progress.done, card.progress.total);
        QRect done = bar;
        done.setWidth(bar.width() * std::max(share, 3) / 100);
        painter->fillRect(done, linkText(option.palette));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(option.palette.color(QPalette::Highlight));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Card card = index.data(LibraryModel::CardRole).value<Card>();
    const int width = widthOf(option);
    int height = 2 * kPadding;
    for (const Line& line : linesOf(card, option))
        height +=
            static_cast<int>(wrapped(line, width).size()) * QFontMetrics(line.font).height() + kGap;
    if (showsBar(card))
        height += kBarHeight + 3;
    return {width, height};
}

} // namespace longhand::ui
