// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/translate.h"

#include "app/tasks/languages.h"
#include "app/tasks/review.h"
#include "app/tasks/terms.h"
#include "app/tasks/translate_segment.h"
#include "app/tasks/translation_checks.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <map>
#include <utility>

namespace longhand::tasks {
namespace {

using library::Segment;
using library::SegmentStatus;

constexpr std::size_t kEarlierPairs = 2;

struct Place {
    std::uint32_t chapter = 0, index = 0;
    const document::Paragraph* paragraph = nullptr;
    bool apparatus = false;  // contents, bibliography, index: left as it is
};

bool is_apparatus(document::ChapterRole role)
{
    using document::ChapterRole;
    return role == ChapterRole::contents || role == ChapterRole::bibliography ||
           role == ChapterRole::index;
}

void add_places(std::vector<Place>& places, std::uint32_t chapter,
                const std::vector<document::Paragraph>& paragraphs, bool apparatus)
{
    for (std::uint32_t p = 0; p < paragraphs.size(); ++p)
        if (!utf8::trim(paragraphs[p].text).empty())
            places.push_back({chapter, p, &paragraphs[p], apparatus});
}

// Every paragraph in reading order; notes count as chapters behind the last one.
Result<std::vector<Place>> places_of(const document::Document& document,
                                     const TranslateOptions& options)
{
    std::vector<bool> chosen(document.chapters.size(), options.chapters.empty());
    for (const std::uint32_t chapter : options.chapters) {
        if (chapter >= chosen.size())
            return Error{ErrorKind::invalid,
                         "there is no chapter " + std::to_string(chapter + 1) + "; the book has " +
                             std::to_string(chosen.size())};
        chosen[chapter] = true;
    }
    std::vector<Place> places;
    for (std::uint32_t c = 0; c < document.chapters.size(); ++c)
        if (chosen[c])
            add_places(places, c, document.chapters[c].paragraphs,
                       is_apparatus(document.chapters[c].role) && !options.include_back_matter);
    for (std::uint32_t n = 0; n < document.notes.size(); ++n) {
        const auto owner = document.notes[n].chapter;
        const bool wanted = owner < 0 || static_cast<std::size_t>(owner) >= chosen.size()
                                ? options.chapters.empty()
                                : static_cast<bool>(chosen[static_cast<std::size_t>(owner)]);
        if (wanted)
            add_places(places, static_cast<std::uint32_t>(document.chapters.size()) + n,
                       document.notes[n].paragraphs, false);
    }
    return places;
}

Segment left_as_it_is(const Place& place)
{
    return {.chapter = place.chapter, .index = place.index, .source = place.paragraph->text,
            .target = place.paragraph->text, .spans = place.paragraph->spans,
            .status = SegmentStatus::skipped};
}

void count(TranslationReport& report, const Segment& segment)
{
    ++report.state.segments;
    switch (segment.status) {
    case SegmentStatus::done: ++report.state.done; break;
    case SegmentStatus::warned: ++report.state.warned; break;
    case SegmentStatus::skipped: ++report.state.skipped; break;
    case SegmentStatus::failed:
        ++report.state.failed;
        report.failed.push_back(segment);
        break;
    case SegmentStatus::waiting: ++report.state.waiting; break;
    }
}

void remember(EarlierPairs& earlier, const Segment& segment)
{
    if (segment.status != SegmentStatus::done && segment.status != SegmentStatus::warned)
        return;
    earlier.emplace_back(segment.source, segment.target);
    if (earlier.size() > kEarlierPairs)
        earlier.pop_front();
}

Result<TranslateRun> start(const document::Document& document, const TranslateOptions& options,
                           const Prompts& prompts, infer::Generator& generator, std::stop_token stop)
{
    TranslateRun run{document, options, prompts, generator, std::move(stop),
                     options.from.empty() ? document.language : options.from, options.to,
                     acting_terms(options)};
    if (run.from.empty())
        return Error{ErrorKind::invalid,
                     "the language of the book is not known; name it as the source language"};
    if (run.to.empty())
        return Error{ErrorKind::invalid, "no language to translate into was named"};
    return run;
}

Error stopped() { return {ErrorKind::cancelled, "the translation was stopped"}; }

// One run over the places of a book.
class Walk {
public:
    Walk(const TranslateRun& run, const TranslateSink& sink, const std::vector<Place>& places)
        : run_(run), sink_(sink), places_(places),
          frame_{run.from, run.to, run.terms, length_scale(run.options.done)}
    {
        for (const Segment& segment : run.options.done)
            done_[{segment.chapter, segment.index}] = &segment;
        for (const Place& place : places)
            if (!place.apparatus && !done_.contains({place.chapter, place.index}))
                total_ += tokens(place);
    }

    Result<TranslationReport> all()
    {
        TRY(run_together({run_.generator, run_.stop, beat(), sink_.pause_wanted, sink_.pause},
                         [this] { return next_chapter(); }));
        if (told_to_stop_)
            return stopped();
        std::sort(report_.failed.begin(), report_.failed.end(), [](const Segment& a, const Segment& b) {
            return std::pair(a.chapter, a.index) < std::pair(b.chapter, b.index);
        });
        return std::move(report_);
    }

private:
    class Chapter;

    [[nodiscard]] std::uint64_t tokens(const Place& place) const
    {
        return static_cast<std::uint64_t>(
            run_.generator.count_tokens(place.paragraph->text).tokens);
    }

    Result<std::unique_ptr<Strand>> next_chapter();

    void report()
    {
        if (sink_.progress)
            sink_.progress({.phase = "translating", .done = finished_, .total = total_, .unit = "tokens"});
    }
    ProgressSink beat()
    {
        return [this](const Progress& inner) {
            if (!sink_.progress)
                return;
            Progress outer = inner;
            outer.done = finished_;
            outer.total = total_;
            outer.unit = "tokens";
            outer.eta_s = -1.0;
            sink_.progress(outer);
        };
    }

    const TranslateRun& run_;
    const TranslateSink& sink_;
    const std::vector<Place>& places_;
    ReviewFrame frame_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, const Segment*> done_;
    std::uint64_t total_ = 0, finished_ = 0;
    TranslationReport report_;
    std::size_t begun_ = 0; // places of chapters that were begun
    bool told_to_stop_ = false;
};

// One chapter, segment by segment, each with those in front of it as context.
class Walk::Chapter : public Strand {
public:
    Chapter(Walk& walk, std::size_t begin, std::size_t end) : walk_(walk), at_(begin), end_(end) {}

    Result<std::optional<infer::Request>> next() override
    {
        if (work_) {
            if (auto request = work_->next())
                return request;
            TRY(finish(reviewed(work_->segment(), has_before_ ? &before_ : nullptr, walk_.frame_)));
        }
        for (; at_ < end_; ++at_) {
            const Place& place = walk_.places_[at_];
            if (const auto known = walk_.done_.find({place.chapter, place.index});
                known != walk_.done_.end()) {
                pass(*known->second);
                continue;
            }
            const Direction wanted =
                walk_.sink_.direction ? walk_.sink_.direction(place.chapter) : Direction::on;
            if (wanted == Direction::stop) {
                walk_.told_to_stop_ = true;
                break;
            }
            if (wanted == Direction::skip_chapter) {
                walk_.total_ -= place.apparatus ? 0 : walk_.tokens(place);
                count(walk_.report_, {.status = SegmentStatus::waiting});
            } else if (place.apparatus || !has_words(place.paragraph->text)) {
                TRY(keep(left_as_it_is(place)));
                if (!place.apparatus)
                    walk_.report();
            } else {
                work_.emplace(walk_.run_, SegmentRequest{place.chapter, place.index,
                                                         place.paragraph, earlier_});
                told_ = false;
                return work_->next();
            }
        }
        return std::optional<infer::Request>();
    }

    void take(Result<infer::Completion> answer) override { work_->take(answer); }

    void begun() override
    {
        const Place& place = walk_.places_[at_];
        if (!std::exchange(told_, true) && walk_.sink_.segment_started)
            walk_.sink_.segment_started({.chapter = place.chapter, .index = place.index,
                                         .source = place.paragraph->text});
    }
    void text(std::string_view piece) override
    {
        if (walk_.sink_.text)
            walk_.sink_.text(piece);
    }

private:
    Result<void> finish(const Segment& segment)
    {
        work_.reset();
        walk_.finished_ += walk_.tokens(walk_.places_[at_]);
        ++at_;
        TRY(keep(segment));
        walk_.report();
        return {};
    }
    Result<void> keep(const Segment& segment)
    {
        if (walk_.sink_.segment_done)
            TRY(walk_.sink_.segment_done(segment));
        pass(segment);
        return {};
    }
    void pass(const Segment& segment)
    {
        count(walk_.report_, segment);
        remember(earlier_, segment);
        before_ = segment;
        has_before_ = true;
    }

    Walk& walk_;
    std::size_t at_, end_; // places
    std::optional<SegmentWork> work_;
    bool told_ = false; // that this segment was begun
    EarlierPairs earlier_;
    Segment before_;
    bool has_before_ = false;
};

Result<std::unique_ptr<Strand>> Walk::next_chapter()
{
    if (begun_ == places_.size() || told_to_stop_)
        return std::unique_ptr<Strand>();
    const std::size_t begin = begun_;
    while (begun_ < places_.size() && places_[begun_].chapter == places_[begin].chapter)
        ++begun_;
    return std::unique_ptr<Strand>(std::make_unique<Chapter>(*this, begin, begun_));
}

}  // namespace

Result<TranslationReport> translate(const document::Document& document,
                                    const TranslateOptions& options, const Prompts& prompts,
                                    infer::Generator& generator, const TranslateSink& sink,
                                    std::stop_token stop)
{
    TRY(const TranslateRun run, start(document, options, prompts, generator, std::move(stop)));
    TRY(const std::vector<Place> places, places_of(document, options));
    return Walk(run, sink, places).all();
}

Result<Segment> retranslate(const document::Document& document, std::uint32_t chapter,
                            std::uint32_t index, const TranslateOptions& options,
                            const std::vector<Segment>& earlier, const Prompts& prompts,
                            infer::Generator& generator,
                            const std::function<void(std::string_view)>& text, std::stop_token stop)
{
    TRY(const TranslateRun run, start(document, options, prompts, generator, std::move(stop)));
    const std::size_t chapters = document.chapters.size();
    const std::vector<document::Paragraph>* paragraphs =
        chapter < chapters                            ? &document.chapters[chapter].paragraphs
        : chapter - chapters < document.notes.size() ? &document.notes[chapter - chapters].paragraphs
                                                      : nullptr;
    if (paragraphs == nullptr || index >= paragraphs->size() ||
        !has_words((*paragraphs)[index].text))
        return Error{ErrorKind::invalid, "there is nothing to translate in paragraph " +
                                             std::to_string(index + 1) + " of chapter " +
                                             std::to_string(chapter + 1)};
    EarlierPairs pairs;
    for (const Segment& segment : earlier)
        remember(pairs, segment);
    TRY(const std::vector<Segment> made,
        translate_segments(run, {{chapter, index, &(*paragraphs)[index], pairs}}, text));
    return reviewed(made.front(), earlier.empty() ? nullptr : &earlier.back(),
                    {run.from, run.to, run.terms, length_scale(options.done)});
}

Result<std::string> translate_passage(const document::Document& document, std::string_view passage,
                                      const TranslateOptions& options, const Prompts& prompts,
                                      infer::Generator& generator,
                                      const std::function<void(std::string_view)>& text,
                                      std::stop_token stop)
{
    if (passage.size() > kMostPassageBytes)
        return Error{ErrorKind::invalid, "the passage is longer than " +
                                             std::to_string(kMostPassageBytes) + " bytes"};
    if (!has_words(passage))
        return Error{ErrorKind::invalid, "there is nothing to translate in the passage"};
    TRY(const TranslateRun run, start(document, options, prompts, generator, std::move(stop)));
    std::vector<document::Paragraph> lines;
    for (std::size_t begin = 0; begin <= passage.size();) {
        const std::size_t end = std::min(passage.find('\n', begin), passage.size());
        document::Paragraph line;
        line.text = utf8::trim(passage.substr(begin, end - begin));
        begin = end + 1;
        if (!line.text.empty())
            lines.push_back(std::move(line));
    }
    std::vector<SegmentRequest> requests;
    for (const document::Paragraph& line : lines)
        requests.push_back({0, static_cast<std::uint32_t>(requests.size()), &line, {}});
    TRY(const std::vector<Segment> made, translate_segments(run, requests, text));
    std::string whole;
    for (const Segment& segment : made) {
        if (segment.status == SegmentStatus::failed)
            return Error{ErrorKind::unsupported, "every attempt at the passage failed the checks"};
        whole += (whole.empty() ? "" : "\n") + segment.target;
    }
    return whole;
}

}  // namespace longhand::tasks
