// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/database.h"
#include "app/library/journal.h"
#include "app/library/library.h"

namespace longhand::library {

// The journal over the library's own connection.
class JournalStore : public Journal {
public:
    explicit JournalStore(Database& database) : database_(database) {}
    Result<JobId> add(const JobRecord& record) override;
    Result<JobRecord> job(JobId id) override;
    Result<std::vector<JobRecord>> jobs() override;
    Result<void> update(const JobRecord& record) override;
    Result<void> remove(JobId id) override;
    Result<void> acquire(JobId id, const std::string& holder) override;
    Result<void> renew(JobId id, const std::string& holder) override;
    Result<void> release(JobId id, const std::string& holder) override;
    Result<void> request_state(JobId id, JobState wanted) override;
    Result<std::optional<JobState>> requested_state(JobId id) override;

private:
    Database& database_;
};

// What tasks made, kept in the library's file (library.h says what each call promises).
class ResultsStore {
public:
    explicit ResultsStore(Database& database) : database_(database) {}
    Result<void> save_summary_chapter(BookId book, const std::string& language,
                                      const std::string& model, const ChapterSummary& summary);
    Result<void> save_summary_book(BookId book, const Summary& whole);
    Result<std::optional<Summary>> summary(BookId book, const std::string& language);
    Result<void> begin_summary(BookId book, const Summary& head);
    Result<std::vector<EarlierSummary>> earlier_summaries(BookId book);
    Result<Summary> earlier_summary(BookId book, std::int64_t id);
    Result<void> remove_earlier_summary(BookId book, std::int64_t id);
    Result<void> remove_answers(BookId book, const std::vector<std::int64_t>& ids);
    Result<void> restore_answers(BookId book, const std::vector<std::int64_t>& ids);
    Result<std::int64_t> add_answer(BookId book, const Answer& answer);
    Result<std::vector<Answer>> answers(BookId book);
    Result<void> save_segments(const TranslationKey& key, const std::vector<Segment>& segments);
    Result<void> settle_segments(const TranslationKey& key, const std::vector<Segment>& segments);
    Result<void> set_warnings(const TranslationKey& key, const std::vector<Segment>& segments);
    Result<std::vector<Segment>> segments(const TranslationKey& key);
    Result<std::vector<Segment>> segment_history(const TranslationKey& key, std::uint32_t chapter,
                                                 std::uint32_t index);
    Result<std::vector<std::pair<TranslationKey, TranslationState>>> translations(BookId book);

private:
    Result<void> save_segment(const TranslationKey& key, const Segment& segment);
    Result<void> insert_segment(const TranslationKey& key, const Segment& segment);

    Database& database_;
};

// Glossaries and character sheets.
class TermStore {
public:
    explicit TermStore(Database& database) : database_(database) {}
    Result<void> save(const TranslationKey& key, const std::vector<Term>& terms);
    Result<std::vector<Term>> terms(const TranslationKey& key);
    Result<void> remove(const TranslationKey& key, const std::vector<std::string>& sources);

private:
    Database& database_;
};

// Results moved along when a book's paragraphs come under other chapters. Inside a transaction.
Result<void> move_results(Database& database, BookId book, const document::ChapterMove& move);

// The shelf: bin and disk use.
class Shelf {
public:
    explicit Shelf(Database& database) : database_(database) {}
    Result<void> put_into_bin(BookId book);
    Result<void> take_from_bin(BookId book);
    Result<std::vector<BookId>> binned(std::int64_t older_than_s);
    Result<bool> is_binned(BookId book);
    Result<DiskUse> disk_use(BookId book, std::uint64_t source_bytes);
    Result<std::uint64_t> free_history(BookId book);
    Result<void> ensure_idle(BookId book);  // busy while a job of the book is not over

private:
    Result<std::uint64_t> sum(const char* sql, BookId book);

    Database& database_;
};

}  // namespace longhand::library
