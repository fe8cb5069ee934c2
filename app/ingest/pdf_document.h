// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/raw_page.h"

#include <string>

namespace longhand::ingest {

// A clean document from what the reader child found: columns in order, running heads out, hyphens
// joined, notes apart, chapters by the outline, a printed contents page, headings, or pieces.
// `file_name` gives the title when nothing else does.
document::Document compose_pdf(RawDocument raw, const std::string& file_name);

}  // namespace longhand::ingest
