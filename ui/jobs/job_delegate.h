// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QStyledItemDelegate>

namespace longhand::ui {

// A job as two or three lines: a sign for its state (a shape of its own for each), what it works
// on, how far it is, what went wrong, and a bar while it is not over.
class JobDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

// Circle: waiting; arrow: working; bars: paused; tick: finished; triangle with a mark: finished
// with warnings; cross: failed; dash: cancelled.
void paintJobSign(QPainter& painter, const QRect& rect, JobState state, const QPalette& palette);

} // namespace longhand::ui
