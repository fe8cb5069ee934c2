// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/raw_page.h"

namespace longhand::ingest::pdf {

// From the characters of a page to words and lines. Pure functions; lengths in points.

struct FontStyle {
    bool bold = false, italic = false, mono = false;
    friend bool operator==(const FontStyle&, const FontStyle&) = default;
};
// What a font's name tells: "LMRoman10-Bold", "CMTI10", "Courier-Oblique".
FontStyle style_of(std::string_view font_name);

struct Word {
    std::uint32_t begin = 0, end = 0;  // glyphs of the page, no blank among them
    document::Box box;
    float size = 0;                 // of its letters
    std::uint32_t raw_line = 0;     // words of one line of the PDF library share it
    bool right_to_left = false;
    bool removed = false;           // running head or page number
};

struct GlyphStyle {
    FontStyle font;
    float size = 0;
};

struct PageWords {
    const RawPage* raw = nullptr;     // outlives this
    std::vector<GlyphStyle> glyphs;   // one a character
    std::vector<Word> words;          // in the order of the file
    bool right_to_left = false;       // most letters are
};
PageWords words_of(const RawPage& page);

struct Line {
    std::vector<std::uint32_t> words;  // indices into PageWords::words, in logical order
    document::Box box;
    float size = 0;   // of most letters
    bool bold = false, mono = false, italic = false;  // all letters are
    bool right_to_left = false;
};
// Lines from top to bottom; words side by side make one line. `words` are indices.
std::vector<Line> lines_of(const PageWords& page, const std::vector<std::uint32_t>& words);

// Text of a line as read, blanks between words (none between Han and kana set close).
std::u32string text_of(const PageWords& page, const Line& line);
// Whether a blank stands between two neighbouring words of a line.
bool blank_between(const PageWords& page, const Word& left, const Word& right);

// Words in reading order, region by region: a region is a column, or a band across the page.
// Cut along white gutters that many lines keep free; a page with one column is one region.
std::vector<std::vector<std::uint32_t>> regions_of(const PageWords& page);

// Marks running heads and page numbers in all pages as removed and returns their text by page.
std::vector<std::vector<std::string>> remove_furniture(std::vector<PageWords>& pages);

bool is_right_to_left(char32_t code);
bool is_bare_number(std::u32string_view text);  // arabic or roman page number, with its dashes
std::string utf8_of(std::u32string_view text);

}  // namespace longhand::ingest::pdf
