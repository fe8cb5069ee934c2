// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job_events.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>

namespace longhand::ui {
namespace {

jobs::Progressed progressed(JobId job, std::uint64_t done)
{
    return {job, {.phase = "working", .done = done, .total = 1000}, done, 1000};
}

TEST(JobEvents, EventsOfAnotherThreadArriveHereInOrder)
{
    JobEvents events;
    QStringList order;
    QObject::connect(&events, &JobEvents::started, &events,
                     [&](JobId job) { order << QStringLiteral("started %1").arg(job); });
    QObject::connect(
        &events, &JobEvents::chapterSummarised, &events,
        [&](JobId, BookId, const ChapterSummaryView& summary) { order << summary.title; });
    QObject::connect(&events, &JobEvents::ended, &events, [&](JobId job, const JobEnd&) {
        order << QStringLiteral("ended %1").arg(job);
    });
    const auto sink = events.sink();
    std::thread engine([&] {
        sink(jobs::Started{7});
        library::ChapterSummary summary;
        summary.title = "第一章";
        sink(jobs::ChapterSummarised{7, 1, summary});
        sink(jobs::Ended{.job = 7, .state = library::JobState::finished});
    });
    engine.join();
    EXPECT_TRUE(order.isEmpty()); // nothing before this thread's event loop turns
    ASSERT_TRUE(QTest::qWaitFor([&] { return order.size() == 3; }));
    EXPECT_EQ(order, (QStringList{"started 7", QString::fromUtf8("第一章"), "ended 7"}));
}

TEST(JobEvents, AFloodOfProgressIsThinnedToItsLatestStateAndTheEndStillComes)
{
    JobEvents events;
    QSignalSpy progress(&events, &JobEvents::progressed);
    QSignalSpy end(&events, &JobEvents::ended);
    const auto sink = events.sink();
    std::thread engine([&] {
        for (std::uint64_t i = 1; i <= 100000; ++i)
            sink(progressed(3, i));
        sink(jobs::Ended{.job = 3, .state = library::JobState::finished});
    });
    ASSERT_TRUE(end.wait(10000));
    engine.join();
    EXPECT_LT(progress.count(), 300);
    EXPECT_EQ(progress.last().at(2).toLongLong(), 100000);
    EXPECT_EQ(end.count(), 1);
}

TEST(JobEvents, ABacklogIsDeliveredInShortTurnsWithTheWindowAnsweringInBetween)
{
    JobEvents events;
    QList<int> order;
    int ticks = 0; // of something else that wants this thread
    QTimer other;
    QObject::connect(&other, &QTimer::timeout, &other, [&] { ++ticks; });
    int ticksAtEnd = 0;
    QObject::connect(&events, &JobEvents::chapterSummarised, &events,
                     [&](JobId, BookId, const ChapterSummaryView& summary) {
                         order << summary.title.toInt();
                         QThread::msleep(2); // a slow pane
                     });
    QObject::connect(&events, &JobEvents::ended, &events,
                     [&](JobId, const JobEnd&) { ticksAtEnd = ticks; });
    const auto sink = events.sink();
    for (int i = 0; i < 200; ++i) {
        library::ChapterSummary summary;
        summary.title = std::to_string(i);
        sink(jobs::ChapterSummarised{7, 1, summary});
    }
    sink(jobs::Ended{.job = 7, .state = library::JobState::finished});
    QSignalSpy end(&events, &JobEvents::ended);
    other.start(1);
    ASSERT_TRUE(end.wait(10000));
    ASSERT_EQ(order.size(), 200);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    EXPECT_GE(ticksAtEnd, 15); // 400 ms of work in turns of 12 ms: over 30 on a quiet machine
}

TEST(JobEvents, PiecesOfOneChapterAreJoinedAndNeverMixed)
{
    JobEvents events;
    QStringList texts;
    QObject::connect(&events, &JobEvents::textPiece, &events,
                     [&](JobId, int chapter, const QString& piece) {
                         texts << QString::number(chapter) + piece;
                     });
    const auto sink = events.sink();
    sink(jobs::TextPiece{1, 0, "one "});
    sink(jobs::TextPiece{1, 0, "two"});
    sink(jobs::TextPiece{1, 1, "three"});
    sink(jobs::TextPiece{2, 1, "four"});
    ASSERT_TRUE(QTest::qWaitFor([&] { return texts.size() == 3; }));
    EXPECT_EQ(texts, (QStringList{"0one two", "1three", "1four"}));
}

TEST(JobEvents, AFailureComesWithASentenceAndACancelWithNone)
{
    JobEvents events;
    QList<JobEnd> ends;
    QObject::connect(&events, &JobEvents::ended, &events,
                     [&](JobId, const JobEnd& end) { ends << end; });
    const auto sink = events.sink();
    sink(jobs::Ended{.job = 1,
                     .state = library::JobState::failed,
                     .error = Error{ErrorKind::out_of_memory, "KV cache: 9 GiB"}});
    sink(jobs::Ended{.job = 2,
                     .state = library::JobState::cancelled,
                     .error = Error{ErrorKind::cancelled, "stop"}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return ends.size() == 2; }));
    EXPECT_FALSE(ends[0].sentence.isEmpty());
    EXPECT_EQ(ends[0].detail, QStringLiteral("KV cache: 9 GiB"));
    EXPECT_TRUE(ends[1].sentence.isEmpty());
}

TEST(JobEvents, WhileHeldEventsWaitAndThenComeInOrder)
{
    JobEvents events;
    QList<JobId> heard;
    QObject::connect(&events, &JobEvents::started, &events, [&](JobId job) { heard << job; });
    const auto sink = events.sink();
    events.hold();
    sink(jobs::Started{1});
    QTest::qWait(120);
    sink(jobs::Started{2});
    EXPECT_TRUE(heard.isEmpty());
    events.release();
    ASSERT_TRUE(QTest::qWaitFor([&] { return heard.size() == 2; }));
    EXPECT_EQ(heard, (QList<JobId>{1, 2}));
}

TEST(JobEvents, ASinkThatOutlivesTheWindowDoesNothing)
{
    jobs::EventSink sink;
    {
        const JobEvents events;
        sink = events.sink();
        sink(jobs::Started{1});
    }
    sink(jobs::Started{2});
    QTest::qWait(60);
}

} // namespace
} // namespace longhand::ui
