// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/merge_table.h"

namespace longhand::tokenizer {
namespace {

std::uint64_t pair_key(TokenId left, TokenId right)
{
    return (std::uint64_t{static_cast<std::uint32_t>(left)} << 32U) |
           static_cast<std::uint32_t>(right);
}

} // namespace

Result<MergeTable> MergeTable::make(std::span<const std::string> merges, const TokenMap& ids)
{
    MergeTable table;
    table.merges_.reserve(merges.size());
    for (std::size_t rank = 0; rank < merges.size(); ++rank) {
        const std::string& merge = merges[rank];
        const std::size_t blank = merge.find(' ');
        if (blank == std::string::npos)
            return Error{ErrorKind::corrupt, "merge " + std::to_string(rank) + " is \"" + merge +
                                                 "\", expected two tokens with a blank between"};
        const auto left = ids.find(std::string_view(merge).substr(0, blank));
        const auto right = ids.find(std::string_view(merge).substr(blank + 1));
        const auto whole = ids.find(merge.substr(0, blank) + merge.substr(blank + 1));
        if (left == ids.end() || right == ids.end() || whole == ids.end())
            continue;
        table.merges_.emplace(pair_key(left->second, right->second),
                              Merge{static_cast<double>(rank), whole->second});
    }
    return table;
}

std::optional<Merge> MergeTable::find(const Symbol& left, const Symbol& right) const
{
    const auto found = merges_.find(pair_key(left.token, right.token));
    if (found == merges_.end())
        return std::nullopt;
    return found->second;
}

} // namespace longhand::tokenizer
