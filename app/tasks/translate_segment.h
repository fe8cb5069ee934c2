// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tasks/together.h"
#include "app/tasks/translate.h"

#include <deque>
#include <memory>
#include <utility>

namespace longhand::tasks {

struct TranslateRun {
    const document::Document& document;
    const TranslateOptions& options;
    const Prompts& prompts;
    infer::Generator& generator;
    std::stop_token stop;
    std::string from, to;  // BCP 47, never empty
    std::vector<library::Term> terms;  // that act
};

// The pairs before a segment, oldest first, as far as they are worth their tokens.
using EarlierPairs = std::deque<std::pair<std::string, std::string>>;

struct SegmentRequest {
    std::uint32_t chapter = 0, index = 0;
    const document::Paragraph* paragraph = nullptr;
    EarlierPairs earlier;
    int attempts = 3;  // rungs of the ladder to climb
};

// One paragraph on its way through the retry ladder:
//     1  greedy, with the earlier pairs
//     2  temperature 0.1, top_p 0.3, frequency penalty 0.2, without them
//     3  sentence by sentence
// What no rung makes usable is `failed`, its target empty; so is what was not answered, and then
// "unanswered" is its warning. Depends on the paragraph, the earlier pairs and the segment's own
// seed alone.
class SegmentWork {
public:
    SegmentWork(const TranslateRun& run, SegmentRequest request);
    ~SegmentWork();
    SegmentWork(SegmentWork&&) noexcept;
    SegmentWork& operator=(SegmentWork&&) noexcept;

    // What is asked next; nothing: it is finished.
    [[nodiscard]] std::optional<infer::Request> next() const;
    void take(const Result<infer::Completion>& answer);
    [[nodiscard]] const library::Segment& segment() const;

private:
    class Ladder;
    std::unique_ptr<Ladder> ladder_;
};

// Segments that do not depend on one another, together; in the order of the requests. `text`: what
// is written for the first that is not finished. Fails as run_together().
Result<std::vector<library::Segment>> translate_segments(
    const TranslateRun& run, const std::vector<SegmentRequest>& requests,
    const std::function<void(std::string_view)>& text);

}  // namespace longhand::tasks
