// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobs.h"

namespace longhand::jobs {

// What a job was asked to do, as the journal keeps it: versioned JSON without what is filled in
// from the library (done, history).
std::string options_to_json(const JobRequest& request);
// Fails: corrupt; unsupported (written by a newer version).
Result<JobRequest> request_from_json(library::JobKind kind, library::BookId book,
                                     std::string_view json);

}  // namespace longhand::jobs
