// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/chapters.h"
#include "app/library/records.h"
#include "engine/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace longhand::library {

struct Book {
    BookId id = 0;
    std::string title;
    std::vector<std::string> authors;
    std::string language;
    document::Format format = document::Format::text;
    std::uint64_t words = 0;
    std::uint32_t pages = 0;
    std::uint32_t chapters = 0;
    std::string content_hash;     // SHA-256 of the source file
    std::filesystem::path source; // the library's own copy
    std::string file_name;        // as the person dropped it
    std::int64_t added_unix_s = 0;
    std::vector<document::Problem> problems;
    std::uint64_t disk_bytes = 0;
};

struct Hit {
    BookId book = 0;
    document::TextRange range; // the paragraph, or the matching part of it
    std::string snippet;       // with the matches between U+2068 and U+2069
    double score = 0.0;        // higher is better
};

struct SearchOptions {
    std::optional<BookId> book;
    std::uint32_t limit = 50;
    bool any_word = false; // OR instead of AND: passages for a question
    bool last_word_begins = false; // the last word is still being typed: longer ones match too
};

struct Added {
    BookId book = 0;
    bool already_there = false; // the same file was in the library
    bool restored = false;      // it lay in the bin and is back with everything made from it
};

// What a book takes on the disk, in bytes.
struct DiskUse {
    std::uint64_t source = 0;  // our copy of the file
    std::uint64_t text = 0;    // text, search index (about)
    std::uint64_t pages = 0;   // where every character stands on its page
    std::uint64_t results = 0; // summaries, answers, translations as they are now
    std::uint64_t history = 0; // earlier versions of translated segments: can be freed
    std::uint64_t readings = 0; // what models have read of it: can be freed
    [[nodiscard]] std::uint64_t total() const
    {
        return source + text + pages + results + history + readings;
    }
};

// Below the data folder: what models have read of the books, so that it need not be read again. A
// folder a book, called by its reading_name; what lies in it is the engine's and may go at any time.
std::filesystem::path readings_dir(const std::filesystem::path& data_dir);
std::string reading_name(BookId book); // "book-7"

// Books and what was done with them, in one SQLite file (WAL, foreign keys, migrations, integrity
// check at start) under the data folder, beside the library's own copies of the source files.
// One connection; every thread opens its own Library on the same folder; processes may share it.
// Every call that writes is one transaction. Fails throughout: unreadable (folder read-only),
// out_of_memory (disk full), corrupt (database damaged: the message says where the backup is),
// busy.
class Library {
public:
    static Result<std::unique_ptr<Library>> open(const std::filesystem::path& data_dir);
    virtual ~Library() = default;

    // Copies the file (by hash: a duplicate is said, not stored twice) and stores the document,
    // its glyphs page by page and its full-text index.
    virtual Result<Added> add(const std::filesystem::path& file,
                              const document::Document& document) = 0;
    virtual Result<std::vector<Book>> books() = 0; // newest first, without the bin
    virtual Result<Book> book(BookId id) = 0;
    // An id, or a unique part of a title or file name, case-insensitive. Fails: not_found,
    // invalid (several match; the message lists them).
    virtual Result<Book> find(const std::string& id_or_title) = 0;
    virtual Result<std::optional<BookId>> find_by_hash(const std::string& content_hash) = 0;
    // Everything of the book goes: text, index, results, copy of the file.
    virtual Result<void> remove(BookId id) = 0;

    // The bin: a book in it is in no list, search or queue and loses nothing. Adding the same file
    // again takes it out too. Fails: busy while a living process works on the book.
    virtual Result<void> put_into_bin(BookId id) = 0;
    virtual Result<void> take_from_bin(BookId id) = 0;
    // Removes for good what has lain there for so long; returns how many books.
    virtual Result<std::uint32_t> empty_bin(std::int64_t older_than_s) = 0;

    virtual Result<DiskUse> disk_use(BookId id) = 0;
    // Forgets earlier versions of translated segments; returns the bytes.
    virtual Result<std::uint64_t> free_history(BookId id) = 0;
    // Removes what models have read of it, which they read again when asked; returns the bytes.
    virtual Result<std::uint64_t> free_readings(BookId id) = 0;

    virtual Result<void> rename(BookId id, const std::string& title) = 0;
    // Puts the book's paragraphs under other chapters. Answers and translations move along;
    // summaries of chapters that were divided or joined go, and that of the book with them.
    // Fails: invalid (document::with_chapters), busy while a job of the book is not over.
    virtual Result<void> set_chapters(BookId id,
                                      const std::vector<document::ChapterStart>& starts) = 0;

    virtual Result<std::shared_ptr<const document::Document>>
    document(BookId id) = 0; // without glyphs
    virtual Result<std::vector<document::Box>> glyphs(BookId id, std::uint32_t page) = 0;
    // One box a line for a range, glyphs of its pages loaded as needed.
    virtual Result<std::vector<document::PageBox>> boxes(BookId id,
                                                         const document::TextRange& range) = 0;

    // FTS5 over paragraphs; finds words of one and two Chinese or Japanese characters. The words
    // are data: no query syntax in them works. Best first.
    virtual Result<std::vector<Hit>> search(const std::string& words,
                                            const SearchOptions& options) = 0;

    // --- results; each save replaces the earlier one for the same key ---------------------------
    virtual Result<void> save_summary_chapter(BookId book, const std::string& language,
                                              const std::string& model,
                                              const ChapterSummary& summary) = 0;
    virtual Result<void> save_summary_book(BookId book, const Summary& whole) = 0;
    virtual Result<std::optional<Summary>> summary(BookId book, const std::string& language) = 0;
    // A new summary in head.language begins: the one that stands there joins the earlier ones.
    virtual Result<void> begin_summary(BookId book, const Summary& head) = 0;
    virtual Result<std::vector<EarlierSummary>> earlier_summaries(BookId book) = 0; // newest first
    virtual Result<Summary> earlier_summary(BookId book, std::int64_t id) = 0; // Fails: not_found
    virtual Result<void> remove_earlier_summary(BookId book, std::int64_t id) = 0;
    // Returns the id of the answer.
    virtual Result<std::int64_t> add_answer(BookId book, const Answer& answer) = 0;
    virtual Result<std::vector<Answer>> answers(BookId book) = 0; // oldest first
    // Removed answers are in no list; for a day they can be taken back.
    virtual Result<void> remove_answers(BookId book, const std::vector<std::int64_t>& ids) = 0;
    virtual Result<void> restore_answers(BookId book, const std::vector<std::int64_t>& ids) = 0;
    // Keeps the segment's history. What a person wrote or locked is never overwritten by a model:
    // such a save is refused with `invalid`.
    virtual Result<void> save_segments(const TranslationKey& key,
                                       const std::vector<Segment>& segments) = 0;
    // What a person decided: an edit, a lock, an earlier version taken back, a paragraph translated
    // again at their word. Never refused; what stood there goes into the history.
    virtual Result<void> settle_segments(const TranslationKey& key,
                                         const std::vector<Segment>& segments) = 0;
    // The current version's status and warnings alone, after checks were run again: no new version.
    // Segments whose text is no longer the current one are left as they are.
    virtual Result<void> set_warnings(const TranslationKey& key,
                                      const std::vector<Segment>& segments) = 0;
    virtual Result<std::vector<Segment>> segments(const TranslationKey& key) = 0;
    virtual Result<std::vector<Segment>>
    segment_history(const TranslationKey& key, std::uint32_t chapter, std::uint32_t index) = 0;
    virtual Result<std::vector<std::pair<TranslationKey, TranslationState>>>
    translations(BookId book) = 0;

    // The glossary and character sheet of a translation, in the order they came. A term is known by
    // its source: saving it again replaces it. Fails: invalid (a term without source).
    virtual Result<void> save_terms(const TranslationKey& key, const std::vector<Term>& terms) = 0;
    virtual Result<std::vector<Term>> terms(const TranslationKey& key) = 0;
    virtual Result<void> remove_terms(const TranslationKey& key,
                                      const std::vector<std::string>& sources) = 0;

    // Runs `body` inside one transaction: a finished unit and the job's progress together. An
    // Error rolls everything back. Nested calls join the outer transaction.
    virtual Result<void> transaction(const std::function<Result<void>()>& body) = 0;

    [[nodiscard]] virtual const std::filesystem::path& data_dir() const = 0;

    // --- the job journal (app/jobs stands on these; see journal.h) ------------------------------
    virtual class Journal& journal() = 0;
};

} // namespace longhand::library
