// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/pdf_paragraphs.h"

namespace longhand::ingest::pdf {

// Where a chapter begins.
struct Border {
    std::size_t block = 0;
    std::string title;
    std::int32_t level = 1;
};
struct Borders {
    std::vector<Border> borders;  // ascending; empty: the text shows no chapters
    document::ChapterSource source = document::ChapterSource::pieces;
};

// The outline when it covers the book and its pages rise, else a printed contents page whose titles
// stand in the text, else headings that divide the text into parts of a chapter's weight.
Borders find_borders(const std::vector<Block>& blocks, const RawDocument& raw);

}  // namespace longhand::ingest::pdf
