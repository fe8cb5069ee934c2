// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job_control.h"

namespace longhand::ui {

JobControl::JobControl(OptionsFor optionsFor, std::filesystem::path model, QObject* parent)
    : QObject(parent), m_optionsFor(std::move(optionsFor)), m_model(std::move(model)),
      m_worker(std::make_unique<Worker>())
{
}

JobControl::~JobControl()
{
    m_worker.reset(); // joined: the runner is this thread's now
    m_runner.reset();
}

Result<jobs::JobRunner*> JobControl::runner()
{
    if (m_runner == nullptr) {
        jobs::JobRunner::Options options = m_optionsFor(m_model);
        options.events = m_events.sink();
        TRY(m_runner, jobs::JobRunner::start(std::move(options)));
    }
    return m_runner.get();
}

void JobControl::submit(const jobs::JobRequest& request, JobKind kind, BookId book,
                        const QString& subject)
{
    m_events.hold(); // `added` comes before the job's first event
    m_worker->run(
        this,
        [this, request](const std::stop_token&) -> Result<JobId> {
            TRY(jobs::JobRunner * runner, this->runner());
            TRY(const library::JobId id, runner->submit(request));
            return JobId{id};
        },
        [this, kind, book, subject](const Result<JobId>& id) {
            if (id.ok()) {
                JobView job;
                job.id = id.value();
                job.kind = kind;
                job.book = book;
                job.created = QDateTime::currentDateTime();
                emit added(job, subject);
            } else {
                emit refused(kind, book, describe(id.error(), Doing::startingJob));
            }
            m_events.release();
        });
}

void JobControl::submitQuietly(const jobs::JobRequest& request, QObject* receiver,
                               std::function<void(const Result<library::JobId>&)> done)
{
    m_events.hold();
    m_worker->run(
        this,
        [this, request](const std::stop_token&) -> Result<library::JobId> {
            TRY(jobs::JobRunner * runner, this->runner());
            return runner->submit(request);
        },
        [this, receiver = QPointer<QObject>(receiver),
         done = std::move(done)](const Result<library::JobId>& id) {
            if (receiver)
                done(id);
            m_events.release();
        });
}

void JobControl::skipChapter(JobId job, int chapter)
{
    tell([job, chapter](jobs::JobRunner& runner) -> Result<void> {
        runner.skip_chapter(job, static_cast<std::uint32_t>(chapter));
        return {};
    });
}

void JobControl::stopAfterChapter(JobId job, bool stop)
{
    tell([job, stop](jobs::JobRunner& runner) -> Result<void> {
        runner.stop_after_chapter(job, stop);
        return {};
    });
}

void JobControl::estimate(const std::vector<jobs::JobRequest>& requests, QObject* receiver,
                          std::function<void(const jobs::Estimate&)> done)
{
    m_worker->run(
        receiver,
        [this, requests](const std::stop_token&) -> Result<jobs::Estimate> {
            TRY(jobs::JobRunner * runner, this->runner());
            jobs::Estimate all;
            bool known = !requests.empty();
            for (const jobs::JobRequest& request : requests) {
                TRY(const jobs::Estimate one, runner->estimate(request));
                all.tokens += one.tokens;
                all.seconds += one.seconds;
                known = known && one.seconds > 0.0;
            }
            if (!known)
                all.seconds = 0.0;
            return all;
        },
        [this, done = std::move(done)](const Result<jobs::Estimate>& estimate) {
            if (estimate.ok())
                done(estimate.value());
            else
                emit failed(describe(estimate.error(), Doing::startingJob));
        });
}

void JobControl::tell(std::function<Result<void>(jobs::JobRunner&)> call)
{
    m_worker->run(
        this,
        [this, call = std::move(call)](const std::stop_token&) -> Result<void> {
            TRY(jobs::JobRunner * runner, this->runner());
            return call(*runner);
        },
        [this](const Result<void>& result) {
            if (!result.ok())
                emit failed(describe(result.error(), Doing::startingJob));
        });
}

void JobControl::pause(JobId job)
{
    tell([job](jobs::JobRunner& runner) { return runner.pause(job); });
}

void JobControl::resume(JobId job)
{
    tell([job](jobs::JobRunner& runner) { return runner.resume(job); });
}

void JobControl::cancel(JobId job)
{
    tell([job](jobs::JobRunner& runner) { return runner.cancel(job); });
}

void JobControl::useModel(const std::filesystem::path& model)
{
    m_worker->run(
        this,
        [this, model](const std::stop_token&) -> Result<void> {
            m_runner.reset();
            m_model = model;
            return {};
        },
        [this](const Result<void>&) { emit modelUsed(); });
}

} // namespace longhand::ui
