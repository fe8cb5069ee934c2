// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/share_delegate.h"

#include "ui/common/colours.h"
#include "ui/translate/chapter_model.h"

#include <QPainter>

namespace longhand::ui {

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const int done = index.data(ChapterModel::DoneRole).toInt();
    const int total = index.data(ChapterModel::TotalRole).toInt();
    if (total <= 0 || option.state.testFlag(QStyle::State_Selected))
        return;
    const QRect bar(option.rect.left() + 3, option.rect.bottom() - 2, option.rect.width() - 6, 2);
    QRect part = bar;
    part.setWidth(static_cast<int>(static_cast<double>(bar.width()) * done / total));
    painter->fillRect(bar, hairline(option.palette));
    painter->fillRect(part, index.data(ChapterModel::TroubleRole).toInt() > 0
                                ? warningText(option.palette)
                                : linkText(option.palette));
}

// Room for the bar below the words.
QSize ShareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(16, 8);
}

} // namespace longhand::ui
