// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/library_desk.h"
#include "ui/bridge/shelf.h"

namespace longhand::ui {

// The shelf of this machine's library. Searching has a desk of its own, so that typing never
// waits for a chapter to be moved.
class LocalShelf : public Shelf {
    Q_OBJECT
public:
    explicit LocalShelf(const std::filesystem::path& dataDir, QObject* parent = nullptr);

    void search(const QString& words) override;
    void findFiles(const QStringList& paths) override;
    void putIntoBin(BookId book) override;
    void takeFromBin(BookId book) override;
    void emptyBin() override;
    void readDiskUse(BookId book) override;
    void freeHistory(BookId book) override;
    void freeReadings(BookId book) override;
    void rename(BookId book, const QString& title) override;
    void readChapters(BookId book) override;
    void tryPattern(BookId book, const QString& pattern) override;
    void setChapters(BookId book, const QList<ChapterStartView>& starts) override;

private:
    template <class Read, class Show>
    void withLibrary(Doing doing, Read read, Show show);

    Task m_search;
    Worker m_finder;
    LibraryDesk m_searcher;
    LibraryDesk m_store;
};

} // namespace longhand::ui
