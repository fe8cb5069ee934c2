// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/export_options.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

struct ExportArguments {
    std::string book, what, to, language, layout = "target";
    std::filesystem::path out;
};

exporting::BookFacts facts_of(const library::Book& book)
{
    return {book.title, book.authors, book.source, book.content_hash};
}

Error nothing(const std::string& what, const library::Book& book)
{
    return {ErrorKind::not_found, "there is no " + what + " of \"" + book.title + "\" yet"};
}

Result<void> export_summary_of(library::Library& library, const library::Book& book,
                               const ExportArguments& arguments)
{
    const std::string language = !arguments.language.empty() ? arguments.language
                                 : book.language.empty()     ? "en"
                                                             : book.language;
    TRY(const auto summary, library.summary(book.id, language));
    if (!summary)
        return nothing("summary in " + language, book);
    TRY(const auto document, library.document(book.id));
    return exporting::export_summary(*document, facts_of(book), *summary, arguments.out);
}

Result<void> export_answers_of(library::Library& library, const library::Book& book,
                               const std::filesystem::path& out)
{
    TRY(const auto answers, library.answers(book.id));
    if (answers.empty())
        return nothing("answer about", book);
    TRY(const auto document, library.document(book.id));
    return exporting::export_answers(*document, facts_of(book), answers, out);
}

// The one translation there is, or the one --to names.
Result<library::TranslationKey> key_of(library::Library& library, const library::Book& book,
                                       const std::string& to)
{
    TRY(const auto translations, library.translations(book.id));
    std::vector<library::TranslationKey> matching;
    for (const auto& [key, state] : translations)
        if (to.empty() || key.to == to)
            matching.push_back(key);
    if (matching.empty())
        return nothing(to.empty() ? "translation" : "translation into " + to, book);
    if (matching.size() > 1)
        return Error{ErrorKind::invalid, "there are several translations; name one with --to"};
    return matching.front();
}

Result<int> export_what(Session& session, const ExportArguments& arguments)
{
    TRY(const library::Book book, session.book(arguments.book));
    TRY(library::Library * library, session.library());
    if (arguments.what == "summary") {
        TRY(export_summary_of(*library, book, arguments));
    } else if (arguments.what == "answers") {
        TRY(export_answers_of(*library, book, arguments.out));
    } else {
        TRY(const library::TranslationKey key, key_of(*library, book, arguments.to));
        TRY(const exporting::Layout layout, parse_layout(arguments.layout));
        TRY(export_translation_of(session, book, key, layout, arguments.out));
        return kDone;
    }
    session.output().event("exported", {{"out", arguments.out.string()}});
    session.output().note("Written: " + arguments.out.string());
    return kDone;
}

}  // namespace

Result<exporting::Layout> parse_layout(const std::string& name)
{
    if (name == "target")
        return exporting::Layout::target;
    if (name == "source-target")
        return exporting::Layout::source_target;
    if (name == "target-source")
        return exporting::Layout::target_source;
    return Error{ErrorKind::invalid,
                 "a layout is target, source-target or target-source, not \"" + name + "\""};
}

Result<void> export_translation_of(Session& session, const library::Book& book,
                                   const library::TranslationKey& key, exporting::Layout layout,
                                   const std::filesystem::path& out)
{
    TRY(library::Library * library, session.library());
    TRY(const auto document, library->document(book.id));
    TRY(std::vector<library::Segment> segments, library->segments(key));
    TRY(const exporting::ExportReport report,
        exporting::export_translation(
            *document, {facts_of(book), key.from, key.to, layout, std::move(segments)}, out));
    session.output().event("exported", {{"out", out.string()},
                                        {"translated", report.translated},
                                        {"untranslated", report.untranslated}});
    session.output().note("Written: " + out.string() +
                          (report.untranslated == 0
                               ? ""
                               : "; " + std::to_string(report.untranslated) +
                                     " paragraphs stand in the source language, marked"));
    return {};
}

void add_export_command(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<ExportArguments>();
    auto* command = app.add_subcommand("export", "Writes what was made from a book into a file");
    command->add_option("book", arguments->book, "Id, part of a title, or a file")->required();
    command->add_option("--what", arguments->what, "summary, answers or translation")
        ->required()
        ->check(CLI::IsMember({"summary", "answers", "translation"}));
    command->add_option("--out", arguments->out, "File; its suffix says the format")->required();
    command->add_option("--to", arguments->to, "Which translation");
    command->add_option("--language", arguments->language, "Of the summary");
    command->add_option("--layout", arguments->layout, "target, source-target or target-source")
        ->check(CLI::IsMember({"target", "source-target", "target-source"}));
    command->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return export_what(session, *arguments); });
    });
}

}  // namespace longhand::cli
