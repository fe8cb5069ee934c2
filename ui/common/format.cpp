// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::Words)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// tr() puts a bare %n; people read large counts with their locale's separators.
QString counted(const QString& translated, qint64 count)
{
    QString text = translated;
    return text.replace(QString::number(count), number(count));
}

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 2'000'000'000));
}

} // namespace

QLocale wordsLocale(const QLocale& wanted)
{
    if (wanted.language() != QLocale::Chinese)
        return wanted;
    return wanted.script() == QLocale::TraditionalHanScript
               ? QLocale(QLocale::Chinese, QLocale::Taiwan)
               : QLocale(QLocale::Chinese, QLocale::China);
}

QString languageName(const QString& bcp47)
{
    if (bcp47.isEmpty())
        return {};
    const QLocale locale(bcp47);
    if (locale.language() == QLocale::C)
        return bcp47;
    QString name = locale.nativeLanguageName();
    if (name.isEmpty())
        return bcp47;
    // QLocale calls plain English "American English"; a book's language is English.
    if (!bcp47.contains(QLatin1Char('-')))
        if (locale.language() == QLocale::English)
            name = QStringLiteral("English");
    name[0] = name[0].toUpper();
    return name;
}

QStringList offeredLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("zh-Hans"), QStringLiteral("zh-Hant"),
            QStringLiteral("ja"), QStringLiteral("ko"),      QStringLiteral("de"),
            QStringLiteral("fr"), QStringLiteral("es"),      QStringLiteral("it"),
            QStringLiteral("pt"), QStringLiteral("nl"),      QStringLiteral("pl"),
            QStringLiteral("ru"), QStringLiteral("uk"),      QStringLiteral("ar")};
}

QString duration(double seconds)
{
    if (seconds < 50.0)
        return Words::tr("%n second(s)", nullptr,
                         std::max(1, static_cast<int>(std::lround(seconds))));
    const int minutes = static_cast<int>(std::lround(seconds / 60.0));
    if (minutes < 90)
        return Words::tr("%n minute(s)", nullptr, std::max(1, minutes));
    const int hours = minutes / 60;
    const int rest = minutes % 60;
    if (hours >= 10 || rest == 0)
        return Words::tr("%n hour(s)", nullptr, rest >= 30 ? hours + 1 : hours);
    //: %1 is a number of hours, %2 a number of minutes.
    return Words::tr("%1 h %2 min").arg(number(hours), number(rest));
}

QString timeLeft(const ProgressView& progress)
{
    if (progress.etaSeconds < 0.0)
        return {};
    //: %1 is a duration such as "4 minutes".
    return Words::tr("about %1 left").arg(duration(progress.etaSeconds));
}

int percent(qint64 done, qint64 total)
{
    if (total <= 0)
        return -1;
    return static_cast<int>(std::clamp<double>(
        100.0 * static_cast<double>(done) / static_cast<double>(total), 0.0, 100.0));
}

QString bookCounts(const BookView& book)
{
    const QString pages = book.pages == 0
                              ? QString()
                              : counted(Words::tr("%n page(s)", nullptr, book.pages), book.pages);
    return joined({pages, counted(Words::tr("%n word(s)", nullptr, plural(book.words)), book.words),
                   counted(Words::tr("%n chapter(s)", nullptr, book.chapters), book.chapters)});
}

QString bookLength(const BookView& book)
{
    if (book.pages > 0)
        return counted(Words::tr("%n page(s)", nullptr, book.pages), book.pages);
    return counted(Words::tr("%n word(s)", nullptr, plural(book.words)), book.words);
}

QString byteSize(qint64 bytes)
{
    // "640 kB", "1.2 MB", "34 MB", "1.2 GB".
    const bool smallNumber = (bytes >= 1'000'000 && bytes < 10'000'000) || bytes >= 1'000'000'000;
    return QLocale().formattedDataSize(bytes, smallNumber ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString bookFacts(const BookView& book)
{
    return joined({listed(book.authors), bookCounts(book), languageName(book.language)});
}

QString pageName(const SourceView& source)
{
    if (!source.pageLabel.isEmpty())
        return Words::tr("p. %1").arg(source.pageLabel);
    if (source.page > 0)
        return Words::tr("p. %1").arg(number(source.page));
    //: A place in a book without pages. %1 is the chapter, %2 the paragraph in it.
    return Words::tr("ch. %1, ¶ %2").arg(number(source.chapter + 1), number(source.paragraph + 1));
}

QString chapterName(int chapter, const QString& title)
{
    if (title.isEmpty())
        return Words::tr("Chapter %1").arg(number(chapter + 1));
    // Many books number their chapters themselves.
    if (title.front().isDigit() || title.contains(QString::number(chapter + 1)))
        return title;
    //: %1 is a chapter's number, %2 its title.
    return Words::tr("%1. %2").arg(number(chapter + 1), title);
}

QString jobTitle(JobKind kind)
{
    switch (kind) {
    case JobKind::summarise:
        return Words::tr("Summary");
    case JobKind::ask:
        return Words::tr("Question");
    case JobKind::translate:
        return Words::tr("Translation");
    }
    return {};
}

QString jobStateWord(JobState state)
{
    switch (state) {
    case JobState::queued:
        return Words::tr("waiting");
    case JobState::running:
        return Words::tr("working");
    case JobState::paused:
        return Words::tr("paused");
    case JobState::finished:
        return Words::tr("finished");
    case JobState::finishedWithWarnings:
        return Words::tr("finished with warnings");
    case JobState::failed:
        return Words::tr("stopped by a problem");
    case JobState::cancelled:
        return Words::tr("cancelled");
    }
    return {};
}

bool isOver(JobState state)
{
    return state != JobState::queued && state != JobState::running && state != JobState::paused;
}

QString jobLine(const JobView& job, const ProgressView& progress)
{
    QString units;
    if (job.unitsTotal > 0 && job.kind == JobKind::translate)
        //: %1 of %2 paragraphs of a book are translated.
        units = Words::tr("%1 of %2 paragraphs").arg(number(job.unitsDone), number(job.unitsTotal));
    else if (job.unitsTotal > 0 && job.kind == JobKind::summarise)
        //: %1 of %2 chapters of a book are summarised.
        units = Words::tr("%1 of %2 chapters").arg(number(job.unitsDone), number(job.unitsTotal));
    QString speed;
    if (progress.tokensPerSecond > 0.0 && job.state == JobState::running)
        speed = Words::tr("%1 tokens/s").arg(QLocale().toString(progress.tokensPerSecond, 'f', 1));
    QString left = job.state == JobState::running ? timeLeft(progress) : QString();
    // "Finished" and "finished with 3 warnings" must not look alike.
    QString state = jobStateWord(job.state);
    if (job.state == JobState::running && progress.phase == QLatin1String("waiting for the server"))
        //: A job is running, but the server that does its work does not answer at the moment.
        state = Words::tr("waiting for the server");
    QString warnings;
    if (job.warnings > 0 && job.state == JobState::finishedWithWarnings)
        state = Words::tr("finished with %n warning(s)", nullptr, job.warnings);
    else if (job.warnings > 0)
        warnings = Words::tr("%n warning(s)", nullptr, job.warnings);
    return joined({state, units, warnings, speed, left});
}

QString strategyLine(const AnswerView& answer)
{
    QString what;
    switch (answer.strategy) {
    case Strategy::whole:
        what = Words::tr("The whole book was read for this answer");
        break;
    case Strategy::passages:
        what = Words::tr("The closest passages were read");
        break;
    case Strategy::everyChapter:
        what = Words::tr("Every chapter was read in turn");
        break;
    case Strategy::documentMap:
        return Words::tr("Answered from the book's own facts, without the model.");
    case Strategy::automatic:
        return {};
    }
    if (answer.budgetTokens <= 0)
        return sentence(what);
    //: %1 says what was read, %2 and %3 are numbers of tokens.
    return Words::tr("%1 (%2 of %3 tokens).")
        .arg(what, number(answer.usedTokens), number(answer.budgetTokens));
}

QString stepsLine(const SummaryView& summary)
{
    qint64 tokens = 0;
    int steps = 0;
    for (const ChapterSummaryView& chapter : summary.chapters) {
        tokens += chapter.tokens;
        steps += chapter.steps;
    }
    if (steps == 0 || summary.stepTokens <= 0)
        return {};
    const bool whole = summary.coverage.wordsTotal > 0 && summary.coverage.truncated == 0 &&
                       summary.coverage.wordsRead >= summary.coverage.wordsTotal;
    QString line = whole
                       //: %1 tokens of text were read, at most %2 at a time.
                       ? Words::tr("Read whole: %1 tokens, up to %2 a step, in %n step(s).",
                                   nullptr, steps)
                       //: %1 tokens of text were read, at most %2 at a time.
                       : Words::tr("Read: %1 tokens, up to %2 a step, in %n step(s).", nullptr,
                                   steps);
    return counted(line, steps).arg(number(tokens), number(summary.stepTokens));
}

QString sentenceCase(const QString& text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString listed(const QStringList& parts)
{
    //: Between the members of a list: several authors, languages, uses of a model.
    return parts.join(Words::tr(", "));
}

QString remarks(const QStringList& parts)
{
    //: Between remarks on a text: "repeats itself; nothing came back".
    return parts.join(Words::tr("; "));
}

QString sentence(const QString& text)
{
    //: %1 becomes a whole sentence.
    return Words::tr("%1.").arg(sentenceCase(text));
}

QString coverageLine(const CoverageView& coverage)
{
    if (coverage.wordsTotal <= 0)
        return {};
    const double share =
        100.0 * static_cast<double>(coverage.wordsRead) / static_cast<double>(coverage.wordsTotal);
    // 99.97 % is not 100 %: rounding must never claim that everything was read.
    const bool all = coverage.wordsRead >= coverage.wordsTotal;
    const QString shown = all ? number(100) : QLocale().toString(std::floor(share * 10.0) / 10.0);
    QString line =
        counted(Words::tr("Read %1 % of %2 words in %n chapter(s).", nullptr, coverage.chapters),
                coverage.chapters)
            .arg(shown, number(coverage.wordsTotal));
    if (coverage.truncated > 0)
        line += QLatin1Char(' ') +
                Words::tr("%n chapter(s) were not read completely.", nullptr, coverage.truncated);
    else if (all)
        line += QLatin1Char(' ') + Words::tr("Nothing was left out.");
    return line;
}

} // namespace longhand::ui
