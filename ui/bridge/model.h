// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>

namespace longhand::ui {

// What the panes show: plain values that cross threads by copy. Chapter and paragraph indices
// count from 0, pages from 1. The panes never see the types below the bridge.

using BookId = qint64;
using JobId = qint64;

struct ProgressView {
    QString phase;
    qint64 done = 0, total = 0; // total 0: not known yet
    QString unit;               // "tokens", "pages", "segments", "bytes"
    double tokensPerSecond = 0.0;
    double etaSeconds = -1.0;             // negative: not known
    double etaLow = -1.0, etaHigh = -1.0; // the end lies between, four times out of five
    double wordsPerMinute = 0.0;          // of a translation's source; 0: not known
};

struct ProblemView {
    QString kind;
    QString sentence; // translated: what it is and what to do
    QList<int> pages;
};

enum class Format { pdf, epub, text, markdown, html };

struct BookView {
    BookId id = 0;
    QString title; // never empty: the file's name where the book has none
    QStringList authors;
    QString language; // BCP 47
    Format format = Format::text;
    qint64 words = 0;
    int pages = 0;
    int chapters = 0;
    QString fileName;
    QString source; // path of the library's own copy
    QDateTime added;
    QList<ProblemView> problems;
    qint64 diskBytes = 0;
};

// A passage of the book. The offsets are UTF-8 bytes of the paragraph as the core counts them;
// ui/bridge/text.h turns them into positions of the paragraph's QString.
struct SourceView {
    int chapter = 0, paragraph = 0;
    quint32 beginByte = 0, endByte = 0;
    QString quote;
    int page = 0; // 0 where the format has no pages
    QString pageLabel;
};

struct PointView {
    QString text;
    QList<SourceView> sources;
};

struct ChapterSummaryView {
    int chapter = 0;
    QString title;
    QList<PointView> points;
    QStringList unlocated; // said by the model, not found in the text
    bool extract = false;  // the chapter's own sentences: nothing the model said was located
    QStringList warnings;  // translated phrases
    int steps = 0;         // pieces it was read in; 0: not known
    qint64 tokens = 0;     // of those pieces
};

enum class SummaryLength { brief, medium, extended };
enum class Audience { general, expert, young };

struct CoverageView {
    qint64 wordsTotal = 0, wordsRead = 0;
    int chapters = 0, truncated = 0;
};

struct SummaryView {
    QList<ChapterSummaryView> chapters;
    QList<PointView> book;
    QStringList bookUnlocated;
    CoverageView coverage;
    QString language;
    QString model;
    bool optionsKnown = false; // the three that follow; not of a summary of an earlier version
    SummaryLength length = SummaryLength::medium;
    Audience audience = Audience::general;
    QString focus;
    qint64 stepTokens = 0; // the most that was read at a time
    QDateTime made;        // invalid: not known
};

enum class Strategy { automatic, whole, passages, everyChapter, documentMap };

struct AnswerSentenceView {
    QString text;
    QList<SourceView> sources; // empty: not from the text
};

struct AnswerView {
    QString question;
    QString text;
    bool found = false;
    Strategy strategy = Strategy::automatic;
    qint64 budgetTokens = 0, usedTokens = 0;
    QList<AnswerSentenceView> sentences;
    QList<SourceView> closest;
    QStringList warnings;
    QString model;
    QList<SourceView> about; // the passage it was asked about: none or one
    bool followUp = false;
    qint64 id = 0; // in the library; 0: not known
    QDateTime made;
};

enum class SegmentStatus { waiting, done, warned, failed, skipped };

struct SegmentView {
    int chapter = 0, index = 0;
    QString source, target;
    SegmentStatus status = SegmentStatus::waiting;
    QStringList warnings; // translated phrases
    bool byPerson = false;
    bool locked = false;
    QStringList warningNames; // stable, for filters
};

struct TranslationView {
    QString from, to;
    int segments = 0, done = 0, warned = 0, failed = 0, skipped = 0;
};

enum class JobKind { summarise, ask, translate };
enum class JobState { queued, running, paused, finished, finishedWithWarnings, failed, cancelled };

struct JobView {
    JobId id = 0;
    JobKind kind = JobKind::summarise;
    BookId book = 0;
    JobState state = JobState::queued;
    qint64 unitsDone = 0, unitsTotal = 0;
    double seconds = 0.0;
    bool held = false; // a living process works on it, here or elsewhere
    int warnings = 0;
    QString error; // the last failure's line for the log
    QDateTime created;
};

struct JobEnd {
    JobState state = JobState::finished;
    QString sentence; // translated; empty when it ended well
    QString detail;
    int warnings = 0;
    double seconds = 0.0;
    bool complete = false;
    bool unsupported = false; // this model cannot do it; another might
};

// --- a book opened for reading -----------------------------------------------------------------

enum class PageState { text, empty, scan, unreadable, failed };

struct PageView {
    int number = 0;
    QString label;
    PageState state = PageState::text;
    QSizeF size; // points
};

enum class ParagraphKind {
    body,
    heading,
    listItem,
    quote,
    verse,
    code,
    tableRow,
    caption,
    separator
};

enum class SpanKind { emphasis, strong, code, superscript, subscript, ruby, note, other };

struct SpanView {
    SpanKind kind = SpanKind::other;
    qsizetype begin = 0, end = 0; // UTF-16
    QString value = {};           // the reading of a ruby; the text of a note, with its label
};

struct ParagraphView {
    ParagraphKind kind = ParagraphKind::body;
    QString text;
    QList<SpanView> spans;
    int page = 0;
};

struct ChapterView {
    QString title; // may be empty
    int level = 1;
    int firstPage = 0;
    qint64 words = 0;
    bool body = true; // false: contents, bibliography, index and the like
    QList<ParagraphView> paragraphs;
};

struct DocumentView {
    BookId book = 0;
    QString title;
    QString language;
    Format format = Format::text;
    QList<PageView> pages;
    QList<ChapterView> chapters;
};
using DocumentPtr = std::shared_ptr<const DocumentView>;

struct MarkView { // a rectangle to mark, in points from the page's top left corner
    int page = 0;
    QRectF rect;
};

// A character of a page: which of the book it is, and where it stands.
struct GlyphView {
    int chapter = 0, paragraph = 0;
    quint32 beginByte = 0, endByte = 0; // of the paragraph, as in SourceView
    QRectF rect;                        // points; empty: a blank that the cleaning put in
    qsizetype at = 0;                   // UTF-16 position in PageTextView::text
};

// What a page says, in reading order: what a selection on it, marks and screen readers work on.
struct PageTextView {
    int page = 0; // from 1
    QString text; // paragraphs end with line feeds, which are no glyphs
    QList<GlyphView> glyphs;
};

// Everything kept for one book, read in one go when it is opened.
struct BookContents {
    DocumentPtr document;
    SummaryView summary; // without chapters: none yet
    QList<AnswerView> answers;
    QList<TranslationView> translations;
};

// --- what a person asks for --------------------------------------------------------------------

struct SummaryRequest {
    SummaryLength length = SummaryLength::medium;
    QString focus;    // what the person is interested in; may be empty
    QString language; // BCP 47; empty: the book's
    Audience audience = Audience::general;
    QList<int> chapters; // these again, the others as they are; empty: a new summary
    // The same for the same wishes.
    [[nodiscard]] QString subject() const
    {
        QStringList parts{QString::number(static_cast<int>(length)), language, focus};
        if (audience != Audience::general)
            parts << QString::number(static_cast<int>(audience));
        for (const int chapter : chapters)
            parts << QStringLiteral("#%1").arg(chapter);
        return parts.join(QLatin1Char('|'));
    }
};

struct AskRequest {
    QString question;
    bool followUp = false;
    QList<SourceView> about; // a passage of the book: none or one
};

struct TranslateRequest {
    QString to; // BCP 47
    bool probeFirst = true;
    QList<int> chapters; // empty: all
};

enum class ExportKind { summary, answers, translation };
enum class ExportLayout { target, sourceTarget, targetSource, twoColumns };

struct ExportRequest {
    ExportKind kind = ExportKind::summary;
    QString path;     // its suffix chooses the form
    QString language; // of the summary; empty: the book's
    QString from, to; // of the translation
    ExportLayout layout = ExportLayout::target;
    QString title; // of the translation, in its language; empty: what the translation itself says
    qint64 earlier = 0;    // an earlier summary; 0: the one that stands
    QList<qint64> answers; // these alone; empty: the whole conversation
};

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::ProgressView)
Q_DECLARE_METATYPE(longhand::ui::BookView)
Q_DECLARE_METATYPE(longhand::ui::SourceView)
Q_DECLARE_METATYPE(longhand::ui::ChapterSummaryView)
Q_DECLARE_METATYPE(longhand::ui::SummaryView)
Q_DECLARE_METATYPE(longhand::ui::AnswerView)
Q_DECLARE_METATYPE(longhand::ui::SegmentView)
Q_DECLARE_METATYPE(longhand::ui::JobView)
Q_DECLARE_METATYPE(longhand::ui::JobEnd)
