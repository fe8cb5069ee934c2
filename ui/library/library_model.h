// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"

#include <QAbstractTableModel>

namespace longhand::ui {

// One row of the library: a book, or a file on its way to becoming one.
struct Card {
    BookView book;         // id 0 while it is only a file
    ImportId import = 0;   // 0 for a book
    QString path;          // of the file being added
    ProgressView progress; // of the import
    QString failure;       // sentence; empty while all is well
    QString detail;
    bool needsPassword = false;

    [[nodiscard]] bool isBook() const { return book.id != 0; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;    // counts, or how far the import is
    [[nodiscard]] QString warning() const;     // first problem, or the failure
    [[nodiscard]] QString description() const; // everything, for screen readers and tooltips
};

// Files being added stand above the books, in the order they were dropped; books newest first.
// Lists show the first column as a card, tables show all.
class LibraryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    // SearchRole: everything a person might type to find the book. SortRole compares as QVariant.
    enum Role { CardRole = Qt::UserRole + 1, SearchRole, SortRole };
    enum Column { Title, Authors, Language, Words, Pages, Size, Added, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setBooks(const QList<BookView>& books);
    void addImport(ImportId import, const QString& path);
    void setImportProgress(ImportId import, const ProgressView& progress);
    void setImportFailure(ImportId import, const Failure& failure);
    void removeImport(ImportId import);

    [[nodiscard]] const Card& card(int row) const { return m_cards.at(row); }
    [[nodiscard]] int rowOfBook(BookId book) const;
    [[nodiscard]] int rowOfImport(ImportId import) const;
    [[nodiscard]] int importCount() const { return m_imports; }

private:
    void changed(int first, int last);

    QList<Card> m_cards; // m_imports files, then the books
    int m_imports = 0;
};

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::Card)
