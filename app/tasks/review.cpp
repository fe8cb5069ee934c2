// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/review.h"

#include "app/document/document.h"
#include "app/tasks/languages.h"
#include "app/tasks/terms.h"
#include "app/tasks/translation_checks.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::tasks {
namespace {

using library::Segment;
using library::SegmentStatus;

constexpr double kLeastWeight = 20.0;  // shorter sources have no measure
constexpr std::size_t kLeastSame = 24; // bytes of a target that may not come twice

bool has_target(const Segment& segment)
{
    return segment.status == SegmentStatus::done || segment.status == SegmentStatus::warned;
}

double log_ratio(const Segment& segment)
{
    return std::log(std::max(text_weight(segment.target), 1.0) /
                    std::max(text_weight(segment.source), 1.0));
}

double median_of(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

class Names {
public:
    void add(std::string_view name)
    {
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.emplace_back(name);
    }
    std::vector<std::string> names;
};

}  // namespace

std::span<const std::string_view> check_names()
{
    static constexpr std::array<std::string_view, 16> kNames = {
        "untranslated", "empty",   "length",   "length_unusual", "repetition", "same_as_neighbour",
        "punctuation",  "quotes",  "numbers",  "brackets",       "newlines",   "glossary",
        "language",     "refusal", "gender",   "spans"};
    return kNames;
}

LengthScale length_scale(const std::vector<Segment>& segments)
{
    std::vector<double> ratios;
    for (const Segment& segment : segments)
        if (has_target(segment) && text_weight(segment.source) >= kLeastWeight)
            ratios.push_back(log_ratio(segment));
    if (ratios.empty())
        return {};
    LengthScale scale{.segments = ratios.size()};
    scale.median = median_of(ratios);
    for (double& ratio : ratios)
        ratio = std::abs(ratio - scale.median);
    scale.spread = median_of(ratios);
    return scale;
}

std::vector<std::string> review(const Segment& segment, const Segment* before,
                                const ReviewFrame& frame)
{
    if (!has_target(segment))
        return segment.warnings;
    Names found;
    const TranslationVerdict verdict =
        check_translation({segment.source, segment.target, frame.from, frame.to});
    for (const std::string& name : verdict.warnings)
        if (name != "length_unusual" || !frame.scale.known())
            found.add(name);
    if (frame.scale.known() && text_weight(segment.source) >= kLeastWeight) {
        // a median distance of 1 is 1.48 standard deviations; three and a half of those are rare
        const double limit = std::max(std::log(1.6), 3.5 * 1.4826 * frame.scale.spread);
        if (std::abs(log_ratio(segment) - frame.scale.median) > limit)
            found.add("length_unusual");
    }
    if (before != nullptr && has_target(*before) && segment.target.size() >= kLeastSame &&
        before->target == segment.target && before->source != segment.source)
        found.add("same_as_neighbour");
    if (punctuation_differs(segment.source, segment.target))
        found.add("punctuation");
    if (quotes_differ(segment.source, segment.target, frame.to))
        found.add("quotes");
    if (brackets_differ(segment.source, segment.target))
        found.add("brackets");
    const auto breaks = [](const std::string& text) {
        return std::count(text.begin(), text.end(), '\n');
    };
    if (breaks(segment.source) != breaks(segment.target))
        found.add("newlines");
    for (const library::Term& term : frame.terms)
        if (term.status == library::TermStatus::confirmed && !term.target.empty() &&
            occurs(term, segment.source) && !rendered(term, segment.target))
            found.add("glossary");
    if (gender_differs(segment.source, segment.target, frame))
        found.add("gender");
    if (std::find(segment.warnings.begin(), segment.warnings.end(), "spans") != segment.warnings.end())
        found.add("spans");
    return std::move(found.names);
}

Segment reviewed(Segment segment, const Segment* before, const ReviewFrame& frame)
{
    segment.warnings = review(segment, before, frame);
    if (has_target(segment))
        segment.status = segment.warnings.empty() ? SegmentStatus::done : SegmentStatus::warned;
    return segment;
}

std::vector<Segment> review_all(const std::vector<Segment>& segments, const ReviewFrame& frame)
{
    std::vector<Segment> changed;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool neighbours = i > 0 && segments[i - 1].chapter == segments[i].chapter;
        Segment fresh = reviewed(segments[i], neighbours ? &segments[i - 1] : nullptr, frame);
        if (fresh.warnings != segments[i].warnings || fresh.status != segments[i].status)
            changed.push_back(std::move(fresh));
    }
    return changed;
}

std::map<std::string, std::uint32_t> count_warnings(const std::vector<Segment>& segments)
{
    std::map<std::string, std::uint32_t> counts;
    for (const Segment& segment : segments)
        for (const std::string& name : segment.warnings)
            ++counts[name];
    return counts;
}

}  // namespace longhand::tasks
