// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/heading_weights.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <map>

namespace longhand::ingest::flowing {

std::uint64_t words_of(const Line& line)
{
    return utf8::count_words(line.text);
}

std::uint64_t HeadingWeights::end_words() const
{
    return lines_.empty() ? 0 : lines_.back().words_before + words_of(lines_.back());
}

// Words from a heading, itself not counted, to the next.
std::uint64_t HeadingWeights::weight(const Candidates& all, std::size_t i) const
{
    const std::uint64_t end =
        i + 1 < all.size() ? lines_[all[i + 1].line].words_before : end_words();
    const Line& line = lines_[all[i].line];
    const std::uint64_t begin = line.words_before + words_of(line);
    return end > begin ? end - begin : 0;
}

std::uint64_t HeadingWeights::mean_weight(const Candidates& all) const
{
    if (all.empty())
        return 0;
    return (end_words() - lines_[all.front().line].words_before) / all.size();
}

// Between n and n + 1 of a family nothing else of it stands: a sentence that began like a heading,
// or the heading's own repetition on the next line.
Candidates HeadingWeights::without_strays(Candidates all) const
{
    std::map<std::string_view, std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].match.number >= 0)
            families[all[i].match.family].push_back(i);
    }
    std::vector<bool> stray(all.size(), false);
    // "CHAPTER I" above "INTRODUCTORY": the second is the title of the first.
    for (std::size_t i = 1; i < all.size(); ++i) {
        const HeadingMatch& above = all[i - 1].match;
        if (all[i].match.rank == HeadingRank::named && above.rank == HeadingRank::chapter &&
            above.bare && all[i].line == all[i - 1].line + 1)
            stray[i] = true;
    }
    for (const auto& [family, members] : families) {
        for (std::size_t k = 1; k < members.size(); ++k) {
            const int before = all[members[k - 1]].match.number;
            const int here = all[members[k]].match.number;
            if (here == before && all[members[k]].line - all[members[k - 1]].line == 1)
                stray[members[k]] = true;
            if (k + 1 < members.size() && here != before + 1 && here != 1 &&
                all[members[k + 1]].match.number == before + 1)
                stray[members[k]] = true;
        }
    }
    Candidates kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!stray[i])
            kept.push_back(all[i]);
    }
    return kept;
}

// A printed list of contents: headings with next to nothing between them, most of which come
// again further down.
Candidates HeadingWeights::without_contents(Candidates all) const
{
    constexpr std::uint64_t kNothing = 24; // words
    const auto comes_again = [&](std::size_t i) {
        return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(),
                           [&](const Candidate& later) {
                               if (later.match.family != all[i].match.family)
                                   return false;
                               return later.match.number >= 0
                                          ? later.match.number == all[i].match.number
                                          : lines_[later.line].text == lines_[all[i].line].text;
                           });
    };
    std::vector<bool> listed(all.size(), false);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && end - begin < 5000 && weight(all, end - 1) <= kNothing)
            ++end;
        if (end - begin >= 4) {
            std::vector<std::size_t> again;
            for (std::size_t i = begin; i < end; ++i) {
                if (comes_again(i))
                    again.push_back(i);
            }
            if (again.size() * 10 >= (end - begin) * 6) {
                for (const std::size_t i : again)
                    listed[i] = true;
            }
        }
        begin = end;
    }
    Candidates kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!listed[i] || lines_[all[i].line].words_before == 0)
            kept.push_back(all[i]);
    }
    return kept;
}

// A family whose parts hold a few words each is a list, not chapters.
Candidates HeadingWeights::without_lists(Candidates all) const
{
    std::map<std::string_view, std::pair<std::uint64_t, std::size_t>> families;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& [words, count] = families[all[i].match.family];
        words += weight(all, i);
        ++count;
    }
    Candidates kept;
    for (const Candidate& candidate : all) {
        const auto& [words, count] = families[candidate.match.family];
        const bool list =
            count >= 8 && words < count * 40 && candidate.match.rank != HeadingRank::volume;
        if (!list)
            kept.push_back(candidate);
    }
    return kept;
}

Candidates HeadingWeights::weighty(Candidates chosen, std::uint64_t least) const
{
    Candidates kept;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (weight(chosen, i) >= least)
            kept.push_back(chosen[i]);
    }
    return kept;
}

} // namespace longhand::ingest::flowing
