// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/merge_queue.h"

#include <queue>

namespace longhand::tokenizer {
namespace {

constexpr std::size_t kShort = 24; // words up to this many symbols are scanned, not queued
using Find = std::function<std::optional<Merge>(const Symbol&, const Symbol&)>;

void join(Symbol& left, const Symbol& right, TokenId token)
{
    left.token = token;
    left.end = right.end;
}

void merge_short(std::vector<Symbol>& symbols, const Find& find)
{
    std::vector<std::optional<Merge>> joints(symbols.size());
    for (std::size_t i = 0; i + 1 < symbols.size(); ++i)
        joints[i] = find(symbols[i], symbols[i + 1]);
    while (true) {
        std::size_t best = symbols.size();
        for (std::size_t i = 0; i + 1 < symbols.size(); ++i)
            if (joints[i] && (best == symbols.size() || joints[i]->rank < joints[best]->rank))
                best = i;
        if (best == symbols.size())
            return;
        join(symbols[best], symbols[best + 1], joints[best]->token);
        symbols.erase(symbols.begin() + static_cast<std::ptrdiff_t>(best) + 1);
        joints.erase(joints.begin() + static_cast<std::ptrdiff_t>(best) + 1);
        joints[best] =
            best + 1 < symbols.size() ? find(symbols[best], symbols[best + 1]) : std::nullopt;
        if (best > 0)
            joints[best - 1] = find(symbols[best - 1], symbols[best]);
    }
}

struct Candidate {
    double rank;
    std::size_t left, right;           // indices of symbols
    std::uint32_t left_end, right_end; // how far the two reached when the joint was found
    TokenId token;
    bool operator<(const Candidate& other) const // priority_queue takes the greatest
    {
        return rank != other.rank ? rank > other.rank : left > other.left;
    }
};

void merge_long(std::vector<Symbol>& symbols, const Find& find)
{
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    const std::size_t count = symbols.size();
    std::vector<std::size_t> next(count);
    std::vector<std::size_t> previous(count);
    std::vector<bool> gone(count, false);
    std::priority_queue<Candidate> queue;
    const auto offer = [&](std::size_t left, std::size_t right) {
        if (left == kNone || right == kNone)
            return;
        if (const auto merge = find(symbols[left], symbols[right]))
            queue.push(
                {merge->rank, left, right, symbols[left].end, symbols[right].end, merge->token});
    };
    for (std::size_t i = 0; i < count; ++i) {
        next[i] = i + 1 < count ? i + 1 : kNone;
        previous[i] = i > 0 ? i - 1 : kNone;
        offer(i, next[i]);
    }
    while (!queue.empty()) {
        const Candidate best = queue.top();
        queue.pop();
        // a joint whose parts have changed meanwhile was offered again in its new form
        if (gone[best.left] || gone[best.right] || symbols[best.left].end != best.left_end ||
            symbols[best.right].end != best.right_end)
            continue;
        join(symbols[best.left], symbols[best.right], best.token);
        gone[best.right] = true;
        next[best.left] = next[best.right];
        if (next[best.left] != kNone)
            previous[next[best.left]] = best.left;
        offer(previous[best.left], best.left);
        offer(best.left, next[best.left]);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i)
        if (!gone[i])
            symbols[kept++] = symbols[i];
    symbols.resize(kept);
}

} // namespace

void merge_symbols(std::vector<Symbol>& symbols, const Find& find)
{
    if (symbols.size() <= kShort)
        merge_short(symbols, find);
    else
        merge_long(symbols, find);
}

} // namespace longhand::tokenizer
