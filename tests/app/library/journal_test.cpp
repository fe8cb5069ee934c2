// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/journal.h"
#include "tests/app/library/sample_book.h"

#include <sys/wait.h>
#include <unistd.h>

namespace longhand::library {
namespace {

JobId add_job(Library& library, BookId book)
{
    return library.journal()
        .add({.kind = JobKind::translate, .book = book, .options_json = "{}", .seed = ~0ULL})
        .value();
}

TEST_F(LibraryTest, KeepsJobsNewestFirst)
{
    const BookId book = add("a.txt", {"x"});
    const JobId first = add_job(*library_, book);
    const JobId second = add_job(*library_, book);
    auto record = library_->journal().job(first).value();
    EXPECT_EQ(record.seed, ~0ULL);
    record.state = JobState::finished_with_warnings;
    record.units_done = 7;
    record.seconds = 1.5;
    ASSERT_TRUE(library_->journal().update(record).ok());
    const auto jobs = library_->journal().jobs().value();
    ASSERT_EQ(jobs.size(), 2U);
    EXPECT_EQ(jobs[0].id, second);
    EXPECT_EQ(jobs[1].units_done, 7U);
    EXPECT_EQ(jobs[1].state, JobState::finished_with_warnings);
    ASSERT_TRUE(library_->journal().remove(first).ok());
    EXPECT_EQ(library_->journal().job(first).error().kind, ErrorKind::not_found);
}

TEST_F(LibraryTest, LendsAJobToOneHolderAtATime)
{
    const JobId job = add_job(*library_, add("a.txt", {"x"}));
    const auto other = open();
    ASSERT_TRUE(library_->journal().acquire(job, "window 1").ok());
    const auto refused = other->journal().acquire(job, "command line 2");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::busy);
    EXPECT_NE(refused.error().message.find("window 1"), std::string::npos);
    EXPECT_TRUE(library_->journal().renew(job, "window 1").ok());
    EXPECT_EQ(other->journal().renew(job, "command line 2").error().kind, ErrorKind::busy);
    ASSERT_TRUE(library_->journal().release(job, "window 1").ok());
    EXPECT_TRUE(other->journal().acquire(job, "command line 2").ok());
}

TEST_F(LibraryTest, TakesOverTheJobOfAProcessThatIsGone)
{
    const JobId job = add_job(*library_, add("a.txt", {"x"}));
    const pid_t child = ::fork();
    if (child == 0) {
        const auto mine = Library::open(folder_.path() / "data");
        bool held = mine.ok() && (*mine)->journal().acquire(job, "killed").ok();
        auto record = (*mine)->journal().job(job).value();
        record.state = JobState::running;
        held = held && (*mine)->journal().update(record).ok();
        ::_exit(held ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    EXPECT_EQ(library_->journal().job(job).value().state, JobState::paused);
    EXPECT_EQ(library_->journal().job(job).value().holder, "");
    EXPECT_TRUE(library_->journal().acquire(job, "heir").ok());
    EXPECT_EQ(library_->journal().job(job).value().holder, "heir");
}

TEST_F(LibraryTest, CarriesARequestFromOneProcessToTheHolder)
{
    const JobId job = add_job(*library_, add("a.txt", {"x"}));
    ASSERT_TRUE(library_->journal().acquire(job, "window").ok());
    EXPECT_EQ(library_->journal().requested_state(job).value(), std::nullopt);
    ASSERT_TRUE(open()->journal().request_state(job, JobState::cancelled).ok());
    EXPECT_EQ(library_->journal().requested_state(job).value(), JobState::cancelled);
    ASSERT_TRUE(library_->journal().release(job, "window").ok());
    EXPECT_EQ(library_->journal().requested_state(job).value(), std::nullopt);
}

}  // namespace
}  // namespace longhand::library
