// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <vector>

namespace longhand::ingest::flowing {

// A text without chapters: pieces of a few thousand words at paragraph ends, called "Part 1: its
// first words"; a short text is one chapter called `title`. Sets chapters and chapter_source.
void cut_into_pieces(std::vector<document::Paragraph> paragraphs, const std::string& title,
                     document::Document& document);

} // namespace longhand::ingest::flowing
