// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/epub_fresh.h"

#include "app/export/flow.h"
#include "app/export/inline_text.h"
#include "app/export/package_writer.h"
#include "engine/base/sha256.h"

namespace longhand::exporting {
namespace {

constexpr const char* kXmlStart = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

struct Part {
    std::string id, file, title;
    int level = 1;
};

// A package must say a language; "und" is the tag for an unknown one.
std::string language_tag(const TranslationExport& translation)
{
    return escape_xml(translation.to.empty() ? "und" : translation.to);
}

std::string page(const TranslationExport& translation, const std::string& title,
                 const std::string& body)
{
    const std::string language = language_tag(translation);
    return std::string(kXmlStart) +
           "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"" +
           language + "\" xml:lang=\"" + language + "\"" +
           (is_right_to_left(translation.to) ? " dir=\"rtl\"" : "") +
           ">\n<head>\n<title>" + escape_xml(title.empty() ? "-" : title) +
           "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n"
           "<body>\n" +
           body + "</body>\n</html>\n";
}

std::string note_file_target(const document::Document& document, const std::string& id)
{
    for (std::size_t i = 0; i < document.notes.size(); ++i)
        if (document.notes[i].id == id)
            return "notes.xhtml#note-" + std::to_string(i + 1);
    return {};
}

std::string notes_body(const document::Document& document, const TranslationExport& translation,
                       const Translated& translated)
{
    std::string body;
    for (std::size_t i = 0; i < document.notes.size(); ++i)
        body += "<aside class=\"note\" epub:type=\"footnote\" id=\"note-" + std::to_string(i + 1) +
                "\">\n<p>[" + escape_xml(document.notes[i].label) + "]</p>\n" +
                chapter_body(translation,
                             translated.chapter(document, document.chapters.size() + i), 6,
                             [&](const std::string& id) {
                                 return note_file_target(document, id);
                             }) +
                "</aside>\n";
    return body;
}

// Nested lists need a rise of one level at a time; deeper jumps are flattened.
std::string navigation(const std::vector<Part>& parts)
{
    std::string list = "<ol>\n";
    int depth = 1;
    bool open = false;
    for (const Part& part : parts) {
        const int wanted = std::max(1, std::min(part.level, open ? depth + 1 : 1));
        if (wanted > depth) {
            list += "\n<ol>\n";
        } else {
            if (open)
                list += "</li>\n";
            for (int level = depth; level > wanted; --level)
                list += "</ol>\n</li>\n";
        }
        list += "<li><a href=\"" + part.file + "\">" + escape_xml(part.title) + "</a>";
        depth = wanted;
        open = true;
    }
    if (open)
        list += "</li>\n";
    for (int level = depth; level > 1; --level)
        list += "</ol>\n</li>\n";
    return list + "</ol>\n";
}

std::string ncx(const std::vector<Part>& parts, const TranslationExport& translation)
{
    std::string points;
    for (std::size_t i = 0; i < parts.size(); ++i)
        points += "<navPoint id=\"point-" + std::to_string(i + 1) + "\" playOrder=\"" +
                  std::to_string(i + 1) + "\"><navLabel><text>" + escape_xml(parts[i].title) +
                  "</text></navLabel><content src=\"" + parts[i].file + "\"/></navPoint>\n";
    return std::string(kXmlStart) +
           "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\">\n"
           "<head><meta name=\"dtb:uid\" content=\"" +
           stable_identifier(translation) +
           "\"/></head>\n<docTitle><text>" + escape_xml(translation.book.title) +
           "</text></docTitle>\n<navMap>\n" + points + "</navMap>\n</ncx>\n";
}

std::string package_file(const std::vector<Part>& parts, const TranslationExport& translation)
{
    const BookFacts& book = translation.book;
    std::string metadata = "<dc:identifier id=\"book-id\">" + stable_identifier(translation) +
                           "</dc:identifier>\n<dc:title>" +
                           escape_xml(book.title.empty() ? "Untitled" : book.title) +
                           "</dc:title>\n<dc:language>" + language_tag(translation) +
                           "</dc:language>\n";
    for (const std::string& author : book.authors)
        metadata += "<dc:creator>" + escape_xml(author) + "</dc:creator>\n";
    metadata += "<meta property=\"dcterms:modified\">2000-01-01T00:00:00Z</meta>\n";
    std::string manifest =
        "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
        "properties=\"nav\"/>\n"
        "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>\n"
        "<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n";
    std::string spine;
    for (const Part& part : parts) {
        manifest += "<item id=\"" + part.id + "\" href=\"" + part.file +
                    "\" media-type=\"application/xhtml+xml\"/>\n";
        spine += "<itemref idref=\"" + part.id + "\"/>\n";
    }
    return std::string(kXmlStart) +
           "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
           "unique-identifier=\"book-id\" xml:lang=\"" +
           language_tag(translation) +
           "\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n" + metadata +
           "</metadata>\n<manifest>\n" + manifest + "</manifest>\n<spine toc=\"ncx\"" +
           (is_right_to_left(translation.to) ? " page-progression-direction=\"rtl\"" : "") +
           ">\n" + spine + "</spine>\n</package>\n";
}

}  // namespace

std::string stable_identifier(const TranslationExport& translation)
{
    const char* layout = translation.layout == Layout::target          ? "target"
                         : translation.layout == Layout::source_target ? "source-target"
                         : translation.layout == Layout::two_columns   ? "two-columns"
                                                                       : "target-source";
    std::string hex = sha256(translation.book.content_hash + "\n" + translation.from + "\n" +
                             translation.to + "\n" + layout)
                          .substr(0, 32);
    hex[12] = '8';
    hex[16] = "89ab"[hex[16] % 4];
    return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) +
           "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

Result<void> write_fresh_epub(const document::Document& document,
                              const TranslationExport& translation,
                              const std::filesystem::path& out)
{
    const Translated translated(translation.segments);
    const auto note_target = [&](const std::string& id) { return note_file_target(document, id); };
    TRY(const auto package, PackageWriter::create(out));
    TRY(package->add("META-INF/container.xml",
                     std::string(kXmlStart) +
                         "<container version=\"1.0\" "
                         "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
                         "<rootfiles><rootfile full-path=\"OEBPS/package.opf\" "
                         "media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
                         "</container>\n"));
    std::vector<Part> parts;
    for (std::size_t i = 0; i < document.chapters.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        Part part{"chapter-" + number, "chapter-" + number + ".xhtml",
                  translated.title(document, i), document.chapters[i].level};
        if (part.title.empty())
            part.title = number;
        TRY(package->add("OEBPS/" + part.file,
                         page(translation, part.title,
                              chapter_body(translation, translated.chapter(document, i), 2,
                                           note_target))));
        parts.push_back(std::move(part));
    }
    if (!document.notes.empty()) {
        parts.push_back({"notes", "notes.xhtml", "*", 1});
        TRY(package->add("OEBPS/notes.xhtml",
                         page(translation, "*", notes_body(document, translation, translated))));
    }
    TRY(package->add("OEBPS/nav.xhtml",
                     page(translation, translation.book.title,
                          "<nav epub:type=\"toc\" id=\"toc\">\n" + navigation(parts) + "</nav>\n")));
    TRY(package->add("OEBPS/toc.ncx", ncx(parts, translation)));
    TRY(package->add("OEBPS/style.css", style_sheet()));
    TRY(package->add("OEBPS/package.opf", package_file(parts, translation)));
    return package->finish();
}

}  // namespace longhand::exporting
