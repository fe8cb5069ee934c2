// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/job_run.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

Json to_json(const library::JobRecord& job)
{
    return {{"job", job.id},
            {"kind", library::to_string(job.kind)},
            {"book", job.book},
            {"state", library::to_string(job.state)},
            {"units_done", job.units_done},
            {"units_total", job.units_total},
            {"tokens_done", job.tokens_done},
            {"tokens_total", job.tokens_total},
            {"seconds", job.seconds},
            {"warnings", job.warnings},
            {"error", job.error},
            {"holder", job.holder}};
}

Result<int> list_jobs(Session& session)
{
    TRY(library::Library * library, session.library());
    TRY(const auto jobs, library->journal().jobs());
    for (const library::JobRecord& job : jobs) {
        session.output().event("job", to_json(job));
        const auto book = library->book(job.book);
        session.output().line(std::to_string(job.id) + "\t" +
                              std::string(library::to_string(job.kind)) + "\t" +
                              (book.ok() ? book->title : std::string("(removed book)")) + "\t" +
                              std::string(library::to_string(job.state)) + "\t" +
                              std::to_string(job.units_done) + " of " +
                              std::to_string(job.units_total) +
                              (job.error.empty() ? "" : "\t" + job.error));
    }
    if (jobs.empty())
        session.output().note("No jobs.");
    return kDone;
}

Result<int> resume(Session& session, library::JobId job)
{
    TRY(const JobEnd end, resume_job(session, job, event_printer(session)));
    return finish(session, end);
}

// A job of another process is asked to stop; one that nobody works on is marked at once.
Result<int> cancel(Session& session, library::JobId id)
{
    TRY(library::Library * library, session.library());
    TRY(library::JobRecord job, library->journal().job(id));
    if (!job.holder.empty()) {
        TRY(library->journal().request_state(id, library::JobState::cancelled));
        session.output().note("Asked " + job.holder + " to stop job " + std::to_string(id) + ".");
    } else {
        job.state = library::JobState::cancelled;
        TRY(library->journal().update(job));
    }
    session.output().event("cancelled", {{"job", id}});
    return kDone;
}

// Ended jobs leave the list; what they made stays with the book.
Result<int> clear(Session& session)
{
    TRY(library::Library * library, session.library());
    TRY(const auto jobs, library->journal().jobs());
    for (const library::JobRecord& job : jobs) {
        const bool ended = job.state == library::JobState::finished ||
                           job.state == library::JobState::finished_with_warnings ||
                           job.state == library::JobState::cancelled ||
                           job.state == library::JobState::failed;
        if (ended && job.holder.empty())
            TRY(library->journal().remove(job.id));
    }
    return kDone;
}

}  // namespace

void add_jobs_commands(CLI::App& app, const Chosen& chosen)
{
    auto* jobs = app.add_subcommand("jobs", "The journal, shared with the window");
    jobs->require_subcommand(1);
    jobs->add_subcommand("list", "All jobs, newest first")->callback([chosen] {
        chosen(list_jobs);
    });
    auto id = std::make_shared<library::JobId>(0);
    auto* resume_command = jobs->add_subcommand("resume", "Go on where a job was");
    resume_command->add_option("job", *id, "Number of the job")->required();
    resume_command->callback([id, chosen] {
        chosen([id](Session& session) { return resume(session, *id); });
    });
    auto* cancel_command = jobs->add_subcommand("cancel", "Stop a job; what is finished stays");
    cancel_command->add_option("job", *id, "Number of the job")->required();
    cancel_command->callback([id, chosen] {
        chosen([id](Session& session) { return cancel(session, *id); });
    });
    jobs->add_subcommand("clear", "Forget jobs that have ended")->callback([chosen] {
        chosen(clear);
    });
}

}  // namespace longhand::cli
