// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/library/card_menu.h"
#include "ui/shell/panes.h"

#include <QPointer>
#include <QTimer>

namespace longhand::ui {

class BookDesk;
class ChapterEditor;

// Connects the library page with the shelf: searching, adding, removing and getting back,
// renaming, chapters, disk space.
class ShelfDesk : public QObject {
    Q_OBJECT
public:
    // `window` is the parent of dialogs.
    ShelfDesk(Assistant& assistant, const Panes& panes, BookDesk& books, QWidget* window);

    void add(const QStringList& paths); // files and folders
    void act(BookAction action, const QList<BookId>& books);

signals:
    void said(const QString& sentence);

private:
    void connectShelf();
    void connectPanes();
    void actOnFile(ImportAction action, ImportId import);
    void remove(const QList<BookId>& books);
    void offerUndo();
    void filesFound(const FoundFilesView& found);
    void editChapters(BookId book);
    void rename(BookId book);
    void note(const QString& sentence); // for a while, with a button that hides it

    Assistant& m_assistant;
    Shelf& m_shelf;
    Panes m_panes;
    BookDesk& m_books;
    QWidget* m_window;
    QList<BookId> m_binned; // what one undo brings back
    QTimer m_forget;        // the notice
    QPointer<ChapterEditor> m_editor;
    BookId m_edited = 0;     // whose chapters are being arranged
    BookId m_wantsEditor = 0; // its text is being read
};

} // namespace longhand::ui
