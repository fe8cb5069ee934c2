// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/tasks/prompts.h"
#include "engine/infer/generator.h"

#include <functional>

namespace longhand::tasks {

enum class SummaryLength : std::uint8_t { brief, medium, extended };
enum class Audience : std::uint8_t { general, expert, young };
// "short", "medium", "long"; "general", "expert", "young": stable names.
std::string_view to_string(SummaryLength length);
std::string_view to_string(Audience audience);

struct SummariseOptions {
    SummaryLength length = SummaryLength::medium;
    Audience audience = Audience::general;
    std::string focus;                   // what the person is interested in; data for the prompt
    std::string language;                // of the summary, BCP 47; empty: the book's
    std::vector<std::uint32_t> chapters; // from 0; empty: all
    Seed seed;
    std::vector<library::ChapterSummary> done; // finished in an earlier run: not made again
};

// Called on the task's thread. An Error from a committed unit ends the task with it.
struct SummarySink {
    // Of the chapter that is written first; others may be written beside it.
    std::function<void(std::uint32_t chapter)> chapter_started;
    std::function<void(std::uint32_t chapter, std::string_view piece)> text; // as the model writes
    std::function<Result<void>(const library::ChapterSummary&)> chapter_done; // commits, at once
    std::function<void(const library::ChapterSummary&)> chapter_told; // then, in the book's order
    ProgressSink progress; // unit "tokens"
    // Others wait for the generator; they have it while pause() lasts.
    std::function<bool()> pause_wanted;
    std::function<void()> pause;
};

// Each chapter, in pieces when it exceeds the window, as many pieces together as the generator
// takes; then the book. Every point carries sources that the program located in the text; a piece
// that was not answered counts as not read, and its chapter is "unanswered". Fails:
// cancelled (finished chapters went to the sink), invalid (no such chapter), what run_together()
// and the sink fail with.
Result<library::Summary> summarise(const document::Document& document,
                                   const SummariseOptions& options, const Prompts& prompts,
                                   infer::Generator& generator, const SummarySink& sink,
                                   std::stop_token stop);

} // namespace longhand::tasks
