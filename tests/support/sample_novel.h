// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

namespace longhand::test {

// A small book of two chapters with four pages, one a paragraph, known sentence by sentence.
inline document::Document sample_novel()
{
    document::Document book;
    book.title = "The Strait";
    book.authors = {"M. Okafor"};
    book.language = "en";
    const std::vector<std::vector<std::string>> chapters = {
        {"The ferry left Marrow Point at noon with eleven passengers and a crate of oranges. "
         "Captain Ilse Brandt had sailed the strait for thirty years and had never once been late. "
         "That morning the fog came down before she had reached the buoy.",
         "A child named Tomas asked whether the sea had gone away, and his grandmother told him "
         "that it was only resting. The bell rang at ten minutes past twelve, faint and to the east."},
        {"They landed on Hull Island after dark. The keeper, Anders Lund, had lit the big lamp by "
         "hand, because the generator had failed in March and the spare part had never come.",
         "In the morning the fog was gone. The crate of oranges had been left on the pier, and "
         "someone had taken exactly eleven. Anders laughed about it for years."}};
    std::uint32_t page = 0;
    for (std::size_t c = 0; c < chapters.size(); ++c) {
        document::Chapter chapter;
        chapter.title = c == 0 ? "The Ferry" : "The Island";
        for (const std::string& text : chapters[c]) {
            document::Paragraph paragraph{.text = text};
            paragraph.origins = {{0, static_cast<std::uint32_t>(text.size()), ++page, 0}};
            book.pages.push_back({.number = page, .label = std::to_string(page + 10)});
            chapter.paragraphs.push_back(std::move(paragraph));
        }
        book.chapters.push_back(std::move(chapter));
    }
    return book;
}

}  // namespace longhand::test
