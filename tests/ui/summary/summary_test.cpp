// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/findings_fixture.h"
#include "ui/reader/flow_view.h"

#include <QComboBox>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>

namespace longhand::ui {
namespace {

class Summary : public FindingsTest {
protected:
    void openWithSummary(bool pages = true, QSize size = {1000, 700})
    {
        open(1, pages, size);
        emit assistant.bookSummarised(0, 1, wholeSummary(6));
    }
};

TEST_F(Summary, WishesAreSetBeforeTheStartAndShownAfterwards)
{
    open(1, true);
    EXPECT_TRUE(child<QComboBox>("summaryLength")->isVisible());
    child<QComboBox>("summaryLength")->setCurrentIndex(2);
    child<QComboBox>("summaryAudience")->setCurrentIndex(1);
    QTest::keyClicks(child<QLineEdit>("summaryFocus"), QStringLiteral("the ships"));
    QTest::keyClick(child<QLineEdit>("summaryFocus"), Qt::Key_Return);
    ASSERT_EQ(assistant.summaries.size(), 1);
    EXPECT_EQ(assistant.summaries[0].length, SummaryLength::extended);
    EXPECT_EQ(assistant.summaries[0].audience, Audience::expert);
    EXPECT_EQ(assistant.summaries[0].focus, QStringLiteral("the ships"));
    emit assistant.jobStarted(1);
    EXPECT_FALSE(child<QComboBox>("summaryLength")->isVisible());
    const QString facts = child<QLabel>("summaryFacts")->text();
    for (const char* part : {"Extended", "Experts", "the ships"})
        EXPECT_TRUE(facts.contains(QLatin1String(part))) << facts.toStdString();
}

TEST_F(Summary, AChipShowsItsPassageOnHoverAndOpensItOnClick)
{
    openWithSummary(false);
    const QPoint place = chip("summaryText", QStringLiteral("ch. 3"));
    QTest::mouseMove(browser("summaryText")->viewport(), place);
    EXPECT_TRUE(previews(QStringLiteral("Café keeper 3 wrote line 1")));
    EXPECT_TRUE(window->findChild<PassagePopover*>()->text().contains(QStringLiteral("Watch 3")));
    EXPECT_TRUE(window->rect().contains(window->findChild<PassagePopover*>()->geometry()));
    QTest::mouseClick(browser("summaryText")->viewport(), Qt::LeftButton, {}, place);
    EXPECT_TRUE(previewGone());
    const auto marks = window->findChild<FlowView*>()->extraSelections();
    ASSERT_EQ(marks.size(), 1);
    EXPECT_EQ(marks.front().cursor.selectedText(), source(2).quote);
}

TEST_F(Summary, TheStatementItselfDoesNotPreview)
{
    openWithSummary();
    QPoint place = chip("summaryText", QStringLiteral("p. 2"));
    QTest::mouseMove(browser("summaryText")->viewport(), place - QPoint(80, 0));
    QTest::qWait(400);
    EXPECT_TRUE(previewGone());
}

TEST_F(Summary, TabAndSpacePreviewEscapeHidesAndEnterOpens)
{
    openWithSummary();
    auto* text = browser("summaryText");
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Tab);
    QTest::keyClick(text, Qt::Key_Space);
    EXPECT_TRUE(previews(QStringLiteral("Café keeper 1")));
    EXPECT_TRUE(text->accessibleDescription().contains(QStringLiteral("Café keeper 1")));
    QTest::keyClick(text, Qt::Key_Escape);
    EXPECT_TRUE(previewGone());
    QSignalSpy opened(text, &PassageBrowser::sourceActivated);
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(Summary, StreamsStopsAndKeepsWhatIsFinished)
{
    open(1, true);
    press("summarise");
    emit assistant.jobStarted(1);
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("Reading")));
    emit assistant.jobText(1, 0, QStringLiteral("The keeper writes."));
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("The keeper writes.")));
    emit assistant.chapterSummarised(1, 1, chapterSummary(0));
    EXPECT_EQ(child<QToolButton>("summaryChaptersShown")->text(), QStringLiteral("1 of 6 chapters"));
    press("summarise");
    EXPECT_EQ(assistant.paused, QList<JobId>{1});
    JobEnd end;
    end.state = JobState::paused;
    emit assistant.jobEnded(1, end);
    EXPECT_EQ(child<QPushButton>("summarise")->text(), QStringLiteral("Summarise"));
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("Point about watch 1.")));
}

TEST_F(Summary, TheChapterListSaysHowFarEachIsAndLeadsThere)
{
    open(1, true);
    press("summarise");
    emit assistant.jobStarted(1);
    emit assistant.chapterSummarised(1, 1, chapterSummary(0));
    emit assistant.jobText(1, 1, QStringLiteral("x"));
    press("summaryChaptersShown");
    auto* list = child<QListView>("summaryChapters");
    ASSERT_TRUE(list->isVisible());
    const auto row = [list](int i) { return list->model()->index(i, 0).data().toString(); };
    EXPECT_TRUE(row(0).contains(QStringLiteral("1 point")));
    EXPECT_TRUE(row(1).contains(QStringLiteral("being read")));
    EXPECT_TRUE(row(2).contains(QStringLiteral("waiting")));
    EXPECT_NE(row(0).left(1), row(1).left(1)); // a sign of its own each
    emit assistant.bookSummarised(1, 1, wholeSummary(6));
    emit assistant.jobEnded(1, {});
    window->resize(1000, 420);
    QTest::qWait(50);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(5, 0));
    emit list->activated(list->currentIndex());
    EXPECT_GT(browser("summaryText")->verticalScrollBar()->value(), 0);
}

TEST_F(Summary, OneChapterCanBeReadAgainWithTheSameWishes)
{
    open(1, true);
    SummaryView whole = wholeSummary(6);
    whole.length = SummaryLength::brief;
    emit assistant.bookSummarised(0, 1, whole);
    click("summaryText", QStringLiteral("Read again"));
    ASSERT_EQ(assistant.summaries.size(), 1);
    EXPECT_EQ(assistant.summaries[0].chapters, QList<int>{0});
    EXPECT_EQ(assistant.summaries[0].length, SummaryLength::brief);
    emit assistant.jobStarted(1);
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("Point about watch 2."))); // all stay
    ChapterSummaryView again = chapterSummary(0);
    again.points[0].text = QStringLiteral("A better point.");
    emit assistant.chapterSummarised(1, 1, again);
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("A better point.")));
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("Point about watch 1.")));
}

TEST_F(Summary, AFailureOffersToTryAgain)
{
    open(1, true);
    press("summarise");
    emit assistant.jobStarted(1);
    for (const ErrorKind kind : {ErrorKind::out_of_memory, ErrorKind::not_found,
                                 ErrorKind::unsupported, ErrorKind::internal, ErrorKind::invalid}) {
        JobEnd end;
        end.state = JobState::failed;
        end.sentence = describe({kind, "why"}, Doing::working).sentence;
        ASSERT_FALSE(end.sentence.isEmpty());
        emit assistant.jobEnded(assistant.lastJob, end);
        EXPECT_TRUE(says("summaryPane", end.sentence)) << end.sentence.toStdString();
        pressIn("summaryPane", QStringLiteral("Try again"));
        emit assistant.jobStarted(assistant.lastJob);
        EXPECT_FALSE(says("summaryPane", end.sentence));
    }
    EXPECT_EQ(assistant.summaries.size(), 6);
    emit assistant.jobRefused(JobKind::summarise, 1, describe({ErrorKind::busy, "b"}, Doing::startingJob));
    EXPECT_TRUE(says("summaryPane", describe({ErrorKind::busy, "b"}, Doing::startingJob).sentence));
}

TEST_F(Summary, UnlocatedStatementsAreMarkedByWordAndShape)
{
    open(1, true);
    SummaryView whole = wholeSummary(2);
    whole.chapters[1].unlocated = {QStringLiteral("A dragon appears.")};
    emit assistant.bookSummarised(0, 1, whole);
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("dragon")));
    click("summaryText", QStringLiteral("not found in the text"));
    const QString text = textOf("summaryText");
    EXPECT_TRUE(text.contains(QStringLiteral("A dragon appears.  \u25C7 not found in the text")))
        << text.toStdString();
    press("summaryChaptersShown");
    EXPECT_TRUE(child<QListView>("summaryChapters")->model()->index(1, 0).data().toString().contains(
        QStringLiteral("with doubts")));
}

TEST_F(Summary, SaysHowMuchWasReadAndInWhichSteps)
{
    openWithSummary();
    const QString text = child<QLabel>("coverage")->text();
    EXPECT_TRUE(text.contains(QStringLiteral("Read 100 % of 7,404 words"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("9,000 tokens, up to 1,024 a step, in 12 step")))
        << text.toStdString();
    SummaryView part = wholeSummary(6);
    part.coverage.wordsRead = 7000;
    part.coverage.truncated = 1;
    emit assistant.bookSummarised(0, 1, part);
    EXPECT_FALSE(child<QLabel>("coverage")->text().contains(QStringLiteral("whole")));
    EXPECT_TRUE(child<QLabel>("coverage")->text().contains(QStringLiteral("94.5 %")));
}

TEST_F(Summary, EarlierSummariesCanBeChosenAndForgotten)
{
    SummaryView old = wholeSummary(1);
    old.length = SummaryLength::brief;
    old.chapters[0].points[0].text = QStringLiteral("What it said before.");
    assistant.found.summaries.insert(7, old);
    assistant.found.earlier[1] = {{7, old, 1}};
    openWithSummary();
    auto* which = child<QComboBox>("summaryHistory");
    ASSERT_TRUE(which->isVisible());
    ASSERT_EQ(which->count(), 2);
    EXPECT_TRUE(which->itemText(1).contains(QStringLiteral("Brief")));
    EXPECT_FALSE(child<QToolButton>("removeSummary")->isEnabled());
    which->setFocus();
    QTest::keyClick(which, Qt::Key_Down);
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("What it said before.")));
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("Read again")));
    press("copySummary");
    ASSERT_EQ(assistant.found.copies.size(), 1);
    EXPECT_EQ(assistant.found.copies[0].earlier, 7);
    press("removeSummary");
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("Point about watch 6.")));
    EXPECT_FALSE(which->isVisible());
}

TEST_F(Summary, AnEarlierSummaryStaysInViewWhileANewOneIsMade)
{
    SummaryView old = wholeSummary(1);
    old.chapters[0].points[0].text = QStringLiteral("What it said before.");
    assistant.found.summaries.insert(7, old);
    assistant.found.earlier[1] = {{7, old, 1}};
    openWithSummary();
    press("summarise");
    emit assistant.jobStarted(1);
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("Point about"))); // a fresh one
    auto* which = child<QComboBox>("summaryHistory");
    which->setFocus();
    QTest::keyClick(which, Qt::Key_Down);
    emit assistant.jobText(1, 0, QStringLiteral("being written"));
    emit assistant.chapterSummarised(1, 1, chapterSummary(0));
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("What it said before.")));
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("being written")));
    QTest::keyClick(which, Qt::Key_Up);
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("Point about watch 1.")));
}

TEST_F(Summary, CopiesAsRichTextMarkdownOrPlain)
{
    openWithSummary();
    press("copySummary");
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    EXPECT_EQ(mime->html(), QStringLiteral("<p>rich</p>"));
    EXPECT_EQ(mime->text(), QStringLiteral("plain"));
    EXPECT_EQ(mime->data(QStringLiteral("text/markdown")), QByteArray("*markdown*"));
    const QList<QAction*> forms = child<QToolButton>("copySummary")->menu()->actions();
    ASSERT_EQ(forms.size(), 3);
    forms[1]->trigger();
    EXPECT_EQ(QApplication::clipboard()->mimeData()->text(), QStringLiteral("*markdown*"));
    forms[2]->trigger();
    EXPECT_EQ(QApplication::clipboard()->mimeData()->text(), QStringLiteral("plain"));
    EXPECT_FALSE(QApplication::clipboard()->mimeData()->hasHtml());
}

TEST_F(Summary, ExportsToAPdf)
{
    openWithSummary();
    press("exportSummary");
    auto* files = dialog<QFileDialog>();
    ASSERT_NE(files, nullptr);
    EXPECT_TRUE(files->nameFilters().contains(QStringLiteral("PDF (*.pdf)")));
    EXPECT_EQ(files->defaultSuffix(), QStringLiteral("pdf"));
    chooseFile(QStringLiteral("/tmp/s.pdf"));
    ASSERT_EQ(assistant.exports.size(), 1);
    EXPECT_EQ(assistant.exports[0].kind, ExportKind::summary);
    EXPECT_EQ(assistant.exports[0].path, QStringLiteral("/tmp/s.pdf"));
}

TEST_F(Summary, FromADroppedFileToAnExportedSummary)
{
    open(0, true);
    window->addFiles({QStringLiteral("/tmp/new.pdf")});
    assistant.books << sampleBook(1, 6, true);
    assistant.contents.insert(1, sampleContents(assistant.books.back()));
    emit assistant.importEnded(1, 1, false, {});
    trigger(QStringLiteral("Ctrl+Shift+S"));
    ASSERT_EQ(assistant.summaries.size(), 1);
    emit assistant.jobStarted(1);
    for (int i = 0; i < 6; ++i)
        emit assistant.chapterSummarised(1, 1, chapterSummary(i));
    emit assistant.bookSummarised(1, 1, wholeSummary(6));
    emit assistant.jobEnded(1, {});
    QTest::mouseMove(browser("summaryText")->viewport(), chip("summaryText", QStringLiteral("p. 1")));
    EXPECT_TRUE(previews(QStringLiteral("Café keeper 1")));
    click("summaryText", QStringLiteral("p. 1"));
    press("exportSummary");
    chooseFile(QStringLiteral("/tmp/new.md"));
    EXPECT_EQ(assistant.exports.size(), 1);
}

TEST_F(Summary, ABookWithoutTextSaysWhatToDo)
{
    BookView empty = sampleBook(1, 0, true);
    assistant.books << empty;
    assistant.contents.insert(1, sampleContents(empty));
    open(0, true);
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("text recogniser")));
    EXPECT_FALSE(child<QPushButton>("summarise")->isEnabled());
    EXPECT_FALSE(child<QPushButton>("exportSummary")->isEnabled());
    EXPECT_FALSE(child<QToolButton>("copySummary")->isEnabled());
}

TEST_F(Summary, NothingIsCutOffInANarrowWindow)
{
    openWithSummary(true, {640, 480});
    QTest::qWait(50);
    auto* pane = child<QWidget>("summaryPane");
    for (const char* name : {"summarise", "summaryOptions", "summaryChaptersShown", "copySummary",
                             "exportSummary", "summaryText"}) {
        const auto* widget = child<QWidget>(name);
        const QRect there(widget->mapTo(pane, QPoint(0, 0)), widget->size());
        EXPECT_TRUE(pane->rect().contains(there)) << name;
        EXPECT_GE(widget->width(), std::min(widget->minimumSizeHint().width(), 60)) << name;
    }
    press("summaryOptions");
    EXPECT_TRUE(child<QComboBox>("summaryAudience")->isVisible());
    QTest::mouseMove(browser("summaryText")->viewport(), chip("summaryText", QStringLiteral("p. 1")));
    EXPECT_TRUE(previews(QStringLiteral("Café")));
    EXPECT_TRUE(window->rect().contains(window->findChild<PassagePopover*>()->geometry()));
}

TEST_F(Summary, AChineseBookIsShownAsItIs)
{
    open(1, false);
    SummaryView whole = wholeSummary(1);
    whole.language = QStringLiteral("zh-Hans");
    whole.chapters[0].title = QString::fromUtf8("第一回 甄士隐梦幻识通灵");
    whole.chapters[0].points[0].text = QString::fromUtf8("甄士隐在梦中遇见一僧一道。");
    whole.chapters[0].points[0].sources[0].quote = QString::fromUtf8("只见那边来了一僧一道");
    whole.chapters[0].points[0].sources[0].endByte = 0; // its place is not known: the words alone
    emit assistant.bookSummarised(0, 1, whole);
    EXPECT_TRUE(textOf("summaryText").contains(QString::fromUtf8("第一回 甄士隐梦幻识通灵")));
    QTest::mouseMove(browser("summaryText")->viewport(),
                     chip("summaryText", QStringLiteral("¶")) + QPoint(0, 0));
    EXPECT_TRUE(comesTrue([&] {
        const auto* popover = window->findChild<PassagePopover*>();
        return popover != nullptr && popover->isVisible();
    }));
}

} // namespace
} // namespace longhand::ui
