// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::tasks {

// The checks of a stored translation, under stable names that lists filter by:
//     untranslated       the source again, or text left in its script; names and quoted words aside
//     empty              nothing there
//     length             far outside any measure
//     length_unusual     outside what is usual in this very book
//     repetition         goes round in circles where the source does not
//     same_as_neighbour  the neighbour's translation for another source
//     punctuation, quotes, numbers, brackets, newlines
//     glossary           a confirmed term without its rendering
//     language, refusal  another language; the model's excuse
//     gender             pronouns against the character sheet
// and "spans" (emphasis or links were lost), which only the work itself can tell.
std::span<const std::string_view> check_names();

// How long this book's translations are against their sources, as medians of logarithms, so that
// every pair of languages and every translator sets its own measure. Unknown below 20 segments.
struct LengthScale {
    double median = 0.0;  // of log(target / source)
    double spread = 0.0;  // median of the distances from it
    std::size_t segments = 0;
    [[nodiscard]] bool known() const { return segments >= 20; }
};
LengthScale length_scale(const std::vector<library::Segment>& segments);

struct ReviewFrame {
    std::string from, to;              // BCP 47
    std::vector<library::Term> terms;  // confirmed ones act, the others are left aside
    LengthScale scale;
};

// The names of what is wrong with one segment. `before` is the one in front of it, or null.
// Segments that wait, failed or were skipped have nothing to review: theirs stay as they are.
std::vector<std::string> review(const library::Segment& segment, const library::Segment* before,
                                const ReviewFrame& frame);
// With its warnings and the status that follows from them.
library::Segment reviewed(library::Segment segment, const library::Segment* before,
                          const ReviewFrame& frame);
// Of all segments of a translation, in order, those whose warnings are no longer what they were.
std::vector<library::Segment> review_all(const std::vector<library::Segment>& segments,
                                         const ReviewFrame& frame);
// How many segments each warning stands on.
std::map<std::string, std::uint32_t> count_warnings(const std::vector<library::Segment>& segments);

// Single checks, for tests and for the ladder.
bool numbers_differ(std::string_view source, std::string_view target, std::string_view to);
bool quotes_differ(std::string_view source, std::string_view target, std::string_view to);
bool brackets_differ(std::string_view source, std::string_view target);
bool punctuation_differs(std::string_view source, std::string_view target);
// Pronouns of the gender that none of the people has whom the source names.
bool gender_differs(std::string_view source, std::string_view target, const ReviewFrame& frame);

}  // namespace longhand::tasks
