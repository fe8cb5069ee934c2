// SPDX-License-Identifier: GPL-3.0-or-later
// Summaries and answers with their citations, as text, Markdown or HTML. A small builder writes
// headings, paragraphs and bullets; what differs between the formats is in it alone.
#include "app/export/export.h"
#include "app/export/flow.h"
#include "app/export/inline_text.h"
#include "engine/base/mapped_file.h"

namespace longhand::exporting {
namespace {

class Writer {
public:
    explicit Writer(FileFormat format) : format_(format) {}

    void heading(int level, const std::string& text)
    {
        close_list();
        if (format_ == FileFormat::html)
            body_ += "<h" + std::to_string(level) + ">" + escape_xml(text) + "</h" +
                     std::to_string(level) + ">\n";
        else if (format_ == FileFormat::markdown)
            body_ += std::string(static_cast<std::size_t>(level), '#') + " " +
                     escape_markdown(text) + "\n\n";
        else
            body_ += text + "\n\n";
    }

    void paragraph(const std::string& text)
    {
        close_list();
        body_ += format_ == FileFormat::html ? "<p>" + escape_xml(text) + "</p>\n"
                                             : escaped(text) + "\n\n";
    }

    // `cited` stands behind the text, apart from it.
    void bullet(const std::string& text, const std::string& cited)
    {
        if (format_ == FileFormat::html) {
            if (!in_list_)
                body_ += "<ul>\n";
            body_ += "<li>" + escape_xml(text) + " <cite>" + escape_xml(cited) + "</cite></li>\n";
        } else {
            body_ += "- " + escaped(text) + " (" + escaped(cited) + ")\n";
        }
        in_list_ = true;
    }

    void quotation(const std::string& text)
    {
        close_list();
        body_ += format_ == FileFormat::html ? "<blockquote>" + escape_xml(text) + "</blockquote>\n"
                                             : "> " + escaped(text) + "\n\n";
    }

    std::string finish(const std::string& title)
    {
        close_list();
        if (format_ != FileFormat::html)
            return std::move(body_);
        return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n<title>" +
               escape_xml(title) + "</title>\n<style>\n" + style_sheet() +
               "cite { font-style: normal; opacity: 0.7; }\n</style>\n</head>\n<body>\n" + body_ +
               "</body>\n</html>\n";
    }

private:
    [[nodiscard]] std::string escaped(const std::string& text) const
    {
        return format_ == FileFormat::markdown ? escape_markdown(text) : text;
    }
    void close_list()
    {
        if (in_list_)
            body_ += format_ == FileFormat::html ? "</ul>\n" : "\n";
        in_list_ = false;
    }

    FileFormat format_;
    std::string body_;
    bool in_list_ = false;
};

std::string place(const document::Document& document, const library::Source& source)
{
    if (!source.page_label.empty())
        return "p. " + source.page_label;
    if (source.page != 0)
        return "p. " + std::to_string(source.page);
    const std::uint32_t chapter = source.range.chapter;
    const std::string title =
        chapter < document.chapters.size() ? document.chapters[chapter].title : std::string();
    return (title.empty() ? "chapter " + std::to_string(chapter + 1) : title) + ", paragraph " +
           std::to_string(source.range.paragraph + 1);
}

std::string places(const document::Document& document, const std::vector<library::Source>& sources)
{
    std::string text;
    for (const library::Source& source : sources) {
        const std::string one = place(document, source);
        if (text.find(one) == std::string::npos)
            text += (text.empty() ? "" : "; ") + one;
    }
    return text.empty() ? "not from the text" : text;
}

void write_points(Writer& writer, const document::Document& document,
                  const std::vector<library::Point>& points,
                  const std::vector<std::string>& unlocated)
{
    for (const library::Point& point : points)
        writer.bullet(point.text, places(document, point.sources));
    if (!unlocated.empty())
        writer.paragraph(std::to_string(unlocated.size()) +
                         (unlocated.size() == 1 ? " statement" : " statements") +
                         " of the model not found in the text and left out here.");
}

Result<FileFormat> result_format(const std::filesystem::path& out)
{
    TRY(const FileFormat format, format_of(out));
    if (format == FileFormat::epub)
        return Error{ErrorKind::invalid,
                     out.string() + ": summaries and answers are written as .txt, .md or .html"};
    return format;
}

}  // namespace

Result<void> export_summary(const document::Document& document, const BookFacts& book,
                            const library::Summary& summary, const std::filesystem::path& out)
{
    TRY(const FileFormat format, result_format(out));
    Writer writer(format);
    writer.heading(1, book.title);
    write_points(writer, document, summary.book, summary.book_unlocated);
    for (const library::ChapterSummary& chapter : summary.chapters) {
        writer.heading(2, chapter.title);
        if (chapter.origin == library::PointOrigin::extract)
            writer.paragraph("Sentences of the chapter itself:");
        write_points(writer, document, chapter.points, chapter.unlocated);
    }
    const library::Coverage& coverage = summary.coverage;
    writer.paragraph("Read " + std::to_string(coverage.words_read) + " of " +
                     std::to_string(coverage.words_total) + " words in " +
                     std::to_string(coverage.chapters) + " chapters; " +
                     std::to_string(coverage.truncated) + " truncated. Model: " + summary.model +
                     ".");
    return write_file(out, writer.finish(book.title));
}

Result<void> export_answers(const document::Document& document, const BookFacts& book,
                            const std::vector<library::Answer>& answers,
                            const std::filesystem::path& out)
{
    TRY(const FileFormat format, result_format(out));
    Writer writer(format);
    writer.heading(1, book.title);
    for (const library::Answer& answer : answers) {
        writer.heading(2, answer.question);
        if (answer.sentences.empty())
            writer.paragraph(answer.text);
        for (const library::AnswerSentence& sentence : answer.sentences) {
            writer.paragraph(sentence.text + " (" + places(document, sentence.sources) + ")");
            for (const library::Source& source : sentence.sources)
                writer.quotation(source.quote);
        }
    }
    return write_file(out, writer.finish(book.title));
}

}  // namespace longhand::exporting
