// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export.h"
#include "app/export/export_words.h"

namespace longhand::exporting {

// A summary or a conversation before it becomes Markdown, HTML, plain text or pages: blocks of
// runs, each with the numbers of the notes that support it, and the notes.
struct ResultRun {
    std::string text;
    std::vector<std::size_t> notes;  // from 1
    bool unsupported = false;        // said by the model, not by the book
};

// notice: that the book does not say, set apart from what it says.
enum class ResultKind : std::uint8_t { title, facts, heading, body, bullet, quotation, notice };
struct ResultBlock {
    ResultKind kind = ResultKind::body;
    std::vector<ResultRun> runs;
};

struct ResultNote {
    std::string place;  // chapter and page, as printed
    std::string quote;  // verbatim
    document::TextRange range;
};

struct ResultText {
    std::string title;
    std::vector<std::string> authors;
    std::string language;
    std::vector<ResultBlock> blocks;
    std::vector<ResultNote> notes;
    [[nodiscard]] const ExportWords& words() const { return words_for(language); }
};

ResultText text_of_summary(const document::Document& document, const BookFacts& book,
                           const library::Summary& summary);
ResultText text_of_answers(const document::Document& document, const BookFacts& book,
                           const std::vector<library::Answer>& answers);

// Text, Markdown or HTML. Fails: invalid for the other formats.
Result<std::string> render(const ResultText& text, FileFormat format);
// Pages, with the notes as numbered endnotes that jumps lead to.
Result<void> print(const ResultText& text, const std::filesystem::path& out);

}  // namespace longhand::exporting
