// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/blocks.h"

#include <functional>
#include <string>

namespace longhand::exporting {

// The whole translated book as one text.
std::string translation_as_text(const document::Document& document,
                                const TranslationExport& translation);
std::string translation_as_markdown(const document::Document& document,
                                    const TranslationExport& translation);
std::string translation_as_html(const document::Document& document,
                                const TranslationExport& translation);

// As a PDF with an outline; pages are set by longhand-reader.
Result<void> print_translation(const document::Document& document,
                               const TranslationExport& translation,
                               const std::filesystem::path& out);

// The body of one chapter as XHTML blocks, lists and tables closed, for HTML and EPUB. Notes are
// addressed through `note_target` (empty result: no link).
std::string chapter_body(const TranslationExport& translation, const std::vector<Block>& blocks,
                         int heading_level,
                         const std::function<std::string(const std::string&)>& note_target);
// Rules of our own for both, small: measure, leading, dimmed source, untranslated mark.
std::string style_sheet();

}  // namespace longhand::exporting
