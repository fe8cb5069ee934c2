// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "ui/bridge/views.h"

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>

namespace longhand::ui {

// A piece of work handed to a Worker. Copies share it; dropping them all cancels nothing.
class Task {
public:
    Task() : m_stop(std::nostopstate) {}
    void cancel() { m_stop.request_stop(); } // idempotent, from any thread

private:
    friend class Worker;
    explicit Task(std::stop_source stop) : m_stop(std::move(stop)) {}
    std::stop_source m_stop;
};

// One thread for blocking calls, so that none of them is made on the GUI thread. Lives on the GUI
// thread; work runs in the order it was given, results come back queued on the GUI thread.
// Destroying a Worker stops what runs, drops what waits and joins.
class Worker : public QObject {
    Q_OBJECT
public:
    explicit Worker(QObject* parent = nullptr);
    ~Worker() override;

    // Calls `work(stop)` -> Result<T> on the worker's thread, then `done(Result<T>)` exactly once
    // on the GUI thread, unless `receiver` is gone by then. A task cancelled before its turn ends
    // as `cancelled` without having run; an exception ends as an Error.
    template <class Work, class Done> Task run(QObject* receiver, Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work&, std::stop_token>;
        std::stop_source source;
        post({source, [this, receiver = QPointer<QObject>(receiver), work = std::move(work),
                       done = std::move(done)](const std::stop_token& stop) mutable {
                  // On the heap: what comes back may be a whole book and is never copied.
                  auto outcome = std::make_shared<Outcome>(guarded<Outcome>(work, stop));
                  deliver([receiver, done = std::move(done), outcome]() mutable {
                      if (receiver)
                          done(std::move(*outcome));
                  });
              }});
        return Task(std::move(source));
    }

    // A sink for the worker's thread; `show` hears the latest state on the GUI thread, at most 20
    // times a second.
    ProgressSink progressTo(QObject* receiver, std::function<void(const ProgressView&)> show);

private:
    struct Item {
        std::stop_source stop;
        std::function<void(const std::stop_token&)> work;
    };

    template <class Outcome, class Work>
    static Outcome guarded(Work& work, const std::stop_token& stop)
    {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "stopped before it began"};
        try {
            return work(stop);
        } catch (const DeviceError& error) {
            return Error{error.kind(), error.what()};
        } catch (const std::bad_alloc&) {
            return Error{ErrorKind::out_of_memory, "no memory left"};
        } catch (const std::exception& error) {
            return Error{ErrorKind::internal, error.what()};
        }
    }

    void post(Item item);
    void deliver(std::function<void()> call);
    void work();

    std::mutex m_mutex; // guards m_waiting, m_running, m_ending
    std::condition_variable m_changed;
    std::deque<Item> m_waiting;
    std::stop_source m_running{std::nostopstate};
    bool m_ending = false;
    std::thread m_thread; // last: starts when everything it uses is there
};

} // namespace longhand::ui
