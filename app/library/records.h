// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longhand::library {

// What tasks produce, jobs commit, the library keeps, exports write and the window shows: plain
// values without behaviour. Chapter and paragraph indices count from 0 here; people and the
// command line see them from 1.

using BookId = std::int64_t;
using JobId = std::int64_t;

// A passage of the book that supports something, located in the text by the program.
struct Source {
    document::TextRange range;
    std::string quote;      // text_of(range), verbatim from the cleaned text
    std::uint32_t page = 0; // in the file, from 1; 0 where the format has none
    std::string page_label; // printed
};

struct Point {
    std::string text;
    std::vector<Source> sources; // never empty in `points`; at most two pages in all
};

enum class PointOrigin : std::uint8_t {
    model,
    extract // the chapter's own central sentences, because nothing the model said was located
};

struct ChapterSummary {
    std::uint32_t chapter = 0;
    std::string title;
    std::vector<Point> points;
    std::vector<std::string> unlocated; // said by the model, not found in the text
    PointOrigin origin = PointOrigin::model;
    std::vector<document::TextRange> read; // exactly what was sent to the model
    // Stable names: "loop", "cut_short", "retried", "unanswered".
    std::vector<std::string> warnings;
    std::uint32_t steps = 0;               // pieces it was read in
    std::int64_t tokens = 0;               // of those pieces
};

struct Coverage {
    std::uint64_t words_total = 0; // of the chapters asked for
    std::uint64_t words_read = 0;
    std::uint32_t chapters = 0;
    std::uint32_t truncated = 0; // chapters of which something was not read
};

struct Summary {
    std::vector<ChapterSummary> chapters;
    std::vector<Point> book;     // of the whole book
    bool book_answered = true;   // false: no model was asked, `book` holds points of the chapters
    std::vector<std::string> book_unlocated;
    Coverage coverage;
    std::string language;
    std::string model;
    // What was asked for: "short", "medium", "long"; "general", "expert", "young"; data.
    std::string length, audience, focus;
    std::int64_t step_tokens = 0;  // the most that was read at a time
    std::int64_t made_unix_s = 0;  // when it was begun; 0: not known
};

// An earlier summary in the list a person chooses from.
struct EarlierSummary {
    std::int64_t id = 0;
    Summary head;  // without points and chapters
    std::uint32_t chapters = 0;
};

enum class Strategy : std::uint8_t { automatic, whole, passages, every_chapter, document_map };
std::string_view to_string(Strategy strategy);

struct AnswerSentence {
    std::string text;
    std::vector<Source> sources; // empty: not from the text
};

struct Answer {
    std::string question;
    std::string text;
    bool found = false;                      // false: "the book does not say"
    Strategy strategy = Strategy::automatic; // what was done, never automatic
    std::int64_t budget_tokens = 0;
    std::int64_t used_tokens = 0;
    std::int64_t reused_tokens = 0; // of the prompts, had been read before and were kept
    std::vector<AnswerSentence> sentences;
    std::vector<Source> closest; // when not found: the nearest passages
    std::vector<document::TextRange> read;
    std::vector<std::string> warnings;
    std::string model;
    std::vector<Source> about;  // the passage the question is about: none or one
    bool follow_up = false;     // asked with the questions before it in view
    std::int64_t id = 0;           // in the library
    std::int64_t made_unix_s = 0;  // 0: not known
};

enum class SegmentStatus : std::uint8_t {
    waiting,
    done,
    warned, // translated, some check complains
    failed, // the ladder ran out; the target is empty and the source stands in exports, marked
    skipped // bibliography, index, or nothing to translate
};
std::string_view to_string(SegmentStatus status);

enum class Author : std::uint8_t { model, person };

// One segment: what one unit of translation handles, a paragraph (or heading, list item, row,
// note) of a chapter.
struct Segment {
    std::uint32_t chapter = 0;
    std::uint32_t index = 0; // paragraph index in the chapter
    std::string source;
    std::string target;
    std::vector<document::Span> spans; // of the target
    SegmentStatus status = SegmentStatus::waiting;
    std::vector<std::string>
        warnings; // stable names: "untranslated", "repetition", "length", "spans", ...
    Author author = Author::model;
    std::int32_t attempts = 0;
    bool locked = false; // a person said: neither jobs nor replacements touch it
};

// A name or word that is to be rendered in one way throughout a translation. Characters carry what
// pronouns and forms of address need, which passages that name nobody need too.
enum class TermKind : std::uint8_t { character, place, organisation, term };
enum class TermStatus : std::uint8_t { proposed, confirmed, rejected }; // only confirmed ones act
enum class Gender : std::uint8_t { unknown, female, male, other };
std::string_view to_string(TermKind kind);
std::string_view to_string(TermStatus status);
std::string_view to_string(Gender gender);

struct Term {
    TermKind kind = TermKind::term;
    TermStatus status = TermStatus::proposed;
    std::string source; // unique in its translation
    std::string target; // the rendering; may be empty while proposed
    std::string note;
    Gender gender = Gender::unknown; // of a character
    std::string address;             // how it is spoken to and of ("formally, as Captain")
    std::uint32_t count = 0;         // in the book
    std::vector<std::string> samples; // sentences it stands in
    friend bool operator==(const Term&, const Term&) = default;
};

struct TranslationKey { // one translation of one book
    BookId book = 0;
    std::string from, to; // BCP 47
    friend bool operator==(const TranslationKey&, const TranslationKey&) = default;
};

// How far a translation is, for people: counted from its segments.
struct TranslationState {
    std::uint32_t segments = 0, done = 0, warned = 0, failed = 0, skipped = 0;
    std::uint32_t waiting = 0; // counted among the segments, not begun
};

} // namespace longhand::library
