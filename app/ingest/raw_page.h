// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace longhand::ingest {

// A page as the reader child found it, before any cleaning. One box a character; blanks and line
// feeds are characters too (a line feed ends what the PDF library took for a line). Characters of
// right-to-left words are in logical order, each with its own box. Ligatures are spelled out and
// combining marks composed, so that one character of the clean text is one glyph here.

struct RawRun {  // glyphs [begin, end) set in one font
    std::uint32_t begin = 0, end = 0;
    std::uint32_t font = 0;  // index into RawPage::fonts
    float size = 0;          // points
};

struct RawLink {
    document::Box box;
    std::string target;  // a URI, or "#page=12"
};

struct RawPage {
    std::uint32_t number = 0;  // from 1
    std::string label;
    document::PageState state = document::PageState::text;
    std::string reason;
    float width = 0, height = 0;
    std::u32string text;
    std::vector<document::Box> boxes;  // as many as characters
    std::vector<RawRun> runs;          // ascending, not overlapping; may leave gaps
    std::vector<std::string> fonts;
    std::vector<RawLink> links;
};

struct OutlineEntry {
    std::string title;
    std::int32_t level = 1;    // 1: outermost
    std::uint32_t page = 0;    // from 1; 0: leads nowhere
    float y = -1;              // points from the top of the page; negative: not given
};

struct RawDocument {
    std::string title;
    std::string author;
    std::uint32_t page_count = 0;
    std::vector<RawPage> pages;  // ascending by number
    std::vector<OutlineEntry> outline;
    std::vector<document::Problem> problems;
};

}  // namespace longhand::ingest
