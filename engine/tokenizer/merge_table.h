// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/tokenizer/merge_queue.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace longhand::tokenizer {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};
using TokenMap = std::unordered_map<std::string, TokenId, TextHash, std::equal_to<>>;

// The merges of a BPE model by the ids of the two parts.
class MergeTable {
public:
    // `merges`: "left right", best first. One that names no token of `ids` can never be used and is
    // left out. Fails: corrupt (a merge without its blank).
    static Result<MergeTable> make(std::span<const std::string> merges, const TokenMap& ids);
    [[nodiscard]] std::optional<Merge> find(const Symbol& left, const Symbol& right) const;

private:
    std::unordered_map<std::uint64_t, Merge> merges_;
};

} // namespace longhand::tokenizer
