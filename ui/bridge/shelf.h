// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/failure.h"
#include "ui/bridge/shelf_views.h"

#include <QObject>

namespace longhand::ui {

// What is done with the books of the library as things on a shelf. Lives on the GUI thread; every
// call returns at once, answers come as signals, failures as `failed`.
class Shelf : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void search(const QString& words) = 0; // -> searched; an earlier search is dropped
    // Files as they are, folders as the books in and below them. -> filesFound
    virtual void findFiles(const QStringList& paths) = 0;

    // -> binned, and the list of books changes.
    virtual void putIntoBin(BookId book) = 0;
    virtual void takeFromBin(BookId book) = 0; // -> booksMoved
    virtual void emptyBin() = 0;               // what lies there for over an hour; silent

    virtual void readDiskUse(BookId book) = 0; // -> diskUseRead
    virtual void freeHistory(BookId book) = 0; // -> freed
    virtual void freeReadings(BookId book) = 0; // -> freed
    virtual void rename(BookId book, const QString& title) = 0; // -> booksMoved

    virtual void readChapters(BookId book) = 0;                         // -> chaptersRead
    virtual void tryPattern(BookId book, const QString& pattern) = 0;   // -> patternTried
    virtual void setChapters(BookId book, const QList<ChapterStartView>& starts) = 0; // -> chaptersSet

signals:
    void searched(const QString& words, const QList<longhand::ui::HitView>& hits);
    void filesFound(const longhand::ui::FoundFilesView& found);
    void binned(longhand::ui::BookId book);
    void booksMoved(); // the list of books is no longer what it was
    void diskUseRead(longhand::ui::BookId book, const longhand::ui::DiskUseView& use);
    void freed(longhand::ui::BookId book, qint64 bytes);
    void chaptersRead(longhand::ui::BookId book,
                      const QList<longhand::ui::ChapterStartView>& starts);
    // Empty: the pattern fits nowhere.
    void patternTried(longhand::ui::BookId book, const QString& pattern,
                      const QList<longhand::ui::ChapterStartView>& starts);
    void chaptersSet(longhand::ui::BookId book);
    void failed(const longhand::ui::Failure& failure);
};

} // namespace longhand::ui
