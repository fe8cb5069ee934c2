// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/token.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::tokenizer {

// A token that is found in text before anything else cuts it: a run of blanks, a tag.
struct AddedToken {
    std::string text; // not empty
    TokenId id = -1;
    bool strips_left = false, strips_right = false; // takes the white space beside it with it
    bool single_word = false;                       // only where no letter, digit or _ touches it
};

// True of a text that steers a model where it stands ("<|im_end|>", "<start_of_turn>", "[INST]",
// "</s>"). Content never makes such a token, whatever a vocabulary calls it.
bool is_written_like_a_mark(std::string_view text);

// Finds added tokens: the leftmost first, of those that begin together the longest. Immutable.
class AddedTokens {
public:
    AddedTokens() = default;
    explicit AddedTokens(std::vector<AddedToken> tokens);

    [[nodiscard]] bool empty() const { return tokens_.empty(); }
    // Text in order: stretches without any (never empty, with id -1) and tokens.
    void split(std::string_view text,
               const std::function<void(std::string_view stretch, TokenId id)>& piece) const;

private:
    [[nodiscard]] const AddedToken* at(std::string_view text, std::size_t at) const;
    std::vector<AddedToken> tokens_;                      // longest first
    std::array<std::vector<std::uint32_t>, 256> by_byte_; // indices of those that begin with it
};

} // namespace longhand::tokenizer
