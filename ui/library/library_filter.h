// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_model.h"

#include <QSortFilterProxyModel>

namespace longhand::ui {

// The library narrowed to words that all occur in a book's title, authors, file name or language,
// and sorted by a column; files being added stay on top.
class LibraryFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit LibraryFilter(LibraryModel& model, QObject* parent = nullptr);

    void setWords(const QString& words);
    [[nodiscard]] const Card* card(const QModelIndex& index) const; // nullptr: none
    [[nodiscard]] QModelIndex indexOfBook(BookId book) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    LibraryModel& m_model;
    QStringList m_words;
};

} // namespace longhand::ui
