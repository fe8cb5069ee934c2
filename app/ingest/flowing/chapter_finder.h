// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/flowing/text_lines.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longhand::ingest::flowing {

struct FoundHeading {
    std::size_t line = 0;  // index of its first line
    std::size_t lines = 1; // the heading may take several: number, then title
    int level = 1;
    std::string title;
};

struct FoundChapters {
    std::vector<FoundHeading> headings; // in order; empty: the text shows no chapters
    // What a person should look at: numbers that are missing or come twice ("after 12 comes 14").
    std::vector<std::string> oddities;
};

// Headings of a plain text. The most specific patterns first (Chapter 4, 第四回), then numerals
// that rise by one, then lines in capitals and lines that stand apart; the first that divide the
// text into parts of a chapter's weight win. A missed heading costs less than a false one: a line
// that reads like a sentence, a list of contents and a number out of order are no headings.
FoundChapters find_chapters(std::span<const Line> lines, const TextLayout& layout);

} // namespace longhand::ingest::flowing
