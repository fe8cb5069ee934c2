// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/summarise.h"

#include "app/context/central.h"
#include "app/context/pieces.h"
#include "app/tasks/languages.h"
#include "app/tasks/summarise_parts.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <deque>

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

// A chapter on its way: its pieces come in any order, and with the last one it is made.
class ChapterWork {
public:
    ChapterWork(const SummaryRun& run, const ChapterPlan& plan) : run_(run), plan_(plan), found_(plan.pieces.size())
    {
        summary_.chapter = plan_.chapter;
        summary_.title = title_of(run_.document, plan_.chapter);
    }

    [[nodiscard]] const ChapterPlan& plan() const { return plan_; }
    [[nodiscard]] const std::string& title() const { return summary_.title; }
    // Each piece may bring its share and a little more, from which the best are chosen.
    [[nodiscard]] std::size_t points_of_piece() const
    {
        const std::size_t share =
            std::max<std::size_t>(3, run_.points_per_chapter() * 3 / 2 / plan_.pieces.size());
        return std::min(share, run_.points_per_chapter());
    }

    // Nothing of a piece that was not answered.
    void put(std::size_t piece, std::optional<Checked> found, const std::vector<std::string>& warnings)
    {
        add_once(summary_.warnings, warnings);
        if (!found)
            add_once(summary_.warnings, {std::string(kUnanswered)});
        found_[piece] = std::move(found);
        ++pieces_put_;
    }
    [[nodiscard]] bool complete() const { return pieces_put_ == plan_.pieces.size(); }

    library::ChapterSummary take()
    {
        Checked checked;
        for (std::size_t i = 0; i < plan_.pieces.size(); ++i) {
            if (!found_[i])
                continue;
            const context::Piece& piece = plan_.pieces[i];
            summary_.read.insert(summary_.read.end(), piece.ranges.begin(), piece.ranges.end());
            ++summary_.steps;
            summary_.tokens += piece.tokens;
            append(checked, std::move(*found_[i]));
        }
        summary_.points = choose_points(checked, run_.points_per_chapter());
        summary_.unlocated = std::move(checked.unlocated);
        if (summary_.points.empty()) {
            summary_.points = extract_points(run_, plan_);
            summary_.origin = library::PointOrigin::extract;
        }
        return std::move(summary_);
    }

private:
    const SummaryRun& run_;
    const ChapterPlan& plan_;
    std::vector<std::optional<Checked>> found_; // by piece
    std::size_t pieces_put_ = 0;
    library::ChapterSummary summary_;
};

// One piece of a chapter, asked about once more when nothing of the first answer is in the text.
class PieceStrand : public Strand {
public:
    using Done = std::function<Result<void>(ChapterWork&, std::size_t piece)>;

    PieceStrand(const SummaryRun& run, ChapterWork& chapter, std::size_t index, const Done& done)
        : run_(run), chapter_(chapter), index_(index), done_(done),
          seed_(derive(derive(derive(run.options.seed, "summarise"), chapter.plan().chapter), index))
    {
    }

    Result<std::optional<infer::Request>> next() override
    {
        if (!finished_)
            return std::optional(request_for_points(run_, prompt(), seed_, attempt_));
        TRY(done_(chapter_, index_));
        return std::optional<infer::Request>();
    }

    void take(Result<infer::Completion> answer) override
    {
        if (!answer.ok()) {
            finished_ = true;
            chapter_.put(index_, std::nullopt, warnings_);
            return;
        }
        const Reply reply = reply_of(*answer);
        add_once(warnings_, reply.warnings);
        const context::Locator locator(run_.document, piece().ranges);
        Checked found = check_statements(
            worth_saying(statements_of(reply.text), {chapter_.title(), run_.document.title}), locator);
        finished_ = !found.points.empty() || attempt_ == 1;
        ++attempt_;
        if (finished_)
            chapter_.put(index_, std::move(found), warnings_);
        else
            add_once(warnings_, {"retried"});
    }

    void begun() override
    {
        if (run_.sink.chapter_started && index_ == 0 && attempt_ == 0)
            run_.sink.chapter_started(chapter_.plan().chapter);
    }
    void text(std::string_view piece) override
    {
        if (run_.sink.text)
            run_.sink.text(chapter_.plan().chapter, piece);
    }

private:
    [[nodiscard]] const context::Piece& piece() const { return chapter_.plan().pieces[index_]; }
    [[nodiscard]] std::string prompt() const
    {
        auto places = run_.places(chapter_.points_of_piece());
        places["title"] = chapter_.title();
        places["text"] = piece().text;
        return run_.prompts.fill(run_.foreign ? "summarise_quoting" : "summarise_piece", places);
    }

    const SummaryRun& run_;
    ChapterWork& chapter_;
    std::size_t index_;
    const Done& done_;
    Seed seed_;
    std::uint64_t attempt_ = 0;
    bool finished_ = false;
    std::vector<std::string> warnings_;
};

// All chapters that are to be made: committed when they are finished, told in their order.
class Reading {
public:
    Reading(const SummaryRun& run, const std::vector<ChapterPlan>& plan) : run_(run), plan_(plan)
    {
        made_.resize(plan.size());
        for (const ChapterPlan& entry : plan) {
            works_.emplace_back(run, entry);
            for (const context::Piece& piece : entry.pieces)
                total_tokens_ += static_cast<std::uint64_t>(piece.tokens);
        }
    }

    // The summaries by entry of the plan; null where there is nothing to summarise.
    Result<std::vector<std::optional<library::ChapterSummary>>> all()
    {
        const PieceStrand::Done done = [this](ChapterWork& chapter, std::size_t piece) {
            return piece_done(chapter, piece);
        };
        const auto ran = run_together(
            {run_.generator, run_.stop, progress(), run_.sink.pause_wanted, run_.sink.pause},
            [&]() -> Result<std::unique_ptr<Strand>> {
                while (entry_ < plan_.size() && piece_ == plan_[entry_].pieces.size()) {
                    ++entry_;
                    piece_ = 0;
                }
                if (entry_ == plan_.size())
                    return std::unique_ptr<Strand>();
                return std::unique_ptr<Strand>(
                    std::make_unique<PieceStrand>(run_, works_[entry_], piece_++, done));
            });
        for (; told_ < plan_.size(); ++told_) // what was made behind a gap, when the run broke off
            tell(told_);
        TRY(ran);
        return std::move(made_);
    }

private:
    Result<void> piece_done(ChapterWork& chapter, std::size_t piece)
    {
        done_tokens_ += static_cast<std::uint64_t>(chapter.plan().pieces[piece].tokens);
        if (run_.sink.progress)
            run_.sink.progress({.phase = "reading", .done = done_tokens_, .total = total_tokens_,
                                .unit = "tokens"});
        if (!chapter.complete())
            return {};
        library::ChapterSummary summary = chapter.take();
        if (run_.sink.chapter_done)
            TRY(run_.sink.chapter_done(summary));
        made_[static_cast<std::size_t>(&chapter.plan() - plan_.data())] = std::move(summary);
        while (told_ < plan_.size() && (plan_[told_].pieces.empty() || made_[told_]))
            tell(told_++);
        return {};
    }

    void tell(std::size_t entry)
    {
        if (made_[entry] && run_.sink.chapter_told)
            run_.sink.chapter_told(*made_[entry]);
    }

    // While pieces are prefilled, the generator's speed and what is finished.
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

    const SummaryRun& run_;
    const std::vector<ChapterPlan>& plan_;
    std::deque<ChapterWork> works_; // by entry of the plan
    std::vector<std::optional<library::ChapterSummary>> made_;
    std::size_t entry_ = 0, piece_ = 0; // the next to begin
    std::size_t told_ = 0;              // entries of the plan
    std::uint64_t total_tokens_ = 0, done_tokens_ = 0;
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

infer::Request request_for_points(const SummaryRun& run, const std::string& prompt, Seed seed,
                                  std::uint64_t attempt)
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
    return request;
}

Reply reply_of(const infer::Completion& completion)
{
    Reply reply{.text = completion.text};
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
    library::Summary summary{.language = run.language,
                             .model = generator.model_name(),
                             .length = std::string(to_string(options.length)),
                             .audience = std::string(to_string(options.audience)),
                             .focus = options.focus,
                             .step_tokens = budget};
    TRY(auto made, Reading(run, plan).all());
    for (std::size_t i = 0; i < plan.size(); ++i) {
        if (plan[i].done != nullptr)
            made[i] = *plan[i].done;
        count_coverage(document, plan[i], made[i] ? &*made[i] : nullptr, summary.coverage);
        if (made[i])
            summary.chapters.push_back(std::move(*made[i]));
    }
    TRY(summarise_book(run, summary));
    return summary;
}

}  // namespace longhand::tasks
