// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <string>
#include <utility>
#include <vector>

namespace longhand::ingest::flowing {

using Entries = std::vector<std::pair<std::string, std::string>>; // name, content

// A ZIP archive with these entries, the first one stored, the others deflated.
std::string zip(const Entries& entries);

// The entries of a small EPUB 3: `pages` are names and bodies of XHTML pages, `nav` the list items
// of the table of contents.
Entries epub_entries(const Entries& pages, const std::string& nav);
std::string page(const std::string& body, const std::string& attributes = "xml:lang=\"en\"");

// All text of a chapter, paragraphs joined by '\n'.
std::string text_of(const document::Chapter& chapter);
std::vector<std::string> titles_of(const document::Document& document);
bool has_problem(const document::Document& document, const std::string& kind);

} // namespace longhand::ingest::flowing
