// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/grammar.h"
#include "engine/tokenizer/tokenizer.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace longhand::infer {

// The bytes of every token, sorted, with how many each shares with the one before: a walk in this
// order tries every beginning once. Immutable; about 4 MB for 49k tokens.
class SortedTokens {
public:
    explicit SortedTokens(const tokenizer::Tokenizer& tokenizer);

    // Clears `allowed` (one entry a token) but for tokens whose bytes a grammar takes in a state,
    // and the end of an answer where it may end.
    void allow(std::vector<bool>& allowed, const ByteGrammar& grammar,
               const GrammarState& state) const;
    [[nodiscard]] std::string_view piece(TokenId token) const
    {
        return pieces_[static_cast<std::size_t>(token)];
    }

private:
    struct Entry {
        TokenId token = 0;
        std::uint32_t shared = 0;  // bytes in common with the entry before
    };
    std::vector<std::string> pieces_;  // by token; empty: never part of an answer's text
    std::vector<Entry> sorted_;
    std::vector<TokenId> ends_;        // tokens that end an answer
    std::size_t longest_ = 0;
};

// Allows the tokens that keep an answer inside a grammar. What a state allows is computed once and
// kept, for the states met last; a token costs less than a millisecond then. Threads: any; one
// mutex guards what is kept.
class GrammarMask : public TokenMask {
public:
    GrammarMask(std::shared_ptr<const ByteGrammar> grammar,
                std::shared_ptr<const SortedTokens> tokens)
        : grammar_(std::move(grammar)), tokens_(std::move(tokens)), state_(grammar_->start())
    {
    }
    void apply(std::span<const TokenId> generated, std::vector<bool>& allowed) const override;

private:
    static constexpr std::size_t kMostStates = 64;
    struct Order {
        bool operator()(const GrammarState& a, const GrammarState& b) const
        {
            return a.bytes < b.bytes;
        }
    };

    void follow(std::span<const TokenId> generated) const;

    std::shared_ptr<const ByteGrammar> grammar_;
    std::shared_ptr<const SortedTokens> tokens_;
    mutable std::mutex mutex_;  // guards what follows
    mutable std::map<GrammarState, std::vector<bool>, Order> known_;
    mutable std::vector<TokenId> followed_;  // the answer that led to state_
    mutable GrammarState state_;
    mutable bool lost_ = false;  // it left the grammar
};

}  // namespace longhand::infer
