// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export.h"

#include <string>

namespace longhand::exporting {

// The segments for other programs. TMX 1.4: what is translated, for translation memories. CSV:
// every segment with its place, status and warnings, places counted from 1.
std::string segments_as_tmx(const TranslationExport& translation);
std::string segments_as_csv(const TranslationExport& translation);

}  // namespace longhand::exporting
