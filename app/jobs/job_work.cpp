// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_work.h"

#include "app/context/library_passages.h"
#include "app/jobs/job_json.h"
#include "app/tasks/left_out.h"
#include "app/tasks/together.h"

#include <algorithm>
#include <ctime>

namespace longhand::jobs {
namespace {

using library::JobState;

constexpr std::chrono::milliseconds kBetweenReports(50);

std::uint64_t units_of(const document::Document& document, const JobRequest& request)
{
    if (std::holds_alternative<AskJob>(request) || std::holds_alternative<RetranslateJob>(request) ||
        std::holds_alternative<PassageJob>(request))
        return 1;
    if (const auto* summary = std::get_if<SummariseJob>(&request))
        return summary->options.chapters.empty() ? document.chapters.size()
                                                 : summary->options.chapters.size();
    std::uint64_t units = 0;
    const auto& options = std::get<TranslateJob>(request).options;
    for (std::uint32_t c = 0; c < document.chapters.size(); ++c)
        if (options.chapters.empty() ||
            std::find(options.chapters.begin(), options.chapters.end(), c) != options.chapters.end())
            units += document.chapters[c].paragraphs.size();
    return units;
}

// A person's selection may be anywhere and of any length: it counts where it lies in the book, and
// its place is then exact when its words stand there as they are.
void place_about(const document::Document& document, std::vector<library::Source>& about)
{
    std::erase_if(about, [](const library::Source& source) { return source.quote.empty(); });
    for (library::Source& source : about) {
        document::TextRange& range = source.range;
        if (range.chapter >= document.chapters.size() ||
            range.paragraph >= document.chapters[range.chapter].paragraphs.size()) {
            range = {UINT32_MAX, 0, 0, 0};  // known by its words alone
            continue;
        }
        const std::string& text = document.chapters[range.chapter].paragraphs[range.paragraph].text;
        const std::size_t at = text.find(source.quote);
        range.begin = at == std::string::npos ? 0 : static_cast<std::uint32_t>(at);
        range.end = static_cast<std::uint32_t>(
            at == std::string::npos ? text.size() : at + source.quote.size());
    }
}

}  // namespace

JobWork::JobWork(library::JobRecord record, JobTools tools)
    : record_(std::move(record)), tools_(std::move(tools)), resumed_(record_.units_done > 0),
      seconds_before_(record_.seconds), tokens_before_(record_.tokens_done),
      begin_(std::chrono::steady_clock::now())
{
}

double JobWork::run_seconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

library::JobRecord JobWork::run()
{
    Result<void> done = [&]() -> Result<void> {
        try {
            return work();
        } catch (const std::bad_alloc&) {
            return Error{ErrorKind::out_of_memory, "no memory left for this job"};
        } catch (const std::exception& error) {
            return Error{ErrorKind::internal, error.what()};
        }
    }();
    record_.seconds = seconds_before_ + run_seconds();
    record_.error.clear();
    if (done.ok()) {
        record_.state = record_.warnings > 0 || !complete_ ? JobState::finished_with_warnings
                                                           : JobState::finished;
    } else {
        error_ = done.error();
        record_.state = error_->kind == ErrorKind::cancelled ? JobState::cancelled : JobState::failed;
        if (record_.state == JobState::failed)
            record_.error = error_->message;
        complete_ = false;
    }
    return record_;
}

Result<void> JobWork::work()
{
    TRY(JobRequest request, request_from_json(record_.kind, record_.book, record_.options_json));
    TRY(const auto document, tools_.library.document(record_.book));
    record_.units_total = units_of(*document, request);
    if (auto names = tasks::left_out(tools_.generator.capabilities()); !names.empty())
        tools_.events(LeftOut{record_.id, tools_.generator.model_name(), std::move(names)});
    if (auto* summary = std::get_if<SummariseJob>(&request))
        return summarise(std::move(*summary), *document);
    if (auto* question = std::get_if<AskJob>(&request))
        return ask(std::move(*question), *document);
    if (auto* again = std::get_if<RetranslateJob>(&request))
        return retranslate(std::move(*again), *document);
    if (auto* passage = std::get_if<PassageJob>(&request))
        return translate_passage(std::move(*passage), *document);
    return translate(std::move(std::get<TranslateJob>(request)), *document);
}

Result<void> JobWork::commit_unit(const std::function<Result<void>()>& save)
{
    record_.seconds = seconds_before_ + run_seconds();
    ++record_.units_done;
    TRY(tools_.library.transaction([&]() -> Result<void> {
        TRY(save());
        return tools_.library.journal().update(record_);
    }));
    tools_.beat();
    return {};
}

void JobWork::report(const Progress& progress)
{
    tools_.beat();
    phase_ = progress.phase;
    record_.tokens_done = tokens_before_ + progress.done;
    record_.tokens_total = tokens_before_ + progress.total;
    const auto now = std::chrono::steady_clock::now();
    if (now - reported_ < kBetweenReports && progress.done < progress.total)
        return;
    reported_ = now;
    Progress timed = progress;
    const double seconds = run_seconds();
    if (progress.done > 0 && seconds > 0.5) {
        timed.tokens_per_s = static_cast<double>(progress.done) / seconds;
        timed.eta_s = static_cast<double>(progress.total - std::min(progress.done, progress.total)) /
                      timed.tokens_per_s;
    }
    const std::uint64_t left = progress.total - std::min(progress.done, progress.total);
    const Pace pace = pace_.pace(left);
    if (const double eta = pace_.eta_s(left); eta >= 0.0)
        timed.eta_s = eta;
    tools_.events(Progressed{record_.id, timed, record_.units_done, record_.units_total, pace});
}

bool JobWork::server_away() const
{
    return error_ && error_->kind == ErrorKind::unreadable && phase_ == infer::kWaitingForServer;
}

void JobWork::pause()
{
    const auto begin = std::chrono::steady_clock::now();
    tools_.answer_questions();
    segment_since_ += std::chrono::steady_clock::now() - begin;
}

bool is_unanswered(const std::vector<std::string>& warnings)
{
    return std::find(warnings.begin(), warnings.end(), tasks::kUnanswered) != warnings.end();
}

void JobWork::piece(std::uint32_t chapter, std::string_view text)
{
    tools_.beat();
    tools_.events(TextPiece{record_.id, chapter, std::string(text)});
}

// What stands in the library becomes what is done already, or makes room for a new summary, and
// is then one of the earlier ones. Returns when the summary was begun.
Result<std::int64_t> JobWork::prepare_summary(SummariseJob& job)
{
    TRY(const auto stored, tools_.library.summary(record_.book, job.options.language));
    const auto now = static_cast<std::int64_t>(std::time(nullptr));
    const bool anew = job.options.chapters.empty() && !resumed_;
    if (anew || !stored) {
        library::Summary head{.language = job.options.language,
                              .model = tools_.generator.model_name(),
                              .length = std::string(to_string(job.options.length)),
                              .audience = std::string(to_string(job.options.audience)),
                              .focus = job.options.focus,
                              .made_unix_s = now};
        TRY(tools_.library.begin_summary(record_.book, head));
        return now;
    }
    if (job.again && !resumed_)
        for (const library::ChapterSummary& chapter : stored->chapters)
            if (std::find(job.options.chapters.begin(), job.options.chapters.end(),
                          chapter.chapter) == job.options.chapters.end())
                job.options.done.push_back(chapter);
    if (resumed_)
        for (const library::ChapterSummary& chapter : stored->chapters)
            if (!is_unanswered(chapter.warnings))
                job.options.done.push_back(chapter);
    if (job.again)
        for (const library::ChapterSummary& chapter : job.options.done)
            job.options.chapters.push_back(chapter.chapter);
    return stored->made_unix_s != 0 ? stored->made_unix_s : now;
}

Result<void> JobWork::summarise(SummariseJob job, const document::Document& document)
{
    if (job.options.language.empty())
        job.options.language = document.language.empty() ? "en" : document.language;
    const std::string& language = job.options.language;
    job.options.seed = Seed{record_.seed};
    TRY(const std::int64_t made_unix_s, prepare_summary(job));
    tasks::SummarySink sink;
    sink.text = [&](std::uint32_t chapter, std::string_view text) { piece(chapter, text); };
    sink.progress = [&](const Progress& progress) { report(progress); };
    sink.chapter_done = [&](const library::ChapterSummary& summary) -> Result<void> {
        record_.warnings += static_cast<std::uint32_t>(summary.warnings.size() +
                                                       summary.unlocated.size());
        return commit_unit([&] {
            return tools_.library.save_summary_chapter(record_.book, language,
                                                       tools_.generator.model_name(), summary);
        });
    };
    sink.chapter_told = [&](const library::ChapterSummary& summary) {
        tools_.events(ChapterSummarised{record_.id, record_.book, summary});
    };
    sink.pause_wanted = tools_.questions_wait;
    sink.pause = [this] { pause(); };
    TRY(library::Summary summary,
        tasks::summarise(document, job.options, tools_.prompts, tools_.generator, sink, tools_.stop));
    summary.made_unix_s = made_unix_s;
    record_.warnings += static_cast<std::uint32_t>(summary.book_unlocated.size());
    record_.units_done = record_.units_total;
    TRY(tools_.library.transaction(
        [&] { return tools_.library.save_summary_book(record_.book, summary); }));
    tools_.events(BookSummarised{record_.id, record_.book, summary});
    complete_ = summary.book_answered && std::none_of(summary.chapters.begin(), summary.chapters.end(),
                                                      [](const library::ChapterSummary& chapter) {
                                                          return is_unanswered(chapter.warnings);
                                                      });
    return {};
}

Result<void> JobWork::ask(AskJob job, const document::Document& document)
{
    job.options.seed = Seed{record_.seed};
    if (job.follow_up) {
        TRY(job.options.history, tools_.library.answers(record_.book));
    }
    place_about(document, job.options.about);
    job.options.keep_as = library::reading_name(record_.book);
    context::LibraryPassages passages(tools_.library, record_.book);
    TRY(library::Answer answer,
        tasks::ask(document, passages, job.question, job.options, tools_.prompts, tools_.generator,
                   [&](std::string_view text) { piece(0, text); }, tools_.stop,
                   [&](const Progress& progress) { report(progress); }));
    record_.warnings += static_cast<std::uint32_t>(answer.warnings.size());
    TRY(commit_unit([&]() -> Result<void> {
        TRY(answer.id, tools_.library.add_answer(record_.book, answer));
        return {};
    }));
    answer.made_unix_s = static_cast<std::int64_t>(std::time(nullptr));
    tools_.events(Answered{record_.id, record_.book, answer});
    complete_ = !is_unanswered(answer.warnings);
    return {};
}

}  // namespace longhand::jobs
