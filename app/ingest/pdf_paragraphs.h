// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/pdf_layout.h"

#include <unordered_set>

namespace longhand::ingest::pdf {

// A paragraph with where and how it stood on its page: what chapter detection goes by.
struct Block {
    document::Paragraph paragraph;
    std::uint32_t page = 0;   // from 1, of its first line
    float y = 0;              // top of its first line
    float size = 0;
    bool bold = false;
    bool centred = false;
    float space_above = 0;    // in lines, to the block above in the region; 0 for the first
    bool opens_page = false;  // first block of its page
    bool indented = false;    // its first line is
    bool ends_full = false;   // its last line reaches the edge, so it may go on
    bool contents = false;    // a line of a list of contents: a title and its page
    std::size_t lines = 0;
};

// The document as its own dictionary, for words cut by a hyphen at a line end.
class Dictionary {
public:
    void add(std::u32string_view line);  // the line's last word is left out when it ends in a hyphen
    [[nodiscard]] bool has(std::u32string_view word) const;
    // Whether `left`-`right`, broken at a line end, was one word without the hyphen.
    [[nodiscard]] bool joins(std::u32string_view left, std::u32string_view right) const;

private:
    std::unordered_set<std::u32string> words_;
};

struct PageNotes {
    std::vector<document::Note> notes;  // ids are "p12-3": page and label
};

struct PageBlocks {
    std::vector<std::vector<Block>> regions;  // in reading order
    std::vector<document::Note> notes;
    std::vector<document::Table> tables;      // Paragraph::table counts within the page
};
PageBlocks blocks_of(const PageWords& page, float body_size, const Dictionary& dictionary);

// All pages' blocks in one row, paragraphs that go on in the next column or page joined.
std::vector<Block> join_regions(std::vector<PageBlocks>& pages, const Dictionary& dictionary);

}  // namespace longhand::ingest::pdf
