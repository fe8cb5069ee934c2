// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/worker.h"

#include <chrono>
#include <memory>

namespace longhand::ui {
namespace {

constexpr std::chrono::milliseconds kProgressInterval{50};

} // namespace

Worker::Worker(QObject* parent) : QObject(parent), m_thread([this] { work(); }) {}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_waiting.clear();
        m_running.request_stop();
    }
    m_changed.notify_all();
    m_thread.join();
}

void Worker::post(Item item)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(item));
    }
    m_changed.notify_all();
}

// `this` outlives the worker's thread, so it is a safe context to post to; the receiver is looked
// at on the GUI thread alone.
void Worker::deliver(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void Worker::work()
{
    for (;;) {
        Item item;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
            if (m_ending)
                return;
            item = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_running = item.stop;
        }
        item.work(item.stop.get_token());
    }
}

ProgressSink Worker::progressTo(QObject* receiver, std::function<void(const ProgressView&)> show)
{
    const auto target = std::make_shared<std::function<void(const ProgressView&)>>(std::move(show));
    return [this, receiver = QPointer<QObject>(receiver), target,
            last = std::chrono::steady_clock::time_point{}](const Progress& progress) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < kProgressInterval)
            return;
        last = now;
        deliver([receiver, target, view = view(progress)] {
            if (receiver)
                (*target)(view);
        });
    };
}

} // namespace longhand::ui
