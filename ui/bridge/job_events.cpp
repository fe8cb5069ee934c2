// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job_events.h"

#include "ui/bridge/failure.h"
#include "ui/bridge/text.h"
#include "ui/bridge/views.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace longhand::ui {
namespace {

constexpr int kDeliveryIntervalMs = 50;
constexpr int kDeliveryMs = 12; // of one event of the GUI thread; the rest waits for the next

template <class... Handlers> struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

// Joins `event` to the last one waiting where a screen would not see the difference.
bool joined(jobs::Event& last, const jobs::Event& event)
{
    if (const auto* progress = std::get_if<jobs::Progressed>(&event)) {
        auto* before = std::get_if<jobs::Progressed>(&last);
        if (before == nullptr || before->job != progress->job)
            return false;
        *before = *progress;
        return true;
    }
    if (const auto* piece = std::get_if<jobs::TextPiece>(&event)) {
        auto* before = std::get_if<jobs::TextPiece>(&last);
        if (before == nullptr || before->job != piece->job || before->chapter != piece->chapter)
            return false;
        before->piece += piece->piece;
        return true;
    }
    return false;
}

JobEnd viewOf(const jobs::Ended& ended)
{
    JobEnd end;
    end.state = view(ended.state);
    end.warnings = static_cast<int>(ended.warnings);
    end.seconds = ended.seconds;
    end.complete = ended.complete;
    if (ended.error && ended.error->kind != ErrorKind::cancelled) {
        const Failure failure = describe(*ended.error, Doing::working);
        end.sentence = failure.sentence;
        end.detail = failure.detail;
        end.unsupported = ended.error->kind == ErrorKind::unsupported;
        if (ended.server_away)
            end.sentence = serverAwaySentence();
    }
    return end;
}

} // namespace

// Shared with every sink handed out. The engine thread puts events in and asks once for a
// delivery; the GUI thread takes all that came.
struct JobEvents::Inbox {
    std::mutex mutex;          // guards the rest
    JobEvents* face = nullptr; // null once the face is gone
    std::vector<jobs::Event> waiting;
    bool asked = false;
};

JobEvents::JobEvents(QObject* parent) : QObject(parent), m_inbox(std::make_shared<Inbox>())
{
    m_inbox->face = this;
}

JobEvents::~JobEvents()
{
    const std::lock_guard lock(m_inbox->mutex);
    m_inbox->face = nullptr;
}

jobs::EventSink JobEvents::sink() const
{
    return [inbox = m_inbox](const jobs::Event& event) {
        const std::lock_guard lock(inbox->mutex);
        if (inbox->face == nullptr)
            return;
        if (inbox->waiting.empty() || !joined(inbox->waiting.back(), event))
            inbox->waiting.push_back(event);
        if (inbox->asked)
            return;
        inbox->asked = true;
        // Under the lock, so the face cannot go between the check and the post.
        QMetaObject::invokeMethod(
            inbox->face,
            [face = inbox->face] {
                QTimer::singleShot(kDeliveryIntervalMs, face, [face] { face->flush(); });
            },
            Qt::QueuedConnection);
    };
}

void JobEvents::release()
{
    if (--m_held == 0)
        flush();
}

void JobEvents::flush()
{
    {
        const std::lock_guard lock(m_inbox->mutex);
        std::move(m_inbox->waiting.begin(), m_inbox->waiting.end(), std::back_inserter(m_pending));
        m_inbox->waiting.clear();
        m_inbox->asked = false;
    }
    QElapsedTimer elapsed;
    elapsed.start();
    // What hears an event may hold, or release and so come back in here.
    while (m_held == 0 && !m_pending.empty() && !elapsed.hasExpired(kDeliveryMs)) {
        const jobs::Event event = std::move(m_pending.front());
        m_pending.pop_front();
        emitEvent(event);
    }
    if (m_held == 0 && !m_pending.empty()) // else release() comes back
        QTimer::singleShot(0, this, [this] { flush(); });
}

void JobEvents::emitEvent(const jobs::Event& event)
{
    std::visit(
        Overloaded{
            [this](const jobs::Started& e) { emit started(e.job); },
            [this](const jobs::LeftOut& e) {
                emit leftOut(e.job, leftOutSentence(fromUtf8(e.model), fromUtf8(e.names)));
            },
            [this](const jobs::Progressed& e) {
                ProgressView progress = view(e.progress);
                progress.etaLow = e.pace.eta_low_s;
                progress.etaHigh = e.pace.eta_high_s;
                progress.wordsPerMinute = e.pace.words_per_minute;
                emit progressed(e.job, progress, static_cast<qint64>(e.units_done),
                                static_cast<qint64>(e.units_total));
            },
            [this](const jobs::TextPiece& e) {
                emit textPiece(e.job, static_cast<int>(e.chapter), fromUtf8(e.piece));
            },
            [this](const jobs::ChapterSummarised& e) {
                emit chapterSummarised(e.job, e.book, view(e.summary));
            },
            [this](const jobs::BookSummarised& e) {
                emit bookSummarised(e.job, e.book, view(e.summary));
            },
            [this](const jobs::Answered& e) { emit answered(e.job, e.book, view(e.answer)); },
            [this](const jobs::SegmentStarted& e) {
                emit segmentStarted(e.job, e.book, view(e.segment));
            },
            [this](const jobs::SegmentTranslated& e) {
                emit segmentTranslated(e.job, e.book, view(e.segment));
            },
            [this](const jobs::PassageTranslated& e) {
                emit passageTranslated(e.job, fromUtf8(e.text));
            },
            [this](const jobs::Ended& e) { emit ended(e.job, viewOf(e)); },
        },
        event);
}

} // namespace longhand::ui
