// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/window_fixture.h"
#include "ui/jobs/job_delegate.h"
#include "ui/jobs/jobs_model.h"

#include <QAction>
#include <QAbstractItemModelTester>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>

#include <set>

namespace longhand::ui {
namespace {

constexpr JobState kStates[] = {JobState::queued,   JobState::running,
                                JobState::paused,   JobState::finished,
                                JobState::failed,   JobState::finishedWithWarnings,
                                JobState::cancelled};

JobView job(JobId id, JobState state, BookId book = 1)
{
    JobView view;
    view.id = id;
    view.kind = JobKind::translate;
    view.book = book;
    view.state = state;
    view.unitsDone = 3;
    view.unitsTotal = 9;
    return view;
}

TEST(JobSigns, EveryStateHasAShapeOfItsOwn)
{
    std::set<QByteArray> shapes;
    for (const JobState state : kStates) {
        QImage image(36, 36, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintJobSign(painter, image.rect(), state, QPalette());
        painter.end();
        // Without its colour: what is left is the shape.
        QByteArray shape;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                shape += qAlpha(image.pixel(x, y)) > 127 ? '#' : '.';
        EXPECT_GT(shape.count('#'), 20);
        shapes.insert(shape);
    }
    EXPECT_EQ(shapes.size(), std::size(kStates));
}

TEST(JobsModel, SaysEveryStateInWords)
{
    JobsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<JobView> jobs;
    for (const JobState state : kStates)
        jobs << job(jobs.size() + 1, state);
    jobs[5].warnings = 3;
    model.setJobs(jobs);
    std::set<QString> lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.insert(model.index(row).data(JobsModel::LineRole).toString());
    EXPECT_EQ(lines.size(), std::size(kStates));
    EXPECT_TRUE(model.index(5).data(JobsModel::LineRole).toString().startsWith(
        QStringLiteral("Finished with 3 warnings")));
    EXPECT_TRUE(model.index(3).data(Qt::AccessibleTextRole).toString().contains(
        QStringLiteral("finished")));
}

class Jobs : public WindowTest {
protected:
    void openJobs(const QList<JobView>& jobs)
    {
        assistant.jobs = jobs;
        open(3, false);
        trigger(QStringLiteral("F8"));
    }
    QListView* list() { return child<QListView>("jobsList"); }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    bool enabled(const char* button) { return child<QPushButton>(button)->isEnabled(); }
};

TEST_F(Jobs, AnEmptyQueueSaysWhatItIsFor)
{
    openJobs({});
    EXPECT_TRUE(child("jobsPane")->isVisible());
    EXPECT_FALSE(list()->isVisible());
    bool said = false;
    for (const QLabel* label : child("jobsPane")->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("Nothing to do")));
    EXPECT_TRUE(said);
}

TEST_F(Jobs, OffersWhatFitsTheStateAndNothingElse)
{
    openJobs({job(1, JobState::running), job(2, JobState::paused, 2), job(3, JobState::finished, 3),
              job(4, JobState::failed)});
    choose(0);
    EXPECT_TRUE(enabled("pauseJob") && enabled("cancelJob"));
    EXPECT_FALSE(enabled("resumeJob") || enabled("removeJob"));
    choose(1);
    EXPECT_TRUE(enabled("resumeJob") && enabled("cancelJob"));
    EXPECT_FALSE(enabled("pauseJob") || enabled("removeJob"));
    child<QPushButton>("resumeJob")->click();
    EXPECT_EQ(assistant.resumed, QList<JobId>{2});
    choose(2);
    EXPECT_TRUE(enabled("removeJob"));
    EXPECT_FALSE(enabled("resumeJob") || enabled("cancelJob"));
    choose(3);
    EXPECT_TRUE(enabled("resumeJob") && enabled("removeJob"));
    child<QPushButton>("removeFinished")->click();
    EXPECT_EQ(assistant.removed, (QList<JobId>{3, 4}));
}

TEST_F(Jobs, ReturnOpensTheBookOfAJob)
{
    openJobs({job(1, JobState::paused, 2)});
    choose(0);
    QTest::keyClick(list(), Qt::Key_Return);
    EXPECT_EQ(window->bookDesk().book(), 2);
}

TEST_F(Jobs, WhatWentWrongStandsWithTheJob)
{
    openJobs({job(1, JobState::running)});
    JobEnd end;
    end.state = JobState::failed;
    end.sentence = QStringLiteral("There is not enough memory.");
    emit assistant.jobEnded(1, end);
    EXPECT_EQ(list()->model()->index(0, 0).data(JobsModel::ProblemRole).toString(), end.sentence);
}

} // namespace
} // namespace longhand::ui
