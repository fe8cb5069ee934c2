// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/token.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace longhand::infer {

// The runs of n tokens that an answer holds, kept up as it grows: which tokens followed its
// present last n - 1 tokens before.
class NgramState {
public:
    static constexpr std::int32_t kMostTokens = 64;

    // n from 2 to kMostTokens, or 0: nothing is kept and nothing follows.
    explicit NgramState(std::int32_t n) : n_(n) {}
    void add(TokenId token);
    // In order of their first coming; valid until the next add.
    [[nodiscard]] std::span<const TokenId> followers() const;

private:
    std::int32_t n_;
    std::vector<TokenId> last_;  // the newest n - 1, oldest first
    std::map<std::vector<TokenId>, std::vector<TokenId>> followers_;
};

}  // namespace longhand::infer
