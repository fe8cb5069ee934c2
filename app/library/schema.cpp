// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/schema.h"

#include <array>
#include <ctime>

namespace longhand::library {
namespace {

// A migration is never changed once it was released; a new one is added behind it.
constexpr std::array kMigrations = {
    R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE books (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,           -- JSON list
    language TEXT NOT NULL,
    format INTEGER NOT NULL,
    words INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    chapters INTEGER NOT NULL,
    content_hash TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,            -- name below books/
    file_name TEXT NOT NULL,
    added INTEGER NOT NULL,          -- seconds since 1970
    problems TEXT NOT NULL,          -- JSON
    disk_bytes INTEGER NOT NULL
);
CREATE TABLE documents (
    book INTEGER PRIMARY KEY REFERENCES books(id) ON DELETE CASCADE,
    body BLOB NOT NULL               -- document::serialise, zstd
);
CREATE TABLE glyphs (
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (book, page)
) WITHOUT ROWID;

CREATE TABLE passages (              -- one a paragraph; the id is the row of the index
    id INTEGER PRIMARY KEY,
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    chapter INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    bytes INTEGER NOT NULL
);
CREATE INDEX passages_of_book ON passages(book);
CREATE VIRTUAL TABLE passage_index USING fts5(body, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE summary_chapters (
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    chapter INTEGER NOT NULL,
    model TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (book, language, chapter)
) WITHOUT ROWID;
CREATE TABLE summaries (
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (book, language)
) WITHOUT ROWID;
CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    body TEXT NOT NULL
);
CREATE INDEX answers_of_book ON answers(book);

CREATE TABLE segments (              -- every version of every segment; the greatest id is current
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    chapter INTEGER NOT NULL,
    position INTEGER NOT NULL,
    status INTEGER NOT NULL,
    author INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX segments_of_translation
    ON segments(book, source_language, target_language, chapter, position, id);

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    options TEXT NOT NULL,
    state INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    units_done INTEGER NOT NULL,
    units_total INTEGER NOT NULL,
    tokens_done INTEGER NOT NULL,
    tokens_total INTEGER NOT NULL,
    seconds REAL NOT NULL,
    warnings INTEGER NOT NULL,
    error TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    wanted INTEGER,                  -- state another process asked for
    holder TEXT,                     -- of the lease
    holder_process INTEGER,
    holder_started INTEGER,          -- when that process began, against numbers used again
    expires INTEGER
);
)sql",
    R"sql(
ALTER TABLE books ADD COLUMN binned INTEGER NOT NULL DEFAULT 0;  -- seconds since 1970, 0: not
)sql",
    R"sql(
CREATE TABLE terms (                 -- the glossary and character sheet of each translation
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (book, source_language, target_language, source)
);
)sql",
    R"sql(
ALTER TABLE answers ADD COLUMN made INTEGER NOT NULL DEFAULT 0;     -- seconds since 1970
ALTER TABLE answers ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;  -- likewise, 0: not
CREATE TABLE earlier_summaries (     -- whole, with their chapters
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    book INTEGER NOT NULL REFERENCES books(id) ON DELETE CASCADE,
    body TEXT NOT NULL
);
CREATE INDEX earlier_summaries_of_book ON earlier_summaries(book);
)sql",
};

}  // namespace

Result<void> migrate(Database& database)
{
    return database.transaction([&]() -> Result<void> {
        TRY(const auto version, database.integer("PRAGMA user_version"));
        const auto newest = static_cast<std::int64_t>(kMigrations.size());
        std::int64_t at = version.value_or(0);
        if (at > newest || at < 0)
            return Error{ErrorKind::unsupported,
                         "the library has version " + std::to_string(at) +
                             " and was written by a newer version of the program, which reads up to " +
                             std::to_string(newest)};
        for (; at < newest; ++at) {
            TRY(database.script(kMigrations[static_cast<std::size_t>(at)]));
            TRY(database.script(("PRAGMA user_version = " + std::to_string(at + 1)).c_str()));
        }
        return {};
    });
}

Result<void> check_integrity(Database& database, const std::filesystem::path& file)
{
    constexpr std::uintmax_t kSmall = 32U << 20U;
    constexpr std::int64_t kDay = 24 * 3600;
    const auto now = static_cast<std::int64_t>(std::time(nullptr));
    std::error_code ignored;
    const std::uintmax_t bytes = std::filesystem::file_size(file, ignored);
    if (bytes > kSmall) {
        const auto last = database.integer("SELECT value FROM meta WHERE key = 'checked'");
        if (last.ok() && *last && now - **last < kDay && **last <= now)
            return {};
    }
    std::string verdict;
    TRY(database.query("PRAGMA quick_check(1)", {}, [&](const Row& row) -> Result<void> {
        verdict = row.text(0);
        return {};
    }));
    if (verdict != "ok")
        return Error{ErrorKind::corrupt, file.string() + ": " + verdict};
    if (bytes > kSmall)
        TRY(database.run("INSERT OR REPLACE INTO meta VALUES ('checked', ?)", {now}));
    return {};
}

}  // namespace longhand::library
