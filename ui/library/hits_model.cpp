// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/hits_model.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"

#include <QPainter>
#include <QSet>
#include <QTextLayout>

namespace longhand::ui {
namespace {

constexpr int kPadding = 8;
constexpr int kRows = 2; // of the passage

QString placeOf(const HitView& hit)
{
    QStringList parts;
    if (!hit.chapterTitle.isEmpty())
        parts << hit.chapterTitle;
    parts << pageName(hit.source);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

int HitsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HitView& hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return hit.snippet;
    case Qt::AccessibleTextRole:
        return listed({m_titles.value(hit.book), placeOf(hit), hit.snippet});
    case HitRole:
        return QVariant::fromValue(hit);
    case BookTitleRole:
        return m_titles.value(hit.book);
    default:
        return {};
    }
}

void HitsModel::setHits(const QList<HitView>& hits, const QHash<BookId, QString>& titles)
{
    beginResetModel();
    m_hits = hits;
    m_titles = titles;
    endResetModel();
}

int HitsModel::books() const
{
    QSet<BookId> books;
    for (const HitView& hit : m_hits)
        books.insert(hit.book);
    return static_cast<int>(books.size());
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    const HitView hit = index.data(HitsModel::HitRole).value<HitView>();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, selectedFill(option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, cardFill(option.palette));
    const QRect inner = option.rect.adjusted(kPadding, 4, -kPadding, -4);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics boldMetrics(bold);
    const QFontMetrics metrics(option.font);
    const QString title = boldMetrics.elidedText(index.data(HitsModel::BookTitleRole).toString(),
                                                 Qt::ElideRight, inner.width() * 3 / 5);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, title);
    const int taken = boldMetrics.horizontalAdvance(title) + 12;
    painter->setFont(option.font);
    painter->setPen(dimText(option.palette));
    painter->drawText(inner.adjusted(taken, 0, 0, 0),
                      Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      metrics.elidedText(placeOf(hit), Qt::ElideRight, inner.width() - taken));

    QTextLayout layout(hit.snippet, option.font);
    QList<QTextLayout::FormatRange> formats;
    for (const auto& [begin, length] : hit.marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(linkText(option.palette));
        formats.append({static_cast<int>(begin), static_cast<int>(length), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    qreal top = 0;
    for (int row = 0; row < kRows; ++row) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(inner.width());
        line.setPosition({0, top});
        top += line.height();
    }
    layout.endLayout();
    painter->setPen(option.palette.color(QPalette::Text));
    layout.draw(painter, QPointF(inner.left(), inner.top() + metrics.height() + 2));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(option.palette.color(QPalette::Highlight));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, (1 + kRows) * QFontMetrics(option.font).height() + 14};
}

} // namespace longhand::ui
