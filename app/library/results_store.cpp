// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/record_json.h"
#include "app/library/store.h"

#include <ctime>
#include <map>

namespace longhand::library {
namespace {

constexpr std::int64_t kTakenBackWithin_s = 24 * 3600;

std::int64_t now_unix_s() { return static_cast<std::int64_t>(std::time(nullptr)); }

}  // namespace

Result<void> ResultsStore::save_summary_chapter(BookId book, const std::string& language,
                                                const std::string& model,
                                                const ChapterSummary& summary)
{
    return database_.run("INSERT OR REPLACE INTO summary_chapters (book, language, chapter, model, body)"
                         " VALUES (?, ?, ?, ?, ?)",
                         {book, language, std::int64_t{summary.chapter}, model, to_json(summary)});
}

Result<void> ResultsStore::save_summary_book(BookId book, const Summary& whole)
{
    Summary rest = whole;  // chapters have rows of their own
    rest.chapters.clear();
    return database_.run("INSERT OR REPLACE INTO summaries (book, language, body) VALUES (?, ?, ?)",
                         {book, whole.language, to_json(rest)});
}

Result<std::optional<Summary>> ResultsStore::summary(BookId book, const std::string& language)
{
    std::optional<Summary> found;
    TRY(database_.query("SELECT body FROM summaries WHERE book = ? AND language = ?",
                        {book, language}, [&](const Row& row) -> Result<void> {
                            TRY(found, summary_from_json(row.text(0)));
                            return {};
                        }));
    TRY(database_.query("SELECT body, model FROM summary_chapters WHERE book = ? AND language = ?"
                        " ORDER BY chapter",
                        {book, language}, [&](const Row& row) -> Result<void> {
                            if (!found)
                                found = Summary{.language = language, .model = row.text(1)};
                            TRY(ChapterSummary chapter, chapter_summary_from_json(row.text(0)));
                            found->chapters.push_back(std::move(chapter));
                            return {};
                        }));
    return found;
}

Result<void> ResultsStore::begin_summary(BookId book, const Summary& head)
{
    return database_.transaction([&]() -> Result<void> {
        TRY(const auto standing, summary(book, head.language));
        if (standing && !standing->chapters.empty())
            TRY(database_.run("INSERT INTO earlier_summaries (book, body) VALUES (?, ?)",
                              {book, to_json(*standing)}));
        TRY(database_.run("DELETE FROM summary_chapters WHERE book = ? AND language = ?",
                          {book, head.language}));
        return save_summary_book(book, head);
    });
}

Result<std::vector<EarlierSummary>> ResultsStore::earlier_summaries(BookId book)
{
    std::vector<EarlierSummary> all;
    TRY(database_.query("SELECT id, body FROM earlier_summaries WHERE book = ? ORDER BY id DESC",
                        {book}, [&](const Row& row) -> Result<void> {
                            TRY(Summary head, summary_from_json(row.text(1)));
                            const auto chapters = static_cast<std::uint32_t>(head.chapters.size());
                            head.chapters.clear();
                            head.book.clear();
                            head.book_unlocated.clear();
                            all.push_back({row.integer(0), std::move(head), chapters});
                            return {};
                        }));
    return all;
}

Result<Summary> ResultsStore::earlier_summary(BookId book, std::int64_t id)
{
    std::optional<Summary> found;
    TRY(database_.query("SELECT body FROM earlier_summaries WHERE book = ? AND id = ?", {book, id},
                        [&](const Row& row) -> Result<void> {
                            TRY(found, summary_from_json(row.text(0)));
                            return {};
                        }));
    if (!found)
        return Error{ErrorKind::not_found, "that earlier summary is not there any more"};
    return std::move(*found);
}

Result<void> ResultsStore::remove_earlier_summary(BookId book, std::int64_t id)
{
    return database_.run("DELETE FROM earlier_summaries WHERE book = ? AND id = ?", {book, id});
}

Result<void> ResultsStore::remove_answers(BookId book, const std::vector<std::int64_t>& ids)
{
    const std::int64_t now = now_unix_s();
    return database_.transaction([&]() -> Result<void> {
        for (const std::int64_t id : ids)
            TRY(database_.run("UPDATE answers SET removed = ? WHERE book = ? AND id = ?",
                              {now, book, id}));
        return database_.run("DELETE FROM answers WHERE removed > 0 AND removed < ?",
                             {now - kTakenBackWithin_s});
    });
}

Result<void> ResultsStore::restore_answers(BookId book, const std::vector<std::int64_t>& ids)
{
    return database_.transaction([&]() -> Result<void> {
        for (const std::int64_t id : ids)
            TRY(database_.run("UPDATE answers SET removed = 0 WHERE book = ? AND id = ?",
                              {book, id}));
        return {};
    });
}

Result<std::int64_t> ResultsStore::add_answer(BookId book, const Answer& answer)
{
    std::int64_t id = 0;
    TRY(database_.query("INSERT INTO answers (book, body, made) VALUES (?, ?, ?) RETURNING id",
                        {book, to_json(answer),
                         answer.made_unix_s != 0 ? answer.made_unix_s : now_unix_s()},
                        [&](const Row& row) -> Result<void> {
                            id = row.integer(0);
                            return {};
                        }));
    return id;
}

Result<std::vector<Answer>> ResultsStore::answers(BookId book)
{
    std::vector<Answer> all;
    TRY(database_.query("SELECT body, id, made FROM answers WHERE book = ? AND removed = 0"
                        " ORDER BY id",
                        {book}, [&](const Row& row) -> Result<void> {
                            TRY(Answer answer, answer_from_json(row.text(0)));
                            answer.id = row.integer(1);
                            answer.made_unix_s = row.integer(2);
                            all.push_back(std::move(answer));
                            return {};
                        }));
    return all;
}

Result<void> ResultsStore::insert_segment(const TranslationKey& key, const Segment& segment)
{
    return database_.run("INSERT INTO segments (book, source_language, target_language, chapter,"
                         " position, status, author, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                         {key.book, key.from, key.to, std::int64_t{segment.chapter},
                          std::int64_t{segment.index}, static_cast<std::int64_t>(segment.status),
                          static_cast<std::int64_t>(segment.author), to_json(segment)});
}

Result<void> ResultsStore::save_segment(const TranslationKey& key, const Segment& segment)
{
    if (segment.author == Author::person)
        return insert_segment(key, segment);
    std::optional<Segment> current;
    TRY(database_.query("SELECT body FROM segments WHERE book = ? AND source_language = ?"
                        " AND target_language = ? AND chapter = ? AND position = ?"
                        " ORDER BY id DESC LIMIT 1",
                        {key.book, key.from, key.to, std::int64_t{segment.chapter},
                         std::int64_t{segment.index}},
                        [&](const Row& row) -> Result<void> {
                            TRY(current, segment_from_json(row.text(0)));
                            return {};
                        }));
    if (current && (current->author == Author::person || current->locked))
        return Error{ErrorKind::invalid,
                     "segment " + std::to_string(segment.index + 1) + " of chapter " +
                         std::to_string(segment.chapter + 1) + " was " +
                         (current->locked ? "locked" : "written") +
                         " by a person and is not overwritten"};
    return insert_segment(key, segment);
}

Result<void> ResultsStore::settle_segments(const TranslationKey& key,
                                           const std::vector<Segment>& segments)
{
    return database_.transaction([&]() -> Result<void> {
        for (const Segment& segment : segments)
            TRY(insert_segment(key, segment));
        return {};
    });
}

Result<void> ResultsStore::set_warnings(const TranslationKey& key,
                                        const std::vector<Segment>& segments)
{
    return database_.transaction([&]() -> Result<void> {
        for (const Segment& segment : segments) {
            std::optional<std::pair<std::int64_t, Segment>> current;
            TRY(database_.query("SELECT id, body FROM segments WHERE book = ? AND"
                                " source_language = ? AND target_language = ? AND chapter = ?"
                                " AND position = ? ORDER BY id DESC LIMIT 1",
                                {key.book, key.from, key.to, std::int64_t{segment.chapter},
                                 std::int64_t{segment.index}},
                                [&](const Row& row) -> Result<void> {
                                    TRY(Segment stored, segment_from_json(row.text(1)));
                                    current.emplace(row.integer(0), std::move(stored));
                                    return {};
                                }));
            if (!current || current->second.target != segment.target)
                continue;
            current->second.warnings = segment.warnings;
            current->second.status = segment.status;
            TRY(database_.run("UPDATE segments SET status = ?, body = ? WHERE id = ?",
                              {static_cast<std::int64_t>(segment.status),
                               to_json(current->second), current->first}));
        }
        return {};
    });
}

Result<void> ResultsStore::save_segments(const TranslationKey& key,
                                         const std::vector<Segment>& segments)
{
    return database_.transaction([&]() -> Result<void> {
        for (const Segment& segment : segments)
            TRY(save_segment(key, segment));
        return {};
    });
}

Result<std::vector<Segment>> ResultsStore::segments(const TranslationKey& key)
{
    std::vector<Segment> all;
    TRY(database_.query(
        "SELECT body FROM segments WHERE id IN (SELECT max(id) FROM segments WHERE book = ?"
        " AND source_language = ? AND target_language = ? GROUP BY chapter, position)"
        " ORDER BY chapter, position",
        {key.book, key.from, key.to}, [&](const Row& row) -> Result<void> {
            TRY(Segment segment, segment_from_json(row.text(0)));
            all.push_back(std::move(segment));
            return {};
        }));
    return all;
}

Result<std::vector<Segment>> ResultsStore::segment_history(const TranslationKey& key,
                                                           std::uint32_t chapter,
                                                           std::uint32_t index)
{
    std::vector<Segment> all;
    TRY(database_.query("SELECT body FROM segments WHERE book = ? AND source_language = ?"
                        " AND target_language = ? AND chapter = ? AND position = ? ORDER BY id",
                        {key.book, key.from, key.to, std::int64_t{chapter}, std::int64_t{index}},
                        [&](const Row& row) -> Result<void> {
                            TRY(Segment segment, segment_from_json(row.text(0)));
                            all.push_back(std::move(segment));
                            return {};
                        }));
    return all;
}

Result<std::vector<std::pair<TranslationKey, TranslationState>>>
ResultsStore::translations(BookId book)
{
    std::map<std::pair<std::string, std::string>, TranslationState> states;
    TRY(database_.query(
        "SELECT source_language, target_language, status FROM segments WHERE id IN"
        " (SELECT max(id) FROM segments WHERE book = ?"
        "  GROUP BY source_language, target_language, chapter, position)",
        {book}, [&](const Row& row) -> Result<void> {
            TranslationState& state = states[{row.text(0), row.text(1)}];
            ++state.segments;
            switch (static_cast<SegmentStatus>(row.integer(2))) {
            case SegmentStatus::done: ++state.done; break;
            case SegmentStatus::warned: ++state.warned; break;
            case SegmentStatus::failed: ++state.failed; break;
            case SegmentStatus::skipped: ++state.skipped; break;
            case SegmentStatus::waiting: break;
            }
            return {};
        }));
    std::vector<std::pair<TranslationKey, TranslationState>> all;
    for (const auto& [languages, state] : states)
        all.emplace_back(TranslationKey{book, languages.first, languages.second}, state);
    return all;
}

}  // namespace longhand::library
