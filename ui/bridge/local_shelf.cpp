// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_shelf.h"

#include "app/ingest/chapter_pattern.h"
#include "app/ingest/find_books.h"
#include "ui/bridge/text.h"

#include <map>

namespace longhand::ui {
namespace {

constexpr std::int64_t kHourS = 3600;
constexpr std::uint32_t kMostHits = 60;

// A hit with what the library's index does not know of it.
struct Located {
    library::Hit hit;
    std::string chapter_title;
    std::uint32_t page = 0;
    std::string page_label;
};

// The best first again, though books are opened one after the other.
Result<std::vector<Located>> searchAll(library::Library& library, const std::string& words,
                                       const std::stop_token& stop)
{
    TRY(const auto hits, library.search(words, {.limit = kMostHits, .last_word_begins = true}));
    std::vector<Located> located(hits.size());
    std::map<library::BookId, std::vector<std::size_t>> byBook;
    for (std::size_t i = 0; i < hits.size(); ++i)
        byBook[hits[i].book].push_back(i);
    for (const auto& [book, indices] : byBook) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "another search came"};
        TRY(const auto document, library.document(book));
        for (const std::size_t i : indices) {
            const document::TextRange& range = hits[i].range;
            located[i].hit = hits[i];
            located[i].chapter_title = document->chapters.at(range.chapter).title;
            if (const auto pages = document::pages_of(*document, range); !pages.empty()) {
                located[i].page = pages.front();
                located[i].page_label = document->pages.at(pages.front() - 1).label;
            }
        }
    }
    return located;
}

HitView view(const Located& located)
{
    HitView hit;
    hit.book = located.hit.book;
    hit.chapterTitle = fromUtf8(located.chapter_title);
    hit.source.chapter = static_cast<int>(located.hit.range.chapter);
    hit.source.paragraph = static_cast<int>(located.hit.range.paragraph);
    hit.source.endByte = located.hit.range.end;
    hit.source.page = static_cast<int>(located.page);
    hit.source.pageLabel = fromUtf8(located.page_label);
    // The index frames what matched in U+2068 and U+2069.
    constexpr QChar kBegin(0x2068), kEnd(0x2069);
    qsizetype begin = -1;
    for (const QChar sign : fromUtf8(located.hit.snippet)) {
        if (sign == kBegin) {
            begin = hit.snippet.size();
        } else if (sign == kEnd) {
            if (begin >= 0)
                hit.marks.append({begin, hit.snippet.size() - begin});
            begin = -1;
        } else {
            hit.snippet += sign == QLatin1Char('\n') ? QLatin1Char(' ') : sign;
        }
    }
    return hit;
}

QList<ChapterStartView> view(const std::vector<document::ChapterStart>& starts)
{
    QList<ChapterStartView> list;
    for (const document::ChapterStart& start : starts)
        list.append({static_cast<int>(start.paragraph), fromUtf8(start.title), start.level,
                     static_cast<int>(start.role)});
    return list;
}

std::vector<document::ChapterStart> startsOf(const QList<ChapterStartView>& views)
{
    std::vector<document::ChapterStart> starts;
    for (const ChapterStartView& each : views)
        starts.push_back({static_cast<std::uint32_t>(each.paragraph), toUtf8(each.title),
                          each.level, static_cast<document::ChapterRole>(each.role)});
    return starts;
}

DiskUseView view(const library::DiskUse& use)
{
    const auto bytes = [](std::uint64_t count) { return static_cast<qint64>(count); };
    return {bytes(use.source), bytes(use.text), bytes(use.pages), bytes(use.results),
            bytes(use.history), bytes(use.readings)};
}

} // namespace

LocalShelf::LocalShelf(const std::filesystem::path& dataDir, QObject* parent)
    : Shelf(parent), m_searcher(dataDir), m_store(dataDir)
{
}

template <class Read, class Show>
void LocalShelf::withLibrary(Doing doing, Read read, Show show)
{
    m_store.run(this, doing, {}, std::move(read), std::move(show),
                [this](const Failure& failure) { emit failed(failure); });
}

void LocalShelf::search(const QString& words)
{
    m_search.cancel();
    m_search = m_searcher.run(
        this, Doing::readingBook, {},
        [words = toUtf8(words)](library::Library& library, const std::stop_token& stop) {
            return searchAll(library, words, stop);
        },
        [this, words](const std::vector<Located>& hits) {
            QList<HitView> views;
            for (const Located& hit : hits)
                views.append(view(hit));
            emit searched(words, views);
        },
        [this](const Failure& failure) {
            if (!failure.cancelled)
                emit failed(failure);
        });
}

void LocalShelf::findFiles(const QStringList& paths)
{
    std::vector<std::filesystem::path> given;
    for (const QString& path : paths)
        given.push_back(toPath(path));
    m_finder.run(
        this,
        [given](const std::stop_token& stop) -> Result<ingest::FoundBooks> {
            return ingest::find_books(given, stop);
        },
        [this](const Result<ingest::FoundBooks>& outcome) {
            if (!outcome.ok()) {
                emit failed(describe(outcome.error(), Doing::importingFile));
                return;
            }
            FoundFilesView found;
            for (const auto& file : outcome.value().files)
                found.files << fromPath(file);
            found.others = static_cast<int>(outcome.value().others);
            found.unreadable = static_cast<int>(outcome.value().unreadable);
            found.cut = outcome.value().cut;
            emit filesFound(found);
        });
}

void LocalShelf::putIntoBin(BookId book)
{
    withLibrary(
        Doing::removingBook,
        [book](library::Library& library, const std::stop_token&) {
            return library.put_into_bin(book);
        },
        [this, book] {
            emit binned(book);
            emit booksMoved();
        });
}

void LocalShelf::takeFromBin(BookId book)
{
    withLibrary(
        Doing::removingBook,
        [book](library::Library& library, const std::stop_token&) {
            return library.take_from_bin(book);
        },
        [this] { emit booksMoved(); });
}

void LocalShelf::emptyBin()
{
    withLibrary(
        Doing::removingBook,
        [](library::Library& library, const std::stop_token&) { return library.empty_bin(kHourS); },
        [](std::uint32_t) {});
}

void LocalShelf::readDiskUse(BookId book)
{
    withLibrary(
        Doing::readingBook,
        [book](library::Library& library, const std::stop_token&) {
            return library.disk_use(book);
        },
        [this, book](const library::DiskUse& use) { emit diskUseRead(book, view(use)); });
}

void LocalShelf::freeHistory(BookId book)
{
    withLibrary(
        Doing::removingBook,
        [book](library::Library& library, const std::stop_token&) {
            return library.free_history(book);
        },
        [this, book](std::uint64_t bytes) { emit freed(book, static_cast<qint64>(bytes)); });
}

void LocalShelf::freeReadings(BookId book)
{
    withLibrary(
        Doing::removingBook,
        [book](library::Library& library, const std::stop_token&) {
            return library.free_readings(book);
        },
        [this, book](std::uint64_t bytes) { emit freed(book, static_cast<qint64>(bytes)); });
}

void LocalShelf::rename(BookId book, const QString& title)
{
    withLibrary(
        Doing::changingBook,
        [book, title = toUtf8(title)](library::Library& library, const std::stop_token&) {
            return library.rename(book, title);
        },
        [this] { emit booksMoved(); });
}

void LocalShelf::readChapters(BookId book)
{
    withLibrary(
        Doing::readingBook,
        [book](library::Library& library,
               const std::stop_token&) -> Result<std::vector<document::ChapterStart>> {
            TRY(const auto document, library.document(book));
            return document::chapter_starts(*document);
        },
        [this, book](const std::vector<document::ChapterStart>& starts) {
            emit chaptersRead(book, view(starts));
        });
}

void LocalShelf::tryPattern(BookId book, const QString& pattern)
{
    withLibrary(
        Doing::readingBook,
        [book, written = toUtf8(pattern)](
            library::Library& library,
            const std::stop_token&) -> Result<std::vector<document::ChapterStart>> {
            TRY(const auto document, library.document(book));
            return ingest::chapters_by_pattern(*document, written);
        },
        [this, book, pattern](const std::vector<document::ChapterStart>& starts) {
            emit patternTried(book, pattern, view(starts));
        });
}

void LocalShelf::setChapters(BookId book, const QList<ChapterStartView>& starts)
{
    withLibrary(
        Doing::changingBook,
        [book, starts = startsOf(starts)](library::Library& library, const std::stop_token&) {
            return library.set_chapters(book, starts);
        },
        [this, book] {
            emit booksMoved();
            emit chaptersSet(book);
        });
}

} // namespace longhand::ui
