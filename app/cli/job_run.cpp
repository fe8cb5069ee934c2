// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/job_run.h"

#include "app/tasks/left_out.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace longhand::cli {
namespace {

// Waits for the end of one job; the runner's events pass through it.
class EndOfJob {
public:
    void deliver(const jobs::Event& event)
    {
        const std::lock_guard lock(mutex_);
        if (const auto* lacking = std::get_if<jobs::LeftOut>(&event))
            left_out_ = lacking->names;
        const auto* ended = std::get_if<jobs::Ended>(&event);
        if (ended == nullptr)
            return;
        ended_ = *ended;
        changed_.notify_all();
    }
    // What the model lacked; after wait().
    [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }
    jobs::Ended wait()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ended_.has_value(); });
        return *ended_;
    }

private:
    std::mutex mutex_;  // guards ended_ and, until then, left_out_
    std::vector<std::string> left_out_;
    std::condition_variable changed_;
    std::optional<jobs::Ended> ended_;
};

Result<JobEnd> wait_for_end(Session& session, jobs::JobRunner& runner, EndOfJob& end,
                            library::JobId job)
{
    // Runs on the thread that saw the signal; pausing returns at once.
    const std::stop_callback pause(session.stop(), [&] {
        if (const auto paused = runner.pause(job); !paused.ok())
            session.output().note(paused.error().message);
    });
    const jobs::Ended ended = end.wait();
    if (ended.server_away)
        session.output().note("What is finished is kept; when the server is back, `longhand jobs resume " +
                              std::to_string(job) + "` goes on.");
    if (ended.error && ended.error->kind != ErrorKind::cancelled)
        return *ended.error;
    JobEnd done{ended.job, ended.state, ended.warnings, ended.seconds, ended.complete, end.left_out()};
    done.warnings += static_cast<std::uint32_t>(done.left_out.size());
    return done;
}

// How many there are; --json says which.
void print_unlocated(Session& session, const std::vector<std::string>& statements)
{
    if (!statements.empty())
        session.output().line("  [" + std::to_string(statements.size()) +
                              (statements.size() == 1 ? " statement" : " statements") +
                              " of the model not found in the text]");
}

void print_points(Session& session, const std::vector<library::Point>& points)
{
    for (const library::Point& point : points) {
        std::string cited;
        for (const library::Source& source : point.sources)
            if (const std::string place = citation(source); cited.find(place) == std::string::npos)
                cited += (cited.empty() ? "" : "; ") + place;
        session.output().line("- " + point.text + " (" + cited + ")");
    }
}

Json points_json(Session& session, library::BookId book, const std::vector<library::Point>& points)
{
    const auto library = session.library();
    Json array = Json::array();
    for (const library::Point& point : points)
        array.push_back(to_json(point, library.ok() ? library.value() : nullptr, book));
    return array;
}

Json texts_json(const std::vector<std::string>& texts)
{
    Json array = Json::array();
    for (const std::string& text : texts)
        array.push_back({{"text", text}});
    return array;
}

void print(Session& session, const jobs::ChapterSummarised& event)
{
    const library::ChapterSummary& summary = event.summary;
    session.output().event(
        "chapter_summary",
        {{"job", event.job},
         {"chapter", summary.chapter + 1},
         {"title", summary.title},
         {"points", points_json(session, event.book, summary.points)},
         {"unlocated", texts_json(summary.unlocated)},
         {"origin", summary.origin == library::PointOrigin::model ? "model" : "extract"},
         {"warnings", summary.warnings}});
    // a title that brings its number keeps it
    const bool numbered = document::list_mark(summary.title).empty();
    session.output().line("\n" +
                          (numbered ? "" : std::to_string(summary.chapter + 1) + ". ") +
                          summary.title +
                          (summary.origin == library::PointOrigin::extract
                               ? "  [sentences of the chapter]"
                               : ""));
    print_points(session, summary.points);
    print_unlocated(session, summary.unlocated);
}

void print(Session& session, const jobs::BookSummarised& event)
{
    const library::Coverage& coverage = event.summary.coverage;
    session.output().event(
        "book_summary", {{"job", event.job},
                         {"points", points_json(session, event.book, event.summary.book)},
                         {"unlocated", texts_json(event.summary.book_unlocated)}});
    session.output().event("coverage", {{"words_total", coverage.words_total},
                                        {"words_read", coverage.words_read},
                                        {"chapters", coverage.chapters},
                                        {"truncated", coverage.truncated}});
    session.output().line("\nThe book");
    print_points(session, event.summary.book);
    print_unlocated(session, event.summary.book_unlocated);
    const double share = coverage.words_total == 0
                             ? 0.0
                             : 100.0 * static_cast<double>(coverage.words_read) /
                                   static_cast<double>(coverage.words_total);
    char percent[16];
    std::snprintf(percent, sizeof percent, "%.4g", share);
    session.output().line("\nRead " + std::string(percent) + " % of " +
                          std::to_string(coverage.words_total) + " words in " +
                          std::to_string(coverage.chapters) +
                          (coverage.chapters == 1 ? " chapter; " : " chapters; ") +
                          std::to_string(coverage.truncated) + " truncated.");
}

void print(Session& session, const jobs::Answered& event)
{
    const library::Answer& answer = event.answer;
    const auto library = session.library();
    library::Library* boxes = library.ok() ? library.value() : nullptr;
    const auto sources = [&](const std::vector<library::Source>& list) {
        Json array = Json::array();
        for (const library::Source& source : list)
            array.push_back(to_json(source, boxes, event.book));
        return array;
    };
    Json sentences = Json::array();
    std::string text;
    for (const library::AnswerSentence& part : answer.sentences) {
        sentences.push_back({{"text", part.text}, {"sources", sources(part.sources)}});
        text += (text.empty() ? "" : " ") + part.text + " [" +
                (part.sources.empty() ? "not from the text" : citation(part.sources.front())) + "]";
    }
    session.output().event("answer", {{"job", event.job},
                                      {"question", answer.question},
                                      {"text", answer.text},
                                      {"found", answer.found},
                                      {"strategy", library::to_string(answer.strategy)},
                                      {"budget_tokens", answer.budget_tokens},
                                      {"used_tokens", answer.used_tokens},
                                      {"reused_tokens", answer.reused_tokens},
                                      {"sentences", std::move(sentences)},
                                      {"closest", sources(answer.closest)},
                                      {"warnings", answer.warnings}});
    session.output().line(text.empty() ? answer.text : text);
    if (!answer.found && !answer.closest.empty())
        session.output().line("Closest passage (" + citation(answer.closest.front()) +
                              "): " + answer.closest.front().quote);
    session.output().note("strategy: " + std::string(library::to_string(answer.strategy)) + ", " +
                          std::to_string(answer.used_tokens) + " of " +
                          std::to_string(answer.budget_tokens) + " tokens" +
                          (answer.reused_tokens == 0
                               ? ""
                               : ", " + std::to_string(answer.reused_tokens) +
                                     " of the prompt had been read before"));
}

void print(Session& session, const jobs::LeftOut& event)
{
    session.output().event("left_out", {{"job", event.job}, {"model", event.model}, {"names", event.names}});
    session.output().note(tasks::left_out_sentence(event.names));
}

void print(Session& session, const jobs::SegmentTranslated& event)
{
    Json json = to_json(event.segment);
    json["job"] = event.job;
    session.output().event("segment", json);
}

}  // namespace

jobs::EventSink event_printer(Session& session)
{
    return [&session](const jobs::Event& event) {
        std::visit(
            [&session](const auto& what) {
                using What = std::decay_t<decltype(what)>;
                if constexpr (std::is_same_v<What, jobs::Progressed>) {
                    session.output().event("progress", progress_json(what.job, what.progress, what.pace));
                    session.output().progress(what.progress);
                } else if constexpr (requires { print(session, what); }) {
                    print(session, what);
                }
            },
            event);
    };
}

Result<JobEnd> run_job(Session& session, const jobs::JobRequest& request,
                       const jobs::EventSink& events)
{
    EndOfJob end;
    TRY(const auto runner, session.runner([&](const jobs::Event& event) {
        events(event);
        end.deliver(event);
    }));
    TRY(const library::JobId job, runner->submit(request));
    return wait_for_end(session, *runner, end, job);
}

Result<JobEnd> resume_job(Session& session, library::JobId job, const jobs::EventSink& events)
{
    EndOfJob end;
    TRY(const auto runner, session.runner([&](const jobs::Event& event) {
        events(event);
        end.deliver(event);
    }));
    TRY(runner->resume(job));
    return wait_for_end(session, *runner, end, job);
}

int finish(Session& session, const JobEnd& end)
{
    session.output().event("finished", {{"job", end.job},
                                        {"state", library::to_string(end.state)},
                                        {"seconds", end.seconds},
                                        {"warnings", end.warnings},
                                        {"left_out", end.left_out},
                                        {"complete", end.complete}});
    if (session.stop().stop_requested()) {
        session.output().note("Interrupted. What is finished is kept; `longhand jobs resume " +
                              std::to_string(end.job) + "` goes on.");
        return kInterrupted;
    }
    session.output().note("Finished in " + format_duration(end.seconds) +
                          (end.warnings == 0
                               ? "."
                               : " with " + std::to_string(end.warnings) + " warnings."));
    return end.complete ? kDone : kFailed;
}

}  // namespace longhand::cli
