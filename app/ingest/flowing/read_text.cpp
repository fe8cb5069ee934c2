// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/chapter_finder.h"
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/pieces.h"
#include "app/ingest/flowing/text_encoding.h"
#include "app/ingest/flowing/text_lines.h"
#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::ingest::flowing {

using document::Chapter;
using document::ChapterRole;
using document::ChapterSource;
using document::Document;
using document::Paragraph;
using document::ParagraphKind;

namespace {

// Control characters mean nothing in a text and break what reads it later.
std::string without_controls(std::string text)
{
    std::erase_if(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || byte == 0x7F;
    });
    return text;
}

// Project Gutenberg puts its own words around the book, between these marks.
struct Book {
    std::size_t begin = 0, end = 0; // lines
};
Book book_between_marks(std::span<const Line> lines)
{
    Book book{0, lines.size()};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view text = lines[i].text;
        if (!text.starts_with("***") || text.find("PROJECT GUTENBERG") == std::string_view::npos)
            continue;
        if (text.find("START OF") != std::string_view::npos && i < 400)
            book.begin = i + 1;
        if (text.find("END OF") != std::string_view::npos && i > book.begin) {
            book.end = i;
            break;
        }
    }
    return book;
}

std::string after(std::string_view text, std::string_view prefix)
{
    return text.starts_with(prefix) ? single_spaced(text.substr(prefix.size())) : std::string();
}

std::string author_in(std::string_view line)
{
    for (const std::string_view prefix :
         {"Author: ", "by ", "By ", "BY ", "von ", "par ", "作者：", "作者:", "著者："}) {
        std::string author = after(line, prefix);
        const bool name = !author.empty() && author.size() < 80 &&
                          author.find_first_of(".,;:!?\"") >= author.size() - 1;
        if (name ||
            (!author.empty() && author.size() < 60 && author.find('.') != std::string::npos &&
             author.find(' ') != std::string::npos && utf8::count_words(author) <= 5))
            return author;
    }
    return {};
}

// The text names itself ("Title: ...", or a title above "by ..."), else its file does.
void name_document(std::span<const Line> lines, const std::string& file, Document& document)
{
    const NamedBook named = book_of_file_name(file);
    document.title = named.title;
    std::string author = named.author;
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 40); ++i) {
        if (std::string title = after(lines[i].text, "Title: "); !title.empty())
            document.title = title;
        const std::string found = author_in(lines[i].text);
        if (found.empty() || (i > 6 && !lines[i].text.starts_with("Author: ")))
            continue;
        if (author.empty())
            author = found;
        const bool titled =
            i > 0 && i <= 4 && lines[0].columns <= 100 && !lines[i].text.starts_with("Author: ");
        if (titled && named.author.empty())
            document.title = single_spaced(lines[0].text);
    }
    if (!author.empty())
        document.authors.push_back(author);
}

std::string sample_for_language(std::span<const Line> lines)
{
    std::string sample;
    for (std::size_t i = lines.size() / 3; i < lines.size() && sample.size() < 20'000; ++i)
        sample += std::string(lines[i].text) + "\n";
    return sample;
}

Chapter chapter_of(std::string title, std::span<const Line> lines, const ParagraphJoiner& joiner)
{
    Chapter chapter;
    chapter.title = std::move(title);
    chapter.paragraphs = joiner.join(lines);
    return chapter;
}

Paragraph heading_paragraph(const FoundHeading& heading, std::span<const Line> lines)
{
    Paragraph paragraph;
    paragraph.kind = ParagraphKind::heading;
    for (std::size_t i = heading.line; i < heading.line + heading.lines; ++i)
        paragraph.text += (paragraph.text.empty() ? "" : "\n") + std::string(lines[i].text);
    return paragraph;
}

void append_chapters(std::span<const Line> lines, const FoundChapters& found,
                     const ParagraphJoiner& joiner, const Source& source, Document& document)
{
    document.chapter_source = ChapterSource::headings;
    if (found.headings.front().line > 0) {
        Chapter front =
            chapter_of(document.title, lines.subspan(0, found.headings.front().line), joiner);
        front.role = ChapterRole::front;
        document.chapters.push_back(std::move(front));
    }
    for (std::size_t i = 0; i < found.headings.size(); ++i) {
        const FoundHeading& heading = found.headings[i];
        const std::size_t begin = heading.line + heading.lines;
        const std::size_t end =
            i + 1 < found.headings.size() ? found.headings[i + 1].line : lines.size();
        Chapter chapter = chapter_of(heading.title, lines.subspan(begin, end - begin), joiner);
        chapter.level = heading.level;
        chapter.role = role_of_title(heading.title).value_or(ChapterRole::body);
        chapter.paragraphs.insert(chapter.paragraphs.begin(), heading_paragraph(heading, lines));
        document.chapters.push_back(std::move(chapter));
        if (source.alive)
            source.alive();
    }
    if (found.oddities.empty())
        return;
    std::string message = "Chapter numbers do not follow each other: ";
    for (std::size_t i = 0; i < found.oddities.size(); ++i)
        message += (i == 0 ? "" : "; ") + found.oddities[i];
    document.problems.push_back(
        {"chapter_numbers", message + ". Check whether a chapter is missing.", {}});
}

void note_encoding(const DecodedText& decoded, Document& document)
{
    document.encoding = decoded.encoding;
    if (!decoded.certain)
        document.problems.push_back(
            {"encoding_guessed",
             "The encoding of this text was guessed to be " + decoded.encoding +
                 "; if letters look wrong, import it again and name the encoding.",
             {}});
    if (decoded.replaced > 0)
        document.problems.push_back({"encoding_damaged",
                                     std::to_string(decoded.replaced) +
                                         " characters could not be decoded as " + decoded.encoding +
                                         " and are shown as U+FFFD; if there are many, import it "
                                         "again and name the encoding.",
                                     {}});
}

} // namespace

Result<Document> read_text(const Source& source)
{
    TRY(DecodedText decoded, decode_text(source.bytes, source.encoding));
    Document document;
    document.format = document::Format::text;
    note_encoding(decoded, document);
    const std::string text = without_controls(std::move(decoded.text));
    if (source.alive)
        source.alive();
    const std::vector<Line> lines = lines_of(text);
    if (lines.empty()) {
        document.title = book_of_file_name(source.name).title;
        document.problems.push_back({"no_text", "This file holds no text.", {}});
        return document;
    }
    const std::span<const Line> all(lines);
    const Book book = book_between_marks(all);
    const std::span<const Line> body = all.subspan(book.begin, book.end - book.begin);
    const TextLayout layout = layout_of(body);
    const ParagraphJoiner joiner(body, layout);
    name_document(book.begin > 0 ? all.subspan(0, book.begin) : body, source.name, document);
    document.language = document::detect_language(sample_for_language(body));
    if (book.begin > 0) {
        document.chapters.push_back(
            chapter_of("Project Gutenberg", all.subspan(0, book.begin), joiner));
        document.chapters.back().role = ChapterRole::front;
    }
    const FoundChapters found = find_chapters(body, layout);
    if (found.headings.empty()) {
        Document pieces;
        cut_into_pieces(joiner.join(body), document.title, pieces);
        document.chapter_source = pieces.chapter_source;
        std::move(pieces.chapters.begin(), pieces.chapters.end(),
                  std::back_inserter(document.chapters));
    } else {
        append_chapters(body, found, joiner, source, document);
    }
    if (book.end < all.size()) {
        document.chapters.push_back(
            chapter_of("Project Gutenberg licence", all.subspan(book.end), joiner));
        document.chapters.back().role = ChapterRole::back;
    }
    return document;
}

} // namespace longhand::ingest::flowing
