// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace longhand::cli {

// Exit status of every command.
enum ExitCode : int { kDone = 0, kFailed = 1, kUsage = 2, kInterrupted = 130 };

using Json = nlohmann::ordered_json;

// stdout holds the result: plain text, or with --json one object a line, each with "event".
// Progress and errors for people go to stderr, and only there. Any thread.
class Output {
public:
    Output(bool json, bool quiet);

    [[nodiscard]] bool json() const { return json_; }
    // One event; ignored without --json. `body` gains "event" in front.
    void event(std::string_view name, const Json& body);
    // Text of the result; ignored with --json. `text` is written as it is.
    void text(std::string_view text);
    void line(std::string_view text);
    // One line on stderr that is rewritten; nothing when quiet or not a terminal, at most 10 a second.
    void progress(const Progress& progress);
    // A line on stderr for people, unless quiet.
    void note(std::string_view text);
    // The error as one sentence on stderr and, with --json, as an event. Returns the exit status.
    int fail(const Error& error);
    int usage(std::string_view what);

private:
    void clear_progress();

    std::mutex mutex_;  // guards both streams and the members below
    bool json_;
    bool quiet_;
    bool terminal_;
    bool progress_shown_ = false;
    std::chrono::steady_clock::time_point last_progress_{};
};

// A sentence for a person: what, where, what to do.
std::string sentence(const Error& error);
int exit_code(const Error& error);

// The fields of commands.md. `library` finds boxes; null: none.
Json to_json(const library::Source& source, library::Library* library, library::BookId book);
Json to_json(const library::Point& point, library::Library* library, library::BookId book);
Json to_json(const library::Segment& segment);
Json progress_json(library::JobId job, const Progress& progress, const jobs::Pace& pace = {});
// "(p. 12)" or "(ch. 3)": where a point comes from, for the terminal.
std::string citation(const library::Source& source);
std::string format_duration(double seconds);
std::string format_bytes(std::uint64_t bytes);

}  // namespace longhand::cli
