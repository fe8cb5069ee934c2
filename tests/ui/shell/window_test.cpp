// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_assistant.h"
#include "ui/common/banner.h"
#include "ui/common/passage_browser.h"
#include "ui/jobs/jobs_model.h"
#include "ui/library/library_pane.h"
#include "ui/reader/flow_view.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

class Window : public testing::Test {
protected:
    void open(int books, bool pages, QSize size = {1000, 700})
    {
        for (int i = 1; i <= books; ++i) {
            assistant.books << sampleBook(i, 6, pages);
            assistant.contents.insert(i, sampleContents(assistant.books.back()));
        }
        window = std::make_unique<MainWindow>(assistant, MainWindow::Options{});
        window->resize(size);
        window->show();
    }
    template <class T> T* child(const char* name)
    {
        T* found = window->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QString textOf(const char* browser) { return child<QTextBrowser>(browser)->toPlainText(); }
    ChapterSummaryView summaryOf(int chapter)
    {
        ChapterSummaryView summary;
        summary.chapter = chapter;
        summary.points.append({QStringLiteral("Point about watch %1.").arg(chapter + 1),
                               {sampleSource(assistant.contents.value(1), chapter, 1)}});
        return summary;
    }
    // Follows the first link whose text contains `words`, as a click would.
    void follow(const char* browser, const QString& words)
    {
        auto* view = child<QTextBrowser>(browser);
        for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (format.isAnchor() && it.fragment().text().contains(words)) {
                    emit view->anchorClicked(QUrl(format.anchorHref()));
                    return;
                }
            }
        ADD_FAILURE() << "no link with " << words.toStdString();
    }

    FakeAssistant assistant;
    std::unique_ptr<MainWindow> window;
};

TEST_F(Window, AnEmptyLibraryInvitesToDropABook)
{
    open(0, false);
    EXPECT_TRUE(child<QWidget>("welcomePage")->isVisible());
    EXPECT_FALSE(child<QWidget>("libraryPane")->isVisible());
}

TEST_F(Window, FilesDroppedAnywhereBecomeCardsAtOnce)
{
    open(1, true);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile("/tmp/a.pdf"), QUrl::fromLocalFile("/tmp/b.epub"),
                  QUrl("https://example.org/c.pdf")});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    EXPECT_TRUE(child<QWidget>("dropOverlay")->isVisible());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &drop);
    EXPECT_FALSE(child<QWidget>("dropOverlay")->isVisible());
    EXPECT_EQ(assistant.imports, (QStringList{"/tmp/a.pdf", "/tmp/b.epub"})); // nothing remote
    EXPECT_EQ(window->panes().books->importCount(), 2);
    for (const QWidget* widget : window->findChildren<QWidget*>())
        if (widget->window() == window.get()) {
            EXPECT_FALSE(widget->acceptDrops()) << widget->objectName().toStdString();
        }
}

TEST_F(Window, AFinishedImportOpensItsBook)
{
    open(0, true);
    window->addFiles({"/tmp/new.pdf"});
    assistant.books << sampleBook(5, 4, true);
    assistant.contents.insert(5, sampleContents(assistant.books.back()));
    emit assistant.importEnded(1, 5, false, {});
    EXPECT_EQ(window->panes().books->importCount(), 0);
    EXPECT_EQ(window->panes().library->current(), 5);
    EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("Ledger 5")));
}

TEST_F(Window, ALockedFileAsksForItsPasswordAndTriesAgain)
{
    open(0, true);
    window->addFiles({"/tmp/locked.pdf"});
    emit assistant.importEnded(
        1, 0, false, describe({ErrorKind::locked, ""}, Doing::importingFile, "locked.pdf"));
    auto* dialog = child<QInputDialog>("passwordDialog");
    ASSERT_NE(dialog, nullptr);
    dialog->setTextValue(QStringLiteral("open sesame"));
    dialog->accept();
    EXPECT_EQ(assistant.imports, (QStringList{"/tmp/locked.pdf", "/tmp/locked.pdf"}));
    EXPECT_EQ(assistant.passwords.last(), QStringLiteral("open sesame"));
    EXPECT_EQ(window->panes().books->importCount(), 1);
}

TEST_F(Window, ASummaryFillsChapterByChapterAndItsPointsLeadToTheirPassages)
{
    open(1, false);
    child<QPushButton>("summarise")->click();
    ASSERT_EQ(assistant.summaries.size(), 1);
    emit assistant.jobStarted(1);
    EXPECT_EQ(child<QPushButton>("summarise")->text(), QStringLiteral("Stop"));
    emit assistant.jobText(1, 0, QStringLiteral("The keeper "));
    emit assistant.jobText(1, 0, QStringLiteral("writes."));
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("The keeper writes.")));
    emit assistant.chapterSummarised(1, 1, summaryOf(0));
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("The keeper writes.")));
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("Point about watch 1.")));
    emit assistant.chapterSummarised(1, 1, summaryOf(1));
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("Point about watch 1.")));
    follow("summaryText", QStringLiteral("watch 2"));
    const auto marks = window->findChild<FlowView*>()->extraSelections();
    ASSERT_EQ(marks.size(), 1);
    EXPECT_EQ(marks.front().cursor.selectedText(),
              sampleSource(assistant.contents.value(1), 1, 1).quote);
    SummaryView whole;
    whole.chapters = {summaryOf(0), summaryOf(1)};
    whole.bookUnlocated = {QStringLiteral("A dragon appears.")};
    whole.coverage = {1000, 1000, 6, 0};
    emit assistant.bookSummarised(1, 1, whole);
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("A dragon appears.")));
    follow("summaryText", QStringLiteral("not found in the text"));
    EXPECT_TRUE(textOf("summaryText").contains(QStringLiteral("A dragon appears.")));
    follow("summaryText", QStringLiteral("not found in the text"));
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("A dragon appears.")));
    EXPECT_TRUE(child<QLabel>("coverage")->text().contains(QStringLiteral("100 % of 1,000")));
    emit assistant.jobEnded(1, {});
    EXPECT_EQ(child<QPushButton>("summarise")->text(), QStringLiteral("Summarise"));
}

TEST_F(Window, EventsOfAnotherBookDoNotTouchTheOneShown)
{
    open(2, false);
    ASSERT_EQ(window->panes().library->current(), 1);
    emit assistant.chapterSummarised(9, 2, summaryOf(0));
    EXPECT_FALSE(textOf("summaryText").contains(QStringLiteral("Point about")));
}

TEST_F(Window, StoppingPausesAndTheSameRequestGoesOn)
{
    open(1, false);
    auto* start = child<QPushButton>("summarise");
    start->click();
    emit assistant.jobStarted(1);
    start->click();
    EXPECT_EQ(assistant.paused, QList<JobId>{1});
    JobEnd end;
    end.state = JobState::paused;
    emit assistant.jobEnded(1, end);
    start->click();
    EXPECT_EQ(assistant.resumed, QList<JobId>{1});
    EXPECT_EQ(assistant.summaries.size(), 1);
}

TEST_F(Window, AnAnswerStreamsThenShowsItsSourcesOrSaysThatTheBookDoesNotSay)
{
    open(1, false);
    child<QLineEdit>("question")->setText(QStringLiteral("Who keeps the light?"));
    child<QPushButton>("ask")->click();
    ASSERT_EQ(assistant.questions.size(), 1);
    EXPECT_FALSE(assistant.questions[0].followUp);
    emit assistant.jobStarted(1);
    emit assistant.jobText(1, 0, QStringLiteral("The kee"));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("The kee")));
    AnswerView answer;
    answer.question = QStringLiteral("Who keeps the light?");
    answer.found = true;
    answer.strategy = Strategy::whole;
    answer.usedTokens = 900;
    answer.budgetTokens = 1500;
    answer.sentences = {
        {QStringLiteral("The keeper."), {sampleSource(assistant.contents.value(1), 2, 1)}},
        {QStringLiteral("Probably."), {}}};
    emit assistant.answered(1, 1, answer);
    emit assistant.jobEnded(1, {});
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Probably.  \u25C7")));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("900 of 1,500 tokens")));
    follow("answers", QStringLiteral("The keeper"));
    EXPECT_EQ(child<QComboBox>("contents")->currentIndex(), 2);

    AnswerView none;
    none.question = QStringLiteral("And the dragon?");
    none.closest = {sampleSource(assistant.contents.value(1), 4, 1)};
    emit assistant.answered(2, 1, none);
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("No answer was found in the book")));
    follow("answers", QStringLiteral("Café keeper 5"));
    EXPECT_EQ(child<QComboBox>("contents")->currentIndex(), 4);
}

TEST_F(Window, AModelThatCannotTranslateSaysSoNamesOthersAndLetsThePersonInsist)
{
    open(1, false);
    child<QPushButton>("translate")->click();
    ASSERT_EQ(assistant.translateRequests.size(), 1);
    EXPECT_TRUE(assistant.translateRequests[0].probeFirst);
    emit assistant.jobStarted(1);
    JobEnd end;
    end.state = JobState::failed;
    end.unsupported = true;
    end.sentence = QStringLiteral("x");
    end.detail = QStringLiteral("Two of three segments came back in English.");
    emit assistant.jobEnded(1, end);
    auto* pane = child<QWidget>("translatePane");
    QString said;
    for (const QLabel* label : pane->findChildren<QLabel*>())
        said += label->text();
    EXPECT_TRUE(said.contains(QStringLiteral("Two of three segments")));
    EXPECT_TRUE(said.contains(QStringLiteral("Example-Translator-2B")));
    for (QPushButton* button : pane->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Translate anyway")) {
            button->click();
            break;
        }
    ASSERT_EQ(assistant.translateRequests.size(), 2);
    EXPECT_FALSE(assistant.translateRequests[1].probeFirst);
}

TEST_F(Window, ATranslationShowsItsProgressByChapter)
{
    open(1, false);
    child<QPushButton>("translate")->click();
    emit assistant.jobStarted(1);
    SegmentView segment;
    segment.chapter = 1;
    segment.index = 1;
    segment.source = QStringLiteral("A source.");
    emit assistant.segmentStarted(1, 1, segment);
    segment.target = QString::fromUtf8("译文。");
    segment.status = SegmentStatus::done;
    emit assistant.segmentTranslated(1, 1, segment);
    auto* chapters = child<QTreeView>("translationChapters");
    EXPECT_EQ(chapters->model()->index(1, 1).data().toString(), QStringLiteral("1 of 3"));
    EXPECT_EQ(chapters->currentIndex().row(), 1);
    EXPECT_TRUE(textOf("pairs").contains(QString::fromUtf8("译文。")));
}

TEST_F(Window, WhatAServersModelGoesWithoutIsSaidOnce)
{
    open(1, false);
    child<QPushButton>("summarise")->click();
    emit assistant.jobStarted(1);
    const QString sentence = QStringLiteral("With the model small on a server: nothing is kept.");
    emit assistant.jobLeftOut(1, sentence);
    EXPECT_EQ(child<Banner>("notice")->sentence(), sentence);
    child<Banner>("notice")->clear();
    emit assistant.jobLeftOut(2, sentence);
    EXPECT_TRUE(child<Banner>("notice")->sentence().isEmpty());
    emit assistant.jobLeftOut(3, QStringLiteral("With the model large on a server: it is not studied."));
    EXPECT_TRUE(child<Banner>("notice")->isVisible());
}

TEST_F(Window, AFailedJobSaysWhyInItsPane)
{
    open(1, false);
    child<QPushButton>("summarise")->click();
    emit assistant.jobStarted(1);
    JobEnd end;
    end.state = JobState::failed;
    end.sentence = QStringLiteral("There is not enough memory.");
    emit assistant.jobEnded(1, end);
    bool said = false;
    for (const QLabel* label : child<QWidget>("summaryPane")->findChildren<QLabel*>())
        said = said || (label->text() == end.sentence && label->isVisible());
    EXPECT_TRUE(said);
}

TEST_F(Window, FitsASmallScreenAndKeepsEverythingReachable)
{
    open(3, true, {800, 500});
    EXPECT_LE(window->minimumSizeHint().width(), 800);
    EXPECT_LE(window->minimumSizeHint().height(), 500);
    EXPECT_EQ(window->size(), QSize(800, 500));
    for (const QWidget* widget : window->findChildren<QWidget*>())
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus &&
            qobject_cast<const QAbstractButton*>(widget) == nullptr &&
            !widget->objectName().startsWith(QLatin1String("qt_")) &&
            widget->focusProxy() == nullptr) {
            EXPECT_GE(widget->width(), 20) << widget->objectName().toStdString();
        }
}

TEST_F(Window, EveryControlHasANameForScreenReaders)
{
    open(1, true);
    for (const auto* button : window->findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->objectName().startsWith(QLatin1String("qt_"))) {
            EXPECT_FALSE(button->text().isEmpty() && button->accessibleName().isEmpty())
                << button->metaObject()->className()
                << button->parent()->objectName().toStdString();
        }
    for (const auto* edit : window->findChildren<QLineEdit*>())
        if (qobject_cast<QComboBox*>(edit->parent()) == nullptr &&
            qobject_cast<QAbstractSpinBox*>(edit->parent()) == nullptr) {
            EXPECT_FALSE(edit->accessibleName().isEmpty()) << edit->objectName().toStdString();
        }
    for (const auto* box : window->findChildren<QComboBox*>())
        EXPECT_FALSE(box->accessibleName().isEmpty()) << box->objectName().toStdString();
}

TEST_F(Window, UnfinishedWorkIsOfferedAtTheStart)
{
    JobView job;
    job.id = 4;
    job.book = 1;
    job.kind = JobKind::translate;
    job.state = JobState::paused;
    assistant.jobs = {job};
    open(1, false);
    EXPECT_EQ(window->panes().queue->running(), 0);
    for (QPushButton* button : window->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Later")) {
            QPushButton* go = nullptr;
            for (QPushButton* other : button->parent()->findChildren<QPushButton*>())
                if (other->text() == QStringLiteral("Continue"))
                    go = other;
            ASSERT_NE(go, nullptr);
            go->click();
            break;
        }
    EXPECT_EQ(assistant.resumed, QList<JobId>{4});
}

TEST_F(Window, TheQueueKnowsWhatRuns)
{
    open(1, false);
    child<QPushButton>("summarise")->click();
    emit assistant.jobStarted(1);
    ProgressView progress;
    progress.done = 250;
    progress.total = 1000;
    progress.etaSeconds = 240;
    emit assistant.jobProgressed(1, progress, 1, 6);
    EXPECT_EQ(window->panes().queue->percentDone(1), 25);
    const QString line = window->panes().queue->line(1);
    EXPECT_TRUE(line.contains(QStringLiteral("1 of 6 chapters"))) << line.toStdString();
    EXPECT_TRUE(line.contains(QStringLiteral("4 minute"))) << line.toStdString();
}

} // namespace
} // namespace longhand::ui
