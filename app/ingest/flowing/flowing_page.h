// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/markup.h"

namespace longhand::ingest::flowing {

// Fills `document` from one page: HTML, or Markdown made into the same tree. Title, authors and
// language that are set already stay.
void document_of_page(Node& root, const Source& source, document::Document& document);

} // namespace longhand::ingest::flowing
