// SPDX-License-Identifier: GPL-3.0-or-later
// Each job from the file that is dropped to the file that is written, in every language.
#include "tests/ui/journey/journey_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTextBrowser>

namespace longhand::ui {
namespace {

INSTANTIATE_TEST_SUITE_P(In, Journey, testing::ValuesIn(Journey::kLanguages),
                         [](const auto& language) { return std::string(language.param); });

TEST_P(Journey, ASummaryFromTheDropToTheExport)
{
    dropABook(true);
    trigger(QStringLiteral("Ctrl+Shift+S"));
    ASSERT_EQ(assistant.summaries.size(), 1);
    const JobId job = assistant.lastJob;
    emit assistant.jobStarted(job);
    SummaryView whole;
    for (int i = 0; i < 6; ++i) {
        ChapterSummaryView chapter;
        chapter.chapter = i;
        chapter.points = {{QStringLiteral("Point %1.").arg(i + 1),
                           {sampleSource(assistant.contents.value(1), i, 1)}}};
        whole.chapters << chapter;
        emit assistant.chapterSummarised(job, 1, chapter);
    }
    whole.coverage = {7404, 7404, 6, 0};
    emit assistant.bookSummarised(job, 1, whole);
    emit assistant.jobEnded(job, {});
    expectSpoken(window->statusBar()->currentMessage());
    EXPECT_TRUE(
        child<QTextBrowser>("summaryText")->toPlainText().contains(QLatin1String("Point 6.")));
    press("exportSummary");
    chooseFile(QStringLiteral("/tmp/summary.pdf"));
    ASSERT_EQ(assistant.exports.size(), 1);
    EXPECT_EQ(assistant.exports.front().kind, ExportKind::summary);
    emit assistant.exported(QStringLiteral("/tmp/summary.pdf"), 0);
    expectSpoken(window->statusBar()->currentMessage());
}

TEST_P(Journey, AnAnswerFromTheDropToTheExport)
{
    dropABook(true);
    trigger(QStringLiteral("Ctrl+L"));
    QTest::keyClicks(child<QLineEdit>("question"), QStringLiteral("Who?"));
    QTest::keyClick(child<QLineEdit>("question"), Qt::Key_Return);
    ASSERT_EQ(assistant.questions.size(), 1);
    const JobId job = assistant.lastJob;
    emit assistant.jobStarted(job);
    emit assistant.jobText(job, -1, QStringLiteral("The keeper"));
    AnswerView answer;
    answer.id = 3;
    answer.question = QStringLiteral("Who?");
    answer.found = true;
    answer.strategy = Strategy::whole;
    answer.usedTokens = 900;
    answer.budgetTokens = 1536;
    answer.sentences = {
        {QStringLiteral("The keeper did."), {sampleSource(assistant.contents.value(1), 1, 1)}}};
    emit assistant.answered(job, 1, answer);
    emit assistant.jobEnded(job, {});
    EXPECT_TRUE(
        child<QTextBrowser>("answers")->toPlainText().contains(QStringLiteral("The keeper did.")));
    press("exportAnswers");
    chooseFile(QStringLiteral("/tmp/answers.html"));
    ASSERT_EQ(assistant.exports.size(), 1);
    EXPECT_EQ(assistant.exports.front().kind, ExportKind::answers);
}

TEST_P(Journey, ATranslationFromTheDropToTheExport)
{
    dropABook(false);
    trigger(QStringLiteral("Ctrl+T"));
    press("translate");
    ASSERT_EQ(assistant.translateRequests.size(), 1);
    const JobId job = assistant.lastJob;
    emit assistant.jobStarted(job);
    for (int i = 0; i < 18; ++i) {
        SegmentView segment;
        segment.chapter = i / 3;
        segment.index = i % 3;
        segment.source = QStringLiteral("A line.");
        segment.target = QString::fromUtf8("一行。");
        segment.status = SegmentStatus::done;
        emit assistant.segmentTranslated(job, 1, segment);
    }
    JobEnd end;
    end.complete = true;
    emit assistant.jobEnded(job, end);
    expectSpoken(child<QLabel>("translationState")->text());
    trigger(QStringLiteral("Ctrl+E"));
    expectSpoken(child<QLabel>("exportCounts")->text());
    press("exportTranslation");
    chooseFile(QStringLiteral("/tmp/novel.zh.epub"));
    ASSERT_EQ(assistant.exports.size(), 1);
    EXPECT_EQ(assistant.exports.front().kind, ExportKind::translation);
    emit assistant.exported(QStringLiteral("/tmp/novel.zh.epub"), 2);
    expectSpoken(window->statusBar()->currentMessage());
}

TEST_P(Journey, APauseAndAResumeOfTheSameTranslation)
{
    dropABook(false);
    trigger(QStringLiteral("Ctrl+T"));
    press("translate");
    const JobId job = assistant.lastJob;
    emit assistant.jobStarted(job);
    trigger(QStringLiteral("Ctrl+P"));
    EXPECT_EQ(assistant.paused, QList<JobId>{job});
    JobEnd end;
    end.state = JobState::paused;
    emit assistant.jobEnded(job, end);
    expectSpoken(child<QPushButton>("translate")->text());
    press("translate");
    EXPECT_EQ(assistant.resumed, QList<JobId>{job});
}

} // namespace
} // namespace longhand::ui
