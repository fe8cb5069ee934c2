// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tasks/translate.h"

#include <deque>
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

// One paragraph through the retry ladder:
//     1  greedy, with the earlier pairs
//     2  temperature 0.1, top_p 0.3, frequency penalty 0.2, without them
//     3  sentence by sentence
// What no rung makes usable is `failed`, its target empty. Depends on the paragraph, the earlier
// pairs and the segment's own seed alone. Fails: cancelled, what the generator fails with.
Result<library::Segment> translate_segment(const TranslateRun& run, const SegmentRequest& request,
                                           const std::function<void(std::string_view)>& text,
                                           const ProgressSink& progress = {});

}  // namespace longhand::tasks
