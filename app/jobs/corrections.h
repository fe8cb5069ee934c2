// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/tasks/edits.h"
#include "engine/base/progress.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace longhand::jobs {

// What a person does to a translation, for window and command line alike: each is saved with its
// checks run again, and comes back with what stood there before, so that it can be undone.
struct Correction {
    // `before[i]` was `now[i]`; behind them in `now`: neighbours that only have other warnings.
    std::vector<library::Segment> now, before;
};
struct SegmentPlace {
    std::uint32_t chapter = 0, index = 0;
};

// Also of a paragraph that is not translated yet. Fails: not_found (no such paragraph), invalid (it
// is locked).
Result<Correction> edit_segment(library::Library& library, const library::TranslationKey& key,
                                SegmentPlace place, const std::string& target);
Result<Correction> lock_segments(library::Library& library, const library::TranslationKey& key,
                                 const std::vector<SegmentPlace>& places, bool locked);
// In one chapter or in all. Fails as tasks::replace_in.
Result<Correction> replace_all(library::Library& library, const library::TranslationKey& key,
                               const tasks::Replacement& replacement,
                               std::optional<std::uint32_t> chapter, std::stop_token stop);
// Puts back what `step` changed. What changed again since then, by whomever, stays as it is.
Result<Correction> undo(library::Library& library, const library::TranslationKey& key,
                        const Correction& step);
// An earlier version of a segment becomes the current one. Fails: not_found, invalid (it is locked).
Result<Correction> take_back(library::Library& library, const library::TranslationKey& key,
                             const library::Segment& version);

// Runs the checks over everything stored, after the glossary changed. Returns what changed.
Result<std::vector<library::Segment>> review_stored(library::Library& library,
                                                    const library::TranslationKey& key);

// Looks for names in the whole book and adds them as proposals. Returns the whole glossary.
Result<std::vector<library::Term>> find_terms(library::Library& library,
                                              const library::TranslationKey& key,
                                              const ProgressSink& progress, std::stop_token stop);
// Adds the terms of a CSV file, replacing those of the same source. Returns how many it held.
Result<std::size_t> import_terms(library::Library& library, const library::TranslationKey& key,
                                 const std::filesystem::path& file);
Result<void> export_terms(library::Library& library, const library::TranslationKey& key,
                          const std::filesystem::path& file);

}  // namespace longhand::jobs
