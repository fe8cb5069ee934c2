// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/passages.h"
#include "app/library/records.h"
#include "app/tasks/prompts.h"
#include "engine/infer/generator.h"

namespace longhand::tasks {

struct AskOptions {
    library::Strategy strategy = library::Strategy::automatic;
    std::string language;                 // of the answer; empty: the question's
    std::vector<library::Answer> history; // earlier questions of this conversation, oldest first
    // The passage the question is about, as a person selected it: none or one. Its place is read
    // first; `quote` is what the model is shown.
    std::vector<library::Source> about;
    Seed seed;
    // Under which the generator may keep what it reads (infer::Request::keep_as): the whole text,
    // which the next question begins with too. Empty: nothing is kept.
    std::string keep_as;
    std::int64_t budget_tokens = 0; // for text of the book; 0: from the generator's measured length
};

// Text pieces of the answer as they come (before the check of sources).
using AnswerSink = std::function<void(std::string_view piece)>;

// The whole text when it fits, else passages and their neighbours, else every chapter in turn for
// "list all ..." questions; facts about the document itself from the document. Never fails
// because the book does not say: that is an Answer with found == false.
Result<library::Answer> ask(const document::Document& document, context::PassageFinder& finder,
                            const std::string& question, const AskOptions& options,
                            const Prompts& prompts, infer::Generator& generator,
                            const AnswerSink& sink, std::stop_token stop,
                            const ProgressSink& progress = {});

} // namespace longhand::tasks
