// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/pdf_layout.h"

namespace longhand::ingest::pdf {

// What a single line looks like, before it is part of a paragraph.

bool ends_sentence(std::u32string_view text);  // closing quotes and brackets set aside
bool ends_sentence_utf8(std::string_view text);
bool has_letters(std::u32string_view text);
bool is_separator(std::u32string_view text);      // "* * *", nothing but marks
bool is_list_mark(std::u32string_view text);      // begins with a bullet, "1.", "(a)"
bool is_caption(std::u32string_view text);        // begins "Figure 3", "Table 2", "图 1"
bool is_contents_line(std::u32string_view text);  // "Title . . . . . 12", "lamp . . . . 3, 9"

// The bullet that a list item begins with, in characters; 0: none. Numbers and letters are words.
std::size_t bullet_length(std::u32string_view text);
// The line without its bullet.
Line without_bullet(const PageWords& page, const Line& line);
// A line of a list of contents without the dots that lead to its number.
Line without_leader(const PageWords& page, const Line& line);

// The words of a line between wide gaps, each as a line of its own; one cell when there are none.
std::vector<Line> cells_of(const PageWords& page, const Line& line);

// The mark a note begins with: a raised or bare number, an asterisk, a dagger; empty: none.
std::string note_label(const PageWords& page, const Line& line);
// The number behind `previous`, when the line begins with it; empty: it does not.
std::string next_label(const PageWords& page, const Line& line, const std::string& previous);
// Whether it begins with a small raised number that stands, as small, in the text above.
bool begins_with_called_number(const PageWords& page, const Line& line);
// The line without its mark.
Line without_label(const PageWords& page, const Line& line, const std::string& label);

}  // namespace longhand::ingest::pdf
