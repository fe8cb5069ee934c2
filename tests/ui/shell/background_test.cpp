// SPDX-License-Identifier: GPL-3.0-or-later
// Long work and the desktop around the window: sleep, notices, progress, closing, the next start.
#include "tests/ui/support/window_fixture.h"
#include "ui/desktop/session.h"
#include "ui/shell/job_desk.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>

namespace longhand::ui {
namespace {

class FakeSession : public Session {
public:
    void keepAwake(bool on, const QString& why) override
    {
        awake = on;
        if (on)
            reason = why;
    }
    void notify(const Notice& notice) override { notices << notice; }
    void showProgress(std::optional<double> value) override { share = value; }

    bool awake = false;
    QString reason;
    QList<Notice> notices;
    std::optional<double> share;
};

class Background : public WindowTest {
protected:
    void SetUp() override
    {
        options.session = &session;
        options.settingsFile = folder.filePath(QStringLiteral("window.ini"));
        open(2, false);
    }
    JobId startTranslation(BookId book)
    {
        TranslateRequest request;
        request.to = QStringLiteral("de");
        assistant.translate(book, request);
        const JobId job = assistant.lastJob;
        emit assistant.jobStarted(job);
        emit assistant.jobProgressed(job, {}, 3, 12);
        return job;
    }
    void end(JobId job, JobState state, double seconds, int warnings = 0,
             const QString& sentence = {})
    {
        JobEnd ended;
        ended.state = state;
        ended.seconds = seconds;
        ended.warnings = warnings;
        ended.sentence = sentence;
        emit assistant.jobEnded(job, ended);
    }
    // Another window has the keys: the person works elsewhere.
    void lookAway()
    {
        elsewhere.show();
        elsewhere.activateWindow();
        ASSERT_TRUE(comesTrue([&] { return !window->isActiveWindow(); }));
    }
    // Closed and started again, with these jobs in the journal.
    void startAgain(const QList<JobView>& journal)
    {
        window.reset();
        assistant.jobs = journal;
        window = std::make_unique<MainWindow>(assistant, options);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    }
    static JobView stopped(JobId id, JobState state)
    {
        JobView job;
        job.id = id;
        job.kind = JobKind::translate;
        job.book = 1;
        job.state = state;
        return job;
    }

    QTemporaryDir folder;
    FakeSession session;
    QWidget elsewhere;
};

TEST_F(Background, TheMachineStaysAwakeWhileAJobRunsAndTheIconShowsHowFarItIs)
{
    EXPECT_FALSE(session.awake);
    const JobId job = startTranslation(1);
    EXPECT_TRUE(session.awake);
    EXPECT_FALSE(session.reason.isEmpty());
    EXPECT_TRUE(comesTrue([&] { return session.share == 0.25; }));
    end(job, JobState::paused, 5.0);
    EXPECT_FALSE(session.awake);
    EXPECT_FALSE(session.share.has_value());
}

TEST_F(Background, TheEndOfLongWorkIsToldToWhoLooksElsewhereWithItsWarnings)
{
    const JobId job = startTranslation(1);
    lookAway();
    end(job, JobState::finishedWithWarnings, 754.0, 3);
    ASSERT_EQ(session.notices.size(), 1);
    const Notice& notice = session.notices.front();
    EXPECT_TRUE(notice.title.contains(assistant.books.front().title)) << notice.title.toStdString();
    EXPECT_TRUE(notice.body.contains(QStringLiteral("3 warnings"))) << notice.body.toStdString();
    EXPECT_TRUE(notice.body.contains(QStringLiteral("13 min"))) << notice.body.toStdString();
    EXPECT_FALSE(notice.trouble);
}

TEST_F(Background, AFailureIsToldByItsSentence)
{
    const JobId job = startTranslation(1);
    lookAway();
    end(job, JobState::failed, 60.0, 0, QStringLiteral("The disk is full."));
    ASSERT_EQ(session.notices.size(), 1);
    EXPECT_EQ(session.notices.front().body, QStringLiteral("The disk is full."));
    EXPECT_TRUE(session.notices.front().trouble);
}

TEST_F(Background, NobodyIsToldWhatTheyWatchOrJustBeganOrStoppedThemselves)
{
    end(startTranslation(1), JobState::finished, 754.0); // the window is in front
    lookAway();
    end(startTranslation(1), JobState::finished, 4.0);
    end(startTranslation(1), JobState::paused, 754.0);
    end(startTranslation(1), JobState::cancelled, 754.0);
    EXPECT_TRUE(session.notices.isEmpty());
}

TEST_F(Background, WhoWantsNeitherNoticesNorAWakingMachineHasNeither)
{
    SettingsView settings = assistant.preferences().settings();
    settings.notifications = false;
    assistant.preferences().change(settings);
    const JobId job = startTranslation(1);
    EXPECT_TRUE(session.awake);
    settings.keepAwake = false;
    assistant.preferences().change(settings);
    EXPECT_FALSE(session.awake); // at once
    lookAway();
    end(job, JobState::finished, 754.0);
    EXPECT_TRUE(session.notices.isEmpty());
}

TEST_F(Background, OpeningTheNoticeOpensItsBook)
{
    const JobId job = startTranslation(2);
    lookAway();
    window->showMinimized();
    end(job, JobState::finished, 754.0);
    ASSERT_EQ(session.notices.size(), 1);
    emit session.noticeOpened(session.notices.front().tag);
    EXPECT_FALSE(window->isMinimized());
    EXPECT_EQ(window->bookDesk().book(), 2);
}

TEST_F(Background, ClosingWithoutWorkAsksNothing)
{
    end(startTranslation(1), JobState::finished, 2.0);
    EXPECT_TRUE(window->close());
    EXPECT_EQ(dialog<QMessageBox>(), nullptr);
}

TEST_F(Background, ClosingDuringWorkAsksAndCancelStays)
{
    startTranslation(1);
    startTranslation(2);
    EXPECT_FALSE(window->close());
    EXPECT_FALSE(window->close()); // asked twice, still one question
    ASSERT_EQ(window->findChildren<QMessageBox*>().size(), 1);
    auto* box = dialog<QMessageBox>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains(QStringLiteral("2 jobs are"))) << box->text().toStdString();
    EXPECT_TRUE(box->informativeText().contains(assistant.books.at(1).title));
    QTest::keyClick(box, Qt::Key_Escape);
    EXPECT_TRUE(comesTrue([&] { return dialog<QMessageBox>() == nullptr; }));
    EXPECT_TRUE(window->isVisible());
}

TEST_F(Background, ClosingDuringWorkCanKeepItGoingMinimised)
{
    startTranslation(1);
    EXPECT_FALSE(window->close());
    QTest::mouseClick(child<QPushButton>("minimise"), Qt::LeftButton);
    EXPECT_TRUE(comesTrue([&] { return window->isMinimized(); }));
    EXPECT_TRUE(session.awake);
}

TEST_F(Background, WhatWasPromisedAtTheCloseGoesOnAtTheNextStart)
{
    const JobId promised = startTranslation(1);
    EXPECT_FALSE(window->close());
    QTest::mouseClick(child<QPushButton>("closeNow"), Qt::LeftButton);
    ASSERT_TRUE(comesTrue([&] { return !window->isVisible(); }));
    // In the journal it is paused; beside it lies one that a person had paused.
    startAgain({stopped(promised, JobState::paused), stopped(77, JobState::paused)});
    EXPECT_EQ(assistant.resumed, (QList<JobId>{promised}));
    auto* notice = child("notice");
    EXPECT_TRUE(notice->isVisible());
    QPushButton* pause = nullptr;
    for (auto* button : notice->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Pause"))
            pause = button;
    ASSERT_NE(pause, nullptr);
    QTest::mouseClick(pause, Qt::LeftButton);
    EXPECT_EQ(assistant.paused, (QList<JobId>{promised}));
    // The promise is kept once.
    assistant.resumed.clear();
    startAgain({stopped(promised, JobState::paused)});
    EXPECT_TRUE(assistant.resumed.isEmpty());
}

TEST_F(Background, WorkThatACrashLeftBehindIsOffered)
{
    startAgain({stopped(5, JobState::running)}); // nobody holds it any more
    EXPECT_TRUE(assistant.resumed.isEmpty());
    QPushButton* go = nullptr;
    for (auto* button : window->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Continue") && button->isVisible())
            go = button;
    ASSERT_NE(go, nullptr);
    QTest::mouseClick(go, Qt::LeftButton);
    EXPECT_EQ(assistant.resumed, (QList<JobId>{5}));
}

} // namespace
} // namespace longhand::ui
