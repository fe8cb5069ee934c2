// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace longhand::ingest::flowing {

struct DecodedText {
    std::string text;         // UTF-8, without a byte order mark
    std::string encoding;     // "UTF-8", "UTF-16LE", "GB18030", "Big5", "Shift_JIS", ...
    bool certain = true;      // false: chosen by how plausible the letters look
    std::size_t replaced = 0; // characters that could not be decoded and became U+FFFD
};

// The text of `bytes` in the encoding that its bytes prove (a byte order mark, strict UTF-8) or
// make most plausible: every candidate decodes strictly, then the share of characters that are
// frequent in the languages written with it decides. `asked` names an encoding instead of that.
// Fails: invalid (nobody knows `asked`).
Result<DecodedText> decode_text(std::string_view bytes, const std::string& asked);

// `bytes` of a named encoding as UTF-8; what does not decode becomes U+FFFD.
// Fails: invalid (unknown name).
Result<std::string> to_utf8(std::string_view bytes, const std::string& encoding);

} // namespace longhand::ingest::flowing
