// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/edits.h"

#include "engine/base/utf8.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace longhand::tasks {
namespace {

using document::Span;
using library::Segment;
using library::SegmentStatus;

constexpr std::int32_t kMostSteps = 2'000;       // of ICU's, about a second at worst
constexpr std::int32_t kMostStackBytes = 4 << 20;

// Equal bytes at both ends, on code-point boundaries.
struct Changed {
    std::size_t front = 0, back = 0;
};
Changed changed(std::string_view before, std::string_view after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    Changed part;
    while (part.front < shorter && before[part.front] == after[part.front])
        ++part.front;
    part.front = utf8::floor_boundary(before, part.front);
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    while (part.back < shorter - part.front &&
           before[before.size() - 1 - part.back] == after[after.size() - 1 - part.back])
        ++part.back;
    while (part.back > 0 && continues(before[before.size() - part.back]))
        --part.back;
    return part;
}

icu::UnicodeString quoted(const std::string& text)
{
    std::string pattern;
    for (const char c : text)
        pattern += std::string_view("\\^$.|?*+()[]{}-").find(c) != std::string_view::npos
                       ? std::string("\\") + c
                       : std::string(1, c);
    return icu::UnicodeString::fromUTF8(pattern);
}

// What stands for itself in a replacement of ICU's.
std::string literal(const std::string& text)
{
    std::string escaped;
    for (const char c : text)
        escaped += c == '$' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return escaped;
}

Error unusable(const Replacement& replacement, const char* why)
{
    return {ErrorKind::invalid, "\"" + replacement.find + "\" " + why};
}

}  // namespace

Segment with_target(Segment segment, const std::string& target)
{
    const Changed part = changed(segment.target, target);
    const std::size_t old_end = segment.target.size() - part.back;
    const auto shift = static_cast<std::int64_t>(target.size()) -
                       static_cast<std::int64_t>(segment.target.size());
    std::vector<Span> kept;
    bool lost = false;
    for (Span span : segment.spans) {
        const auto moved = [&](std::uint32_t offset) {
            return static_cast<std::uint32_t>(static_cast<std::int64_t>(offset) + shift);
        };
        if (span.end <= part.front) {
            kept.push_back(span);
        } else if (span.begin >= old_end) {
            span.begin = moved(span.begin);
            span.end = moved(span.end);
            kept.push_back(span);
        } else if (span.begin <= part.front && span.end >= old_end) {
            span.end = moved(span.end);
            if (span.end > span.begin)
                kept.push_back(span);
        } else {
            lost = true;
        }
    }
    segment.spans = std::move(kept);
    segment.target = target;
    segment.author = library::Author::person;
    segment.status = SegmentStatus::done;
    std::erase(segment.warnings, "spans");
    if (lost)
        segment.warnings.emplace_back("spans");
    return segment;
}

Result<std::vector<Segment>> replace_in(const std::vector<Segment>& segments,
                                        const Replacement& replacement, std::stop_token stop)
{
    if (replacement.find.empty())
        return Error{ErrorKind::invalid, "there is nothing to look for"};
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString pattern = replacement.regex
                                     ? icu::UnicodeString::fromUTF8(replacement.find)
                                     : quoted(replacement.find);
    if (replacement.whole_words)
        pattern = icu::UnicodeString(u"\\b(?:") + pattern + icu::UnicodeString(u")\\b");
    const std::uint32_t flags = replacement.match_case ? 0U : static_cast<std::uint32_t>(UREGEX_CASE_INSENSITIVE);
    const auto matcher = std::make_unique<icu::RegexMatcher>(pattern, flags, status);
    if (U_FAILURE(status))
        return unusable(replacement, "is not a pattern that can be looked for");
    matcher->setTimeLimit(kMostSteps, status);
    matcher->setStackLimit(kMostStackBytes, status);
    const icu::UnicodeString by = icu::UnicodeString::fromUTF8(
        replacement.regex ? replacement.by : literal(replacement.by));
    std::vector<Segment> all;
    for (const Segment& segment : segments) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "the replacement was stopped"};
        if (segment.locked || segment.target.empty() || segment.status == SegmentStatus::skipped)
            continue;
        const icu::UnicodeString text = icu::UnicodeString::fromUTF8(segment.target);
        matcher->reset(text);
        // Not replaceAll: it takes a pattern that ran out of time for one that does not fit.
        icu::UnicodeString done;
        bool any = false;
        while (matcher->find(status)) {
            matcher->appendReplacement(done, by, status);
            any = true;
        }
        if (status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW)
            return unusable(replacement, "takes too long on this text");
        if (U_FAILURE(status))
            return unusable(replacement, "or what replaces it is not valid");
        if (!any)
            continue;
        matcher->appendTail(done);
        std::string target;
        done.toUTF8String(target);
        if (target != segment.target)
            all.push_back(with_target(segment, target));
    }
    return all;
}

}  // namespace longhand::tasks
