// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export.h"

namespace longhand::exporting {

// An EPUB 3 package made from nothing but the document and its translation: one XHTML file a
// chapter, one for the notes, navigation for both EPUB 3 and EPUB 2 readers, a style sheet. The
// identifier follows from source, languages and layout, so that libraries do not pile up copies.
Result<void> write_fresh_epub(const document::Document& document,
                              const TranslationExport& translation,
                              const std::filesystem::path& out);

// "urn:uuid:..." from the source's hash, the languages and the layout: a name-based UUID of the
// SHA-256 kind (RFC 9562, version 8).
std::string stable_identifier(const TranslationExport& translation);

}  // namespace longhand::exporting
