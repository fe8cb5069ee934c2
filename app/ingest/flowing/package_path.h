// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace longhand::ingest::flowing {

// "%20" and the like; what is no valid escape stays.
std::string percent_decoded(std::string_view text);
// `href` (without fragment) of the entry `base` as a path from the package's root, "." and ".."
// resolved; ".." never leaves the root. A query is dropped.
std::string join_path(const std::string& base, std::string_view href);

} // namespace longhand::ingest::flowing
