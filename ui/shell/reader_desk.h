// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/reader/reader_pane.h"
#include "ui/shell/panes.h"

#include <QHash>

class QSettings;

namespace longhand::ui {

class BookDesk;

// Connects the reader with the rest: its pages and their text, the contents at the side, passages
// that are asked about, explained or translated, and the place where each book was left.
class ReaderDesk : public QObject {
    Q_OBJECT
public:
    // `settings` outlives this; null: places are kept while the program runs.
    ReaderDesk(Assistant& assistant, const Panes& panes, BookDesk& books, QSettings* settings,
               QObject* parent);

    void keepPlace(); // of the open book; the others are kept as they are left

signals:
    void questionsWanted(); // a passage was asked about or is being explained
    void said(const QString& sentence);

private:
    void connectPages();
    void connectPassages();
    void opened(BookId book);

    Assistant& m_assistant;
    Panes m_panes;
    BookDesk& m_books;
    QSettings* m_settings;
    BookId m_open = 0;
    QHash<BookId, ReadingPlace> m_places; // of this session
};

} // namespace longhand::ui
