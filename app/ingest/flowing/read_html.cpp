// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/book_text.h"
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/flowing_page.h"
#include "app/ingest/flowing/markup.h"
#include "app/ingest/flowing/titles.h"

#include <algorithm>

namespace longhand::ingest::flowing {

using document::ChapterRole;
using document::ChapterSource;
using document::Document;

namespace {

std::string meta_content(const Node& root, std::string_view name)
{
    if (root.is("meta") && root.attribute("name") == name)
        return single_spaced(root.attribute("content"));
    for (const Node& child : root.children) {
        if (std::string found = meta_content(child, name); !found.empty())
            return found;
    }
    return {};
}

} // namespace

void document_of_page(Node& root, const Source& source, Document& document)
{
    BookText book;
    const std::string title = append_page(root, {}, book);
    if (source.alive)
        source.alive();
    separate_notes(book);
    std::vector<Entry> entries = entries_of_headings(book);
    const auto tops = std::count_if(entries.begin(), entries.end(),
                                    [](const Entry& entry) { return entry.level == 1; });
    if (document.title.empty())
        document.title = title;
    if (document.title.empty() && tops == 1 && entries.front().level == 1)
        document.title = entries.front().title;
    if (document.title.empty())
        document.title = book_of_file_name(source.name).title;
    if (const std::string author = meta_content(root, "author");
        !author.empty() && document.authors.empty())
        document.authors.push_back(author);
    if (document.language.empty())
        document.language = single_spaced(root.attribute("lang").empty() ? root.prefixed("lang")
                                                                         : root.attribute("lang"));
    if (document.language.empty()) {
        std::string sample;
        for (std::size_t i = book.blocks.size() / 3;
             i < book.blocks.size() && sample.size() < 20'000; ++i)
            sample += book.blocks[i].paragraph.text + "\n";
        document.language = document::detect_language(sample);
    }
    assemble(std::move(book), std::move(entries), ChapterSource::headings, document);
    if (document.chapters.empty())
        document.problems.push_back({"no_text", "This file holds no text.", {}});
}

Result<Document> read_html(const Source& source)
{
    TRY(Markup markup, parse_html(source.bytes, source.encoding));
    Document document;
    document.format = document::Format::html;
    document_of_page(markup.root, source, document);
    return document;
}

} // namespace longhand::ingest::flowing
