// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>
#include <QString>

namespace longhand::ui {

// An application that measures how long each event keeps the thread of the window. Events that an
// event sends in turn count with it.
class ProbedApplication : public QApplication {
public:
    using QApplication::QApplication;

    struct Longest {
        double wallMs = 0.0;
        double cpuMs = 0.0; // of this thread
        QString what;       // receiver and kind of the event
        int events = 0;
        int over50 = 0;         // events that took more than 50 ms
        double mostCpuMs = 0.0; // of any event: what it takes where nothing else runs
    };
    void begin();
    [[nodiscard]] const Longest& longest() const { return m_longest; }

    bool notify(QObject* receiver, QEvent* event) override;

private:
    Longest m_longest;
    int m_depth = 0;
};

} // namespace longhand::ui
