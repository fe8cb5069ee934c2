// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/pdf_layout.h"

namespace longhand::ingest::pdf {

// Where the lines of a region begin and end, in points from the left of the page.
struct Edges {
    float x0 = 0, x1 = 0;
    float leading = 12;  // between two lines of running text, top to top
};

// Edges that many lines share; one line beyond them, a formula or a wide row, moves nothing.
Edges edges_of(const std::vector<Line>& lines);

// For each line the edges at which the text around it breaks: those of its own run of evenly set
// lines where that run is justified (an abstract, a quotation), else those of the region.
std::vector<Edges> local_edges(const std::vector<Line>& lines, const Edges& region);

// Takes what stands beyond the edge of justified text, notes in the outer margin, out of `lines`;
// comes back as lines of its own.
std::vector<Line> take_margin(const PageWords& page, std::vector<Line>& lines);

}  // namespace longhand::ingest::pdf
