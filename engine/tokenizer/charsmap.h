// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::tokenizer {

// SentencePiece's compiled table of replacements ("nmt_nfkc" and the like): u32 bytes of a double
// array (the units of darts-clone, u32 little-endian each), the array, then the replacements, each
// ended by a zero byte.
class Charsmap {
public:
    // Fails: corrupt.
    static Result<Charsmap> make(std::string_view blob);
    // Every longest known beginning replaced; what is not known stays, a byte that is not UTF-8
    // becomes U+FFFD.
    [[nodiscard]] std::string apply(std::string_view text) const;

private:
    struct Found {
        std::size_t length = 0;
        std::uint32_t offset = 0; // of the replacement
    };
    [[nodiscard]] std::optional<Found> longest(std::string_view text) const;
    std::vector<std::uint32_t> units_;
    std::string replacements_; // ends in a zero byte
};

} // namespace longhand::tokenizer
