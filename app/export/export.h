// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/library/records.h"
#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longhand::exporting {

// Writes what was made from a book into a file of its own. Every writer replaces `out` in one
// step, so that a crash leaves the old file or the new one, and refuses to write over the book.
// Fails: invalid (unknown suffix; out is the book's own file), unreadable, out_of_memory (disk
// full).

enum class FileFormat : std::uint8_t { text, markdown, html, epub, pdf, docx, tmx, csv };
// By suffix: .txt, .md, .html or .htm, .epub, .pdf, .docx; .tmx and .csv hold segments. Fails:
// invalid, naming those.
Result<FileFormat> format_of(const std::filesystem::path& out);

enum class Layout : std::uint8_t {
    target,         // the translation alone
    source_target,  // each paragraph, then its translation
    target_source,  // each translation, then its source, dimmed where the format can
    two_columns     // side by side; not in plain text
};

struct BookFacts {
    std::string title;
    std::vector<std::string> authors;
    std::filesystem::path source_file;  // the library's copy
    std::string content_hash;           // of that file; makes identifiers stable
};

// A translation as far as it goes: segments that are missing or failed stand in the source
// language, marked as untranslated.
struct TranslationExport {
    BookFacts book;
    std::string from, to;  // BCP 47
    Layout layout = Layout::target;
    std::vector<library::Segment> segments;  // any order
    std::string title;  // of the translation; empty: that of the segment whose source is the title
};

// What an export left untranslated; for the word to the person.
struct ExportReport {
    std::uint32_t translated = 0;
    std::uint32_t untranslated = 0;
};

// EPUB from an EPUB keeps the package and replaces its text; from anything else it is made fresh.
Result<ExportReport> export_translation(const document::Document& document,
                                        const TranslationExport& translation,
                                        const std::filesystem::path& out);
// With citations as numbered notes: chapter, page as printed, the passage quoted. Text, Markdown,
// HTML or PDF.
Result<void> export_summary(const document::Document& document, const BookFacts& book,
                            const library::Summary& summary, const std::filesystem::path& out);
Result<void> export_answers(const document::Document& document, const BookFacts& book,
                            const std::vector<library::Answer>& answers,
                            const std::filesystem::path& out);

// The same as text, Markdown or HTML, to be copied. Fails: invalid for the other formats.
Result<std::string> summary_as(FileFormat format, const document::Document& document,
                               const BookFacts& book, const library::Summary& summary);
Result<std::string> answers_as(FileFormat format, const document::Document& document,
                               const BookFacts& book, const std::vector<library::Answer>& answers);

// "title.zh.epub" in `folder`: a name for an export that overwrites nothing there.
std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& title,
                                const std::string& language, const std::string& suffix);

}  // namespace longhand::exporting
