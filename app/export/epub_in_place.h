// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export.h"

namespace longhand::exporting {

// The source package with the text of its blocks replaced: pages, images, fonts and styles stay
// what they were. Titles in the table of contents follow their headings, and the language is set
// in the package and on every page. The identifier stays, because fonts may be keyed to it.
// Fails: corrupt (the package cannot be taken apart; a fresh one can then be made), what writing
// fails with.
Result<void> write_epub_in_place(const document::Document& document,
                                 const TranslationExport& translation,
                                 const std::filesystem::path& out);

}  // namespace longhand::exporting
