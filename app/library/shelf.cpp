// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/process.h"
#include "app/library/store.h"

#include <ctime>

namespace longhand::library {
namespace {

Error no_such_book(BookId book)
{
    return Error{ErrorKind::not_found, "there is no book " + std::to_string(book)};
}

}  // namespace

Result<void> Shelf::put_into_bin(BookId book)
{
    return database_.transaction([&]() -> Result<void> {
        TRY(database_.query("SELECT id, holder_process, holder_started FROM jobs WHERE book = ?"
                            " AND holder IS NOT NULL",
                            {book}, [&](const Row& row) -> Result<void> {
                                if (is_alive({row.integer(1), row.integer(2)}))
                                    return Error{ErrorKind::busy, "job " + std::to_string(row.integer(0)) +
                                                                      " is working on this book"};
                                return {};
                            }));
        TRY(database_.run("UPDATE books SET binned = ? WHERE id = ?",
                          {static_cast<std::int64_t>(std::time(nullptr)), book}));
        if (database_.changed_rows() == 0)
            return no_such_book(book);
        return {};
    });
}

Result<void> Shelf::take_from_bin(BookId book)
{
    TRY(database_.run("UPDATE books SET binned = 0 WHERE id = ?", {book}));
    if (database_.changed_rows() == 0)
        return no_such_book(book);
    return {};
}

Result<std::vector<BookId>> Shelf::binned(std::int64_t older_than_s)
{
    std::vector<BookId> books;
    const auto until = static_cast<std::int64_t>(std::time(nullptr)) - older_than_s;
    TRY(database_.query("SELECT id FROM books WHERE binned > 0 AND binned <= ?", {until},
                        [&](const Row& row) -> Result<void> {
                            books.push_back(row.integer(0));
                            return {};
                        }));
    return books;
}

Result<bool> Shelf::is_binned(BookId book)
{
    TRY(const auto since, database_.integer("SELECT binned FROM books WHERE id = ?", {book}));
    return since.value_or(0) != 0;
}

Result<std::uint64_t> Shelf::sum(const char* sql, BookId book)
{
    TRY(const auto bytes, database_.integer(sql, {book}));
    return static_cast<std::uint64_t>(bytes.value_or(0));
}

Result<DiskUse> Shelf::disk_use(BookId book, std::uint64_t source_bytes)
{
    DiskUse use{.source = source_bytes};
    TRY(const std::uint64_t document,
        sum("SELECT length(body) FROM documents WHERE book = ?1", book));
    // The index holds every paragraph once more and a list of places about as long.
    TRY(const std::uint64_t indexed, sum("SELECT sum(bytes) FROM passages WHERE book = ?1", book));
    use.text = document + 2 * indexed;
    TRY(use.pages, sum("SELECT sum(length(body)) FROM glyphs WHERE book = ?1", book));
    TRY(use.results,
        sum("SELECT (SELECT coalesce(sum(length(CAST(body AS BLOB))), 0) FROM summary_chapters"
            "         WHERE book = ?1)"
            "     + (SELECT coalesce(sum(length(CAST(body AS BLOB))), 0) FROM summaries"
            "         WHERE book = ?1)"
            "     + (SELECT coalesce(sum(length(CAST(body AS BLOB))), 0) FROM earlier_summaries"
            "         WHERE book = ?1)"
            "     + (SELECT coalesce(sum(length(CAST(body AS BLOB))), 0) FROM answers"
            "         WHERE book = ?1)"
            "     + (SELECT coalesce(sum(length(CAST(body AS BLOB))), 0) FROM segments WHERE id IN"
            "         (SELECT max(id) FROM segments WHERE book = ?1 GROUP BY source_language,"
            "          target_language, chapter, position))",
            book));
    TRY(use.history,
        sum("SELECT coalesce(sum(length(CAST(body AS BLOB))), 0) FROM segments WHERE book = ?1"
            " AND id NOT IN (SELECT max(id) FROM segments WHERE book = ?1 GROUP BY"
            " source_language, target_language, chapter, position)",
            book));
    return use;
}

Result<std::uint64_t> Shelf::free_history(BookId book)
{
    std::uint64_t freed = 0;
    TRY(database_.transaction([&]() -> Result<void> {
        TRY(const DiskUse use, disk_use(book, 0));
        freed = use.history;
        return database_.run(
            "DELETE FROM segments WHERE book = ?1 AND id NOT IN (SELECT max(id) FROM segments"
            " WHERE book = ?1 GROUP BY source_language, target_language, chapter, position)",
            {book});
    }));
    return freed;
}

Result<void> Shelf::ensure_idle(BookId book)
{
    TRY(const auto job,
        database_.integer("SELECT id FROM jobs WHERE book = ? AND state IN (?, ?, ?) LIMIT 1",
                          {book, static_cast<std::int64_t>(JobState::queued),
                           static_cast<std::int64_t>(JobState::running),
                           static_cast<std::int64_t>(JobState::paused)}));
    if (job)
        return Error{ErrorKind::busy,
                     "job " + std::to_string(*job) + " of this book is not over; cancel it first"};
    return {};
}

}  // namespace longhand::library
