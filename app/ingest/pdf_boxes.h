// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/pdf_layout.h"

namespace longhand::ingest::pdf {

// Small boxes of centred lines side by side, as authors stand under the title of a paper.
struct SideBySide {
    std::size_t lines = 0;                 // of the region that they take up; 0: there are none
    std::vector<std::vector<Line>> boxes;  // row by row of boxes, each from left to right
};
SideBySide side_by_side(const PageWords& page, const std::vector<Line>& lines, std::size_t begin);

}  // namespace longhand::ingest::pdf
