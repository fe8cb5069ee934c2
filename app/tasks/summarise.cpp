// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/summarise.h"

#include "app/context/central.h"
#include "app/context/pieces.h"
#include "app/tasks/languages.h"
#include "app/tasks/summarise_parts.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::tasks {
namespace {

constexpr std::uint64_t kLeastWords = 30;  // shorter parts have nothing to summarise

bool is_apparatus(document::ChapterRole role)
{
    using document::ChapterRole;
    return role == ChapterRole::contents || role == ChapterRole::bibliography ||
           role == ChapterRole::index;
}

struct ChapterPlan {
    std::uint32_t chapter = 0;
    std::uint64_t words = 0;
    std::vector<context::Piece> pieces;  // empty: nothing to read or already done
    const library::ChapterSummary* done = nullptr;
};

Result<std::vector<std::uint32_t>> chosen_chapters(const document::Document& document,
                                                   const SummariseOptions& options)
{
    std::vector<std::uint32_t> chosen = options.chapters;
    for (const std::uint32_t chapter : chosen)
        if (chapter >= document.chapters.size())
            return Error{ErrorKind::invalid,
                         "there is no chapter " + std::to_string(chapter + 1) + "; the book has " +
                             std::to_string(document.chapters.size())};
    if (chosen.empty())
        for (std::uint32_t c = 0; c < document.chapters.size(); ++c)
            if (!is_apparatus(document.chapters[c].role))
                chosen.push_back(c);
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

std::string title_of(const document::Document& document, std::uint32_t chapter)
{
    const std::string& title = document.chapters[chapter].title;
    return title.empty() ? "Chapter " + std::to_string(chapter + 1) : title;
}

// The most tokens of text that are read at a time. Fails: invalid, the context is too short.
Result<std::int64_t> step_budget(const SummaryRun& run)
{
    const std::string frame = run.prompts.fill("summarise_system", {}) + run.prompts.fill(
        run.foreign ? "summarise_quoting" : "summarise_piece", [&] {
            auto places = run.places(run.points_per_chapter());
            places["title"] = places["text"] = "";
            return places;
        }());
    // what the template adds around the words, and a long chapter title, on top
    const std::int64_t rest = run.generator.count_tokens(frame).tokens + 96;
    const std::int64_t budget = std::min(context::kPieceTokens,
                                         context::text_budget(run.generator, kSummaryTokens, rest));
    if (budget < 128)
        return Error{ErrorKind::invalid,
                     "the context of " + std::to_string(run.generator.context_length()) +
                         " tokens leaves no room for text; open the model with a longer one"};
    return budget;
}

std::vector<ChapterPlan> make_plan(const SummaryRun& run,
                                   const std::vector<std::uint32_t>& chapters, std::int64_t budget)
{
    std::vector<ChapterPlan> plan;
    for (const std::uint32_t chapter : chapters) {
        ChapterPlan entry{.chapter = chapter};
        const auto ranges = context::ranges_of(run.document, chapter);
        entry.words = context::words_in(run.document, ranges);
        const auto done = std::find_if(
            run.options.done.begin(), run.options.done.end(),
            [&](const library::ChapterSummary& summary) { return summary.chapter == chapter; });
        if (done != run.options.done.end())
            entry.done = &*done;
        else if (entry.words >= kLeastWords)
            entry.pieces = context::cut_into_pieces(run.document, ranges, budget, run.generator);
        plan.push_back(std::move(entry));
    }
    return plan;
}

void add_once(std::vector<std::string>& warnings, const std::vector<std::string>& more)
{
    for (const std::string& warning : more)
        if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end())
            warnings.push_back(warning);
}

void append(Checked& all, Checked&& more)
{
    std::move(more.points.begin(), more.points.end(), std::back_inserter(all.points));
    all.support.insert(all.support.end(), more.support.begin(), more.support.end());
    for (std::string& text : more.unlocated)
        add_unlocated(all, std::move(text));
}

// Central sentences of the chapter itself, because nothing the model said was found in it.
std::vector<library::Point> extract_points(const SummaryRun& run, const ChapterPlan& plan)
{
    std::vector<document::TextRange> ranges;
    for (const context::Piece& piece : plan.pieces)
        ranges.insert(ranges.end(), piece.ranges.begin(), piece.ranges.end());
    const context::Units units(run.document, ranges);
    std::vector<library::Point> points;
    for (const auto& range :
         context::central_sentences(run.document, units, std::min<std::size_t>(3, run.points_per_chapter())))
        points.push_back({std::string(document::text_of(run.document, range)),
                          {context::source_of(run.document, range)}});
    return points;
}

class ChapterWork {
public:
    ChapterWork(const SummaryRun& run, const ChapterPlan& plan, std::uint64_t total_tokens,
                std::uint64_t& done_tokens)
        : run_(run), plan_(plan), total_tokens_(total_tokens), done_tokens_(done_tokens)
    {
    }

    Result<library::ChapterSummary> work()
    {
        summary_.chapter = plan_.chapter;
        summary_.title = title_of(run_.document, plan_.chapter);
        if (run_.sink.chapter_started)
            run_.sink.chapter_started(plan_.chapter);
        // each piece may bring its share and a little more, from which the best are chosen
        const std::size_t share = std::max<std::size_t>(
            3, run_.points_per_chapter() * 3 / 2 / plan_.pieces.size());
        for (std::size_t i = 0; i < plan_.pieces.size(); ++i) {
            TRY(read_piece(i, std::min(share, run_.points_per_chapter())));
            done_tokens_ += static_cast<std::uint64_t>(plan_.pieces[i].tokens);
            ++summary_.steps;
            summary_.tokens += plan_.pieces[i].tokens;
            report();
        }
        summary_.points = choose_points(checked_, run_.points_per_chapter());
        summary_.unlocated = std::move(checked_.unlocated);
        if (summary_.points.empty()) {
            summary_.points = extract_points(run_, plan_);
            summary_.origin = library::PointOrigin::extract;
        }
        return std::move(summary_);
    }

private:
    Result<void> read_piece(std::size_t index, std::size_t count)
    {
        const context::Piece& piece = plan_.pieces[index];
        const context::Locator locator(run_.document, piece.ranges);
        auto places = run_.places(count);
        places["title"] = summary_.title;
        places["text"] = piece.text;
        const std::string prompt =
            run_.prompts.fill(run_.foreign ? "summarise_quoting" : "summarise_piece", places);
        const Seed seed = derive(derive(derive(run_.options.seed, "summarise"), plan_.chapter), index);
        Checked found;
        for (std::uint64_t attempt = 0; attempt < 2; ++attempt) {
            TRY(const Reply reply, ask_for_points(run_, prompt, seed, attempt, text_sink(), progress()));
            if (attempt > 0)
                add_once(summary_.warnings, {"retried"});
            add_once(summary_.warnings, reply.warnings);
            found = check_statements(
                worth_saying(statements_of(reply.text), {summary_.title, run_.document.title}),
                locator);
            if (!found.points.empty())
                break;
        }
        summary_.read.insert(summary_.read.end(), piece.ranges.begin(), piece.ranges.end());
        append(checked_, std::move(found));
        return {};
    }

    std::function<void(std::string_view)> text_sink()
    {
        return [this](std::string_view text) {
            if (run_.sink.text)
                run_.sink.text(plan_.chapter, text);
        };
    }

    // While a piece is prefilled, its tokens count as they are read.
    ProgressSink progress()
    {
        return [this](const Progress& inner) {
            if (!run_.sink.progress)
                return;
            Progress outer = inner;
            outer.done = done_tokens_;
            outer.total = total_tokens_;
            outer.unit = "tokens";
            outer.eta_s = -1.0;
            run_.sink.progress(outer);
        };
    }
    void report()
    {
        if (run_.sink.progress)
            run_.sink.progress({.phase = "reading", .done = done_tokens_, .total = total_tokens_,
                                .unit = "tokens"});
    }

    const SummaryRun& run_;
    const ChapterPlan& plan_;
    std::uint64_t total_tokens_;
    std::uint64_t& done_tokens_;
    library::ChapterSummary summary_;
    Checked checked_;
};

void count_coverage(const document::Document& document, const ChapterPlan& plan,
                    const library::ChapterSummary* summary, library::Coverage& coverage)
{
    coverage.words_total += plan.words;
    ++coverage.chapters;
    // A part too short to summarise was not sent, and nothing of it is claimed as read.
    const std::uint64_t read = summary == nullptr ? 0 : context::words_in(document, summary->read);
    coverage.words_read += std::min(read, plan.words);
    if (summary != nullptr && read < plan.words)
        ++coverage.truncated;
}

}  // namespace

std::size_t SummaryRun::points_per_chapter() const
{
    switch (options.length) {
    case SummaryLength::brief: return 3;
    case SummaryLength::medium: return 6;
    case SummaryLength::extended: return 12;
    }
    return 6;
}

std::size_t SummaryRun::points_of_book() const { return points_per_chapter() * 4 / 3; }

std::map<std::string, std::string> SummaryRun::places(std::size_t count) const
{
    std::string wishes;
    if (!options.focus.empty())
        wishes += prompts.fill("summarise_focus", {{"focus", options.focus}});
    if (options.audience == Audience::expert)
        wishes += prompts.fill("summarise_expert", {});
    if (options.audience == Audience::young)
        wishes += prompts.fill("summarise_young", {});
    return {{"book", document.title},
            {"count", std::to_string(count)},
            {"language", language_name(language)},
            {"focus", wishes}};
}

std::string_view to_string(SummaryLength length)
{
    switch (length) {
    case SummaryLength::brief: return "short";
    case SummaryLength::medium: return "medium";
    case SummaryLength::extended: return "long";
    }
    return "medium";
}

std::string_view to_string(Audience audience)
{
    switch (audience) {
    case Audience::general: return "general";
    case Audience::expert: return "expert";
    case Audience::young: return "young";
    }
    return "general";
}

Result<Reply> ask_for_points(const SummaryRun& run, const std::string& prompt, Seed seed,
                             std::uint64_t attempt, const std::function<void(std::string_view)>& text,
                             const ProgressSink& progress)
{
    infer::Request request;
    request.prompt = infer::Chat{{{infer::Role::system, run.prompts.fill("summarise_system", {})},
                                  {infer::Role::user, prompt}},
                                 {}};
    request.max_tokens = kSummaryTokens;
    request.seed = derive(seed, attempt);
    request.sampling.repetition_penalty = 1.05F;
    if (attempt > 0) {
        request.sampling.temperature = 0.7F;
        request.sampling.top_p = 0.9F;
    }
    TRY(const infer::Completion completion,
        infer::generate_one(run.generator, request, text, run.stop, progress));
    Reply reply{.text = completion.text};
    if (completion.finish == infer::Finish::cancelled)
        return Error{ErrorKind::cancelled, "the summary was stopped"};
    if (completion.finish == infer::Finish::loop)
        reply.warnings.emplace_back("loop");
    if (completion.finish == infer::Finish::length)
        reply.warnings.emplace_back("cut_short");
    if (completion.finish != infer::Finish::stop)
        reply.text = without_unfinished_line(reply.text);
    return reply;
}

Result<library::Summary> summarise(const document::Document& document,
                                   const SummariseOptions& options, const Prompts& prompts,
                                   infer::Generator& generator, const SummarySink& sink,
                                   std::stop_token stop)
{
    SummaryRun run{document, options, prompts, generator, sink, stop, options.language};
    if (run.language.empty())
        run.language = document.language.empty() ? "en" : document.language;
    run.foreign = !document.language.empty() &&
                  primary_language(run.language) != primary_language(document.language);
    TRY(context::ensure_text(document));
    TRY(const std::vector<std::uint32_t> chapters, chosen_chapters(document, options));
    TRY(const std::int64_t budget, step_budget(run));
    const std::vector<ChapterPlan> plan = make_plan(run, chapters, budget);
    std::uint64_t total_tokens = 0;
    for (const ChapterPlan& entry : plan)
        for (const context::Piece& piece : entry.pieces)
            total_tokens += static_cast<std::uint64_t>(piece.tokens);
    library::Summary summary{.language = run.language,
                             .model = generator.model_name(),
                             .length = std::string(to_string(options.length)),
                             .audience = std::string(to_string(options.audience)),
                             .focus = options.focus,
                             .step_tokens = budget};
    std::uint64_t done_tokens = 0;
    for (const ChapterPlan& entry : plan) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "the summary was stopped"};
        const library::ChapterSummary* made = nullptr;
        if (entry.done != nullptr) {
            summary.chapters.push_back(*entry.done);
            made = &summary.chapters.back();
        } else if (!entry.pieces.empty()) {
            TRY(library::ChapterSummary chapter, ChapterWork(run, entry, total_tokens, done_tokens).work());
            if (sink.chapter_done)
                TRY(sink.chapter_done(chapter));
            summary.chapters.push_back(std::move(chapter));
            made = &summary.chapters.back();
        }
        count_coverage(document, entry, made, summary.coverage);
    }
    TRY(summarise_book(run, summary));
    return summary;
}

}  // namespace longhand::tasks
