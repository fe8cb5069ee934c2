// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::ingest::flowing {

// A line of a text file that is not blank. Views into the text.
struct Line {
    std::string_view text;           // trimmed
    std::uint32_t indent = 0;        // columns of white space before it; U+3000 counts two
    std::uint32_t columns = 0;       // of the trimmed text; Han, kana and hangul count two
    std::uint32_t blanks_before = 0; // blank lines above; the first line of a file has 9
    std::uint32_t blanks_after = 0;  // the last line of a file has 9
    std::uint64_t words_before = 0;  // words of the text above this line
    bool separator = false;          // "* * *", "-----": nothing but marks
};

// How the file sets paragraphs.
struct TextLayout {
    bool wrapped = false;    // lines end where the measure ended, not where a paragraph does
    std::uint32_t width = 0; // the measure in columns, when wrapped
    std::uint32_t gap = 0;   // blank lines between paragraphs as a rule; 0: none
};

// `text` is UTF-8; line ends are LF, CRLF or CR; a form feed is a blank line.
std::vector<Line> lines_of(std::string_view text);
TextLayout layout_of(std::span<const Line> lines);

// Lines to paragraphs: a line each, or joined again where they were wrapped (no blank between two
// Han or kana; a word cut by a hyphen is whole again when the text knows the whole word). Verse
// keeps its lines, with '\n' between them.
class ParagraphJoiner {
public:
    ParagraphJoiner(std::span<const Line> all, const TextLayout& layout);
    std::vector<document::Paragraph> join(std::span<const Line> lines) const;

private:
    void join_block(std::span<const Line> block, std::vector<document::Paragraph>& out) const;
    void append_line(std::string& text, std::string_view line) const;
    bool starts_paragraph(std::span<const Line> block, std::size_t i, std::uint32_t margin) const;

    TextLayout layout_;
    std::vector<std::string> words_; // sorted; only when some line ends in a hyphen
};

} // namespace longhand::ingest::flowing
