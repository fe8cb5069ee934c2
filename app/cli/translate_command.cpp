// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/export_options.h"
#include "app/cli/job_run.h"
#include "app/models/catalogue.h"
#include "app/tasks/glossary.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

struct TranslateArguments {
    std::vector<std::string> books;
    std::string to, from, chapters, layout = "target";
    std::filesystem::path glossary, out;
    bool anyway = false;
};

// What the loaded model cannot do, others can.
void name_others(Session& session, const std::string& from, const std::string& to)
{
    const auto known = models::known_translators(from, to);
    if (known.empty())
        return;
    session.output().note("Models known to translate from " + from + " to " + to + ":");
    for (const models::KnownModel& model : known)
        session.output().note("  " + models::describe(model));
    session.output().note("Name the file of one with --model, or add --anyway to try this one.");
}

// Where this book goes: the file itself, or a new name in the folder.
std::filesystem::path target_of(const TranslateArguments& arguments, const library::Book& book)
{
    std::error_code ignored;
    if (!std::filesystem::is_directory(arguments.out, ignored))
        return arguments.out;
    const std::string suffix = book.format == document::Format::text       ? ".txt"
                               : book.format == document::Format::markdown ? ".md"
                               : book.format == document::Format::html     ? ".html"
                                                                           : ".epub";
    return exporting::free_name(arguments.out, book.title, arguments.to, suffix);
}

void list_failed(Session& session, const std::vector<library::Segment>& segments)
{
    for (const library::Segment& segment : segments)
        if (segment.status == library::SegmentStatus::failed)
            session.output().note("not translated: chapter " + std::to_string(segment.chapter + 1) +
                                  ", paragraph " + std::to_string(segment.index + 1) +
                                  (segment.warnings.empty() ? "" : " (" + segment.warnings.front() + ")"));
}

Result<int> translate_one(Session& session, const TranslateArguments& arguments,
                          const tasks::TranslateOptions& options, const std::string& name)
{
    TRY(const library::Book book, session.book(name));
    const std::string from = options.from.empty() ? book.language : options.from;
    const jobs::TranslateJob job{.book = book.id, .options = options,
                                 .probe_first = !arguments.anyway};
    const auto end = run_job(session, job, event_printer(session));
    if (!end.ok()) {
        if (end.error().kind == ErrorKind::unsupported)
            name_others(session, from, arguments.to);
        return end.error();
    }
    TRY(library::Library * library, session.library());
    TRY(const auto segments, library->segments({book.id, from, arguments.to}));
    list_failed(session, segments);
    if (!arguments.out.empty()) {
        TRY(const exporting::Layout layout, parse_layout(arguments.layout));
        TRY(export_translation_of(session, book, {book.id, from, arguments.to}, layout,
                                  target_of(arguments, book)));
    }
    return finish(session, *end);
}

Result<int> translate(Session& session, const TranslateArguments& arguments)
{
    tasks::TranslateOptions options{.from = arguments.from, .to = arguments.to,
                                    .seed = {session.options().seed.value_or(0)}};
    TRY(options.chapters, parse_chapters(arguments.chapters));
    if (!arguments.glossary.empty()) {
        TRY(options.glossary, tasks::read_glossary(arguments.glossary));
    }
    std::error_code ignored;
    if (arguments.books.size() > 1 && !arguments.out.empty() &&
        !std::filesystem::is_directory(arguments.out, ignored))
        return session.output().usage("several books need --out to be a folder that exists");
    int status = kDone;
    for (const std::string& name : arguments.books) {
        auto one = translate_one(session, arguments, options, name);
        // one book that cannot be translated does not stop the others
        if (!one.ok() && arguments.books.size() == 1)
            return one.error();
        const int code = one.ok() ? *one : session.output().fail(one.error());
        if (code == kInterrupted)
            return code;
        status = std::max(status, code);
    }
    return status;
}

}  // namespace

void add_translate_command(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<TranslateArguments>();
    auto* command = app.add_subcommand("translate", "Chapter by chapter; goes on where it was");
    command->add_option("books", arguments->books, "Ids, parts of titles, or files")->required();
    command->add_option("--to", arguments->to, "Language to translate into (en, zh, ...)")->required();
    command->add_option("--from", arguments->from, "Language of the book; absent: the book's own");
    command->add_option("--chapters", arguments->chapters, "Such as 1-5,9");
    command->add_option("--glossary", arguments->glossary,
                        "Terms: source, target and a note, a line each, by tabs or commas");
    command->add_option("--layout", arguments->layout, "target, source-target or target-source")
        ->check(CLI::IsMember({"target", "source-target", "target-source"}));
    command->add_option("--out", arguments->out, "File (.txt .md .html .epub) or folder");
    command->add_flag("--anyway", arguments->anyway, "Without trying the model on three passages");
    command
        ->add_option_function<std::string>(
            "--study",
            [](const std::string& mode) {
                if (mode != "off")
                    throw CLI::ValidationError("--study", "this version does not study books");
            },
            "off")
        ->type_name("off");
    command->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return translate(session, *arguments); });
    });
}

}  // namespace longhand::cli
