// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/grammar_mask.h"

#include <algorithm>

namespace longhand::infer {

SortedTokens::SortedTokens(const tokenizer::Tokenizer& tokenizer)
{
    pieces_.resize(static_cast<std::size_t>(tokenizer.size()));
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const auto token = static_cast<TokenId>(i);
        if (tokenizer.ends_generation(token)) {
            ends_.push_back(token);
            continue;
        }
        pieces_[i] = tokenizer.piece(token);
        longest_ = std::max(longest_, pieces_[i].size());
        if (!pieces_[i].empty())
            sorted_.push_back({token, 0});
    }
    std::sort(sorted_.begin(), sorted_.end(),
              [this](const Entry& a, const Entry& b) { return piece(a.token) < piece(b.token); });
    for (std::size_t i = 1; i < sorted_.size(); ++i) {
        const std::string_view one = piece(sorted_[i - 1].token);
        const std::string_view two = piece(sorted_[i].token);
        const auto ends = std::mismatch(one.begin(), one.end(), two.begin(), two.end());
        sorted_[i].shared = static_cast<std::uint32_t>(ends.first - one.begin());
    }
}

void SortedTokens::allow(std::vector<bool>& allowed, const ByteGrammar& grammar,
                         const GrammarState& state) const
{
    std::fill(allowed.begin(), allowed.end(), false);
    std::vector<GrammarState> states(longest_ + 1);  // [i]: behind i bytes
    states[0] = state;
    std::size_t taken = 0;  // bytes of the last piece tried that the grammar takes
    for (const Entry& entry : sorted_) {
        if (entry.shared > taken)
            continue;  // begins with the byte that was refused
        const std::string_view bytes = piece(entry.token);
        for (taken = entry.shared; taken < bytes.size(); ++taken) {
            states[taken + 1] = states[taken];
            if (!grammar.step(states[taken + 1], static_cast<std::uint8_t>(bytes[taken])))
                break;
        }
        if (taken == bytes.size())
            allowed[static_cast<std::size_t>(entry.token)] = true;
    }
    for (const TokenId end : ends_)
        allowed[static_cast<std::size_t>(end)] = grammar.may_end(state);
}

// Brings state_ to the end of `generated`: mostly one token further.
void GrammarMask::follow(std::span<const TokenId> generated) const
{
    const bool continues =
        generated.size() >= followed_.size() &&
        std::equal(followed_.begin(), followed_.end(), generated.begin());
    if (!continues) {
        followed_.clear();
        state_ = grammar_->start();
        lost_ = false;
    }
    for (std::size_t i = followed_.size(); i < generated.size(); ++i) {
        for (const char byte : tokens_->piece(generated[i]))
            lost_ = lost_ || !grammar_->step(state_, static_cast<std::uint8_t>(byte));
        followed_.push_back(generated[i]);
    }
}

void GrammarMask::apply(std::span<const TokenId> generated, std::vector<bool>& allowed) const
{
    const std::scoped_lock lock(mutex_);
    follow(generated);
    if (lost_) {
        std::fill(allowed.begin(), allowed.end(), false);
        return;
    }
    auto known = known_.find(state_);
    if (known == known_.end()) {
        if (known_.size() >= kMostStates)
            known_.clear();
        known = known_.emplace(state_, std::vector<bool>(allowed.size())).first;
        tokens_->allow(known->second, *grammar_, state_);
    }
    for (std::size_t i = 0; i < allowed.size(); ++i)
        allowed[i] = allowed[i] && known->second[i];
}

}  // namespace longhand::infer
