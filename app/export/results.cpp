// SPDX-License-Identifier: GPL-3.0-or-later
// Summaries and answers with their citations, as text, Markdown or HTML.
#include "app/export/export.h"
#include "app/export/flow.h"
#include "app/export/inline_text.h"
#include "app/export/result_text.h"
#include "engine/base/mapped_file.h"

namespace longhand::exporting {
namespace {

// Plain text and Markdown: notes as [1], or as footnotes that Markdown knows.
class LineWriter {
public:
    LineWriter(const ResultText& text, bool markdown) : text_(text), markdown_(markdown) {}

    std::string write()
    {
        for (const ResultBlock& block : text_.blocks)
            write(block);
        close_list();
        if (!text_.notes.empty())
            out_ += (markdown_ ? "## " : "") + escaped(std::string(text_.words().sources)) + "\n\n";
        for (std::size_t i = 0; i < text_.notes.size(); ++i) {
            const ResultNote& note = text_.notes[i];
            out_ += mark(i + 1) + (markdown_ ? ": " : " ") + escaped(note.place) +
                    std::string(text_.words().between) +
                    escaped(quoted(text_.words(), note.quote)) + (markdown_ ? "\n\n" : "\n");
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string escaped(const std::string& text) const
    {
        return markdown_ ? escape_markdown(text) : text;
    }
    [[nodiscard]] std::string mark(std::size_t number) const
    {
        return (markdown_ ? "[^" : "[") + std::to_string(number) + "]";
    }
    [[nodiscard]] std::string runs(const ResultBlock& block) const
    {
        std::string line;
        for (const ResultRun& run : block.runs) {
            line += (line.empty() ? "" : std::string(text_.words().end)) + escaped(run.text);
            if (!run.notes.empty() && !markdown_)
                line += ' ';
            for (const std::size_t number : run.notes)
                line += mark(number);
            if (run.unsupported)
                line += (markdown_ ? " *(" : " (") + std::string(text_.words().not_from_text) +
                        (markdown_ ? ")*" : ")");
        }
        return line;
    }
    void close_list()
    {
        if (in_list_)
            out_ += '\n';
        in_list_ = false;
    }
    void write(const ResultBlock& block)
    {
        if (block.kind != ResultKind::bullet)
            close_list();
        const std::string line = runs(block);
        switch (block.kind) {
        case ResultKind::title: out_ += (markdown_ ? "# " : "") + line + "\n\n"; break;
        case ResultKind::heading: out_ += (markdown_ ? "## " : "\n") + line + "\n\n"; break;
        case ResultKind::bullet:
            out_ += "- " + line + "\n";
            in_list_ = true;
            break;
        case ResultKind::quotation: out_ += "> " + line + "\n\n"; break;
        case ResultKind::facts: out_ += (markdown_ ? "*" + line + "*" : line) + "\n\n"; break;
        case ResultKind::notice: out_ += (markdown_ ? "**" + line + "**" : line) + "\n\n"; break;
        case ResultKind::body: out_ += line + "\n\n"; break;
        }
    }

    const ResultText& text_;
    bool markdown_;
    bool in_list_ = false;
    std::string out_;
};

class HtmlWriter {
public:
    explicit HtmlWriter(const ResultText& text) : text_(text) {}

    std::string write()
    {
        for (const ResultBlock& block : text_.blocks)
            write(block);
        enter("");
        if (!text_.notes.empty())
            body_ += "<h2>" + escape_xml(text_.words().sources) + "</h2>\n<ol class=\"notes\">\n";
        for (std::size_t i = 0; i < text_.notes.size(); ++i)
            body_ += "<li id=\"note-" + std::to_string(i + 1) + "\"><cite>" +
                     escape_xml(text_.notes[i].place) + "</cite>" +
                     escape_xml(text_.words().between) + "<q>" + escape_xml(text_.notes[i].quote) +
                     "</q></li>\n";
        if (!text_.notes.empty())
            body_ += "</ol>\n";
        return "<!DOCTYPE html>\n<html" +
               (text_.language.empty() ? "" : " lang=\"" + escape_xml(text_.language) + "\"") +
               (is_right_to_left(text_.language) ? " dir=\"rtl\"" : "") +
               ">\n<head>\n<meta charset=\"utf-8\"/>\n<title>" + escape_xml(text_.title) +
               "</title>\n<style>\n" + style_sheet() +
               "cite { font-style: normal; }\nsup a { text-decoration: none; }\n"
               ".facts, .unsupported small { opacity: 0.7; font-size: 0.9em; }\n"
               ".unsupported { font-style: italic; }\n.notes { font-size: 0.9em; }\n"
               ".notice { border-left: 0.25em solid #b36b00; padding-left: 0.8em; font-weight: bold; }\n"
               "</style>\n</head>\n<body>\n" +
               body_ + "</body>\n</html>\n";
    }

private:
    void enter(const std::string& group)
    {
        if (group == group_)
            return;
        if (!group_.empty())
            body_ += "</" + group_ + ">\n";
        if (!group.empty())
            body_ += "<" + group + ">\n";
        group_ = group;
    }
    [[nodiscard]] std::string runs(const ResultBlock& block) const
    {
        std::string line;
        for (const ResultRun& run : block.runs) {
            line += line.empty() ? "" : std::string(text_.words().end);
            if (run.unsupported)
                line += "<span class=\"unsupported\">" + escape_xml(run.text) + " <small>(" +
                        escape_xml(text_.words().not_from_text) + ")</small></span>";
            else
                line += escape_xml(run.text);
            for (const std::size_t number : run.notes)
                line += "<sup><a href=\"#note-" + std::to_string(number) + "\">[" +
                        std::to_string(number) + "]</a></sup>";
        }
        return line;
    }
    void write(const ResultBlock& block)
    {
        const std::string line = runs(block);
        enter(block.kind == ResultKind::bullet ? "ul" : "");
        switch (block.kind) {
        case ResultKind::title: body_ += "<h1>" + line + "</h1>\n"; break;
        case ResultKind::heading: body_ += "<h2>" + line + "</h2>\n"; break;
        case ResultKind::bullet: body_ += "<li>" + line + "</li>\n"; break;
        case ResultKind::quotation: body_ += "<blockquote>" + line + "</blockquote>\n"; break;
        case ResultKind::facts: body_ += "<p class=\"facts\">" + line + "</p>\n"; break;
        case ResultKind::notice: body_ += "<p class=\"notice\">" + line + "</p>\n"; break;
        case ResultKind::body: body_ += "<p>" + line + "</p>\n"; break;
        }
    }

    const ResultText& text_;
    std::string body_;
    std::string group_;
};

Result<void> write_result(const ResultText& text, const BookFacts& book,
                          const std::filesystem::path& out)
{
    TRY(const FileFormat format, format_of(out));
    std::error_code error;
    if (!book.source_file.empty() && std::filesystem::equivalent(book.source_file, out, error))
        return Error{ErrorKind::invalid, out.string() + ": is the book itself; choose another name"};
    if (format == FileFormat::pdf)
        return print(text, out);
    const auto written = render(text, format);
    if (!written.ok())
        return Error{written.error().kind, out.string() + ": " + written.error().message};
    return write_file(out, *written);
}

}  // namespace

Result<std::string> render(const ResultText& text, FileFormat format)
{
    switch (format) {
    case FileFormat::text: return LineWriter(text, false).write();
    case FileFormat::markdown: return LineWriter(text, true).write();
    case FileFormat::html: return HtmlWriter(text).write();
    default: break;
    }
    return Error{ErrorKind::invalid,
                 "summaries and answers are written as .pdf, .html, .md or .txt"};
}

Result<void> export_summary(const document::Document& document, const BookFacts& book,
                            const library::Summary& summary, const std::filesystem::path& out)
{
    return write_result(text_of_summary(document, book, summary), book, out);
}

Result<void> export_answers(const document::Document& document, const BookFacts& book,
                            const std::vector<library::Answer>& answers,
                            const std::filesystem::path& out)
{
    return write_result(text_of_answers(document, book, answers), book, out);
}

Result<std::string> summary_as(FileFormat format, const document::Document& document,
                               const BookFacts& book, const library::Summary& summary)
{
    return render(text_of_summary(document, book, summary), format);
}

Result<std::string> answers_as(FileFormat format, const document::Document& document,
                               const BookFacts& book, const std::vector<library::Answer>& answers)
{
    return render(text_of_answers(document, book, answers), format);
}

}  // namespace longhand::exporting
