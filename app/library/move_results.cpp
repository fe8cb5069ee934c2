// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/record_json.h"
#include "app/library/store.h"

namespace longhand::library {
namespace {

struct Stored {
    std::int64_t id = 0;
    std::string body;
};

Result<std::vector<Stored>> rows_of(Database& database, const char* sql, BookId book)
{
    std::vector<Stored> rows;
    TRY(database.query(sql, {book}, [&](const Row& row) -> Result<void> {
        rows.push_back({row.integer(0), row.text(1)});
        return {};
    }));
    return rows;
}

// A source whose paragraph is gone goes too; that happens to none of a book's own.
void move_sources(std::vector<Source>& sources, const document::ChapterMove& move)
{
    std::erase_if(sources, [&](Source& source) {
        const auto moved = move.range(source.range);
        if (moved)
            source.range = *moved;
        return !moved;
    });
}

void move_ranges(std::vector<document::TextRange>& ranges, const document::ChapterMove& move)
{
    std::erase_if(ranges, [&](document::TextRange& range) {
        const auto moved = move.range(range);
        if (moved)
            range = *moved;
        return !moved;
    });
}

Result<void> move_answers(Database& database, BookId book, const document::ChapterMove& move)
{
    TRY(const auto rows, rows_of(database, "SELECT id, body FROM answers WHERE book = ?", book));
    for (const Stored& row : rows) {
        TRY(Answer answer, answer_from_json(row.body));
        for (AnswerSentence& sentence : answer.sentences)
            move_sources(sentence.sources, move);
        move_sources(answer.closest, move);
        move_sources(answer.about, move);
        move_ranges(answer.read, move);
        TRY(database.run("UPDATE answers SET body = ? WHERE id = ?", {to_json(answer), row.id}));
    }
    return {};
}

Result<void> move_segments(Database& database, BookId book, const document::ChapterMove& move)
{
    TRY(const auto rows, rows_of(database, "SELECT id, body FROM segments WHERE book = ?", book));
    for (const Stored& row : rows) {
        TRY(Segment segment, segment_from_json(row.body));
        const auto moved = move.paragraph(segment.chapter, segment.index);
        if (!moved)
            continue;
        segment.chapter = moved->first;
        segment.index = moved->second;
        TRY(database.run("UPDATE segments SET chapter = ?, position = ?, body = ? WHERE id = ?",
                         {std::int64_t{segment.chapter}, std::int64_t{segment.index},
                          to_json(segment), row.id}));
    }
    return {};
}

struct ChapterRow {
    std::string language, model;
    ChapterSummary summary;
};

Result<void> move_summaries(Database& database, BookId book, const document::ChapterMove& move)
{
    std::vector<ChapterRow> kept;
    bool all_kept = true;
    TRY(database.query("SELECT language, model, body FROM summary_chapters WHERE book = ?", {book},
                       [&](const Row& row) -> Result<void> {
                           TRY(ChapterSummary summary, chapter_summary_from_json(row.text(2)));
                           const auto chapter = move.chapter(summary.chapter);
                           all_kept = all_kept && chapter;
                           if (!chapter)
                               return {};
                           summary.chapter = *chapter;
                           for (Point& point : summary.points)
                               move_sources(point.sources, move);
                           move_ranges(summary.read, move);
                           kept.push_back({row.text(0), row.text(1), std::move(summary)});
                           return {};
                       }));
    TRY(database.run("DELETE FROM summary_chapters WHERE book = ?", {book}));
    for (const ChapterRow& row : kept)
        TRY(database.run("INSERT INTO summary_chapters (book, language, chapter, model, body)"
                         " VALUES (?, ?, ?, ?, ?)",
                         {book, row.language, std::int64_t{row.summary.chapter}, row.model,
                          to_json(row.summary)}));
    if (!all_kept)
        return database.run("DELETE FROM summaries WHERE book = ?", {book});
    std::vector<std::pair<std::string, Summary>> whole;
    TRY(database.query("SELECT language, body FROM summaries WHERE book = ?", {book},
                       [&](const Row& row) -> Result<void> {
                           TRY(Summary summary, summary_from_json(row.text(1)));
                           for (Point& point : summary.book)
                               move_sources(point.sources, move);
                           whole.emplace_back(row.text(0), std::move(summary));
                           return {};
                       }));
    for (const auto& [language, summary] : whole)
        TRY(database.run("UPDATE summaries SET body = ? WHERE book = ? AND language = ?",
                         {to_json(summary), book, language}));
    return {};
}

// An earlier summary loses the chapters that are chapters no longer and keeps the rest.
Result<void> move_earlier(Database& database, BookId book, const document::ChapterMove& move)
{
    TRY(const auto rows,
        rows_of(database, "SELECT id, body FROM earlier_summaries WHERE book = ?", book));
    for (const Stored& row : rows) {
        TRY(Summary summary, summary_from_json(row.body));
        std::erase_if(summary.chapters, [&](ChapterSummary& chapter) {
            const auto moved = move.chapter(chapter.chapter);
            chapter.chapter = moved.value_or(0);
            for (Point& point : chapter.points)
                move_sources(point.sources, move);
            move_ranges(chapter.read, move);
            return !moved;
        });
        for (Point& point : summary.book)
            move_sources(point.sources, move);
        TRY(database.run("UPDATE earlier_summaries SET body = ? WHERE id = ?",
                         {to_json(summary), row.id}));
    }
    return {};
}

}  // namespace

Result<void> move_results(Database& database, BookId book, const document::ChapterMove& move)
{
    TRY(move_answers(database, book, move));
    TRY(move_segments(database, book, move));
    TRY(move_earlier(database, book, move));
    return move_summaries(database, book, move);
}

}  // namespace longhand::library
