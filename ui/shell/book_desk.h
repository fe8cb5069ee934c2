// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/shell/panes.h"

#include <QHash>

namespace longhand::ui {

// Connects the library and the reader with the assistant: files coming in, the book that is
// open, its pages and passages, what is exported.
class BookDesk : public QObject {
    Q_OBJECT
public:
    // `window` is the parent of dialogs.
    BookDesk(Assistant& assistant, const Panes& panes, QWidget* window);

    void importFiles(const QStringList& paths);
    void importAgain(ImportId import);   // one that failed
    void dismissImport(ImportId import); // stops it, or forgets its failure
    void askPassword(ImportId import);
    [[nodiscard]] QString pathOf(ImportId import) const { return m_paths.value(import); }
    void openBook(BookId book);
    void openAt(BookId book, const SourceView& source);
    void reopen(BookId book);                           // its text is no longer what it was
    void exportResult(ExportKind kind);                 // summary or answers
    void setFirstBook(BookId book) { m_wanted = book; } // opened when the library is there

    [[nodiscard]] BookId book() const { return m_book; }
    [[nodiscard]] const BookContents& contents() const { return m_contents; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString titleOf(BookId book) const; // also of one just removed

signals:
    void leaving();                            // the open book, which the reader still shows
    void opened(longhand::ui::BookId book);    // another one, at its beginning; 0: none is open
    void bookShown(longhand::ui::BookId book); // panes are filled; 0: none is open
    void said(const QString& sentence);        // for the status bar
    void troubled(const longhand::ui::Failure& failure);
    void alreadyThere(const QStringList& names);

private:
    void connectLibrary();
    void connectReader();
    void startImport(const QString& path, const QString& password);
    void importEnded(ImportId import, BookId book, bool alreadyThere, const Failure& failure);
    void show(BookId book, const BookContents& contents);
    void close();
    void booksChanged(const QList<BookView>& books);

    Assistant& m_assistant;
    Panes m_panes;
    QWidget* m_window;
    QHash<ImportId, QString> m_paths;
    QHash<BookId, BookView> m_books;
    QHash<BookId, QString> m_titles; // of all that were seen
    QStringList m_known;             // names of dropped files that were there already
    BookContents m_contents;
    SourceView m_place; // to be shown when m_placed is open
    BookId m_placed = 0;
    BookId m_book = 0;   // shown
    BookId m_asked = 0;  // being opened
    BookId m_wanted = 0; // to be opened once it is in the list
    bool m_first = true;
};

} // namespace longhand::ui
