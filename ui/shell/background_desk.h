// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/desktop/session.h"

#include <QTimer>

namespace longhand::ui {

class JobsModel;

// What the desktop hears of long work: the machine stays awake while a job runs, the icon shows how
// far it is, and its end is told where nobody looks at the window.
class BackgroundDesk : public QObject {
    Q_OBJECT
public:
    BackgroundDesk(Assistant& assistant, const JobsModel& queue, Session& session,
                   QWidget* window);

signals:
    void frontWanted();                         // a notice was opened
    void bookWanted(longhand::ui::BookId book); // then: the one it was about

private:
    void update();
    [[nodiscard]] const SettingsView& settings() const { return m_assistant.preferences().settings(); }
    void jobEnded(JobId job, const JobEnd& end);

    Assistant& m_assistant;
    const JobsModel& m_queue;
    Session& m_session;
    QWidget* m_window;
    QTimer m_pace; // the desktop hears of progress once a second at most
};

} // namespace longhand::ui
