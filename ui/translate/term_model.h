// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translation_views.h"

#include <QAbstractTableModel>

namespace longhand::ui {

// The glossary and character sheet of one translation. Changes are asked for and shown when they
// are saved.
class TermModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Source, Target, Kind, Status, Gender_, Address, Count, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setTerms(const QList<TermView>& terms);
    [[nodiscard]] const TermView& at(int row) const { return m_terms.at(row); }
    [[nodiscard]] const QList<TermView>& terms() const { return m_terms; }
    // Words to choose from in a column; empty where a person writes.
    [[nodiscard]] static QStringList choices(int column);

signals:
    void termChanged(const longhand::ui::TermView& term);

private:
    QList<TermView> m_terms;
};

} // namespace longhand::ui
