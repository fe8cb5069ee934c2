// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace longhand::ingest {

// The format that the first and last bytes of a file show. The name serves messages, and its
// suffix decides between plain text and Markdown alone.
// Fails: unsupported (a known format that is not read, with what to do; binary bytes), corrupt
// (an empty file).
Result<document::Format> format_of_bytes(std::string_view head, std::string_view tail,
                                         const std::string& name);

} // namespace longhand::ingest
