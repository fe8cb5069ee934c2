// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/background_desk.h"

#include "ui/common/format.h"
#include "ui/jobs/jobs_model.h"

#include <QWidget>

namespace longhand::ui {
namespace {

constexpr int kPaceMs = 1000;
constexpr double kForgottenAfterS = 30.0; // who waits less looks at the window

} // namespace

BackgroundDesk::BackgroundDesk(Assistant& assistant, const JobsModel& queue, Session& session,
                               QWidget* window)
    : QObject(window), m_assistant(assistant), m_queue(queue), m_session(session), m_window(window)
{
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &BackgroundDesk::update);
    const auto later = [this] {
        if (!m_pace.isActive())
            m_pace.start(kPaceMs);
    };
    connect(&queue, &QAbstractItemModel::dataChanged, this, later);
    connect(&queue, &QAbstractItemModel::rowsInserted, this, later);
    connect(&queue, &QAbstractItemModel::modelReset, this, later);
    connect(&assistant, &Assistant::jobStarted, this, &BackgroundDesk::update);
    connect(&assistant, &Assistant::jobEnded, this, &BackgroundDesk::jobEnded);
    connect(&assistant.preferences(), &Preferences::settingsChanged, this,
            &BackgroundDesk::update);
    connect(&session, &Session::noticeOpened, this, [this](const QString& tag) {
        emit frontWanted();
        if (const JobView* job = m_queue.job(tag.toLongLong()))
            emit bookWanted(job->book);
    });
}

void BackgroundDesk::update()
{
    const JobId running = m_queue.running();
    //: Shown by the desktop as the reason why the computer does not go to sleep.
    m_session.keepAwake(settings().keepAwake && running != 0, tr("A book is being worked on"));
    const int percent = running != 0 ? m_queue.percentDone(running) : -1;
    m_session.showProgress(percent < 0 ? std::nullopt : std::optional(percent / 100.0));
}

void BackgroundDesk::jobEnded(JobId id, const JobEnd& end)
{
    update();
    const JobView* job = m_queue.job(id);
    const bool stopped = end.state == JobState::paused || end.state == JobState::cancelled;
    if (job == nullptr || !settings().notifications || (stopped && end.sentence.isEmpty()) ||
        end.seconds < kForgottenAfterS || m_window->isActiveWindow())
        return;
    Notice notice;
    notice.tag = QString::number(id);
    notice.title = m_queue.title(id);
    notice.body = end.sentence.isEmpty()
                      //: %1 says how a piece of work ended, %2 is a duration: "about 4 min".
                      ? tr("%1, after %2").arg(m_queue.howFar(id), duration(end.seconds))
                      : end.sentence;
    //: Button of a notice: opens the book in the window.
    notice.action = tr("Open");
    notice.trouble = end.state == JobState::failed;
    m_session.notify(notice);
}

} // namespace longhand::ui
