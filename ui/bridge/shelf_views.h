// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

namespace longhand::ui {

// A paragraph in which the words looked for occur.
struct HitView {
    BookId book = 0;
    SourceView source; // the paragraph as a whole
    QString chapterTitle;
    QString snippet;
    QList<std::pair<qsizetype, qsizetype>> marks; // begin and length in the snippet, UTF-16
};

struct FoundFilesView {
    QStringList files;
    int others = 0;     // files in dropped folders that are not books
    int unreadable = 0; // folders that could not be opened
    bool cut = false;   // there were more than are taken at once
};

// Bytes a book takes on the disk.
struct DiskUseView {
    qint64 source = 0;
    qint64 text = 0; // with the search index
    qint64 pages = 0;
    qint64 results = 0;
    qint64 history = 0; // earlier versions of translated segments: can be freed
    qint64 readings = 0; // what models have read of it: can be freed
    [[nodiscard]] qint64 total() const
    {
        return source + text + pages + results + history + readings;
    }
};

// Where a chapter begins: `paragraph` counts from 0 through the whole book.
struct ChapterStartView {
    int paragraph = 0;
    QString title;
    int level = 1;
    int role = 0; // of the core; kept, never shown
    friend bool operator==(const ChapterStartView&, const ChapterStartView&) = default;
};

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::HitView)
Q_DECLARE_METATYPE(longhand::ui::FoundFilesView)
Q_DECLARE_METATYPE(longhand::ui::DiskUseView)
Q_DECLARE_METATYPE(longhand::ui::ChapterStartView)
