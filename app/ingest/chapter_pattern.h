// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/chapters.h"

#include <string_view>
#include <vector>

namespace longhand::ingest {

// Chapters where a person says that headings look so. In the pattern `#` is a number in any of the
// forms headings use ("7", "VII", "seven", "first", "七", "7." and full width), `*` any text, also
// none, and a blank any run of blanks; letters match in either case. The pattern fits a whole
// paragraph: "Chapter #*" finds "CHAPTER XII. The Storm" and not a sentence that mentions it,
// unless the sentence begins so. Paragraphs over 200 bytes are never headings. Text in front of
// the first heading becomes a chapter called as before, or nothing.
// Empty: the pattern is empty or only stars, or fits nowhere.
std::vector<document::ChapterStart> chapters_by_pattern(const document::Document& document,
                                                        std::string_view pattern);

}  // namespace longhand::ingest
