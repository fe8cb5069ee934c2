// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longhand::ingest::flowing {

// Footnotes in the manner of "[^1]" and "[^1]: text", which plain Markdown does not know: the
// definitions leave the text, and the references become links to "#note-1".
inline constexpr std::string_view kNoteLink = "#note-";

struct MarkdownNotes {
    struct Note {
        std::string id;   // "note-1"
        std::string text; // Markdown
    };
    std::string text;
    std::vector<Note> notes;
};

// A reference without definition, and anything inside a fenced block of code, stays as it is.
MarkdownNotes take_notes(std::string_view markdown);

} // namespace longhand::ingest::flowing
