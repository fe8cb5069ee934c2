// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export.h"

namespace longhand::exporting {

// The translation as a WordprocessingML package (ECMA-376, transitional): title, headings that
// make a navigation pane, emphasis, quotations, lists as text, the language of every run, both
// columns of a side-by-side layout as a table. Notes stand at the end. Fails as PackageWriter does.
Result<void> write_docx(const document::Document& document, const TranslationExport& translation,
                        const std::filesystem::path& out);

}  // namespace longhand::exporting
