// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/worker.h"

#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <semaphore>
#include <stdexcept>

namespace longhand::ui {
namespace {

bool eventually(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 5000);
}

TEST(Worker, WorkRunsElsewhereAndItsResultComesBackHere)
{
    Worker worker;
    QObject receiver;
    QThread* workedOn = nullptr;
    QThread* deliveredOn = nullptr;
    int got = 0;
    worker.run(
        &receiver,
        [&](const std::stop_token&) -> Result<int> {
            workedOn = QThread::currentThread();
            return 42;
        },
        [&](const Result<int>& result) {
            deliveredOn = QThread::currentThread();
            got = result.value();
        });
    ASSERT_TRUE(eventually([&] { return got == 42; }));
    EXPECT_NE(workedOn, QThread::currentThread());
    EXPECT_EQ(deliveredOn, QThread::currentThread());
}

TEST(Worker, TasksKeepTheirOrder)
{
    Worker worker;
    QList<int> order;
    for (int i = 0; i < 50; ++i)
        worker.run(
            &worker, [i](const std::stop_token&) -> Result<int> { return i; },
            [&order](const Result<int>& result) { order.append(result.value()); });
    ASSERT_TRUE(eventually([&] { return order.size() == 50; }));
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(order.at(i), i);
}

TEST(Worker, ARunningTaskSeesItsCancel)
{
    Worker worker;
    std::binary_semaphore running(0);
    std::optional<ErrorKind> kind;
    Task task = worker.run(
        &worker,
        [&](const std::stop_token& stop) -> Result<void> {
            running.release();
            while (!stop.stop_requested())
                std::this_thread::yield();
            return Error{ErrorKind::cancelled, "stopped"};
        },
        [&](const Result<void>& result) { kind = result.error().kind; });
    running.acquire();
    task.cancel();
    task.cancel();
    ASSERT_TRUE(eventually([&] { return kind.has_value(); }));
    EXPECT_EQ(*kind, ErrorKind::cancelled);
}

TEST(Worker, ATaskCancelledBeforeItsTurnNeverRuns)
{
    Worker worker;
    std::binary_semaphore gate(0);
    std::atomic<bool> ran = false;
    std::optional<ErrorKind> kind;
    worker.run(
        &worker,
        [&](const std::stop_token&) -> Result<void> {
            gate.acquire();
            return {};
        },
        [](const Result<void>&) {});
    Task second = worker.run(
        &worker,
        [&](const std::stop_token&) -> Result<void> {
            ran = true;
            return {};
        },
        [&](const Result<void>& result) { kind = result.error().kind; });
    second.cancel();
    gate.release();
    ASSERT_TRUE(eventually([&] { return kind.has_value(); }));
    EXPECT_EQ(*kind, ErrorKind::cancelled);
    EXPECT_FALSE(ran);
}

TEST(Worker, AnExceptionBecomesAnErrorAndTheThreadLives)
{
    Worker worker;
    std::optional<ErrorKind> kind;
    bool next = false;
    worker.run(
        &worker, [](const std::stop_token&) -> Result<int> { throw std::runtime_error("odd"); },
        [&](const Result<int>& result) { kind = result.error().kind; });
    worker.run(
        &worker, [](const std::stop_token&) -> Result<void> { return {}; },
        [&](const Result<void>& result) { next = result.ok(); });
    ASSERT_TRUE(eventually([&] { return next; }));
    EXPECT_EQ(kind, ErrorKind::internal);
}

TEST(Worker, AReceiverThatIsGoneHearsNothing)
{
    Worker worker;
    std::binary_semaphore gate(0);
    bool heard = false;
    bool later = false;
    auto receiver = std::make_unique<QObject>();
    worker.run(
        receiver.get(),
        [&](const std::stop_token&) -> Result<void> {
            gate.acquire();
            return {};
        },
        [&](const Result<void>&) { heard = true; });
    worker.run(
        &worker, [](const std::stop_token&) -> Result<void> { return {}; },
        [&](const Result<void>&) { later = true; });
    receiver.reset();
    gate.release();
    ASSERT_TRUE(eventually([&] { return later; }));
    EXPECT_FALSE(heard);
}

TEST(Worker, GoingAwayStopsWhatRunsAndDropsWhatWaits)
{
    std::atomic<bool> stopped = false;
    std::atomic<int> ran = 0;
    {
        Worker worker;
        std::binary_semaphore running(0);
        worker.run(
            &worker,
            [&](const std::stop_token& stop) -> Result<void> {
                running.release();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                stopped = true;
                return {};
            },
            [](const Result<void>&) {});
        worker.run(
            &worker,
            [&](const std::stop_token&) -> Result<void> {
                ++ran;
                return {};
            },
            [](const Result<void>&) {});
        running.acquire();
    }
    EXPECT_TRUE(stopped);
    EXPECT_EQ(ran, 0);
}

TEST(Worker, ProgressIsThinnedForTheScreen)
{
    Worker worker;
    int shown = 0;
    bool done = false;
    const ProgressSink sink = worker.progressTo(&worker, [&](const ProgressView&) { ++shown; });
    worker.run(
        &worker,
        [sink](const std::stop_token&) -> Result<void> {
            for (std::uint64_t i = 0; i < 100000; ++i)
                sink({.phase = "reading", .done = i, .total = 100000});
            return {};
        },
        [&](const Result<void>&) { done = true; });
    ASSERT_TRUE(eventually([&] { return done; }));
    EXPECT_GE(shown, 1);
    EXPECT_LT(shown, 100);
}

} // namespace
} // namespace longhand::ui
