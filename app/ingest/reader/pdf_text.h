// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/raw_page.h"

#include <poppler.h>

namespace longhand::ingest::reader {

// Fills text, boxes, runs and fonts of `into` from the page: words of right-to-left scripts with
// each character on its own box, ligatures and presentation forms spelled out, marks composed.
void read_text(PopplerPage* page, RawPage& into);

}  // namespace longhand::ingest::reader
