// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/shell/panes.h"

#include <QHash>

namespace longhand::ui {

class BookDesk;

// Connects the three jobs and the queue with the assistant: what a person starts and stops, and
// what the engine thread says about it, to the pane of the book that is open.
class JobDesk : public QObject {
    Q_OBJECT
public:
    JobDesk(Assistant& assistant, const Panes& panes, BookDesk& books, QWidget* window);

    // Long work of this window that runs or waits, in the order of the queue.
    [[nodiscard]] QList<JobId> atWork() const;

signals:
    void ended(const QString& sentence); // a job is over: one line for the status bar
    void chooseModelRequested();
    void unfinishedFound(const QList<longhand::ui::JobId>& jobs); // at the start, not empty

private:
    // What was asked for in this session, so that the same request after a stop goes on with the
    // stopped job instead of starting another.
    struct Asked {
        JobKind kind = JobKind::summarise;
        BookId book = 0;
        QString subject;
    };
    void connectRequests();
    void connectQueue();
    void connectEvents();
    void requestSummary(const SummaryRequest& request);
    void requestTranslation(const TranslateRequest& request);
    [[nodiscard]] JobId stoppedJob(JobKind kind, BookId book, const QString& subject) const;
    [[nodiscard]] JobId activeJob(JobKind kind, BookId book) const;
    void stop(JobKind kind);
    void showRunning(JobKind kind, bool running, const QString& subject);
    void refreshRunning();
    void jobEnded(JobId job, const JobEnd& end);
    void showFailure(JobKind kind, const QString& sentence, const QString& detail);
    [[nodiscard]] bool isShown(JobId job, JobKind kind) const;

    Assistant& m_assistant;
    Panes m_panes;
    BookDesk& m_books;
    QWidget* m_window;
    QHash<JobId, Asked> m_asked;
    QHash<BookId, QList<int>> m_chapters; // of the translation last asked for
    QString m_leftOut;   // the sentence that was shown last
    bool m_first = true; // no list of jobs has come yet
};

} // namespace longhand::ui
