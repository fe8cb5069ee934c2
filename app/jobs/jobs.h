// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/journal.h"
#include "app/library/library.h"
#include "app/tasks/ask.h"
#include "app/tasks/summarise.h"
#include "app/tasks/translate.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace longhand::jobs {

using library::BookId;
using library::JobId;

struct SummariseJob {
    BookId book = 0;
    tasks::SummariseOptions options; // `done` is filled from the library
    // The chosen chapters anew, the others of the summary that stands there kept.
    bool again = false;
};
struct AskJob {
    BookId book = 0;
    std::string question;
    tasks::AskOptions options; // `history` is filled from the library when `follow_up`
    bool follow_up = false;
};
struct TranslateJob {
    BookId book = 0;
    tasks::TranslateOptions options; // `done` and `terms` are filled from the library
    bool probe_first = true;         // stop with an explanation when the model cannot do this pair
};
// One paragraph again at a person's word, with options.instruction. Small: let in between two
// units of a long job as a question is, and gone from the journal when it is done.
struct RetranslateJob {
    BookId book = 0;
    std::uint32_t chapter = 0, index = 0;
    tasks::TranslateOptions options;
};
// Words a person selected, for reading at once: nothing of it is stored. Small as the one above,
// and gone from the journal however it ends.
struct PassageJob {
    BookId book = 0;
    std::string passage;
    tasks::TranslateOptions options; // `terms` are filled from the library
};
using JobRequest = std::variant<SummariseJob, AskJob, TranslateJob, RetranslateJob, PassageJob>;

// What happened, in order, on the engine thread. Values only.
struct Started {
    JobId job;
};
// The model is loaded, and lacks something that the engine of this machine has: see
// tasks::left_out().
struct LeftOut {
    JobId job;
    std::string model;
    std::vector<std::string> names;
};
// How a long job goes, from the speed of its segments so far. The range holds the end four times
// out of five; both ends negative: not known yet.
struct Pace {
    double words_per_minute = 0.0; // of source
    double eta_low_s = -1.0, eta_high_s = -1.0;
};
struct Progressed {
    JobId job;
    Progress progress;
    std::uint64_t units_done, units_total;
    Pace pace;
};
struct TextPiece {
    JobId job;
    std::uint32_t chapter;
    std::string piece;
};
struct ChapterSummarised {
    JobId job;
    BookId book;
    library::ChapterSummary summary;
};
struct BookSummarised {
    JobId job;
    BookId book;
    library::Summary summary;
};
struct Answered {
    JobId job;
    BookId book;
    library::Answer answer;
};
struct SegmentStarted {
    JobId job;
    BookId book;
    library::Segment segment;
};
struct SegmentTranslated {
    JobId job;
    BookId book;
    library::Segment segment;
};
struct PassageTranslated {
    JobId job;
    BookId book;
    std::string text;
};
struct Ended {
    JobId job;
    library::JobState state; // finished, finished_with_warnings, failed, cancelled, paused
    std::optional<Error> error;
    std::uint32_t warnings = 0;
    double seconds = 0.0;
    bool complete = false;
    bool server_away = false; // failed because a server did not answer for too long
};
using Event = std::variant<Started, LeftOut, Progressed, TextPiece, ChapterSummarised, BookSummarised,
                           Answered, SegmentStarted, SegmentTranslated, PassageTranslated,
                           Ended>;
using EventSink = std::function<void(const Event&)>;

// Loads the model when the first job needs it; called on the engine thread. Dropping the last
// pointer frees the model's memory (pause does).
using GeneratorSource =
    std::function<Result<std::shared_ptr<infer::Generator>>(const ProgressSink&)>;

// What a kind of job is done with. Two of one key are the same model, loaded the same way.
struct TaskGenerator {
    std::string key;
    GeneratorSource load;
};

// What a job will take, said before it starts.
struct Estimate {
    std::uint64_t tokens = 0; // of the book's text that is to be read, about
    double seconds = 0.0;     // from the speed of earlier jobs of the same kind; 0: none yet
};

// The queue and the one engine thread. Calls return at once and may come from any thread; events
// come on the engine thread, Ended exactly once a start. Questions go before queued long jobs and
// run between two units of a running one. A finished unit and the job's progress are one
// transaction, so a killed program resumes at the next unit.
class JobRunner {
public:
    struct Options {
        std::filesystem::path data_dir;
        std::filesystem::path prompts; // resources/prompts
        std::string holder;            // "window" or "command line", with the process id added
        Seed seed;
        GeneratorSource generator;
        // Where kinds of jobs have models of their own; asked on the engine thread before each job,
        // in place of `generator`. Only one is loaded at a time, so a question let in between two
        // units of a long job is answered by that job's model. Null: `generator` for all.
        std::function<TaskGenerator(library::JobKind)> generator_for;
        EventSink events;
    };
    static Result<std::unique_ptr<JobRunner>> start(Options options);
    virtual ~JobRunner() = default; // requests stop, joins; what is finished stays finished

    // Fails: not_found (no such book), what the library fails with.
    virtual Result<JobId> submit(const JobRequest& request) = 0;
    virtual Result<Estimate> estimate(const JobRequest& request) = 0;
    // A job of the journal goes on where it was. Fails: not_found, invalid (it is finished), busy.
    virtual Result<void> resume(JobId job) = 0;
    virtual Result<void> pause(JobId job) = 0;  // frees the model's memory; within one token
    virtual Result<void> cancel(JobId job) = 0; // idempotent; here or in another process
    virtual void wait(JobId job) = 0;           // until Ended was delivered

    // For a translation of this process, queued or running. A chapter that is skipped is left as it
    // stands, now and when the job goes on later. After the chapter a job that was told to stop is
    // paused; told again with false, it goes on. Both do nothing to other jobs.
    virtual void skip_chapter(JobId job, std::uint32_t chapter) = 0;
    virtual void stop_after_chapter(JobId job, bool stop) = 0;
};

} // namespace longhand::jobs
