// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export.h"

#include "app/export/blocks.h"
#include "app/export/docx.h"
#include "app/export/epub_fresh.h"
#include "app/export/epub_in_place.h"
#include "app/export/flow.h"
#include "app/export/segment_tables.h"
#include "engine/base/mapped_file.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::exporting {
namespace {

Result<void> refuse_source(const BookFacts& book, const std::filesystem::path& out)
{
    std::error_code error;
    if (!book.source_file.empty() && std::filesystem::equivalent(book.source_file, out, error))
        return Error{ErrorKind::invalid, out.string() + ": is the book itself; choose another name"};
    return {};
}

// From the source package where there is one that can be taken apart, else fresh.
Result<void> write_epub(const document::Document& document, const TranslationExport& translation,
                        const std::filesystem::path& out)
{
    // Two columns are tables, which have no place inside the paragraphs of the package.
    if (document.format == document::Format::epub && translation.layout != Layout::two_columns &&
        !translation.book.source_file.empty()) {
        auto done = write_epub_in_place(document, translation, out);
        if (done.ok() || done.error().kind != ErrorKind::corrupt)
            return done;
    }
    return write_fresh_epub(document, translation, out);
}

}  // namespace

Result<FileFormat> format_of(const std::filesystem::path& out)
{
    std::string suffix = out.extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (suffix == ".txt")
        return FileFormat::text;
    if (suffix == ".md")
        return FileFormat::markdown;
    if (suffix == ".html" || suffix == ".htm" || suffix == ".xhtml")
        return FileFormat::html;
    if (suffix == ".epub")
        return FileFormat::epub;
    if (suffix == ".pdf")
        return FileFormat::pdf;
    if (suffix == ".docx")
        return FileFormat::docx;
    if (suffix == ".tmx")
        return FileFormat::tmx;
    if (suffix == ".csv")
        return FileFormat::csv;
    return Error{ErrorKind::invalid, out.string() +
                                         ": the suffix decides the format; .txt, .md, .html, "
                                         ".epub, .pdf, .docx, .tmx and .csv can be written"};
}

Result<ExportReport> export_translation(const document::Document& document,
                                        const TranslationExport& translation,
                                        const std::filesystem::path& out)
{
    TRY(const FileFormat format, format_of(out));
    TRY(refuse_source(translation.book, out));
    TranslationExport titled = translation;
    titled.title = titled.book.title = translated_title(document, translation);
    switch (format) {
    case FileFormat::text:
        if (translation.layout == Layout::two_columns)
            return Error{ErrorKind::invalid, out.string() + ": plain text has no columns; choose "
                                                            "another layout or format"};
        TRY(write_file(out, translation_as_text(document, titled)));
        break;
    case FileFormat::markdown: TRY(write_file(out, translation_as_markdown(document, titled))); break;
    case FileFormat::html: TRY(write_file(out, translation_as_html(document, titled))); break;
    case FileFormat::epub: TRY(write_epub(document, titled, out)); break;
    case FileFormat::docx: TRY(write_docx(document, titled, out)); break;
    case FileFormat::tmx: TRY(write_file(out, segments_as_tmx(titled))); break;
    case FileFormat::csv: TRY(write_file(out, segments_as_csv(titled))); break;
    case FileFormat::pdf: TRY(print_translation(document, titled, out)); break;
    }
    return Translated(translation.segments).count(document);
}

std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& title,
                                const std::string& language, const std::string& suffix)
{
    std::string name;
    for (const char c : title)
        name += static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == ':' ? '_' : c;
    name = std::string(utf8::trim(name.substr(0, utf8::floor_boundary(name, 120))));
    if (name.empty() || name.front() == '.')
        name = "book" + name;
    std::filesystem::path path = folder / (name + "." + language + suffix);
    for (int copy = 2; std::filesystem::exists(path); ++copy)
        path = folder / (name + "." + language + " (" + std::to_string(copy) + ")" + suffix);
    return path;
}

}  // namespace longhand::exporting
