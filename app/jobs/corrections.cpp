// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/corrections.h"

#include "app/tasks/candidates.h"
#include "app/tasks/review.h"
#include "app/tasks/terms.h"
#include "engine/base/mapped_file.h"

#include <algorithm>

namespace longhand::jobs {
namespace {

using library::Library;
using library::Segment;
using library::TranslationKey;

constexpr std::uint64_t kMostTableBytes = 64U << 20U;

auto place_of(const Segment& segment) { return std::pair(segment.chapter, segment.index); }

Segment* find(std::vector<Segment>& all, std::uint32_t chapter, std::uint32_t index)
{
    const auto found = std::lower_bound(all.begin(), all.end(), std::pair(chapter, index),
                                        [](const Segment& segment, const auto& place) {
                                            return place_of(segment) < place;
                                        });
    return found != all.end() && place_of(*found) == std::pair(chapter, index) ? &*found : nullptr;
}

Error missing(SegmentPlace place)
{
    return {ErrorKind::not_found, "paragraph " + std::to_string(place.index + 1) + " of chapter " +
                                      std::to_string(place.chapter + 1) + " is not translated"};
}

// A paragraph that is not translated yet gets its place among the others, waiting.
Result<void> make_room(Library& library, const TranslationKey& key, std::vector<Segment>& all,
                       SegmentPlace place)
{
    if (find(all, place.chapter, place.index) != nullptr)
        return {};
    TRY(const auto document, library.document(key.book));
    if (place.chapter >= document->chapters.size() ||
        place.index >= document->chapters[place.chapter].paragraphs.size())
        return missing(place);
    const auto behind = std::upper_bound(all.begin(), all.end(), std::pair(place.chapter, place.index),
                                         [](const auto& at, const Segment& segment) {
                                             return at < place_of(segment);
                                         });
    all.insert(behind, {.chapter = place.chapter, .index = place.index,
                        .source = document->chapters[place.chapter].paragraphs[place.index].text});
    return {};
}

// Saves the changed segments with fresh warnings; those of the segments behind them follow.
Result<Correction> settle(Library& library, const TranslationKey& key, std::vector<Segment> all,
                          const std::vector<Segment>& changed)
{
    TRY(const auto terms, library.terms(key));
    const tasks::ReviewFrame frame{key.from, key.to, terms, tasks::length_scale(all)};
    Correction correction;
    std::vector<Segment> followers;
    for (const Segment& segment : changed) {
        Segment* stored = find(all, segment.chapter, segment.index);
        if (stored == nullptr)
            return missing({segment.chapter, segment.index});
        correction.before.push_back(*stored);  // at the place of its successor in `now`
        *stored = segment;
    }
    const auto review = [&](Segment& segment) {
        const bool has_before = &segment != all.data() && (&segment - 1)->chapter == segment.chapter;
        segment = tasks::reviewed(segment, has_before ? &segment - 1 : nullptr, frame);
    };
    for (const Segment& segment : changed) {
        Segment* stored = find(all, segment.chapter, segment.index);
        review(*stored);
        correction.now.push_back(*stored);
        if (Segment* next = stored + 1; next < all.data() + all.size()) {
            const auto before = next->warnings;
            review(*next);
            if (next->warnings != before)
                followers.push_back(*next);
        }
    }
    TRY(library.transaction([&]() -> Result<void> {
        TRY(library.settle_segments(key, correction.now));
        return library.set_warnings(key, followers);
    }));
    for (Segment& follower : followers)
        if (std::none_of(correction.now.begin(), correction.now.end(), [&](const Segment& each) {
                return place_of(each) == place_of(follower);
            }))
            correction.now.push_back(std::move(follower));
    return correction;
}

}  // namespace

Result<Correction> edit_segment(Library& library, const TranslationKey& key, SegmentPlace place,
                                const std::string& target)
{
    TRY(std::vector<Segment> all, library.segments(key));
    TRY(make_room(library, key, all, place));
    const Segment* stored = find(all, place.chapter, place.index);
    if (stored->locked)
        return Error{ErrorKind::invalid, "the paragraph is locked"};
    Segment edited = tasks::with_target(*stored, target);
    return settle(library, key, std::move(all), {edited});
}

Result<Correction> lock_segments(Library& library, const TranslationKey& key,
                                 const std::vector<SegmentPlace>& places, bool locked)
{
    TRY(std::vector<Segment> all, library.segments(key));
    std::vector<Segment> changed;
    for (const SegmentPlace& place : places) {
        const Segment* stored = find(all, place.chapter, place.index);
        if (stored == nullptr)
            return missing(place);
        if (stored->locked == locked)
            continue;
        changed.push_back(*stored);
        changed.back().locked = locked;
    }
    return settle(library, key, std::move(all), changed);
}

Result<Correction> replace_all(Library& library, const TranslationKey& key,
                               const tasks::Replacement& replacement,
                               std::optional<std::uint32_t> chapter, std::stop_token stop)
{
    TRY(std::vector<Segment> all, library.segments(key));
    std::vector<Segment> looked_at = all;
    if (chapter)
        std::erase_if(looked_at, [&](const Segment& segment) { return segment.chapter != *chapter; });
    TRY(const auto changed, tasks::replace_in(looked_at, replacement, std::move(stop)));
    return settle(library, key, std::move(all), changed);
}

Result<Correction> undo(Library& library, const TranslationKey& key, const Correction& step)
{
    TRY(std::vector<Segment> all, library.segments(key));
    std::vector<Segment> back;
    for (std::size_t i = 0; i < step.before.size(); ++i) {
        const Segment* stored = find(all, step.before[i].chapter, step.before[i].index);
        if (stored != nullptr && stored->target == step.now[i].target &&
            stored->locked == step.now[i].locked)
            back.push_back(step.before[i]);
    }
    return settle(library, key, std::move(all), back);
}

Result<Correction> take_back(Library& library, const TranslationKey& key, const Segment& version)
{
    TRY(std::vector<Segment> all, library.segments(key));
    const Segment* stored = find(all, version.chapter, version.index);
    if (stored == nullptr)
        return missing({version.chapter, version.index});
    if (stored->locked)
        return Error{ErrorKind::invalid, "the paragraph is locked"};
    return settle(library, key, std::move(all), {version});
}

Result<std::vector<Segment>> review_stored(Library& library, const TranslationKey& key)
{
    TRY(const auto all, library.segments(key));
    TRY(const auto terms, library.terms(key));
    auto changed = tasks::review_all(all, {key.from, key.to, terms, tasks::length_scale(all)});
    TRY(library.set_warnings(key, changed));
    return changed;
}

Result<std::vector<library::Term>> find_terms(Library& library, const TranslationKey& key,
                                              const ProgressSink& progress, std::stop_token stop)
{
    TRY(const auto document, library.document(key.book));
    TRY(const auto known, library.terms(key));
    TRY(const auto found, tasks::extract_candidates(*document, key.from, progress, std::move(stop)));
    TRY(library.save_terms(key, tasks::merged(known, found)));
    return library.terms(key);
}

Result<std::size_t> import_terms(Library& library, const TranslationKey& key,
                                 const std::filesystem::path& file)
{
    TRY(const std::string csv, read_file(file, kMostTableBytes));
    TRY(const auto terms, tasks::terms_from_csv(csv));
    TRY(library.save_terms(key, terms));
    return terms.size();
}

Result<void> export_terms(Library& library, const TranslationKey& key,
                          const std::filesystem::path& file)
{
    TRY(const auto terms, library.terms(key));
    return write_file(file, tasks::terms_to_csv(terms));
}

}  // namespace longhand::jobs
