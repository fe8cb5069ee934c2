// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "engine/base/result.h"

#include <string>
#include <vector>

namespace longhand::library {

enum class JobKind : std::uint8_t { summarise, ask, translate };
enum class JobState : std::uint8_t {
    queued,
    running,
    paused,
    finished,
    finished_with_warnings,
    failed,
    cancelled
};
std::string_view to_string(JobKind kind);
std::string_view to_string(JobState state);

struct JobRecord {
    JobId id = 0;
    JobKind kind = JobKind::summarise;
    BookId book = 0;
    std::string options_json; // everything needed to run it again, in our own versioned form
    JobState state = JobState::queued;
    std::uint64_t seed = 0;
    std::uint64_t units_done = 0, units_total = 0;
    std::uint64_t tokens_done = 0, tokens_total = 0;
    double seconds = 0.0; // worked so far, over all runs
    std::uint32_t warnings = 0;
    std::string error; // English sentence of the last failure
    std::int64_t created_unix_s = 0, changed_unix_s = 0;
    std::string holder; // who holds the lease now, empty: nobody
};

// Which units of which jobs are finished, shared by window and command line. A lease (holder,
// process, expiry, renewed while working) keeps one job from running twice; a dead holder's lease
// runs out or is taken over at once when its process is gone.
class Journal {
public:
    virtual ~Journal() = default;
    virtual Result<JobId> add(const JobRecord& record) = 0;
    virtual Result<JobRecord> job(JobId id) = 0;
    virtual Result<std::vector<JobRecord>> jobs() = 0; // newest first
    virtual Result<void> update(const JobRecord& record) = 0;
    virtual Result<void> remove(JobId id) = 0;

    // Fails: busy while another living holder has it.
    virtual Result<void> acquire(JobId id, const std::string& holder) = 0;
    virtual Result<void> renew(JobId id, const std::string& holder) = 0;
    virtual Result<void> release(JobId id, const std::string& holder) = 0;
    // Another process asks the holder to stop or pause; the holder sees it when it renews.
    virtual Result<void> request_state(JobId id, JobState wanted) = 0;
    virtual Result<std::optional<JobState>> requested_state(JobId id) = 0;
};

} // namespace longhand::library
