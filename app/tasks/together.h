// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>

namespace longhand::tasks {

// Among the warnings of a unit that a model could not be asked about.
inline constexpr std::string_view kUnanswered = "unanswered";

// Work that asks a model one thing after another, where each answer decides what is asked next: a
// chapter's segments, a piece of text and its second attempt.
class Strand {
public:
    virtual ~Strand() = default;
    // What is asked next, or nothing once it is finished. An Error ends the whole run with it.
    virtual Result<std::optional<infer::Request>> next() = 0;
    // What came of it. An error is of this request alone: it was asked twice where that could help,
    // and others were answered. The strand marks what it could not make and goes on.
    virtual void take(Result<infer::Completion> answer) = 0;
    // People watch one strand at a time, the foremost. This one is it now, with the request that
    // next() gave last; `text` brings what was written so far and then each piece.
    virtual void begun() {}
    virtual void text(std::string_view) {}
};

// The next strand in order, or null when there is none left; asked when there is room for it.
using StrandSource = std::function<Result<std::unique_ptr<Strand>>()>;

struct Together {
    infer::Generator& generator;
    std::stop_token stop;
    ProgressSink progress = {};                 // of the generator
    std::function<bool()> pause_wanted = {};    // others wait for the generator: between two requests
    std::function<void()> pause = {};           // they have it now
};

// Runs strands side by side, as many as the generator takes, so that a local model reads its
// weights once for all of them and a server has several requests at a time. All calls come on this
// thread. Fails: cancelled; unreadable (a server was away too long: what is finished stays
// finished); what every request failed with, when none was answered; what a strand or the source
// fails with.
Result<void> run_together(const Together& with, const StrandSource& source);

// One strand by itself.
Result<void> run_alone(const Together& with, Strand& strand);

} // namespace longhand::tasks
