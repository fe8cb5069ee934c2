// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace longhand::document {

// Tables as text (RFC 4180). A field that a spreadsheet would run as a formula gets an apostrophe
// in front, which reading takes off again.
std::string csv_field(std::string_view text);
// Rows end with LF, CR or both; blank ones are left out; a byte-order mark is. At most a million
// fields. Fails: corrupt (a quotation that is not closed, too many fields), naming the line.
Result<std::vector<std::vector<std::string>>> parse_csv(std::string_view csv, char separator = ',');

}  // namespace longhand::document
