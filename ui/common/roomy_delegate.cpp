// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/roomy_delegate.h"

namespace longhand::ui {

QSize RoomyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(size.height() + QFontMetrics(option.font).height() / 2);
    return size;
}

} // namespace longhand::ui
