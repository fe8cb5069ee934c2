// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_json.h"
#include "app/jobs/job_work.h"
#include "app/tasks/review.h"
#include "app/tasks/terms.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <utility>

namespace longhand::jobs {
namespace {

using library::Segment;
using library::SegmentStatus;

constexpr std::size_t kEarlier = 2;  // segments in front of one that is translated again

}  // namespace

Result<void> JobWork::probe(const TranslateJob& job, const document::Document& document)
{
    tools_.events(Progressed{record_.id, {.phase = "trying the model on three passages"}, 0,
                             record_.units_total, {}});
    TRY(const tasks::Probe tried, tasks::probe_translation(document, job.options, tools_.prompts,
                                                           tools_.generator, tools_.stop));
    if (!tried.able)
        return Error{ErrorKind::unsupported, tried.reason};
    return {};
}

// From now on the job is about the other chapters alone, also when it goes on after a pause.
void JobWork::leave_out(TranslateJob& job, const document::Document& document, std::uint32_t chapter)
{
    if (job.options.chapters.empty())
        for (std::uint32_t c = 0; c < document.chapters.size(); ++c)
            job.options.chapters.push_back(c);
    if (std::erase(job.options.chapters, chapter) == 0 || job.options.chapters.empty())
        return;
    TranslateJob stored = job;
    stored.options.terms.clear();
    stored.options.done.clear();
    record_.options_json = options_to_json(stored);
    const std::uint64_t left_out = document.chapters[chapter].paragraphs.size();
    record_.units_total -= std::min<std::uint64_t>(record_.units_total, left_out);
}

// Every warning against the book's own measure, which is known only now.
Result<void> JobWork::review_whole(const library::TranslationKey& key)
{
    TRY(const auto all, tools_.library.segments(key));
    TRY(const auto terms, tools_.library.terms(key));
    tasks::ReviewFrame frame{key.from, key.to, terms, tasks::length_scale(all)};
    return tools_.library.set_warnings(key, tasks::review_all(all, frame));
}

Result<void> JobWork::translate(TranslateJob job, const document::Document& document)
{
    if (job.options.from.empty())
        job.options.from = document.language;
    job.options.seed = Seed{record_.seed};
    const library::TranslationKey key{record_.book, job.options.from, job.options.to};
    TRY(job.options.terms, tools_.library.terms(key));
    TRY(const auto stored, tools_.library.segments(key));
    for (const Segment& segment : stored) {
        const bool made = segment.status != SegmentStatus::waiting &&
                          segment.status != SegmentStatus::failed;
        // What failed in this very job stays failed; a new job tries it again. What was not
        // answered was not tried.
        const bool failed_here = resumed_ && segment.status == SegmentStatus::failed &&
                                 !is_unanswered(segment.warnings);
        if (made || failed_here || segment.author == library::Author::person || segment.locked)
            job.options.done.push_back(segment);
    }
    if (job.probe_first && !resumed_ && job.options.done.empty())
        TRY(probe(job, document));
    // The task works from its own copy: leaving chapters out changes the job that is stored.
    const tasks::TranslateOptions options = job.options;
    tasks::TranslateSink sink;
    std::uint32_t chapter = 0;
    std::set<std::uint32_t> skipped;
    segment_since_ = std::chrono::steady_clock::now();
    sink.direction = [&](std::uint32_t next) {
        const tasks::Direction wanted = tools_.direction ? tools_.direction(next) : tasks::Direction::on;
        if (wanted == tasks::Direction::skip_chapter && next < document.chapters.size() &&
            skipped.insert(next).second)
            leave_out(job, document, next);
        return wanted;
    };
    sink.segment_started = [&](const Segment& segment) {
        chapter = segment.chapter;
        tools_.events(SegmentStarted{record_.id, record_.book, segment});
    };
    sink.text = [&](std::string_view text) { piece(chapter, text); };
    sink.progress = [&](const Progress& progress) { report(progress); };
    sink.segment_done = [&](const Segment& segment) -> Result<void> {
        record_.warnings += static_cast<std::uint32_t>(segment.warnings.size());
        if (segment.status != SegmentStatus::skipped) {
            // Chapters run side by side: what counts is how fast one follows the other.
            const auto now = std::chrono::steady_clock::now();
            const std::chrono::duration<double> took = now - std::exchange(segment_since_, now);
            pace_.add(took.count(),
                      static_cast<std::uint64_t>(tools_.generator.count_tokens(segment.source).tokens),
                      utf8::count_words(segment.source));
        }
        TRY(commit_unit([&] {
            const auto saved = tools_.library.save_segments(key, {segment});
            // Written or locked by a person meanwhile: theirs stands, and the job goes on.
            return !saved.ok() && saved.error().kind == ErrorKind::invalid ? Result<void>() : saved;
        }));
        tools_.events(SegmentTranslated{record_.id, record_.book, segment});
        return {};
    };
    sink.pause_wanted = tools_.questions_wait;
    sink.pause = [this] { pause(); };
    TRY(const tasks::TranslationReport report,
        tasks::translate(document, options, tools_.prompts, tools_.generator, sink, tools_.stop));
    TRY(review_whole(key));
    record_.units_done = record_.units_total = report.state.segments - report.state.waiting;
    complete_ = report.failed.empty();
    return {};
}

Result<void> JobWork::retranslate(RetranslateJob job, const document::Document& document)
{
    if (job.options.from.empty())
        job.options.from = document.language;
    const library::TranslationKey key{record_.book, job.options.from, job.options.to};
    TRY(job.options.terms, tools_.library.terms(key));
    TRY(job.options.done, tools_.library.segments(key));
    std::vector<Segment> earlier;
    for (const Segment& segment : job.options.done) {
        const auto at = std::pair(segment.chapter, segment.index);
        if (at == std::pair(job.chapter, job.index) && segment.locked)
            return Error{ErrorKind::invalid, "the paragraph is locked"};
        if (at < std::pair(job.chapter, job.index))
            earlier.push_back(segment);
    }
    if (earlier.size() > kEarlier)
        earlier.erase(earlier.begin(), earlier.end() - kEarlier);
    // Another seed than the first time, or the answer would be the same.
    TRY(const auto history, tools_.library.segment_history(key, job.chapter, job.index));
    job.options.seed = derive(Seed{record_.seed}, history.size());
    TRY(const Segment segment,
        tasks::retranslate(document, job.chapter, job.index, job.options, earlier, tools_.prompts,
                           tools_.generator, [&](std::string_view text) { piece(job.chapter, text); },
                           tools_.stop));
    if (segment.status == SegmentStatus::failed)
        return Error{ErrorKind::unsupported,
                     "every attempt failed the checks (" +
                         (segment.warnings.empty() ? std::string() : segment.warnings.front()) +
                         "); the translation stays as it was"};
    TRY(commit_unit([&] { return tools_.library.settle_segments(key, {segment}); }));
    tools_.events(SegmentTranslated{record_.id, record_.book, segment});
    complete_ = true;
    return {};
}

Result<void> JobWork::translate_passage(PassageJob job, const document::Document& document)
{
    if (job.options.from.empty())
        job.options.from = document.language;
    job.options.seed = Seed{record_.seed};
    TRY(job.options.terms,
        tools_.library.terms({record_.book, job.options.from, job.options.to}));
    TRY(const std::string text,
        tasks::translate_passage(document, job.passage, job.options, tools_.prompts,
                                 tools_.generator,
                                 [&](std::string_view written) { piece(0, written); }, tools_.stop));
    tools_.events(PassageTranslated{record_.id, record_.book, text});
    complete_ = true;
    return {};
}

}  // namespace longhand::jobs
