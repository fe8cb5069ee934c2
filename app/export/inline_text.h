// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::exporting {

// Text without the characters that XML forbids, with the five that mean something escaped.
std::string escape_xml(std::string_view text);
// Text in which nothing reads as Markdown markup.
std::string escape_markdown(std::string_view text);

// How one kind of output writes a run of text with its spans.
struct InlineStyle {
    std::function<std::string(std::string_view)> text;
    std::function<std::string(const document::Span&)> open;
    std::function<std::string(const document::Span&)> close;
};

// Spans that begin and end off code-point borders or cross another are left out.
std::string render_inline(std::string_view text, const std::vector<document::Span>& spans,
                          const InlineStyle& style);

// `note_target` makes the address of a note from its id; links to anything but http, https and
// mailto become plain text.
InlineStyle xhtml_style(std::function<std::string(const std::string& note_id)> note_target);
InlineStyle markdown_style();
InlineStyle plain_style();

}  // namespace longhand::exporting
