// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tasks/points.h"
#include "app/tasks/summarise.h"
#include "app/tasks/together.h"

namespace longhand::tasks {

// What one run of summarise() holds together; shared by its chapters and the book.
struct SummaryRun {
    const document::Document& document;
    const SummariseOptions& options;
    const Prompts& prompts;
    infer::Generator& generator;
    const SummarySink& sink;
    std::stop_token stop;
    std::string language;  // of the summary, never empty
    bool foreign = false;  // another language than the book's: points need quotations

    [[nodiscard]] std::size_t points_per_chapter() const;
    [[nodiscard]] std::size_t points_of_book() const;
    // Places every prompt of a summary has.
    [[nodiscard]] std::map<std::string, std::string> places(std::size_t count) const;
};

constexpr std::int32_t kSummaryTokens = 400;  // of one answer

struct Reply {
    std::string text;
    std::vector<std::string> warnings;  // "loop", "cut_short"
};
// One prompt; a repeated try differs by `attempt`, which then also raises the temperature.
infer::Request request_for_points(const SummaryRun& run, const std::string& prompt, Seed seed,
                                  std::uint64_t attempt);
Reply reply_of(const infer::Completion& completion);

// The whole book from the points of its chapters; every point leads back to the chapters' sources.
// What was not answered leaves the first point of each chapter, and `book_answered` false.
Result<void> summarise_book(const SummaryRun& run, library::Summary& summary);

}  // namespace longhand::tasks
