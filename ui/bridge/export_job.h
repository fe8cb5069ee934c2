// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "ui/bridge/findings_views.h"
#include "ui/bridge/model.h"

namespace longhand::ui {

// Writes what was made of a book, read from the library, to request.path. Blocks. Returns how many
// paragraphs stand untranslated. Fails: not_found when there is nothing to export yet; else as
// app/export does.
Result<int> exportFromLibrary(library::Library& library, BookId book, const ExportRequest& request);

// The summary in `language`; empty: in the book's own, or in English where that is unknown.
Result<std::optional<library::Summary>> readSummary(library::Library& library, BookId book,
                                                    const std::string& bookLanguage,
                                                    const std::string& language);

// The same as text for the clipboard; a summary or answers.
Result<CopiedText> copyFromLibrary(library::Library& library, BookId book,
                                   const ExportRequest& request);

} // namespace longhand::ui
