// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/shelf_views.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStyledItemDelegate>

namespace longhand::ui {

// Places in the texts of all books, best first.
class HitsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { HitRole = Qt::UserRole + 1, BookTitleRole };
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    void setHits(const QList<HitView>& hits, const QHash<BookId, QString>& titles);
    [[nodiscard]] const HitView& hit(int row) const { return m_hits.at(row); }
    [[nodiscard]] int books() const; // in how many

private:
    QList<HitView> m_hits;
    QHash<BookId, QString> m_titles;
};

// Book and place above, the passage below with what matched in bold.
class HitDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace longhand::ui
