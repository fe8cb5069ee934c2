// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/passages.h"
#include "app/context/pieces.h"
#include "app/tasks/ask.h"

#include <optional>
#include <string>
#include <vector>

namespace longhand::tasks {

constexpr std::int32_t kAnswerTokens = 320;

// One question on its way; shared by the strategies.
struct AskRun {
    const document::Document& document;
    const std::string& question;
    const AskOptions& options;
    const Prompts& prompts;
    infer::Generator& generator;
    const AnswerSink& sink;
    std::stop_token stop;
    const ProgressSink& progress;
    std::string language;  // of the answer
};

// "List all ...", "which of the chapters ...": questions that one passage cannot answer.
bool asks_for_everything(std::string_view question);
// The model says that the text does not answer.
bool says_nothing(std::string_view answer);
// The words to look for: those of the question that carry content, and those of the question
// before it when this one only points back ("and when did she leave?").
std::string query_of(const std::string& question, const std::vector<library::Answer>& history);

// The prompt without its text, to know what is left for text.
std::string prompt_frame(const AskRun& run, const std::string& name);
std::string prompt_with(const AskRun& run, const std::string& name, const std::string& text);

// Passages and their neighbours up to `budget` tokens, in the order of the book, each stretch
// under its chapter's title.
Result<context::Piece> gather_passages(const AskRun& run, context::PassageFinder& finder,
                                       std::int64_t budget);

}  // namespace longhand::tasks
