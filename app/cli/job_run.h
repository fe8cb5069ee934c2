// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

#include <functional>
#include <string>
#include <vector>

namespace longhand::cli {

// Runs one job to its end in this process: progress to stderr, events to `events`, Ctrl-C pauses
// it so that it can be resumed. Returns what it ended with.
struct JobEnd {
    library::JobId job = 0;
    library::JobState state = library::JobState::failed;
    std::uint32_t warnings = 0;
    double seconds = 0.0;
    bool complete = false;
    std::vector<std::string> left_out; // of tasks::left_out(); counted among the warnings
};
Result<JobEnd> run_job(Session& session, const jobs::JobRequest& request,
                       const jobs::EventSink& events);
Result<JobEnd> resume_job(Session& session, library::JobId job, const jobs::EventSink& events);

// Prints "finished" and turns the end into an exit status: 0 only when nothing is missing.
int finish(Session& session, const JobEnd& end);

// Prints what a job's events carry, as its command would.
jobs::EventSink event_printer(Session& session);

}  // namespace longhand::cli
