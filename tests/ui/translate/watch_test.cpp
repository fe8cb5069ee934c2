// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/translate/translate_fixture.h"
#include "ui/translate/side_view.h"

#include <QFileDialog>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTreeView>

#include <ctime>

namespace longhand::ui {
namespace {

using Watching = TranslateWindow;

TEST_F(Watching, WithoutABookItSaysWhatToDoAndOffersNothing)
{
    TranslatePane alone;
    EXPECT_FALSE(alone.findChild<QPushButton*>(QStringLiteral("translate"))->isEnabled());
    EXPECT_EQ(alone.findChild<QLabel*>(QStringLiteral("translationState"))->text(),
              QStringLiteral("Open a book to translate it."));
    EXPECT_FALSE(alone.findChild<QPushButton*>(QStringLiteral("exportTranslation"))->isEnabled());
}

TEST_F(Watching, FromADroppedFileToAnExportedBook)
{
    openPane();
    window->addFiles({QStringLiteral("/tmp/novel.epub")});
    emit assistant.importEnded(1, 1, false, {});
    start();
    EXPECT_EQ(child<QPushButton>("translate")->text(), QStringLiteral("Pause"));
    for (int chapter = 0; chapter < 6; ++chapter)
        for (int index = 0; index < 3; ++index)
            translated(segment(chapter, index));
    JobEnd end;
    end.complete = true;
    emit assistant.jobEnded(assistant.lastJob, end);
    EXPECT_EQ(text("translationState"), QStringLiteral("18 of 18 paragraphs are translated."));
    EXPECT_FALSE(child<QPushButton>("translate")->isEnabled());
    trigger(QStringLiteral("Ctrl+E"));
    EXPECT_EQ(text("exportCounts"), QStringLiteral("Every paragraph is translated."));
    child<QPushButton>("exportTranslation")->click();
    auto* dialog = window->findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    emit dialog->fileSelected(QStringLiteral("/tmp/novel.de.epub"));
    ASSERT_EQ(assistant.exports.size(), 1);
    EXPECT_EQ(assistant.exports[0].path, QStringLiteral("/tmp/novel.de.epub"));
    EXPECT_EQ(assistant.exports[0].kind, ExportKind::translation);
}

TEST_F(Watching, EveryFormHasItsLayoutsAndSaysWhatIsMissing)
{
    openPane(2);
    part(TranslatePane::Export);
    EXPECT_TRUE(text("exportCounts").startsWith(QStringLiteral("12 paragraph")));
    auto* forms = child<QListWidget>("exportForms");
    auto* layouts = child<QListWidget>("exportLayouts");
    forms->setCurrentRow(0);
    ASSERT_EQ(layouts->count(), 4);
    layouts->setCurrentRow(3);
    child<QPushButton>("exportTranslation")->click();
    auto* dialog = window->findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    emit dialog->fileSelected(QStringLiteral("/tmp/both.epub"));
    EXPECT_EQ(assistant.exports.back().layout, ExportLayout::twoColumns);
    for (int row = 0; row < forms->count(); ++row) {
        forms->setCurrentRow(row);
        const ExportForm form = exportForms().at(row);
        EXPECT_EQ(layouts->isVisible(), form.layouts) << form.suffix.toStdString();
        EXPECT_EQ(layouts->count(), form.columns ? 4 : 3) << form.suffix.toStdString();
    }
}

TEST_F(Watching, TheStateOfAChapterIsAShapeAndAWord)
{
    openPane(1);
    start();
    SegmentView doubtful = segment(1, 0);
    doubtful.status = SegmentStatus::warned;
    translated(doubtful);
    translated(segment(2, 0));
    const auto state = [this](int row) {
        return child<QTreeView>("translationChapters")->model()->index(row, 2).data().toString();
    };
    EXPECT_EQ(state(0), QString::fromUtf8("✓ done"));
    EXPECT_EQ(state(1), QString::fromUtf8("▲ 1 to check"));
    EXPECT_EQ(state(2), QString::fromUtf8("▶ at work"));
    EXPECT_EQ(state(3), QString::fromUtf8("○ waiting"));
}

TEST_F(Watching, TheSpeedAndTheTimeLeftStandWithTheirRange)
{
    openPane();
    start();
    ProgressView progress;
    progress.tokensPerSecond = 18.26;
    progress.wordsPerMinute = 412.4;
    progress.etaSeconds = 7200;
    progress.etaLow = 6000;
    progress.etaHigh = 9000;
    emit assistant.jobProgressed(assistant.lastJob, progress, 1, 18);
    EXPECT_EQ(text("translationRate"),
              QString::fromUtf8("412 words a minute · 18.3 tokens a second · about 2 hours left "
                                "(1 h 40 min to 2 h 30 min)"));
    EXPECT_TRUE(child<QLabel>("translationRate")->isVisible());
}

TEST_F(Watching, TheParagraphBeingWrittenGrowsUnderItsSource)
{
    openPane();
    start();
    SegmentView begun = segment(0, 1);
    begun.target.clear();
    emit assistant.segmentStarted(assistant.lastJob, 1, begun);
    emit assistant.jobText(assistant.lastJob, 0, QStringLiteral("Wärter eins"));
    const QString shown = child<QTextBrowser>("pairs")->toPlainText();
    EXPECT_TRUE(shown.contains(begun.source));
    EXPECT_TRUE(shown.endsWith(QStringLiteral("Wärter eins")));
}

TEST_F(Watching, PausesAndGoesOnWithTheSameJob)
{
    openPane();
    start();
    child<QPushButton>("translate")->click();
    EXPECT_EQ(assistant.paused, QList<JobId>{1});
    JobEnd end;
    end.state = JobState::paused;
    emit assistant.jobEnded(1, end);
    EXPECT_EQ(child<QPushButton>("translate")->text(), QStringLiteral("Translate"));
    child<QPushButton>("translate")->click();
    EXPECT_EQ(assistant.resumed, QList<JobId>{1});
    EXPECT_EQ(assistant.translateRequests.size(), 1);
}

TEST_F(Watching, AChapterCanBeSkippedWhileItRuns)
{
    openPane();
    EXPECT_FALSE(child<QPushButton>("skipChapter")->isVisible());
    start();
    EXPECT_FALSE(child<QPushButton>("skipChapter")->isEnabled());
    translated(segment(1, 0));
    child<QPushButton>("skipChapter")->click();
    EXPECT_EQ(assistant.work.skipped, QList<int>{1});
    translated(segment(2, 0));
    EXPECT_EQ(child<QTreeView>("translationChapters")->model()->index(1, 2).data().toString(),
              QString::fromUtf8("⤼ skipped"));
}

TEST_F(Watching, ItCanStopAfterThisChapterAndThinkBetterOfIt)
{
    openPane();
    start();
    translated(segment(0, 0));
    child<QPushButton>("stopAfterChapter")->click();
    EXPECT_TRUE(assistant.work.stopsAfterChapter);
    EXPECT_TRUE(text("translationState").endsWith(
        QStringLiteral("It pauses when this chapter is done.")));
    child<QPushButton>("stopAfterChapter")->click();
    EXPECT_FALSE(assistant.work.stopsAfterChapter);
}

TEST_F(Watching, ChaptersAreChosenBeforeItStarts)
{
    openPane();
    child<QPushButton>("chooseNone")->click();
    EXPECT_FALSE(child<QPushButton>("translate")->isEnabled());
    auto* chapters = child<QTreeView>("translationChapters");
    chapters->setCurrentIndex(chapters->model()->index(2, 0));
    QTest::keyClick(chapters, Qt::Key_Space);
    child<QPushButton>("translate")->click();
    ASSERT_EQ(assistant.translateRequests.size(), 1);
    EXPECT_EQ(assistant.translateRequests[0].chapters, QList<int>{2});
}

TEST_F(Watching, SourceAndTranslationScrollTogetherByKeys)
{
    openPane(6);
    part(TranslatePane::Side);
    auto* side = child<SideView>("sideBySide");
    side->setFocus();
    EXPECT_TRUE(side->visibleText().contains(QStringLiteral("Wärter 1 schrieb Zeile 0.")));
    QTest::keyClick(side, Qt::Key_End);
    EXPECT_EQ(side->topRow(), 17);
    EXPECT_TRUE(side->visibleText().contains(QStringLiteral("Keeper 6 wrote line 2.")));
    EXPECT_TRUE(side->visibleText().contains(QStringLiteral("Wärter 6 schrieb Zeile 2.")));
    QTest::keyClick(side, Qt::Key_Home);
    EXPECT_EQ(side->topRow(), 0);
    QTest::keyClick(side, Qt::Key_Down);
    QTest::keyClick(side, Qt::Key_Return); // the paragraph, in the table
    EXPECT_TRUE(table()->isVisible());
    EXPECT_EQ(table()->currentIndex().row(), 1);
}

TEST_F(Watching, AChapterOpensBesideItsSource)
{
    openPane(6);
    auto* chapters = child<QTreeView>("translationChapters");
    emit chapters->activated(chapters->model()->index(3, 0));
    auto* side = child<SideView>("sideBySide");
    EXPECT_TRUE(side->isVisible());
    EXPECT_EQ(side->topRow(), 9);
}

TEST_F(Watching, ANarrowWindowKeepsEveryPartInside)
{
    openPane(3, {640, 480});
    EXPECT_EQ(window->width(), 640);
    for (const auto each : {TranslatePane::Watch, TranslatePane::Side, TranslatePane::Proofread,
                            TranslatePane::Glossary, TranslatePane::Export}) {
        part(each);
        QTest::qWait(10);
        EXPECT_EQ(window->width(), 640) << each;
        for (const QWidget* widget : pane()->findChildren<QPushButton*>()) {
            if (!widget->isVisible())
                continue;
            const QRect inside(QPoint(), pane()->size());
            EXPECT_TRUE(inside.contains(QRect(widget->mapTo(pane(), QPoint()), widget->size())))
                << each << ' ' << widget->objectName().toStdString();
        }
    }
}

TEST_F(Watching, AFinishedParagraphCostsTheWindowFarBelowAMillisecondInANovelOf700Chapters)
{
    BookView book = sampleBook(1, 700, false);
    assistant.books << book;
    assistant.contents.insert(1, sampleContents(book));
    window = std::make_unique<MainWindow>(assistant, options);
    window->show();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    assistant.openBook(1, {});
    emit assistant.bookOpened(1, assistant.contents.value(1));
    trigger(QStringLiteral("Ctrl+5"));
    start();
    const std::clock_t begin = std::clock(); // the processor's time: others may be at work too
    const int chapters = 300;
    for (int chapter = 0; chapter < chapters; ++chapter)
        for (int index = 0; index < 3; ++index)
            translated(segment(chapter, index));
    const double each = static_cast<double>(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC / (chapters * 3);
    std::printf("a finished paragraph: %.3f ms\n", each);
    EXPECT_LT(each, 1.0);
    EXPECT_TRUE(comesTrue([this] {
        return text("translationState") == QStringLiteral("900 of 2,100 paragraphs are translated.");
    }));
}

TEST_F(Watching, WhatIsWatchedStaysWhileOtherChaptersAreTranslatedBesideIt)
{
    openPane();
    start();
    SegmentView begun = segment(0, 0);
    begun.target.clear();
    emit assistant.segmentStarted(assistant.lastJob, 1, begun);
    emit assistant.jobText(assistant.lastJob, 0, QStringLiteral("Wärter 1 schr"));
    emit assistant.segmentTranslated(assistant.lastJob, 1, segment(1, 0));
    auto* pairs = child<QTextBrowser>("pairs");
    EXPECT_TRUE(pairs->toPlainText().contains(QStringLiteral("Wärter 1 schr")));
    EXPECT_FALSE(pairs->toPlainText().contains(QStringLiteral("Wärter 2")));
    emit assistant.segmentTranslated(assistant.lastJob, 1, segment(0, 0));
    EXPECT_TRUE(pairs->toPlainText().contains(segment(0, 0).target));
}

} // namespace
} // namespace longhand::ui
