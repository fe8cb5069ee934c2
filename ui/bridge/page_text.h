// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "ui/bridge/model.h"

namespace longhand::ui {

// What page `page` (from 1) of the document says, with the place of every character. `boxes` are
// the glyphs of that page, as the library keeps them; a character without one has no place.
PageTextView pageText(const document::Document& document, const std::vector<document::Box>& boxes,
                      int page);

} // namespace longhand::ui
