// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobs.h"
#include "ui/bridge/model.h"

#include <QObject>

#include <deque>
#include <memory>

namespace longhand::ui {

// Events of the engine thread as signals on the GUI thread, in order. Lives on the GUI thread.
// What a screen cannot follow is thinned on the way: of a job's progress the latest state, pieces
// of running text joined, at most 20 deliveries a second. Nothing else is ever dropped, `ended`
// least of all. A backlog is delivered in short turns, so that the window answers in between.
class JobEvents : public QObject {
    Q_OBJECT
public:
    explicit JobEvents(QObject* parent = nullptr);
    ~JobEvents() override;

    // Callable from any thread, also after this object is gone (then it does nothing).
    [[nodiscard]] jobs::EventSink sink() const;

    // Between the two events wait: while a job is being handed over, so that nobody hears of a job
    // before it was announced. Calls nest.
    void hold() { ++m_held; }
    void release();

signals:
    void started(longhand::ui::JobId job);
    void leftOut(longhand::ui::JobId job, const QString& sentence);
    void progressed(longhand::ui::JobId job, const longhand::ui::ProgressView& progress,
                    qint64 unitsDone, qint64 unitsTotal);
    void textPiece(longhand::ui::JobId job, int chapter, const QString& piece);
    void chapterSummarised(longhand::ui::JobId job, longhand::ui::BookId book,
                           const longhand::ui::ChapterSummaryView& summary);
    void bookSummarised(longhand::ui::JobId job, longhand::ui::BookId book,
                        const longhand::ui::SummaryView& summary);
    void answered(longhand::ui::JobId job, longhand::ui::BookId book,
                  const longhand::ui::AnswerView& answer);
    void segmentStarted(longhand::ui::JobId job, longhand::ui::BookId book,
                        const longhand::ui::SegmentView& segment);
    void segmentTranslated(longhand::ui::JobId job, longhand::ui::BookId book,
                           const longhand::ui::SegmentView& segment);
    void passageTranslated(longhand::ui::JobId job, const QString& text);
    void ended(longhand::ui::JobId job, const longhand::ui::JobEnd& end);

private:
    struct Inbox;
    void flush();
    void emitEvent(const jobs::Event& event);

    std::shared_ptr<Inbox> m_inbox;
    std::deque<jobs::Event> m_pending; // taken from the inbox, not yet delivered
    int m_held = 0;
};

} // namespace longhand::ui
