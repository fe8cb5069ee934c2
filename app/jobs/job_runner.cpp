// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_json.h"
#include "app/jobs/job_work.h"
#include "app/jobs/jobs.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <unistd.h>

namespace longhand::jobs {
namespace {

using library::JobRecord;
using library::JobState;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kRenewal(10);
constexpr std::chrono::milliseconds kListening(500);

// Guarded by Runner::mutex_. Why a job was asked to stop.
struct Running {
    JobId id = 0;
    std::stop_source stop;
    JobState wanted = JobState::cancelled;  // or paused
    std::set<std::uint32_t> chapters;       // that were begun
};

// Guarded by Runner::mutex_. What a person wants of a translation's chapters.
struct Wishes {
    std::set<std::uint32_t> skipped;
    bool stop_after_chapter = false;
};

// What a person wanted at once and no list shows is no work to look back on or to go on with: a
// paragraph translated again, whose history is the segment's, and a passage. Others stay.
void forget_passing(library::Library& library, JobId id)
{
    const auto record = library.journal().job(id);
    if (!record.ok())
        return;
    const auto request = request_from_json(record->kind, record->book, record->options_json);
    if (request.ok() && (std::holds_alternative<RetranslateJob>(*request) ||
                         std::holds_alternative<PassageJob>(*request)))
        static_cast<void>(library.journal().remove(id));
}

class Runner : public JobRunner {
public:
    Runner(Options options, tasks::Prompts prompts, std::unique_ptr<library::Library> outer,
           std::unique_ptr<library::Library> inner)
        : options_(std::move(options)), prompts_(std::move(prompts)), outer_(std::move(outer)),
          inner_(std::move(inner))
    {
        options_.holder += " (process " + std::to_string(::getpid()) + ")";
        thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
    }

    ~Runner() override
    {
        thread_.request_stop();
        {
            const std::lock_guard lock(mutex_);
            for (Running& running : running_) {
                running.wanted = JobState::paused;
                running.stop.request_stop();
            }
        }
        changed_.notify_all();
        thread_.join();
        for (const auto& [id, small] : queue_)
            forget_passing(*outer_, id);
    }

    Result<JobId> submit(const JobRequest& request) override;
    Result<Estimate> estimate(const JobRequest& request) override;
    Result<void> resume(JobId job) override;
    Result<void> pause(JobId job) override { return ask_to_stop(job, JobState::paused); }
    Result<void> cancel(JobId job) override { return ask_to_stop(job, JobState::cancelled); }
    void wait(JobId job) override
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !pending_.contains(job); });
    }
    void skip_chapter(JobId job, std::uint32_t chapter) override
    {
        const std::lock_guard lock(mutex_);
        if (pending_.contains(job))
            wishes_[job].skipped.insert(chapter);
    }
    void stop_after_chapter(JobId job, bool stop) override
    {
        const std::lock_guard lock(mutex_);
        if (pending_.contains(job))
            wishes_[job].stop_after_chapter = stop;
    }

private:
    void loop(const std::stop_token& stop);
    std::optional<JobId> next(bool questions_only);  // moved from queue_ to running_
    void run(JobId id);
    JobRecord work(const JobRecord& record, Ended& ended);
    Result<void> load_generator(const JobRecord& record);
    Result<void> ask_to_stop(JobId job, JobState wanted);
    void beat(JobId id, const std::string& holder);
    void finish(const Ended& ended);
    void drop_generator_when_idle();
    tasks::Direction direction(JobId job, std::uint32_t chapter);
    bool questions_wait();

    Options options_;
    tasks::Prompts prompts_;
    std::mutex outer_mutex_;  // guards outer_, which serves every calling thread
    std::unique_ptr<library::Library> outer_;
    std::unique_ptr<library::Library> inner_;            // engine thread alone
    std::shared_ptr<infer::Generator> generator_;        // engine thread alone
    std::string generator_key_;                          // engine thread alone: what it is
    Clock::time_point renewed_{};                        // engine thread alone
    Clock::time_point listened_{};                       // engine thread alone

    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::deque<std::pair<JobId, bool>> queue_;  // and whether it is a question
    std::vector<Running> running_;              // innermost last
    std::set<JobId> pending_;                   // queued or running
    std::map<JobId, Wishes> wishes_;            // of those
    std::jthread thread_;
};

library::JobKind kind_of(const JobRequest& request)
{
    return std::holds_alternative<SummariseJob>(request) ? library::JobKind::summarise
           : std::holds_alternative<AskJob>(request)     ? library::JobKind::ask
                                                         : library::JobKind::translate;
}

library::BookId book_of(const JobRequest& request)
{
    return std::visit([](const auto& job) { return job.book; }, request);
}

// Waits for no long job: done between two of its units.
bool is_small(const JobRequest& request)
{
    return std::holds_alternative<AskJob>(request) ||
           std::holds_alternative<RetranslateJob>(request) ||
           std::holds_alternative<PassageJob>(request);
}

Seed seed_of(const JobRequest& request)
{
    return std::visit([](const auto& job) { return job.options.seed; }, request);
}

Result<JobId> Runner::submit(const JobRequest& request)
{
    const Seed given = seed_of(request);
    JobRecord record{.kind = kind_of(request),
                     .book = book_of(request),
                     .options_json = options_to_json(request),
                     .seed = given.value != 0 ? given.value : options_.seed.value};
    {
        const std::lock_guard lock(outer_mutex_);
        TRY(const library::Book book, outer_->book(record.book));
        TRY(record.id, outer_->journal().add(record));
    }
    {
        const std::lock_guard lock(mutex_);
        pending_.insert(record.id);
        queue_.emplace_back(record.id, is_small(request));
    }
    changed_.notify_all();
    return record.id;
}

Result<void> Runner::resume(JobId job)
{
    JobRecord record;
    {
        const std::lock_guard lock(outer_mutex_);
        TRY(record, outer_->journal().job(job));
    }
    if (record.state == JobState::finished || record.state == JobState::finished_with_warnings)
        return Error{ErrorKind::invalid, "job " + std::to_string(job) + " is finished"};
    if (!record.holder.empty() && record.holder != options_.holder)
        return Error{ErrorKind::busy,
                     "job " + std::to_string(job) + " is being worked on by " + record.holder};
    {
        const std::lock_guard lock(mutex_);
        if (!pending_.insert(job).second)
            return {};
        const auto request = request_from_json(record.kind, record.book, record.options_json);
        queue_.emplace_back(job, request.ok() && is_small(*request));
    }
    changed_.notify_all();
    return {};
}

Result<Estimate> Runner::estimate(const JobRequest& request)
{
    const std::lock_guard lock(outer_mutex_);
    TRY(const library::Book book, outer_->book(book_of(request)));
    Estimate estimate{.tokens = book.words * 4 / 3};
    TRY(const auto jobs, outer_->journal().jobs());
    for (const JobRecord& record : jobs)
        if (record.kind == kind_of(request) && record.tokens_done > 100 && record.seconds > 1.0) {
            estimate.seconds = static_cast<double>(estimate.tokens) * record.seconds /
                               static_cast<double>(record.tokens_done);
            break;
        }
    return estimate;
}

Result<void> Runner::ask_to_stop(JobId job, JobState wanted)
{
    {
        const std::lock_guard lock(mutex_);
        for (Running& running : running_)
            if (running.id == job) {
                running.wanted = wanted;
                running.stop.request_stop();
                return {};
            }
        if (const auto queued = std::find_if(queue_.begin(), queue_.end(),
                                             [&](const auto& entry) { return entry.first == job; });
            queued != queue_.end())
            queue_.erase(queued);
    }
    JobRecord record;
    {
        const std::lock_guard lock(outer_mutex_);
        TRY(record, outer_->journal().job(job));
        if (!record.holder.empty())
            return outer_->journal().request_state(job, wanted);  // another process hears of it
        const bool over = record.state == JobState::finished ||
                          record.state == JobState::finished_with_warnings ||
                          record.state == JobState::cancelled;
        if (!over) {
            record.state = wanted;
            TRY(outer_->journal().update(record));
            forget_passing(*outer_, job);
        }
    }
    bool was_queued = false;
    {
        const std::lock_guard lock(mutex_);
        was_queued = pending_.contains(job);
    }
    if (was_queued)
        finish({.job = job, .state = wanted});
    return {};
}

std::optional<JobId> Runner::next(bool questions_only)
{
    const std::lock_guard lock(mutex_);
    auto chosen = std::find_if(queue_.begin(), queue_.end(), [](const auto& entry) { return entry.second; });
    if (chosen == queue_.end() && !questions_only && !queue_.empty())
        chosen = queue_.begin();
    if (chosen == queue_.end())
        return std::nullopt;
    const JobId id = chosen->first;
    queue_.erase(chosen);
    // In one step with leaving the queue: a request to stop always finds the job in one of them.
    running_.push_back({.id = id});
    return id;
}

void Runner::loop(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        if (const auto id = next(/*questions_only=*/false)) {
            run(*id);
            continue;
        }
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop.stop_requested() || !queue_.empty(); });
    }
}

Result<void> Runner::load_generator(const JobRecord& record)
{
    const TaskGenerator wanted = options_.generator_for ? options_.generator_for(record.kind)
                                                        : TaskGenerator{{}, options_.generator};
    const bool inside = [this] {
        const std::lock_guard lock(mutex_);
        return running_.size() > 1; // the job around this one works with what is loaded
    }();
    if (generator_ != nullptr && (inside || generator_key_ == wanted.key))
        return {};
    generator_.reset(); // two models at once might not fit
    TRY(generator_, wanted.load([&](const Progress& progress) {
        options_.events(Progressed{record.id, progress, 0, 0});
    }));
    generator_key_ = wanted.key;
    return {};
}

void Runner::beat(JobId id, const std::string& holder)
{
    const auto now = Clock::now();
    if (now - renewed_ >= kRenewal) {
        renewed_ = now;
        // A lease lost to another process ends this run: what is finished is stored.
        if (const auto renewed = inner_->journal().renew(id, holder);
            !renewed.ok() && renewed.error().kind == ErrorKind::busy) {
            const std::lock_guard lock(mutex_);
            for (Running& running : running_)
                running.stop.request_stop();
        }
    }
    if (now - listened_ < kListening)
        return;
    listened_ = now;
    const auto wanted = inner_->journal().requested_state(id);
    if (!wanted.ok() || !*wanted)
        return;
    const std::lock_guard lock(mutex_);
    for (Running& running : running_)
        if (running.id == id) {
            running.wanted = **wanted;
            running.stop.request_stop();
        }
}

JobRecord Runner::work(const JobRecord& record, Ended& ended)
{
    std::stop_token stop;
    {
        const std::lock_guard lock(mutex_);
        stop = running_.back().stop.get_token();
    }
    JobWork job(record, {.library = *inner_,
                         .prompts = prompts_,
                         .generator = *generator_,
                         .events = options_.events,
                         .stop = stop,
                         .beat = [&] { beat(record.id, options_.holder); },
                         .questions_wait = [&] { return questions_wait(); },
                         .answer_questions =
                             [&] {
                                 while (const auto question = next(/*questions_only=*/true))
                                     run(*question);
                             },
                         .direction = [&](std::uint32_t chapter) { return direction(record.id, chapter); }});
    const auto begin = Clock::now();
    JobRecord done = job.run();
    ended.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    ended.error = job.error();
    ended.complete = job.complete();
    ended.server_away = job.server_away();
    return done;
}

tasks::Direction Runner::direction(JobId job, std::uint32_t chapter)
{
    const std::lock_guard lock(mutex_);
    const auto running = std::find_if(running_.begin(), running_.end(),
                                      [job](const Running& each) { return each.id == job; });
    if (running == running_.end())
        return tasks::Direction::on;
    const auto wishes = wishes_.find(job);
    if (wishes != wishes_.end()) {
        // Chapters that were begun are finished first.
        if (wishes->second.stop_after_chapter && !running->chapters.empty() &&
            !running->chapters.contains(chapter)) {
            running->wanted = JobState::paused;
            return tasks::Direction::stop;
        }
        if (wishes->second.skipped.contains(chapter))
            return tasks::Direction::skip_chapter;
    }
    running->chapters.insert(chapter);
    return tasks::Direction::on;
}

bool Runner::questions_wait()
{
    const std::lock_guard lock(mutex_);
    return std::any_of(queue_.begin(), queue_.end(), [](const auto& entry) { return entry.second; });
}

void Runner::run(JobId id)
{
    Ended ended{.job = id, .state = JobState::failed};
    const auto fail = [&](const Error& error) {
        ended.error = error;
        if (auto record = inner_->journal().job(id); record.ok() && error.kind != ErrorKind::busy) {
            record->state = JobState::failed;
            record->error = error.message;
            static_cast<void>(inner_->journal().update(*record));
        }
        static_cast<void>(inner_->journal().release(id, options_.holder));
        if (error.kind != ErrorKind::busy)
            forget_passing(*inner_, id);
        finish(ended);
    };
    auto record = inner_->journal().job(id);
    if (!record.ok())
        return fail(record.error());
    if (const auto held = inner_->journal().acquire(id, options_.holder); !held.ok())
        return fail(held.error());
    record->state = JobState::running;
    static_cast<void>(inner_->journal().update(*record));
    options_.events(Started{id});
    if (const auto loaded = load_generator(*record); !loaded.ok())
        return fail(loaded.error());
    JobRecord done = work(*record, ended);
    {
        const std::lock_guard lock(mutex_);
        if (done.state == JobState::cancelled)
            done.state = running_.back().wanted;
    }
    ended.state = done.state;
    ended.warnings = done.warnings;
    if (const auto stored = inner_->journal().update(done); !stored.ok() && !ended.error)
        ended.error = stored.error();
    static_cast<void>(inner_->journal().release(id, options_.holder));
    forget_passing(*inner_, id);
    if (done.state == JobState::paused)
        drop_generator_when_idle();
    finish(ended);
}

// A pause gives the model's memory back, unless another job needs it at once.
void Runner::drop_generator_when_idle()
{
    const std::lock_guard lock(mutex_);
    if (queue_.empty() && running_.size() == 1)
        generator_.reset();
}

void Runner::finish(const Ended& ended)
{
    options_.events(ended);
    {
        const std::lock_guard lock(mutex_);
        pending_.erase(ended.job);
        wishes_.erase(ended.job);
        std::erase_if(running_, [&](const Running& running) { return running.id == ended.job; });
    }
    changed_.notify_all();
}

}  // namespace

Result<std::unique_ptr<JobRunner>> JobRunner::start(Options options)
{
    ENSURE(options.generator != nullptr || options.generator_for != nullptr);
    if (!options.events)
        options.events = [](const Event&) {};
    TRY(tasks::Prompts prompts, tasks::Prompts::load(options.prompts));
    TRY(auto outer, library::Library::open(options.data_dir));
    TRY(auto inner, library::Library::open(options.data_dir));
    return std::unique_ptr<JobRunner>(std::make_unique<Runner>(
        std::move(options), std::move(prompts), std::move(outer), std::move(inner)));
}

}  // namespace longhand::jobs
