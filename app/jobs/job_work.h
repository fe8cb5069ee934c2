// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobs.h"
#include "app/jobs/pace_keeper.h"

#include <chrono>
#include <set>

namespace longhand::jobs {

// What a job needs from the runner while it works.
struct JobTools {
    library::Library& library;
    const tasks::Prompts& prompts;
    infer::Generator& generator;
    const EventSink& events;
    std::stop_token stop;
    std::function<void()> beat;           // called often; renews the lease, hears requests
    std::function<bool()> questions_wait;
    std::function<void()> answer_questions;  // between two requests of this job
    std::function<tasks::Direction(std::uint32_t chapter)> direction;  // a person's wish
};

// Whether a model could not be asked about a unit with these warnings: it is not done.
bool is_unanswered(const std::vector<std::string>& warnings);

// One run of one job, on the engine thread. Commits every unit with the job's progress.
class JobWork {
public:
    JobWork(library::JobRecord record, JobTools tools);
    // The record as it stands at the end, its state set. Errors are in it, and in `error`.
    library::JobRecord run();
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    [[nodiscard]] bool complete() const { return complete_; }
    // Whether it ended because a server did not answer.
    [[nodiscard]] bool server_away() const;

private:
    Result<void> work();
    Result<void> summarise(SummariseJob job, const document::Document& document);
    Result<std::int64_t> prepare_summary(SummariseJob& job);
    Result<void> ask(AskJob job, const document::Document& document);
    Result<void> translate(TranslateJob job, const document::Document& document);
    Result<void> retranslate(RetranslateJob job, const document::Document& document);
    Result<void> translate_passage(PassageJob job, const document::Document& document);
    Result<void> review_whole(const library::TranslationKey& key);
    void leave_out(TranslateJob& job, const document::Document& document, std::uint32_t chapter);
    Result<void> probe(const TranslateJob& job, const document::Document& document);

    // The questions that wait are answered; their time is not the segments'.
    void pause();
    Result<void> commit_unit(const std::function<Result<void>()>& save);
    void report(const Progress& progress);
    void piece(std::uint32_t chapter, std::string_view text);
    [[nodiscard]] double run_seconds() const;

    library::JobRecord record_;
    JobTools tools_;
    std::optional<Error> error_;
    PaceKeeper pace_;
    bool complete_ = false;
    std::string phase_;  // that was reported last
    bool resumed_;
    double seconds_before_;
    std::uint64_t tokens_before_;
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point reported_{};
    std::chrono::steady_clock::time_point segment_since_{};  // when the last one was made, or work began
};

}  // namespace longhand::jobs
