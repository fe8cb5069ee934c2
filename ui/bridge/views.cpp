// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/views.h"

#include "ui/bridge/failure.h"
#include "ui/bridge/text.h"

#include <QHash>

#include <algorithm>

namespace longhand::ui {
// Declared before viewAll, which finds no overload that comes later; static rather than in a
// nameless namespace, where they would hide those of the header.
static ProblemView view(const document::Problem& problem);
static AnswerSentenceView view(const library::AnswerSentence& sentence);
static ParagraphView view(const document::Paragraph& paragraph);
static ChapterView view(const document::Chapter& chapter);
static PageView view(const document::Page& page);

template <class Out, class In> static QList<Out> viewAll(const std::vector<In>& items)
{
    QList<Out> list;
    list.reserve(static_cast<qsizetype>(items.size()));
    for (const In& item : items)
        list.append(view(item));
    return list;
}

static QStringList phrases(const std::vector<std::string>& warnings)
{
    QStringList list;
    for (const std::string& warning : warnings)
        list.append(warningPhrase(fromUtf8(warning)));
    return list;
}

static Format view(document::Format format)
{
    switch (format) {
    case document::Format::pdf:
        return Format::pdf;
    case document::Format::epub:
        return Format::epub;
    case document::Format::text:
        return Format::text;
    case document::Format::markdown:
        return Format::markdown;
    case document::Format::html:
        return Format::html;
    }
    return Format::text;
}

static ProblemView view(const document::Problem& problem)
{
    ProblemView result;
    result.kind = fromUtf8(problem.kind);
    result.sentence = problemSentence(result.kind, fromUtf8(problem.message),
                                      static_cast<int>(problem.pages.size()));
    for (const std::uint32_t page : problem.pages)
        result.pages.append(static_cast<int>(page));
    return result;
}

static AnswerSentenceView view(const library::AnswerSentence& sentence)
{
    return {fromUtf8(sentence.text), viewAll<SourceView>(sentence.sources)};
}

static Strategy view(library::Strategy strategy)
{
    switch (strategy) {
    case library::Strategy::automatic:
        return Strategy::automatic;
    case library::Strategy::whole:
        return Strategy::whole;
    case library::Strategy::passages:
        return Strategy::passages;
    case library::Strategy::every_chapter:
        return Strategy::everyChapter;
    case library::Strategy::document_map:
        return Strategy::documentMap;
    }
    return Strategy::automatic;
}

static SegmentStatus view(library::SegmentStatus status)
{
    switch (status) {
    case library::SegmentStatus::waiting:
        return SegmentStatus::waiting;
    case library::SegmentStatus::done:
        return SegmentStatus::done;
    case library::SegmentStatus::warned:
        return SegmentStatus::warned;
    case library::SegmentStatus::failed:
        return SegmentStatus::failed;
    case library::SegmentStatus::skipped:
        return SegmentStatus::skipped;
    }
    return SegmentStatus::waiting;
}

static JobKind view(library::JobKind kind)
{
    switch (kind) {
    case library::JobKind::summarise:
        return JobKind::summarise;
    case library::JobKind::ask:
        return JobKind::ask;
    case library::JobKind::translate:
        return JobKind::translate;
    }
    return JobKind::summarise;
}

static PageState view(document::PageState state)
{
    switch (state) {
    case document::PageState::text:
        return PageState::text;
    case document::PageState::empty:
        return PageState::empty;
    case document::PageState::scan:
        return PageState::scan;
    case document::PageState::unreadable:
        return PageState::unreadable;
    case document::PageState::failed:
        return PageState::failed;
    }
    return PageState::text;
}

static ParagraphKind view(document::ParagraphKind kind)
{
    switch (kind) {
    case document::ParagraphKind::body:
        return ParagraphKind::body;
    case document::ParagraphKind::heading:
        return ParagraphKind::heading;
    case document::ParagraphKind::list_item:
        return ParagraphKind::listItem;
    case document::ParagraphKind::quote:
        return ParagraphKind::quote;
    case document::ParagraphKind::verse:
        return ParagraphKind::verse;
    case document::ParagraphKind::code:
        return ParagraphKind::code;
    case document::ParagraphKind::table_row:
        return ParagraphKind::tableRow;
    case document::ParagraphKind::caption:
        return ParagraphKind::caption;
    case document::ParagraphKind::separator:
        return ParagraphKind::separator;
    }
    return ParagraphKind::body;
}

static SpanKind view(document::SpanKind kind)
{
    switch (kind) {
    case document::SpanKind::emphasis:
        return SpanKind::emphasis;
    case document::SpanKind::strong:
        return SpanKind::strong;
    case document::SpanKind::code:
        return SpanKind::code;
    case document::SpanKind::superscript:
        return SpanKind::superscript;
    case document::SpanKind::subscript:
        return SpanKind::subscript;
    case document::SpanKind::ruby:
        return SpanKind::ruby;
    case document::SpanKind::note_reference:
        return SpanKind::note;
    default:
        return SpanKind::other;
    }
}

static ParagraphView view(const document::Paragraph& paragraph)
{
    ParagraphView result;
    result.kind = view(paragraph.kind);
    result.text = fromUtf8(paragraph.text);
    result.page = static_cast<int>(paragraph.first_page());
    for (const document::Span& span : paragraph.spans) {
        const SpanKind kind = view(span.kind);
        if (kind != SpanKind::other)
            result.spans.append({kind, utf16Offset(result.text, span.begin),
                                 utf16Offset(result.text, span.end), fromUtf8(span.value)});
    }
    return result;
}

static ChapterView view(const document::Chapter& chapter)
{
    using document::ChapterRole;
    ChapterView result;
    result.title = fromUtf8(chapter.title);
    result.level = std::max(1, static_cast<int>(chapter.level));
    result.firstPage = static_cast<int>(chapter.first_page());
    result.words = static_cast<qint64>(chapter.words());
    result.body = chapter.role == ChapterRole::body || chapter.role == ChapterRole::front ||
                  chapter.role == ChapterRole::back;
    result.paragraphs = viewAll<ParagraphView>(chapter.paragraphs);
    return result;
}

static PageView view(const document::Page& page)
{
    return {static_cast<int>(page.number), fromUtf8(page.label), view(page.state),
            QSizeF(static_cast<double>(page.width), static_cast<double>(page.height))};
}

ProgressView view(const Progress& progress)
{
    return {fromUtf8(progress.phase),
            static_cast<qint64>(progress.done),
            static_cast<qint64>(progress.total),
            fromUtf8(progress.unit),
            progress.tokens_per_s,
            progress.eta_s};
}

BookView view(const library::Book& book)
{
    BookView result;
    result.id = book.id;
    result.fileName = fromUtf8(book.file_name);
    result.title = book.title.empty() ? result.fileName : fromUtf8(book.title);
    result.authors = fromUtf8(book.authors);
    result.language = fromUtf8(book.language);
    result.format = view(book.format);
    result.words = static_cast<qint64>(book.words);
    result.pages = static_cast<int>(book.pages);
    result.chapters = static_cast<int>(book.chapters);
    result.source = fromPath(book.source);
    result.added = QDateTime::fromSecsSinceEpoch(book.added_unix_s);
    result.problems = viewAll<ProblemView>(book.problems);
    result.diskBytes = static_cast<qint64>(book.disk_bytes);
    return result;
}

SourceView view(const library::Source& source)
{
    return {static_cast<int>(source.range.chapter),
            static_cast<int>(source.range.paragraph),
            source.range.begin,
            source.range.end,
            fromUtf8(source.quote),
            static_cast<int>(source.page),
            fromUtf8(source.page_label)};
}

PointView view(const library::Point& point)
{
    return {fromUtf8(point.text), viewAll<SourceView>(point.sources)};
}

ChapterSummaryView view(const library::ChapterSummary& summary)
{
    return {static_cast<int>(summary.chapter),
            fromUtf8(summary.title),
            viewAll<PointView>(summary.points),
            fromUtf8(summary.unlocated),
            summary.origin == library::PointOrigin::extract,
            phrases(summary.warnings),
            static_cast<int>(summary.steps),
            summary.tokens};
}

SummaryView view(const library::Summary& summary)
{
    SummaryView result;
    result.chapters = viewAll<ChapterSummaryView>(summary.chapters);
    result.book = viewAll<PointView>(summary.book);
    result.bookUnlocated = fromUtf8(summary.book_unlocated);
    result.coverage = {static_cast<qint64>(summary.coverage.words_total),
                       static_cast<qint64>(summary.coverage.words_read),
                       static_cast<int>(summary.coverage.chapters),
                       static_cast<int>(summary.coverage.truncated)};
    result.language = fromUtf8(summary.language);
    result.model = fromUtf8(summary.model);
    result.optionsKnown = !summary.length.empty();
    if (summary.length == "short")
        result.length = SummaryLength::brief;
    if (summary.length == "long")
        result.length = SummaryLength::extended;
    if (summary.audience == "expert")
        result.audience = Audience::expert;
    if (summary.audience == "young")
        result.audience = Audience::young;
    result.focus = fromUtf8(summary.focus);
    result.stepTokens = summary.step_tokens;
    if (summary.made_unix_s > 0)
        result.made = QDateTime::fromSecsSinceEpoch(summary.made_unix_s);
    return result;
}

AnswerView view(const library::Answer& answer)
{
    AnswerView result;
    result.question = fromUtf8(answer.question);
    result.text = fromUtf8(answer.text);
    result.found = answer.found;
    result.strategy = view(answer.strategy);
    result.budgetTokens = answer.budget_tokens;
    result.usedTokens = answer.used_tokens;
    result.sentences = viewAll<AnswerSentenceView>(answer.sentences);
    result.closest = viewAll<SourceView>(answer.closest);
    result.warnings = phrases(answer.warnings);
    result.model = fromUtf8(answer.model);
    result.about = viewAll<SourceView>(answer.about);
    result.followUp = answer.follow_up;
    result.id = answer.id;
    if (answer.made_unix_s > 0)
        result.made = QDateTime::fromSecsSinceEpoch(answer.made_unix_s);
    return result;
}

SegmentView view(const library::Segment& segment)
{
    return {static_cast<int>(segment.chapter),
            static_cast<int>(segment.index),
            fromUtf8(segment.source),
            fromUtf8(segment.target),
            view(segment.status),
            phrases(segment.warnings),
            segment.author == library::Author::person,
            segment.locked,
            fromUtf8(segment.warnings)};
}

TranslationView view(const library::TranslationKey& key, const library::TranslationState& state)
{
    return {fromUtf8(key.from),
            fromUtf8(key.to),
            static_cast<int>(state.segments),
            static_cast<int>(state.done),
            static_cast<int>(state.warned),
            static_cast<int>(state.failed),
            static_cast<int>(state.skipped)};
}

JobState view(library::JobState state)
{
    switch (state) {
    case library::JobState::queued:
        return JobState::queued;
    case library::JobState::running:
        return JobState::running;
    case library::JobState::paused:
        return JobState::paused;
    case library::JobState::finished:
        return JobState::finished;
    case library::JobState::finished_with_warnings:
        return JobState::finishedWithWarnings;
    case library::JobState::failed:
        return JobState::failed;
    case library::JobState::cancelled:
        return JobState::cancelled;
    }
    return JobState::queued;
}

JobView view(const library::JobRecord& job)
{
    JobView result;
    result.id = job.id;
    result.kind = view(job.kind);
    result.book = job.book;
    result.state = view(job.state);
    result.unitsDone = static_cast<qint64>(job.units_done);
    result.unitsTotal = static_cast<qint64>(job.units_total);
    result.seconds = job.seconds;
    result.held = !job.holder.empty();
    result.warnings = static_cast<int>(job.warnings);
    result.error = fromUtf8(job.error);
    result.created = QDateTime::fromSecsSinceEpoch(job.created_unix_s);
    return result;
}

// A reference carries the note itself, for a reader who rests on it.
static void showNotes(DocumentView& result, const document::Document& document)
{
    QHash<QString, QString> notes;
    for (const document::Note& note : document.notes) {
        QStringList text;
        for (const document::Paragraph& paragraph : note.paragraphs)
            text << fromUtf8(paragraph.text);
        notes.insert(
            fromUtf8(note.id),
            (fromUtf8(note.label) + QLatin1Char(' ') + text.join(QLatin1Char('\n'))).trimmed());
    }
    for (ChapterView& chapter : result.chapters)
        for (ParagraphView& paragraph : chapter.paragraphs)
            for (SpanView& span : paragraph.spans)
                if (span.kind == SpanKind::note)
                    span.value = notes.value(span.value);
}

DocumentPtr view(BookId book, const document::Document& document)
{
    auto result = std::make_shared<DocumentView>();
    result->book = book;
    result->title = fromUtf8(document.title);
    result->language = fromUtf8(document.language);
    result->format = view(document.format);
    result->pages = viewAll<PageView>(document.pages);
    result->chapters = viewAll<ChapterView>(document.chapters);
    showNotes(*result, document);
    return result;
}

} // namespace longhand::ui
