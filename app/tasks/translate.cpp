// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/translate.h"

#include "app/tasks/languages.h"
#include "app/tasks/translate_segment.h"
#include "app/tasks/translation_checks.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <map>

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
    case SegmentStatus::waiting: break;
    }
}

// Different sources that came out the same: one of them is wrong.
void compare_with_neighbour(Segment& segment, const EarlierPairs& earlier)
{
    if (earlier.empty() || segment.status == SegmentStatus::failed ||
        segment.target.size() < 24 || earlier.back().second != segment.target ||
        earlier.back().first == segment.source)
        return;
    segment.warnings.emplace_back("same_as_neighbour");
    segment.status = SegmentStatus::warned;
}

void remember(EarlierPairs& earlier, const Segment& segment)
{
    if (segment.status != SegmentStatus::done && segment.status != SegmentStatus::warned)
        return;
    earlier.emplace_back(segment.source, segment.target);
    if (earlier.size() > kEarlierPairs)
        earlier.pop_front();
}

}  // namespace

Result<TranslationReport> translate(const document::Document& document,
                                    const TranslateOptions& options, const Prompts& prompts,
                                    infer::Generator& generator, const TranslateSink& sink,
                                    std::stop_token stop)
{
    TranslateRun run{document, options, prompts, generator, stop,
                     options.from.empty() ? document.language : options.from, options.to};
    if (run.from.empty())
        return Error{ErrorKind::invalid,
                     "the language of the book is not known; name it as the source language"};
    if (run.to.empty())
        return Error{ErrorKind::invalid, "no language to translate into was named"};
    TRY(const std::vector<Place> places, places_of(document, options));
    std::map<std::pair<std::uint32_t, std::uint32_t>, const Segment*> done;
    for (const Segment& segment : options.done)
        done[{segment.chapter, segment.index}] = &segment;

    std::uint64_t total = 0;
    for (const Place& place : places)
        if (!place.apparatus && !done.contains({place.chapter, place.index}))
            total += static_cast<std::uint64_t>(generator.count_tokens(place.paragraph->text).tokens);
    std::uint64_t finished = 0;
    TranslationReport report;
    EarlierPairs earlier;
    for (const Place& place : places) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "the translation was stopped"};
        if (const auto known = done.find({place.chapter, place.index}); known != done.end()) {
            count(report, *known->second);
            remember(earlier, *known->second);
            continue;
        }
        Segment segment;
        if (place.apparatus || !has_words(place.paragraph->text)) {
            segment = left_as_it_is(place);
        } else {
            if (sink.segment_started)
                sink.segment_started({.chapter = place.chapter, .index = place.index,
                                      .source = place.paragraph->text});
            TRY(segment, translate_segment(
                             run, {place.chapter, place.index, place.paragraph, earlier}, sink.text));
            compare_with_neighbour(segment, earlier);
            finished += static_cast<std::uint64_t>(
                generator.count_tokens(place.paragraph->text).tokens);
        }
        if (sink.segment_done)
            TRY(sink.segment_done(segment));
        if (sink.progress && !place.apparatus)
            sink.progress({.phase = "translating", .done = finished, .total = total, .unit = "tokens"});
        count(report, segment);
        remember(earlier, segment);
    }
    return report;
}

}  // namespace longhand::tasks
