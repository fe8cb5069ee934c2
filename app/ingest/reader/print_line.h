// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pango/pangocairo.h>

namespace longhand::ingest::reader {

// Draws the line with its baseline's left end at (x, y). What stands from right to left is written
// letter by letter in the order it is seen, each with its character: so every reader of PDF finds
// the words, where Pango's own order, last letter first, makes each letter a word.
void show_line(cairo_t* cairo, PangoLayoutLine* line, double x, double y);

}  // namespace longhand::ingest::reader
