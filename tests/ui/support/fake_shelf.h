// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/shelf.h"

namespace longhand::ui {

class FakeShelf : public Shelf {
    Q_OBJECT
public:
    void search(const QString& words) override
    {
        searches << words;
        if (hits.contains(words))
            emit searched(words, hits.value(words));
    }
    void findFiles(const QStringList& paths) override
    {
        looked << paths;
        FoundFilesView answer = found;
        if (answer.files.isEmpty())
            answer.files = paths;
        emit filesFound(answer);
    }
    void putIntoBin(BookId book) override
    {
        bin.append(book);
        emit binned(book);
        emit booksMoved();
    }
    void takeFromBin(BookId book) override
    {
        bin.removeAll(book);
        emit booksMoved();
    }
    void emptyBin() override { ++emptied; }
    void readDiskUse(BookId book) override { emit diskUseRead(book, use); }
    void freeHistory(BookId book) override
    {
        const qint64 bytes = std::exchange(use.history, 0);
        emit freed(book, bytes);
    }
    void freeReadings(BookId book) override
    {
        const qint64 bytes = std::exchange(use.readings, 0);
        emit freed(book, bytes);
    }
    void rename(BookId book, const QString& title) override { renamed.append({book, title}); }
    void readChapters(BookId book) override { emit chaptersRead(book, starts); }
    void tryPattern(BookId book, const QString& pattern) override
    {
        patterns << pattern;
        emit patternTried(book, pattern, fitting);
    }
    void setChapters(BookId book, const QList<ChapterStartView>& wanted) override
    {
        set = wanted;
        emit chaptersSet(book);
    }

    QHash<QString, QList<HitView>> hits;
    FoundFilesView found;
    DiskUseView use;
    QList<ChapterStartView> starts, fitting, set;
    QStringList searches, looked, patterns;
    QList<BookId> bin;
    QList<std::pair<BookId, QString>> renamed;
    int emptied = 0;
};

} // namespace longhand::ui
