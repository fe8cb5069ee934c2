// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/process.h"
#include "app/library/store.h"

#include <bit>
#include <ctime>

namespace longhand::library {
namespace {

constexpr std::int64_t kLeaseSeconds = 60;

std::int64_t now() { return static_cast<std::int64_t>(std::time(nullptr)); }
std::int64_t as_integer(std::uint64_t value) { return static_cast<std::int64_t>(value); }

constexpr const char* kColumns =
    "SELECT id, kind, book, options, state, seed, units_done, units_total, tokens_done,"
    " tokens_total, seconds, warnings, error, created, changed, holder, holder_process,"
    " holder_started, expires FROM jobs";

JobRecord read(const Row& row)
{
    JobRecord record;
    record.id = row.integer(0);
    record.kind = static_cast<JobKind>(row.integer(1));
    record.book = row.integer(2);
    record.options_json = row.text(3);
    record.state = static_cast<JobState>(row.integer(4));
    record.seed = std::bit_cast<std::uint64_t>(row.integer(5));
    record.units_done = static_cast<std::uint64_t>(row.integer(6));
    record.units_total = static_cast<std::uint64_t>(row.integer(7));
    record.tokens_done = static_cast<std::uint64_t>(row.integer(8));
    record.tokens_total = static_cast<std::uint64_t>(row.integer(9));
    record.seconds = row.number(10);
    record.warnings = static_cast<std::uint32_t>(row.integer(11));
    record.error = row.text(12);
    record.created_unix_s = row.integer(13);
    record.changed_unix_s = row.integer(14);
    const bool held = !row.is_null(15) && row.integer(18) > now() &&
                      is_alive({row.integer(16), row.integer(17)});
    if (held)
        record.holder = row.text(15);
    // Whoever was working on it is gone: it waits to be taken up again.
    if (!held && record.state == JobState::running)
        record.state = JobState::paused;
    return record;
}

Error no_such_job(JobId id)
{
    return Error{ErrorKind::not_found, "there is no job " + std::to_string(id)};
}

}  // namespace

Result<JobId> JournalStore::add(const JobRecord& record)
{
    TRY(database_.run("INSERT INTO jobs (kind, book, options, state, seed, units_done, units_total,"
                      " tokens_done, tokens_total, seconds, warnings, error, created, changed)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {static_cast<std::int64_t>(record.kind), record.book, record.options_json,
                       static_cast<std::int64_t>(record.state),
                       std::bit_cast<std::int64_t>(record.seed), as_integer(record.units_done),
                       as_integer(record.units_total), as_integer(record.tokens_done),
                       as_integer(record.tokens_total), record.seconds,
                       std::int64_t{record.warnings}, record.error, now(), now()}));
    return database_.last_id();
}

Result<JobRecord> JournalStore::job(JobId id)
{
    std::optional<JobRecord> found;
    TRY(database_.query((std::string(kColumns) + " WHERE id = ?").c_str(), {id},
                        [&](const Row& row) -> Result<void> {
                            found = read(row);
                            return {};
                        }));
    if (!found)
        return no_such_job(id);
    return *found;
}

Result<std::vector<JobRecord>> JournalStore::jobs()
{
    std::vector<JobRecord> all;
    TRY(database_.query((std::string(kColumns) +
                         " WHERE book IN (SELECT id FROM books WHERE binned = 0) ORDER BY id DESC").c_str(), {},
                        [&](const Row& row) -> Result<void> {
                            all.push_back(read(row));
                            return {};
                        }));
    return all;
}

Result<void> JournalStore::update(const JobRecord& record)
{
    TRY(database_.run("UPDATE jobs SET options = ?, state = ?, units_done = ?, units_total = ?,"
                      " tokens_done = ?, tokens_total = ?, seconds = ?, warnings = ?, error = ?,"
                      " changed = ? WHERE id = ?",
                      {record.options_json, static_cast<std::int64_t>(record.state),
                       as_integer(record.units_done), as_integer(record.units_total),
                       as_integer(record.tokens_done), as_integer(record.tokens_total),
                       record.seconds, std::int64_t{record.warnings}, record.error, now(),
                       record.id}));
    if (database_.changed_rows() == 0)
        return no_such_job(record.id);
    return {};
}

Result<void> JournalStore::remove(JobId id)
{
    TRY(database_.run("DELETE FROM jobs WHERE id = ?", {id}));
    if (database_.changed_rows() == 0)
        return no_such_job(id);
    return {};
}

Result<void> JournalStore::acquire(JobId id, const std::string& holder)
{
    return database_.transaction([&]() -> Result<void> {
        TRY(const JobRecord record, job(id));
        if (!record.holder.empty() && record.holder != holder)
            return Error{ErrorKind::busy, "job " + std::to_string(id) + " is being worked on by " +
                                              record.holder};
        const ProcessName self = this_process();
        return database_.run("UPDATE jobs SET holder = ?, holder_process = ?, holder_started = ?,"
                             " expires = ?, wanted = NULL WHERE id = ?",
                             {holder, self.id, self.started, now() + kLeaseSeconds, id});
    });
}

Result<void> JournalStore::renew(JobId id, const std::string& holder)
{
    TRY(database_.run("UPDATE jobs SET expires = ? WHERE id = ? AND holder = ?",
                      {now() + kLeaseSeconds, id, holder}));
    if (database_.changed_rows() == 0)
        return Error{ErrorKind::busy,
                     "job " + std::to_string(id) + " was taken over by another process"};
    return {};
}

Result<void> JournalStore::release(JobId id, const std::string& holder)
{
    return database_.run("UPDATE jobs SET holder = NULL, holder_process = NULL,"
                         " holder_started = NULL, expires = NULL, wanted = NULL"
                         " WHERE id = ? AND holder = ?",
                         {id, holder});
}

Result<void> JournalStore::request_state(JobId id, JobState wanted)
{
    TRY(database_.run("UPDATE jobs SET wanted = ? WHERE id = ?",
                      {static_cast<std::int64_t>(wanted), id}));
    if (database_.changed_rows() == 0)
        return no_such_job(id);
    return {};
}

Result<std::optional<JobState>> JournalStore::requested_state(JobId id)
{
    TRY(const auto wanted, database_.integer("SELECT wanted FROM jobs WHERE id = ?", {id}));
    if (!wanted)
        return std::optional<JobState>();
    return std::optional(static_cast<JobState>(*wanted));
}

}  // namespace longhand::library
