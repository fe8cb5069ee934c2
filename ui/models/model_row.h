// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace longhand::ui {

// A row of a list of models: sign, name, two lines below it, a bar while something is under way.
class ModelRow : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role {
        LineRole = Qt::UserRole + 1,
        SecondRole,
        SignRole,
        PercentRole,
        KeyRole,
        DoubtRole
    };
    enum class Sign { ready, refused, known, installed, loading, paused };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace longhand::ui
