// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/print_pdf.h"

#include <cairo.h>
#include <pango/pangocairo.h>

namespace longhand::ingest::reader {

struct GObjectUnref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, GObjectUnref>;

// How one kind of block looks; lengths in points.
struct Look {
    double size = 10.5;
    bool bold = false;
    bool italic = false;
    bool mono = false;
    bool centred = false;
    double before = 0, after = 6;
    double left = 0, right = 0;  // indents; the label hangs in the left one
    double leading = 1.42;       // of the size
};
Look look_of(const PrintBlock& block);

// From line to line, points. The same whatever the fonts of a line: superscripts and borrowed
// glyphs must not make a paragraph uneven.
struct Pitch {
    double height = 0, baseline = 0;
    double above = 0;  // more, for readings
};
Pitch pitch_of(const PrintBlock& block, const Look& look);

bool is_right_to_left(PangoLayout* layout);  // its first paragraph
// Control characters become blanks: what they do to a page is nobody's wish.
std::string printable(std::string text);

// The block's text at `width` points, its spans as attributes.
Layout lay_out(cairo_t* cairo, const PrintBlock& block, const Look& look, double width);
// One line of small plain text, shortened with an ellipsis at `width`.
Layout lay_out_line(cairo_t* cairo, const std::string& text, const std::string& language,
                    double size, double width);

}  // namespace longhand::ingest::reader
