// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/token.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace longhand::tokenizer {

// A joint of two neighbouring symbols into one token; the lowest rank is made first, of equal
// ranks the leftmost.
struct Merge {
    double rank = 0.0;
    TokenId token = -1;
};

// A symbol of the word that is being merged. `token` is -1 for one that is no token by itself.
struct Symbol {
    TokenId token = -1;
    std::uint32_t begin = 0, end = 0; // bytes of the word
};

// Makes the best joint until none is left. `find(left, right)` says what two neighbours become.
void merge_symbols(std::vector<Symbol>& symbols,
                   const std::function<std::optional<Merge>(const Symbol&, const Symbol&)>& find);

} // namespace longhand::tokenizer
