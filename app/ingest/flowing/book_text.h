// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/ingest/flowing/markup.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace longhand::ingest::flowing {

// What the pages of a package, or one HTML file, say, before it is divided into chapters.

struct TextBlock {
    document::Paragraph paragraph; // link spans carry "part#id" for targets inside the book
    int heading_level = 0;         // 1 to 6 for a heading
    std::optional<document::ChapterRole> role;
    int note = -1;                       // index into BookText::notes
    std::vector<std::string> back_links; // targets of links back from a note, not in its text
};

struct Extent { // blocks [first, last)
    std::size_t first = 0, last = 0;
};

struct NoteText {
    std::string id;       // "part#id"
    std::string label;    // as the reference shows it
    bool certain = false; // the markup says so; else a reference must point to it
};

struct BookText {
    std::vector<TextBlock> blocks;
    std::map<std::string, Extent, std::less<>> anchors; // "part" and "part#id"
    std::vector<NoteText> notes;
    std::vector<document::Image> images;
    std::vector<document::Table> tables;
};

// Appends the blocks of one page. `part` is its entry name in the package, or empty.
// Returns the text of its <title>.
std::string append_page(Node& root, const std::string& part, BookText& book);

// Marks the blocks that are notes: those whose markup says so, and those that a short mark in the
// text links to and that link back. Turns the links into note references.
void separate_notes(BookText& book);

// `href` of a page `part` as "part#id"; as it stands when it leads out of the book.
std::string resolve(std::string_view href, const std::string& part);

struct Entry { // of a table of contents, or a heading
    std::string title;
    int level = 1;
    std::size_t block = 0;
    std::string part;                          // the entry points into it
    std::optional<document::ChapterRole> role; // when the table of contents knows
};

// Headings h1 to h3 as entries.
std::vector<Entry> entries_of_headings(const BookText& book);

// Divides the book at the entries (those inside a chapter of ordinary length divide nothing; text
// before the first is front matter), else into pieces; sets notes, images and tables.
void assemble(BookText book, std::vector<Entry> entries, document::ChapterSource source,
              document::Document& document);

} // namespace longhand::ingest::flowing
