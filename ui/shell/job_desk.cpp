// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_desk.h"

#include "ui/ask/ask_pane.h"
#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/jobs/jobs_model.h"
#include "ui/jobs/jobs_pane.h"
#include "ui/library/library_pane.h"
#include "ui/shell/book_desk.h"
#include "ui/summary/summary_pane.h"
#include "ui/translate/translate_pane.h"

#include <QApplication>
#include <QPushButton>

#include <utility>

namespace longhand::ui {

JobDesk::JobDesk(Assistant& assistant, const Panes& panes, BookDesk& books, QWidget* window)
    : QObject(window), m_assistant(assistant), m_panes(panes), m_books(books), m_window(window)
{
    connectRequests();
    connectQueue();
    connectEvents();
    connect(&m_books, &BookDesk::bookShown, this, &JobDesk::refreshRunning);
}

void JobDesk::connectRequests()
{
    connect(m_panes.summary, &SummaryPane::summariseRequested, this, &JobDesk::requestSummary);
    connect(m_panes.summary, &SummaryPane::stopRequested, this,
            [this] { stop(JobKind::summarise); });
    connect(m_panes.ask, &AskPane::askRequested, this,
            [this](const AskRequest& request) { m_assistant.ask(m_books.book(), request); });
    connect(m_panes.ask, &AskPane::stopRequested, this, [this] { stop(JobKind::ask); });
    connect(m_panes.translate, &TranslatePane::translateRequested, this,
            &JobDesk::requestTranslation);
    connect(m_panes.translate, &TranslatePane::stopRequested, this,
            [this] { stop(JobKind::translate); });
    connect(m_panes.translate, &TranslatePane::segmentsWanted, this,
            [this](const QString& from, const QString& to) {
                if (const DocumentPtr& document = m_books.contents().document)
                    m_assistant.readSegments(document->book, from, to);
            });
    connect(m_panes.translate, &TranslatePane::chooseModelRequested, this,
            &JobDesk::chooseModelRequested);
    connect(
        &m_assistant, &Assistant::segmentsReady, this,
        [this](BookId book, const QString&, const QString& to, const QList<SegmentView>& segments) {
            if (book == m_books.book())
                m_panes.translate->setSegments(to, segments);
        });
}

void JobDesk::connectQueue()
{
    connect(&m_assistant, &Assistant::jobsChanged, this, [this](const QList<JobView>& jobs) {
        m_panes.queue->setJobs(jobs);
        QList<JobId> unfinished;
        for (const JobView& job : jobs)
            if (!job.held && !isOver(job.state) && job.kind != JobKind::ask)
                unfinished << job.id;
        if (std::exchange(m_first, false) && !unfinished.isEmpty())
            emit unfinishedFound(unfinished);
    });
    connect(m_panes.jobs, &JobsPane::pauseRequested, &m_assistant, &Assistant::pauseJob);
    connect(m_panes.jobs, &JobsPane::resumeRequested, &m_assistant, &Assistant::resumeJob);
    connect(m_panes.jobs, &JobsPane::cancelRequested, &m_assistant, &Assistant::cancelJob);
    connect(m_panes.jobs, &JobsPane::removeRequested, &m_assistant, &Assistant::removeJob);
    connect(m_panes.jobs, &JobsPane::bookRequested, this, [this](BookId book) {
        m_panes.library->select(book);
        m_books.openBook(book);
    });
    connect(&m_assistant, &Assistant::jobAdded, this,
            [this](const JobView& job, const QString& subject) {
                m_asked.insert(job.id, {job.kind, job.book, subject});
                m_panes.queue->add(job);
                if (job.book == m_books.book())
                    showRunning(job.kind, true, subject);
            });
    connect(&m_assistant, &Assistant::jobRefused, this,
            [this](JobKind kind, BookId book, const Failure& failure) {
                if (book == m_books.book())
                    showFailure(kind, failure.sentence, failure.detail);
            });
}

void JobDesk::connectEvents()
{
    connect(&m_assistant, &Assistant::jobStarted, this, [this](JobId job) {
        // One that another session began is ours from now on.
        if (const JobView* known = m_panes.queue->job(job); known && !m_asked.contains(job))
            m_asked.insert(job, {known->kind, known->book, QString()});
        m_panes.queue->setState(job, JobState::running);
        refreshRunning();
    });
    connect(&m_assistant, &Assistant::jobLeftOut, this, [this](JobId, const QString& sentence) {
        // Once: the next job with this model says the same.
        if (sentence.isEmpty() || std::exchange(m_leftOut, sentence) == sentence)
            return;
        m_panes.notice->say(sentence, {}, Banner::Mood::note);
        connect(m_panes.notice->addButton(tr("Hide")), &QPushButton::clicked, m_panes.notice,
                &Banner::clear);
    });
    connect(&m_assistant, &Assistant::jobProgressed, m_panes.queue, &JobsModel::setProgress);
    connect(&m_assistant, &Assistant::jobText, this,
            [this](JobId job, int chapter, const QString& piece) {
                if (isShown(job, JobKind::summarise))
                    m_panes.summary->addText(chapter, piece);
                else if (isShown(job, JobKind::ask))
                    m_panes.ask->addText(piece);
                else if (isShown(job, JobKind::translate))
                    m_panes.translate->addText(piece);
            });
    connect(&m_assistant, &Assistant::chapterSummarised, this,
            [this](JobId, BookId book, const ChapterSummaryView& summary) {
                if (book == m_books.book())
                    m_panes.summary->addChapter(summary);
            });
    connect(&m_assistant, &Assistant::bookSummarised, this,
            [this](JobId, BookId book, const SummaryView& summary) {
                if (book == m_books.book())
                    m_panes.summary->setSummary(summary);
            });
    connect(&m_assistant, &Assistant::answered, this,
            [this](JobId, BookId book, const AnswerView& answer) {
                if (book == m_books.book())
                    m_panes.ask->addAnswer(answer);
            });
    connect(&m_assistant, &Assistant::segmentStarted, this,
            [this](JobId, BookId book, const SegmentView& segment) {
                if (book == m_books.book())
                    m_panes.translate->beginSegment(segment);
            });
    connect(&m_assistant, &Assistant::segmentTranslated, this,
            [this](JobId, BookId book, const SegmentView& segment) {
                if (book == m_books.book())
                    m_panes.translate->addSegment(segment);
            });
    connect(&m_assistant, &Assistant::jobEnded, this, &JobDesk::jobEnded);
}

JobId JobDesk::stoppedJob(JobKind kind, BookId book, const QString& subject) const
{
    for (auto it = m_asked.cbegin(); it != m_asked.cend(); ++it) {
        const JobView* job = m_panes.queue->job(it.key());
        if (job != nullptr && job->state == JobState::paused && it->kind == kind &&
            it->book == book && it->subject == subject)
            return it.key();
    }
    return 0;
}

JobId JobDesk::activeJob(JobKind kind, BookId book) const
{
    for (int row = 0; row < m_panes.queue->rowCount(); ++row) {
        const JobView& job = m_panes.queue->at(row);
        // What another process works on is not this window's to stop from a pane.
        const bool ours = m_asked.contains(job.id);
        if (job.kind == kind && job.book == book && ours &&
            (job.state == JobState::running || job.state == JobState::queued))
            return job.id;
    }
    return 0;
}

QList<JobId> JobDesk::atWork() const
{
    QList<JobId> jobs;
    for (int row = 0; row < m_panes.queue->rowCount(); ++row) {
        const JobView& job = m_panes.queue->at(row);
        if (job.kind != JobKind::ask && m_asked.contains(job.id) &&
            (job.state == JobState::running || job.state == JobState::queued))
            jobs << job.id;
    }
    return jobs;
}

bool JobDesk::isShown(JobId job, JobKind kind) const
{
    const JobView* view = m_panes.queue->job(job);
    return view != nullptr && view->kind == kind && view->book == m_books.book();
}

void JobDesk::requestSummary(const SummaryRequest& request)
{
    const JobId stopped = stoppedJob(JobKind::summarise, m_books.book(), request.subject());
    if (stopped != 0)
        m_assistant.resumeJob(stopped);
    else
        m_assistant.summarise(m_books.book(), request);
}

void JobDesk::requestTranslation(const TranslateRequest& request)
{
    const JobId stopped = stoppedJob(JobKind::translate, m_books.book(), request.to);
    // Other chapters are another job; what is translated stays in either.
    if (stopped != 0 && m_chapters.value(m_books.book()) == request.chapters) {
        m_assistant.resumeJob(stopped);
        return;
    }
    m_chapters.insert(m_books.book(), request.chapters);
    m_assistant.translate(m_books.book(), request);
}

void JobDesk::stop(JobKind kind)
{
    const JobId job = activeJob(kind, m_books.book());
    if (job == 0)
        return;
    if (kind == JobKind::ask)
        m_assistant.cancelJob(job); // half an answer is not worth keeping
    else
        m_assistant.pauseJob(job);
}

void JobDesk::showRunning(JobKind kind, bool running, const QString& subject)
{
    switch (kind) {
    case JobKind::summarise:
        m_panes.summary->setRunning(running);
        return;
    case JobKind::ask:
        m_panes.ask->setRunning(running, subject);
        return;
    case JobKind::translate:
        m_panes.translate->setRunning(running);
        return;
    }
}

void JobDesk::refreshRunning()
{
    for (const JobKind kind : {JobKind::summarise, JobKind::ask, JobKind::translate}) {
        const JobId job = activeJob(kind, m_books.book());
        showRunning(kind, job != 0, m_asked.value(job).subject);
    }
}

void JobDesk::showFailure(JobKind kind, const QString& sentence, const QString& detail)
{
    switch (kind) {
    case JobKind::summarise:
        m_panes.summary->showFailure(sentence, detail);
        return;
    case JobKind::ask:
        m_panes.ask->showFailure(sentence, detail);
        return;
    case JobKind::translate:
        m_panes.translate->showFailure(sentence, detail);
        return;
    }
}

void JobDesk::jobEnded(JobId id, const JobEnd& end)
{
    m_panes.queue->setEnd(id, end);
    const JobView* job = m_panes.queue->job(id);
    if (job == nullptr)
        return;
    if (job->book == m_books.book()) {
        showRunning(job->kind, false, {});
        if (job->kind == JobKind::translate && end.unsupported)
            m_panes.translate->showVerdict(
                end.detail,
                m_assistant.knownTranslators(m_panes.translate->from(), m_panes.translate->to()));
        else if (!end.sentence.isEmpty())
            showFailure(job->kind, end.sentence, end.detail);
    }
    if (job->kind != JobKind::ask || !end.sentence.isEmpty())
        emit ended(end.sentence.isEmpty() ? m_panes.queue->line(id) : end.sentence);
    if (end.seconds > 30.0)
        QApplication::alert(m_window);
}

} // namespace longhand::ui
