// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/ngram_state.h"

#include <algorithm>

namespace longhand::infer {

void NgramState::add(TokenId token)
{
    if (n_ == 0)
        return;
    const auto length = static_cast<std::size_t>(n_ - 1);
    if (last_.size() == length) {
        std::vector<TokenId>& known = followers_[last_];
        if (std::find(known.begin(), known.end(), token) == known.end())
            known.push_back(token);
        last_.erase(last_.begin());
    }
    last_.push_back(token);
}

std::span<const TokenId> NgramState::followers() const
{
    if (n_ == 0 || last_.size() + 1 < static_cast<std::size_t>(n_))
        return {};
    const auto known = followers_.find(last_);
    return known == followers_.end() ? std::span<const TokenId>() : known->second;
}

}  // namespace longhand::infer
