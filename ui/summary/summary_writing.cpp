// SPDX-License-Identifier: GPL-3.0-or-later
// What the summary pane writes into its text: the half of SummaryPane that knows no controls.
#include "ui/common/format.h"
#include "ui/common/passage_browser.h"
#include "ui/summary/summary_pane.h"

namespace longhand::ui {

QString SummaryPane::chapterMark(int chapter)
{
    return QStringLiteral("chapter-%1").arg(chapter);
}

QString SummaryPane::titleOf(int chapter, const QString& title) const
{
    if (!title.isEmpty() || !m_document)
        return chapterName(chapter, title);
    return chapterName(chapter, m_document->chapters.value(chapter).title);
}

void SummaryPane::writeNothing()
{
    if (m_running) {
        m_text->beginLive({});
        m_text->live(tr("Reading…"));
    } else if (m_summary.coverage.wordsTotal > 0) {
        m_text->title(tr("Too short to summarise"));
        m_text->text(tr("No part of this book has more than a few lines; read it instead."));
    } else if (m_document && m_document->chapters.isEmpty()) {
        m_text->title(tr("Nothing to read"));
        m_text->text(tr("This file has no text; a scan has to go through a text recogniser "
                        "first."));
    } else if (m_document) {
        m_text->title(tr("No summary yet"));
        m_text->text(tr("Summarise reads every chapter and then the book as a whole. Each "
                        "point leads to the page it comes from; what the book does not say "
                        "is marked."));
    }
}

void SummaryPane::writeBook()
{
    const SummaryView& summary = shown();
    if (summary.book.isEmpty() && summary.bookUnlocated.isEmpty())
        return;
    m_text->title(tr("The book"));
    for (const PointView& point : summary.book)
        m_text->point(point);
    writeUnlocated(-1, summary.bookUnlocated);
}

// What the model said and the text does not is kept apart from what can be relied on.
void SummaryPane::writeUnlocated(int chapter, const QStringList& statements)
{
    if (statements.isEmpty())
        return;
    const int count = static_cast<int>(statements.size());
    const bool open = m_unfolded.contains(chapter);
    const QString line =
        tr("%n statement(s) of the model were not found in the text", nullptr, count);
    m_text->fold(chapter, (open ? QStringLiteral("▾ ◇ ") : QStringLiteral("▸ ◇ ")) + line);
    if (open)
        for (const QString& text : statements)
            m_text->doubtful(text, tr("not found in the text"));
}

void SummaryPane::writeChapter(const ChapterSummaryView& summary)
{
    m_text->heading(titleOf(summary.chapter, summary.title),
                    summary.extract ? tr("sentences of the chapter itself") : QString(),
                    chapterMark(summary.chapter));
    if (m_earlierShown == 0 && !m_running)
        //: A link beside the heading of a chapter: summarise it once more.
        m_text->inlineAction({QStringLiteral("again/%1").arg(summary.chapter), tr("Read again")});
    for (const PointView& point : summary.points)
        m_text->point(point);
    writeUnlocated(summary.chapter, summary.unlocated);
    if (summary.points.isEmpty() && summary.unlocated.isEmpty())
        m_text->aside(tr("Nothing to summarise here."));
    if (!summary.warnings.isEmpty())
        m_text->aside(sentence(remarks(summary.warnings)));
}

} // namespace longhand::ui
