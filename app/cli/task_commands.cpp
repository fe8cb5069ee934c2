// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/job_run.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

struct SummariseArguments {
    std::string book, length = "medium", audience = "general", focus, chapters, language;
};

struct AskArguments {
    std::string book, question, strategy = "auto", language;
    bool chat = false;
};

tasks::SummaryLength summary_length(const std::string& name)
{
    if (name == "short")
        return tasks::SummaryLength::brief;
    return name == "long" ? tasks::SummaryLength::extended : tasks::SummaryLength::medium;
}

tasks::Audience audience(const std::string& name)
{
    if (name == "expert")
        return tasks::Audience::expert;
    return name == "young" ? tasks::Audience::young : tasks::Audience::general;
}

library::Strategy strategy(const std::string& name)
{
    if (name == "whole")
        return library::Strategy::whole;
    if (name == "passages")
        return library::Strategy::passages;
    return name == "every-chapter" ? library::Strategy::every_chapter
                                   : library::Strategy::automatic;
}

Seed seed_of(const Session& session)
{
    return {session.options().seed.value_or(0)};
}

Result<int> summarise(Session& session, const SummariseArguments& arguments)
{
    TRY(const std::vector<std::uint32_t> chapters, parse_chapters(arguments.chapters));
    TRY(const library::Book book, session.book(arguments.book));
    const jobs::SummariseJob job{.book = book.id,
                                 .options = {.length = summary_length(arguments.length),
                                             .audience = audience(arguments.audience),
                                             .focus = arguments.focus,
                                             .language = arguments.language,
                                             .chapters = chapters,
                                             .seed = seed_of(session)}};
    session.output().line(book.title);
    TRY(const JobEnd end, run_job(session, job, event_printer(session)));
    return finish(session, end);
}

Result<int> ask_once(Session& session, const library::Book& book, const AskArguments& arguments,
                     const std::string& question, bool follow_up)
{
    const jobs::AskJob job{.book = book.id,
                           .question = question,
                           .options = {.strategy = strategy(arguments.strategy),
                                       .language = arguments.language,
                                       .seed = seed_of(session)},
                           .follow_up = follow_up};
    TRY(const JobEnd end, run_job(session, job, event_printer(session)));
    return finish(session, end);
}

// With --chat every further line of standard input is a follow-up question.
Result<int> ask(Session& session, const AskArguments& arguments)
{
    TRY(const library::Book book, session.book(arguments.book));
    if (!arguments.chat && arguments.question.empty())
        return session.output().usage("ask needs a question, or --chat to read questions from "
                                      "standard input");
    int status = kDone;
    bool follow_up = false;
    if (!arguments.question.empty()) {
        TRY(status, ask_once(session, book, arguments, arguments.question, follow_up));
        follow_up = true;
    }
    std::string question;
    while (arguments.chat && status != kInterrupted && std::getline(std::cin, question)) {
        if (question.empty())
            continue;
        TRY(const int last, ask_once(session, book, arguments, question, follow_up));
        status = std::max(status, last);
        follow_up = true;
    }
    return status;
}

// --study is part of the contract; this version does not study books, so only `off` is honest.
void add_study_option(CLI::App& command)
{
    command
        .add_option_function<std::string>(
            "--study",
            [](const std::string& mode) {
                if (mode != "off")
                    throw CLI::ValidationError("--study", "this version does not study books");
            },
            "off")
        ->type_name("off");
}

}  // namespace

void add_summarise_command(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<SummariseArguments>();
    auto* summarise_command =
        app.add_subcommand("summarise", "Chapters, then the book; every point with its page");
    summarise_command->add_option("book", arguments->book, "Id, part of a title, or a file")
        ->required();
    summarise_command->add_option("--length", arguments->length, "short, medium or long")
        ->check(CLI::IsMember({"short", "medium", "long"}));
    summarise_command->add_option("--audience", arguments->audience, "general, expert or young")
        ->check(CLI::IsMember({"general", "expert", "young"}));
    summarise_command->add_option("--focus", arguments->focus, "What interests you");
    summarise_command->add_option("--chapters", arguments->chapters, "Such as 1-5,9");
    summarise_command->add_option("--language", arguments->language, "Of the summary (en, zh, ...)");
    add_study_option(*summarise_command);
    summarise_command->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return summarise(session, *arguments); });
    });
}

void add_ask_command(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<AskArguments>();
    auto* ask_command =
        app.add_subcommand("ask", "An answer with citations, or \"the book does not say\"");
    ask_command->add_option("book", arguments->book, "Id, part of a title, or a file")->required();
    ask_command->add_option("question", arguments->question, "The question");
    ask_command
        ->add_option("--strategy", arguments->strategy, "auto, whole, passages or every-chapter")
        ->check(CLI::IsMember({"auto", "whole", "passages", "every-chapter"}));
    ask_command->add_option("--language", arguments->language, "Of the answer (en, zh, ...)");
    ask_command->add_flag("--chat", arguments->chat, "Further questions from standard input");
    add_study_option(*ask_command);
    ask_command->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return ask(session, *arguments); });
    });
}

}  // namespace longhand::cli
