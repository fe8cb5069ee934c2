// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ingest/flowing/package_builder.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <clocale>

namespace longhand::ingest::flowing {

std::string zip(const Entries& entries)
{
    // The writer marks names as UTF-8 only in a UTF-8 locale.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::size_t room = 1U << 20U;
    for (const auto& [name, content] : entries)
        room += name.size() + content.size() + 1024;
    std::string bytes(room, '\0');
    std::size_t used = 0;
    archive* const writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_zip_set_compression_store(writer);
    archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
    for (const auto& [name, content] : entries) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, content.data(), content.size());
        archive_entry_free(entry);
        archive_write_zip_set_compression_deflate(writer);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    std::setlocale(LC_CTYPE, "C");
    bytes.resize(used);
    return bytes;
}

std::string page(const std::string& body, const std::string& attributes)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n"
           "<html xmlns=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:epub=\"http://www.idpf.org/2007/ops\" " +
           attributes + ">\n<head><title>A page</title></head>\n<body>" + body +
           "</body>\n</html>\n";
}

Entries epub_entries(const Entries& pages, const std::string& nav)
{
    std::string manifest = "<item id=\"nav\" href=\"nav.xhtml\" "
                           "media-type=\"application/xhtml+xml\" properties=\"nav\"/>";
    std::string spine;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::string id = "p" + std::to_string(i);
        manifest += "<item id=\"" + id + "\" href=\"" + pages[i].first +
                    "\" media-type=\"application/xhtml+xml\"/>";
        spine += "<itemref idref=\"" + id + "\"/>";
    }
    Entries entries = {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<?xml version=\"1.0\"?><container version=\"1.0\" "
         "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
         "full-path=\"OPS/book.opf\" "
         "media-type=\"application/oebps-package+xml\"/></rootfiles></container>"},
        {"OPS/book.opf",
         "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
         "unique-identifier=\"id\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
         "<dc:identifier id=\"id\">x</dc:identifier><dc:title>The Lighthouse</dc:title>"
         "<dc:creator>Ada Writer</dc:creator><dc:language>en</dc:language></metadata><manifest>" +
             manifest + "</manifest><spine>" + spine + "</spine></package>"},
        {"OPS/nav.xhtml", page("<nav epub:type=\"toc\"><ol>" + nav + "</ol></nav>")},
    };
    for (const auto& [name, content] : pages)
        entries.emplace_back("OPS/" + name, content);
    return entries;
}

std::string text_of(const document::Chapter& chapter)
{
    std::string out;
    for (const document::Paragraph& paragraph : chapter.paragraphs)
        out += (out.empty() ? "" : "\n") + paragraph.text;
    return out;
}

std::vector<std::string> titles_of(const document::Document& document)
{
    std::vector<std::string> titles;
    for (const document::Chapter& chapter : document.chapters)
        titles.push_back(chapter.title);
    return titles;
}

bool has_problem(const document::Document& document, const std::string& kind)
{
    return std::any_of(document.problems.begin(), document.problems.end(),
                       [&](const document::Problem& problem) { return problem.kind == kind; });
}

} // namespace longhand::ingest::flowing
