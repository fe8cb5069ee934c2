// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/event_probe.h"

#include <QMetaEnum>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace longhand::ui {
namespace {

double threadCpuMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

} // namespace

void ProbedApplication::begin()
{
    m_longest = {};
}

bool ProbedApplication::notify(QObject* receiver, QEvent* event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    // Both may be gone when the event is over.
    const QString name = QString::fromLatin1(receiver->metaObject()->className()) +
                         QLatin1Char(' ') + receiver->objectName();
    const int type = event->type();
    ++m_depth;
    const auto wall = std::chrono::steady_clock::now();
    const double cpu = threadCpuMs();
    const bool result = QApplication::notify(receiver, event);
    const double cpuMs = threadCpuMs() - cpu;
    const double wallMs =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall).count();
    --m_depth;
    ++m_longest.events;
    m_longest.over50 += wallMs > 50.0 ? 1 : 0;
    m_longest.mostCpuMs = std::max(m_longest.mostCpuMs, cpuMs);
    if (wallMs > m_longest.wallMs) {
        m_longest.wallMs = wallMs;
        m_longest.cpuMs = cpuMs;
        const char* kind = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_longest.what =
            name + QLatin1Char(' ') + (kind ? QLatin1String(kind) : QString::number(type));
    }
    return result;
}

} // namespace longhand::ui
