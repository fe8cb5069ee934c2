// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "app/export/export.h"

namespace longhand::cli {

// "target", "source-target", "target-source". Fails: invalid.
Result<exporting::Layout> parse_layout(const std::string& name);
// Writes the translation as far as it goes and says what is missing.
Result<void> export_translation_of(Session& session, const library::Book& book,
                                   const library::TranslationKey& key, exporting::Layout layout,
                                   const std::filesystem::path& out);

}  // namespace longhand::cli
