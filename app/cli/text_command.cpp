// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/ingest/ingest.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

struct TextArguments {
    std::string file, format = "txt", password, encoding;
};

void write_events(Output& output, const document::Document& document)
{
    output.event("document", {{"title", document.title},
                              {"authors", document.authors},
                              {"language", document.language},
                              {"format", document::to_string(document.format)},
                              {"encoding", document.encoding},
                              {"words", document.words()},
                              {"pages", document.pages.size()},
                              {"chapters", document.chapters.size()},
                              {"chapter_source", document::to_string(document.chapter_source)}});
    for (const document::Page& page : document.pages)
        output.event("page", {{"page", page.number},
                              {"page_label", page.label},
                              {"state", document::to_string(page.state)},
                              {"reason", page.reason},
                              {"removed", page.removed}});
    for (std::size_t i = 0; i < document.chapters.size(); ++i) {
        const document::Chapter& chapter = document.chapters[i];
        output.event("chapter", {{"chapter", i + 1},
                                 {"title", chapter.title},
                                 {"level", chapter.level},
                                 {"role", document::to_string(chapter.role)},
                                 {"words", chapter.words()}});
        for (std::size_t j = 0; j < chapter.paragraphs.size(); ++j) {
            const document::Paragraph& paragraph = chapter.paragraphs[j];
            Json json = {{"chapter", i + 1},
                         {"paragraph", j + 1},
                         {"kind", document::to_string(paragraph.kind)},
                         {"text", paragraph.text}};
            json["page"] =
                paragraph.first_page() == 0 ? Json(nullptr) : Json(paragraph.first_page());
            output.event("paragraph", json);
        }
    }
    for (const document::Note& note : document.notes) {
        std::string text;
        for (const document::Paragraph& paragraph : note.paragraphs)
            text += (text.empty() ? "" : "\n") + paragraph.text;
        output.event("note", {{"id", note.id}, {"label", note.label}, {"text", text}});
    }
    for (const document::Problem& problem : document.problems)
        output.event("problem", {{"kind", problem.kind},
                                 {"message", problem.message},
                                 {"pages", problem.pages}});
}

std::string as_text(const document::Document& document, bool markdown)
{
    std::string text;
    for (const document::Chapter& chapter : document.chapters)
        for (const document::Paragraph& paragraph : chapter.paragraphs) {
            if (markdown && paragraph.kind == document::ParagraphKind::heading)
                text += std::string(static_cast<std::size_t>(std::clamp(chapter.level, 1, 6)), '#') + " ";
            else if (markdown && paragraph.kind == document::ParagraphKind::quote)
                text += "> ";
            else if (markdown && paragraph.kind == document::ParagraphKind::list_item)
                text += document::list_mark(paragraph.text);
            text += paragraph.text + "\n\n";
        }
    for (const document::Note& note : document.notes) {
        text += markdown ? "[^" + note.label + "]: " : "[" + note.label + "] ";
        for (const document::Paragraph& paragraph : note.paragraphs)
            text += paragraph.text + "\n";
        text += "\n";
    }
    return text;
}

// What was skipped goes to stderr, so that the text stays text.
void say_what_is_missing(Output& output, const document::Document& document)
{
    for (const document::Problem& problem : document.problems)
        output.note(problem.message);
    for (const document::Page& page : document.pages)
        if (page.state != document::PageState::text && page.state != document::PageState::empty)
            output.note("page " + std::to_string(page.number) + ": " +
                        std::string(document::to_string(page.state)) +
                        (page.reason.empty() ? "" : ", " + page.reason));
}

Result<int> show_text(Session& session, const TextArguments& arguments)
{
    Output& output = session.output();
    const ingest::Options options{.reader = ingest::find_reader(),
                                  .password = arguments.password,
                                  .encoding = arguments.encoding};
    TRY(const document::Document document,
        ingest::read_document(
            arguments.file, options, [&](const Progress& p) { output.progress(p); },
            session.stop()));
    if (output.json() || arguments.format == "json") {
        Output events(true, session.options().quiet);
        write_events(events, document);
        return kDone;
    }
    output.text(as_text(document, arguments.format == "md"));
    say_what_is_missing(output, document);
    return kDone;
}

}  // namespace

void add_text_command(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<TextArguments>();
    auto* text = app.add_subcommand("text", "What is read from a file: chapters, pages, text");
    text->add_option("file", arguments->file, "The file")->required();
    text->add_option("--format", arguments->format, "txt, md or json")
        ->check(CLI::IsMember({"txt", "md", "json"}));
    text->add_option("--password", arguments->password, "Of an encrypted PDF");
    text->add_option("--encoding", arguments->encoding, "Of a text file, instead of the detected");
    text->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return show_text(session, *arguments); });
    });
}

}  // namespace longhand::cli
