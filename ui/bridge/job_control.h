// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobs.h"
#include "ui/bridge/failure.h"
#include "ui/bridge/job_events.h"
#include "ui/bridge/worker.h"

#include <memory>

namespace longhand::ui {

// The job runner from the GUI thread: starts it when it is first needed, hands requests to it on
// a thread of its own. Destroying it stops the running job, which keeps what is finished, and
// joins.
class JobControl : public QObject {
    Q_OBJECT
public:
    // Makes the runner's options with a generator source for a model; called on another thread.
    using OptionsFor = std::function<jobs::JobRunner::Options(const std::filesystem::path& model)>;
    JobControl(OptionsFor optionsFor, std::filesystem::path model, QObject* parent = nullptr);
    ~JobControl() override;

    [[nodiscard]] JobEvents& events() { return m_events; }

    void submit(const jobs::JobRequest& request, JobKind kind, BookId book, const QString& subject);
    void pause(JobId job);
    void resume(JobId job);
    void cancel(JobId job);
    // A small job that no list shows; `done` hears its number or why there is none, before its
    // first event.
    void submitQuietly(const jobs::JobRequest& request, QObject* receiver,
                       std::function<void(const Result<library::JobId>&)> done);
    void skipChapter(JobId job, int chapter);
    void stopAfterChapter(JobId job, bool stop);
    // All of them together.
    void estimate(const std::vector<jobs::JobRequest>& requests, QObject* receiver,
                  std::function<void(const jobs::Estimate&)> done);
    // Stops what runs, keeping what is finished, and goes on with another model.
    void useModel(const std::filesystem::path& model);

signals:
    void added(const longhand::ui::JobView& job, const QString& subject);
    void refused(longhand::ui::JobKind kind, longhand::ui::BookId book,
                 const longhand::ui::Failure& failure);
    void failed(const longhand::ui::Failure& failure);
    void modelUsed(); // useModel is done

private:
    Result<jobs::JobRunner*> runner(); // on the worker's thread
    void tell(std::function<Result<void>(jobs::JobRunner&)> call);

    OptionsFor m_optionsFor;
    JobEvents m_events;
    std::filesystem::path m_model;             // worker's thread alone
    std::unique_ptr<jobs::JobRunner> m_runner; // worker's thread alone, after it the destructor
    std::unique_ptr<Worker> m_worker;
};

} // namespace longhand::ui
