// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/serialise.h"
#include "app/library/folders.h"
#include "app/library/packed_blob.h"
#include "app/library/record_json.h"
#include "app/library/schema.h"
#include "app/library/search_index.h"
#include "app/library/store.h"
#include "engine/base/sha256.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <ctime>
#include <list>

namespace longhand::library {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostCached = 4;  // documents kept after their last use

constexpr const char* kColumns =
    "SELECT id, title, authors, language, format, words, pages, chapters, content_hash, source,"
    " file_name, added, problems, disk_bytes FROM books";

std::string lower(std::string_view text)
{
    std::string lowered(text);
    for (char& sign : lowered)
        if (sign >= 'A' && sign <= 'Z')
            sign = static_cast<char>(sign - 'A' + 'a');
    return lowered;
}

class LibraryStore : public Library {
public:
    LibraryStore(fs::path data_dir, std::unique_ptr<Database> database)
        : data_dir_(std::move(data_dir)), database_(std::move(database)), journal_(*database_),
          results_(*database_), terms_(*database_), shelf_(*database_)
    {
    }

    Result<Added> add(const fs::path& file, const document::Document& document) override;
    Result<std::vector<Book>> books() override { return select(" WHERE binned = 0 ORDER BY id DESC", {}); }
    Result<Book> book(BookId id) override
    {
        TRY(const std::vector<Book> found, select(" WHERE id = ?", {id}));
        if (found.empty())
            return Error{ErrorKind::not_found, "there is no book " + std::to_string(id)};
        return found.front();
    }
    Result<Book> find(const std::string& id_or_title) override;
    Result<std::optional<BookId>> find_by_hash(const std::string& content_hash) override
    {
        return database_->integer("SELECT id FROM books WHERE content_hash = ?", {content_hash});
    }
    Result<void> remove(BookId id) override;
    Result<void> put_into_bin(BookId id) override { return shelf_.put_into_bin(id); }
    Result<void> take_from_bin(BookId id) override { return shelf_.take_from_bin(id); }
    Result<std::uint32_t> empty_bin(std::int64_t older_than_s) override;
    Result<DiskUse> disk_use(BookId id) override;
    Result<std::uint64_t> free_history(BookId id) override { return shelf_.free_history(id); }
    Result<std::uint64_t> free_readings(BookId id) override
    {
        return remove_folder(readings_of(id));
    }
    Result<void> rename(BookId id, const std::string& title) override;
    Result<void> set_chapters(BookId id, const std::vector<document::ChapterStart>& starts) override;

    Result<std::shared_ptr<const document::Document>> document(BookId id) override;
    Result<std::vector<document::Box>> glyphs(BookId id, std::uint32_t page) override;
    Result<std::vector<document::PageBox>> boxes(BookId id, const document::TextRange& range) override;
    Result<std::vector<Hit>> search(const std::string& words, const SearchOptions& options) override
    {
        return search_index(*database_, words, options);
    }

    Result<void> save_summary_chapter(BookId book, const std::string& language,
                                      const std::string& model,
                                      const ChapterSummary& summary) override
    {
        return results_.save_summary_chapter(book, language, model, summary);
    }
    Result<void> save_summary_book(BookId book, const Summary& whole) override
    {
        return results_.save_summary_book(book, whole);
    }
    Result<std::optional<Summary>> summary(BookId book, const std::string& language) override
    {
        return results_.summary(book, language);
    }
    Result<std::int64_t> add_answer(BookId book, const Answer& answer) override
    {
        return results_.add_answer(book, answer);
    }
    Result<std::vector<Answer>> answers(BookId book) override { return results_.answers(book); }
    Result<void> begin_summary(BookId book, const Summary& head) override
    {
        return results_.begin_summary(book, head);
    }
    Result<std::vector<EarlierSummary>> earlier_summaries(BookId book) override
    {
        return results_.earlier_summaries(book);
    }
    Result<Summary> earlier_summary(BookId book, std::int64_t id) override
    {
        return results_.earlier_summary(book, id);
    }
    Result<void> remove_earlier_summary(BookId book, std::int64_t id) override
    {
        return results_.remove_earlier_summary(book, id);
    }
    Result<void> remove_answers(BookId book, const std::vector<std::int64_t>& ids) override
    {
        return results_.remove_answers(book, ids);
    }
    Result<void> restore_answers(BookId book, const std::vector<std::int64_t>& ids) override
    {
        return results_.restore_answers(book, ids);
    }
    Result<void> save_segments(const TranslationKey& key,
                               const std::vector<Segment>& segments) override
    {
        return results_.save_segments(key, segments);
    }
    Result<void> settle_segments(const TranslationKey& key,
                                 const std::vector<Segment>& segments) override
    {
        return results_.settle_segments(key, segments);
    }
    Result<void> set_warnings(const TranslationKey& key,
                              const std::vector<Segment>& segments) override
    {
        return results_.set_warnings(key, segments);
    }
    Result<void> save_terms(const TranslationKey& key, const std::vector<Term>& terms) override
    {
        return terms_.save(key, terms);
    }
    Result<std::vector<Term>> terms(const TranslationKey& key) override { return terms_.terms(key); }
    Result<void> remove_terms(const TranslationKey& key,
                              const std::vector<std::string>& sources) override
    {
        return terms_.remove(key, sources);
    }
    Result<std::vector<Segment>> segments(const TranslationKey& key) override
    {
        return results_.segments(key);
    }
    Result<std::vector<Segment>> segment_history(const TranslationKey& key, std::uint32_t chapter,
                                                 std::uint32_t index) override
    {
        return results_.segment_history(key, chapter, index);
    }
    Result<std::vector<std::pair<TranslationKey, TranslationState>>>
    translations(BookId book) override
    {
        return results_.translations(book);
    }
    Result<void> transaction(const std::function<Result<void>()>& body) override
    {
        return database_->transaction(body);
    }
    [[nodiscard]] const fs::path& data_dir() const override { return data_dir_; }
    Journal& journal() override { return journal_; }

private:
    Result<std::vector<Book>> select(const char* rest, std::initializer_list<Parameter> parameters);
    Result<BookId> insert(const fs::path& file, const std::string& hash, const fs::path& copy,
                          const document::Document& document);
    [[nodiscard]] fs::path books_dir() const { return data_dir_ / "books"; }
    [[nodiscard]] fs::path readings_of(BookId id) const
    {
        return readings_dir(data_dir_) / reading_name(id);
    }

    fs::path data_dir_;
    std::unique_ptr<Database> database_;
    JournalStore journal_;
    ResultsStore results_;
    TermStore terms_;
    Shelf shelf_;
    std::list<std::pair<BookId, std::shared_ptr<const document::Document>>> cached_;
};

Result<std::vector<Book>> LibraryStore::select(const char* rest,
                                               std::initializer_list<Parameter> parameters)
{
    std::vector<Book> all;
    TRY(database_->query((std::string(kColumns) + rest).c_str(), parameters,
                         [&](const Row& row) -> Result<void> {
                             Book book;
                             book.id = row.integer(0);
                             book.title = row.text(1);
                             TRY(book.authors, texts_from_json(row.text(2)));
                             book.language = row.text(3);
                             book.format = static_cast<document::Format>(row.integer(4));
                             book.words = static_cast<std::uint64_t>(row.integer(5));
                             book.pages = static_cast<std::uint32_t>(row.integer(6));
                             book.chapters = static_cast<std::uint32_t>(row.integer(7));
                             book.content_hash = row.text(8);
                             book.source = books_dir() / row.text(9);
                             book.file_name = row.text(10);
                             book.added_unix_s = row.integer(11);
                             TRY(book.problems, problems_from_json(row.text(12)));
                             book.disk_bytes = static_cast<std::uint64_t>(row.integer(13));
                             all.push_back(std::move(book));
                             return {};
                         }));
    return all;
}

Result<BookId> LibraryStore::insert(const fs::path& file, const std::string& hash,
                                    const fs::path& copy, const document::Document& document)
{
    TRY(const std::string body, pack_blob(document::serialise(document)));
    std::error_code ignored;
    std::uint64_t disk_bytes = fs::file_size(copy, ignored) + body.size();
    BookId id = 0;
    TRY(database_->transaction([&]() -> Result<void> {
        TRY(database_->run(
            "INSERT INTO books (title, authors, language, format, words, pages, chapters,"
            " content_hash, source, file_name, added, problems, disk_bytes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            {utf8::sanitise(document.title.empty() ? file.stem().string() : document.title),
             to_json(document.authors), document.language,
             static_cast<std::int64_t>(document.format),
             static_cast<std::int64_t>(document.words()),
             static_cast<std::int64_t>(document.pages.size()),
             static_cast<std::int64_t>(document.chapters.size()), hash, copy.filename().string(),
             utf8::sanitise(file.filename().string()),
             static_cast<std::int64_t>(std::time(nullptr)), to_json(document.problems)}));
        id = database_->last_id();
        TRY(database_->run("INSERT INTO documents (book, body) VALUES (?, ?)", {id, Blob{body}}));
        for (const document::Page& page : document.pages) {
            if (page.glyphs.empty())
                continue;
            TRY(const std::string packed, pack_blob(document::serialise_glyphs(page)));
            disk_bytes += packed.size();
            TRY(database_->run("INSERT OR REPLACE INTO glyphs (book, page, body) VALUES (?, ?, ?)",
                               {id, std::int64_t{page.number}, Blob{packed}}));
        }
        TRY(index_book(*database_, id, document));
        return database_->run("UPDATE books SET disk_bytes = ? WHERE id = ?",
                              {static_cast<std::int64_t>(disk_bytes), id});
    }));
    return id;
}

Result<Added> LibraryStore::add(const fs::path& file, const document::Document& document)
{
    TRY(const std::string hash, sha256_of_file(file));
    TRY(const auto known, find_by_hash(hash));
    if (known) {
        TRY(const bool binned, shelf_.is_binned(*known));
        if (binned)
            TRY(shelf_.take_from_bin(*known));
        return Added{*known, true, binned};
    }
    std::error_code code;
    fs::create_directories(books_dir(), code);
    if (code)
        return write_failure(books_dir(), code);
    const fs::path copy = books_dir() / (hash + lower(file.extension().string()));
    TRY(copy_whole(file, copy));
    const Result<BookId> id = insert(file, hash, copy, document);
    if (!id.ok()) {
        // another process may have added the same file meanwhile: then the copy is its own
        const auto now = find_by_hash(hash);
        if (now.ok() && *now)
            return Added{**now, true};
        fs::remove(copy, code);
        return id.error();
    }
    return Added{*id, false};
}

Result<Book> LibraryStore::find(const std::string& id_or_title)
{
    const bool number = !id_or_title.empty() && id_or_title.size() < 18 &&
                        id_or_title.find_first_not_of("0123456789") == std::string::npos;
    if (number)
        if (auto by_id = book(std::stoll(id_or_title)); by_id.ok())
            return by_id;
    const std::string wanted = lower(utf8::trim(id_or_title));
    TRY(const std::vector<Book> all, books());
    std::vector<Book> exact;
    std::vector<Book> containing;
    for (const Book& each : all) {
        if (lower(each.title) == wanted || lower(each.file_name) == wanted)
            exact.push_back(each);
        if (!wanted.empty() && (lower(each.title).find(wanted) != std::string::npos ||
                                lower(each.file_name).find(wanted) != std::string::npos))
            containing.push_back(each);
    }
    const std::vector<Book>& found = exact.size() == 1 ? exact : containing;
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        return Error{ErrorKind::not_found, "no book in the library is called \"" + id_or_title + "\""};
    std::string names;
    for (const Book& each : found)
        names += (names.empty() ? "" : ", ") + std::to_string(each.id) + " (" + each.title + ")";
    return Error{ErrorKind::invalid, "several books match \"" + id_or_title + "\": " + names};
}

Result<void> LibraryStore::remove(BookId id)
{
    TRY(const Book gone, book(id));
    TRY(free_readings(id));
    TRY(database_->transaction([&]() -> Result<void> {
        TRY(remove_from_index(*database_, id));
        return database_->run("DELETE FROM books WHERE id = ?", {id});
    }));
    cached_.remove_if([&](const auto& entry) { return entry.first == id; });
    std::error_code code;
    fs::remove(gone.source, code);
    if (code)
        return write_failure(gone.source, code);
    return {};
}

Result<std::uint32_t> LibraryStore::empty_bin(std::int64_t older_than_s)
{
    TRY(const std::vector<BookId> old, shelf_.binned(older_than_s));
    for (const BookId id : old)
        TRY(remove(id));
    return static_cast<std::uint32_t>(old.size());
}

Result<DiskUse> LibraryStore::disk_use(BookId id)
{
    TRY(const Book of, book(id));
    std::error_code absent;
    const std::uintmax_t bytes = fs::file_size(of.source, absent);
    TRY(DiskUse use, shelf_.disk_use(id, absent ? 0 : bytes));
    use.readings = bytes_below(readings_of(id));
    return use;
}

Result<void> LibraryStore::rename(BookId id, const std::string& title)
{
    const std::string clean = utf8::sanitise(std::string(utf8::trim(title)));
    if (clean.empty())
        return Error{ErrorKind::invalid, "a book needs a title"};
    TRY(database_->run("UPDATE books SET title = ? WHERE id = ?", {clean, id}));
    if (database_->changed_rows() == 0)
        return Error{ErrorKind::not_found, "there is no book " + std::to_string(id)};
    return {};
}

Result<void> LibraryStore::set_chapters(BookId id, const std::vector<document::ChapterStart>& starts)
{
    TRY(const auto before, document(id));
    TRY(const document::Document after, document::with_chapters(*before, starts));
    TRY(const std::string body, pack_blob(document::serialise(after)));
    const document::ChapterMove move(*before, after);
    TRY(database_->transaction([&]() -> Result<void> {
        TRY(shelf_.ensure_idle(id));
        TRY(move_results(*database_, id, move));
        TRY(remove_from_index(*database_, id));
        TRY(index_book(*database_, id, after));
        TRY(database_->run("UPDATE documents SET body = ? WHERE book = ?", {Blob{body}, id}));
        return database_->run("UPDATE books SET chapters = ? WHERE id = ?",
                              {static_cast<std::int64_t>(after.chapters.size()), id});
    }));
    cached_.remove_if([&](const auto& entry) { return entry.first == id; });
    return {};
}

Result<std::shared_ptr<const document::Document>> LibraryStore::document(BookId id)
{
    for (auto entry = cached_.begin(); entry != cached_.end(); ++entry)
        if (entry->first == id) {
            cached_.splice(cached_.begin(), cached_, entry);
            return cached_.front().second;
        }
    std::optional<std::string> packed;
    TRY(database_->query("SELECT body FROM documents WHERE book = ?", {id},
                         [&](const Row& row) -> Result<void> {
                             packed = row.text(0);
                             return {};
                         }));
    if (!packed)
        return Error{ErrorKind::not_found, "there is no book " + std::to_string(id)};
    TRY(const std::string body, unpack_blob(*packed));
    TRY(document::Document whole, document::deserialise(std::as_bytes(std::span(body))));
    cached_.emplace_front(id, std::make_shared<const document::Document>(std::move(whole)));
    if (cached_.size() > kMostCached)
        cached_.pop_back();
    return cached_.front().second;
}

Result<std::vector<document::Box>> LibraryStore::glyphs(BookId id, std::uint32_t page)
{
    std::vector<document::Box> boxes;
    TRY(database_->query("SELECT body FROM glyphs WHERE book = ? AND page = ?",
                         {id, std::int64_t{page}}, [&](const Row& row) -> Result<void> {
                             TRY(const std::string body, unpack_blob(row.text(0)));
                             TRY(boxes, document::deserialise_glyphs(std::as_bytes(std::span(body))));
                             return {};
                         }));
    return boxes;
}

Result<std::vector<document::PageBox>> LibraryStore::boxes(BookId id,
                                                           const document::TextRange& range)
{
    TRY(const auto whole, document(id));
    if (range.chapter >= whole->chapters.size() ||
        range.paragraph >= whole->chapters[range.chapter].paragraphs.size())
        return Error{ErrorKind::invalid, "the range lies outside the book"};
    // A document of this one paragraph and the pages it touches: boxes_of needs no more.
    document::Document part;
    part.chapters.emplace_back();
    part.chapters[0].paragraphs.push_back(whole->chapters[range.chapter].paragraphs[range.paragraph]);
    const auto touched = document::pages_of(*whole, range);
    for (const document::Page& page : whole->pages) {
        part.pages.push_back(page);
        if (std::find(touched.begin(), touched.end(), page.number) != touched.end()) {
            TRY(part.pages.back().glyphs, glyphs(id, page.number));
        }
    }
    return document::boxes_of(part, {0, 0, range.begin, range.end});
}

}  // namespace

fs::path readings_dir(const fs::path& data_dir) { return data_dir / "readings"; }
std::string reading_name(BookId book) { return "book-" + std::to_string(book); }

Result<std::unique_ptr<Library>> Library::open(const fs::path& data_dir)
{
    std::error_code code;
    fs::create_directories(data_dir, code);
    if (code)
        return write_failure(data_dir, code);
    const fs::path file = data_dir / "library.sqlite";
    const auto damaged = [&](const Error& error) {
        if (error.kind != ErrorKind::corrupt)
            return error;
        return Error{ErrorKind::corrupt,
                     error.message + "; the library is damaged: move this file away and import the "
                                     "books again from " + (data_dir / "books").string()};
    };
    auto database = Database::open(file);
    if (!database.ok())
        return damaged(database.error());
    if (const auto checked = check_integrity(**database, file); !checked.ok())
        return damaged(checked.error());
    if (const auto migrated = migrate(**database); !migrated.ok())
        return damaged(migrated.error());
    return std::unique_ptr<Library>(
        std::make_unique<LibraryStore>(data_dir, std::move(*database)));
}

}  // namespace longhand::library
