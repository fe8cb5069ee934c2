// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/chapter_finder.h"

#include "app/ingest/flowing/heading_patterns.h"
#include "app/ingest/flowing/heading_weights.h"
#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <map>
#include <unicode/uchar.h>

namespace longhand::ingest::flowing {
namespace {

bool is_strong(HeadingRank rank)
{
    return rank == HeadingRank::volume || rank == HeadingRank::chapter ||
           rank == HeadingRank::section || rank == HeadingRank::named;
}

class Finder {
public:
    Finder(std::span<const Line> lines, const TextLayout& layout)
        : lines_(lines), layout_(layout), weights_(lines)
    {
    }
    FoundChapters find();

private:
    void collect();
    bool stands_apart(std::size_t line, const HeadingMatch& match) const;
    bool is_plain_heading(std::size_t line) const;
    bool continues_as_title(std::size_t line) const;
    Candidates strong() const;
    bool is_enough(const Candidates& chosen) const;
    Candidates weak(HeadingRank rank, const Candidates& volumes) const;
    Candidates numerals(HeadingRank rank, const Candidates& volumes) const;
    Candidates apart_lines(bool plain) const;
    bool fits_inside(const Candidates& more, const Candidates& volumes) const;
    FoundHeading heading_of(const Candidates& all, std::size_t i) const;
    void set_levels(const Candidates& all, std::vector<FoundHeading>& headings) const;
    std::vector<std::string> oddities_of(const Candidates& all) const;

    std::span<const Line> lines_;
    TextLayout layout_;
    HeadingWeights weights_;
    Candidates all_;
};

bool is_upper_or_wide(std::string_view text)
{
    std::size_t offset = 0;
    const char32_t code = utf8::next(text, offset);
    return u_isUUppercase(static_cast<UChar32>(code)) != 0 || utf8::is_cjk(code) ||
           (code >= '0' && code <= '9');
}

bool has_small_letter(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        if (u_isULowercase(static_cast<UChar32>(utf8::next(text, offset))) != 0)
            return true;
    }
    return false;
}

bool ends_with_any(std::string_view text, std::u32string_view set)
{
    if (text.empty())
        return false;
    std::size_t offset = utf8::floor_boundary(text, text.size() - 1);
    return set.find(utf8::next(text, offset)) != std::u32string_view::npos;
}

bool says_the_end(std::string_view text)
{
    for (const std::string_view end : {"THE END", "FINIS", "END", "FIN", "ENDE"}) {
        if (text == end || (text.starts_with(end) && text.size() == end.size() + 1))
            return true;
    }
    return false;
}

bool Finder::stands_apart(std::size_t i, const HeadingMatch& match) const
{
    const Line& line = lines_[i];
    const bool loose = layout_.gap == 0 && !layout_.wrapped; // every line is a paragraph
    if (match.rank == HeadingRank::capitals)
        return line.blanks_before >= std::max(layout_.gap, 1U) && line.blanks_after >= 1;
    if (loose)
        return true;
    if (line.blanks_before == 0)
        return false;
    if (line.blanks_after >= 1 || !layout_.wrapped)
        return true;
    // The heading goes on: a few short lines, then a blank one.
    for (std::size_t next = i + 1; next < lines_.size() && next <= i + 4; ++next) {
        if (lines_[next].blanks_after >= 1)
            return lines_[next].columns * 4 < layout_.width * 3 || !match.bare;
    }
    return false;
}

bool Finder::is_plain_heading(std::size_t i) const
{
    const Line& line = lines_[i];
    if (line.separator || line.columns > 70 || line.blanks_before <= layout_.gap ||
        line.blanks_after < std::max(layout_.gap, 1U) || layout_.gap == 0)
        return false;
    return is_upper_or_wide(line.text) && !ends_with_any(line.text, U".,;:。，；：”\"'’-—–") &&
           words_of(line) <= 14;
}

void Finder::collect()
{
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].separator)
            continue;
        const auto match = match_heading(lines_[i].text);
        if (match && stands_apart(i, *match))
            all_.push_back({i, *match, false});
        if ((!match || match->rank == HeadingRank::capitals) && is_plain_heading(i))
            all_.push_back({i, {HeadingRank::capitals, "plain", -1, false}, true});
    }
}

Candidates Finder::strong() const
{
    Candidates chosen;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(chosen),
                 [](const Candidate& c) { return !c.plain && is_strong(c.match.rank); });
    return weights_.without_lists(
        weights_.without_contents(weights_.without_strays(std::move(chosen))));
}

bool Finder::is_enough(const Candidates& chosen) const
{
    std::size_t chapters = 0, volumes = 0;
    for (const Candidate& candidate : chosen) {
        chapters += candidate.match.rank == HeadingRank::chapter ||
                    candidate.match.rank == HeadingRank::section;
        volumes += candidate.match.rank == HeadingRank::volume;
    }
    if (chapters >= 2)
        return weights_.mean_weight(chosen) < 40'000;
    return volumes + chapters >= 2 && weights_.mean_weight(chosen) < 15'000;
}

// Numerals count only where they rise by one; they may begin again at 1 (in the next volume). A
// row from 1 after which the count goes on where it stood is a list inside a chapter.
Candidates Finder::numerals(HeadingRank rank, const Candidates& volumes) const
{
    Candidates all;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(all),
                 [&](const Candidate& each) { return !each.plain && each.match.rank == rank; });
    const auto number = [&](std::size_t i) { return i < all.size() ? all[i].match.number : -1; };
    Candidates chain;
    std::size_t bare = 0, seen = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        ++seen;
        const int last = chain.empty() ? 0 : chain.back().match.number;
        const bool new_volume =
            !chain.empty() &&
            std::any_of(volumes.begin(), volumes.end(), [&](const Candidate& volume) {
                return volume.line > chain.back().line && volume.line < all[i].line;
            });
        if (number(i) == 1 && last >= 1 && !new_volume) {
            std::size_t end = i + 1;
            while (number(end) == number(end - 1) + 1)
                ++end;
            if (number(end) == last + 1 && number(end - 1) != last) {
                i = end - 1;
                continue;
            }
        }
        const bool resets = number(i) == 1 && (last >= 3 || new_volume);
        if (number(i) == last + 1 || resets) {
            chain.push_back(all[i]);
            bare += all[i].match.bare ? 1 : 0;
        }
    }
    if (chain.size() < 3 || chain.size() * 2 < seen)
        return {};
    const bool mixed = bare * 10 > chain.size() && bare * 10 < chain.size() * 9;
    if (mixed && weights_.mean_weight(chain) < 400)
        return {};
    chain = weights_.without_contents(std::move(chain));
    return weights_.mean_weight(chain) >= 150 ? chain : Candidates{};
}

// Lines without a small letter, or just set apart, that open parts of a chapter's weight.
Candidates Finder::apart_lines(bool plain) const
{
    Candidates chosen;
    const bool need_space = std::any_of(all_.begin(), all_.end(), [&](const Candidate& candidate) {
        return candidate.line > 5 && candidate.match.rank == HeadingRank::capitals &&
               candidate.plain;
    });
    for (const Candidate& candidate : all_) {
        const Line& line = lines_[candidate.line];
        if (candidate.match.rank != HeadingRank::capitals || candidate.plain != plain ||
            says_the_end(line.text))
            continue;
        if (!plain && need_space && line.blanks_before <= layout_.gap)
            continue;
        chosen.push_back(candidate);
    }
    return weights_.weighty(std::move(chosen), 60);
}

// Numerals that divide volumes which would do alone: several in each, of a chapter's weight.
bool Finder::fits_inside(const Candidates& more, const Candidates& volumes) const
{
    return more.front().match.number == 1 && more.size() >= 2 * volumes.size() &&
           weights_.mean_weight(more) >= 400;
}

Candidates Finder::weak(HeadingRank rank, const Candidates& volumes) const
{
    if (rank != HeadingRank::capitals)
        return numerals(rank, volumes);
    for (const bool plain : {false, true}) {
        Candidates chosen = apart_lines(plain);
        std::uint64_t largest = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i)
            largest = std::max(largest, weights_.weight(chosen, i));
        // One part that holds most of the book: what was found are lines inside it.
        if (chosen.size() >= 3 && weights_.mean_weight(chosen) >= 500 &&
            largest * 10 <= weights_.end_words() * 7)
            return chosen;
    }
    return {};
}

bool Finder::continues_as_title(std::size_t i) const
{
    if (i >= lines_.size())
        return false;
    const Line& line = lines_[i];
    if (line.separator || line.columns > 80 || line.blanks_before > 3 || words_of(line) > 30 ||
        !is_upper_or_wide(line.text))
        return false;
    if (const auto match = match_heading(line.text); match && match->rank == HeadingRank::named)
        return true;
    const bool wide = utf8::is_cjk([&] {
        std::size_t offset = 0;
        return utf8::next(line.text, offset);
    }());
    if (wide)
        return line.columns <= 40 && !ends_with_any(line.text, U"。！？…”」：，；、") &&
               line.text.find("，") == std::string_view::npos;
    if (line.blanks_after < std::max(layout_.gap, 1U) || words_of(line) > 14)
        return false;
    if (!has_small_letter(line.text))
        return !ends_with_any(line.text, U",;:");
    if (ends_with_any(line.text, U".,;:!?”\"'’—-"))
        return false;
    return line.blanks_after > layout_.gap || line.blanks_before == 0 ||
           line.blanks_after > line.blanks_before;
}

std::string bare_title(std::string_view text)
{
    constexpr std::string_view kDecoration = "#*=~_ ";
    std::string title = single_spaced(text);
    const std::size_t first = title.find_first_not_of(kDecoration);
    const std::size_t last = title.find_last_not_of(kDecoration);
    return first == std::string::npos ? title : title.substr(first, last - first + 1);
}

FoundHeading Finder::heading_of(const Candidates& all, std::size_t i) const
{
    const Candidate& candidate = all[i];
    FoundHeading heading{.line = candidate.line, .title = bare_title(lines_[candidate.line].text)};
    const std::size_t limit = i + 1 < all.size() ? all[i + 1].line : lines_.size();
    std::size_t next = candidate.line + 1;
    // The heading itself was wrapped.
    while (layout_.wrapped && next < limit && next < candidate.line + 5 &&
           lines_[next].blanks_before == 0 && candidate.match.rank != HeadingRank::capitals) {
        heading.title += (candidate.match.bare && next == candidate.line + 1 ? ": " : " ");
        heading.title += bare_title(lines_[next].text);
        ++next;
    }
    const bool may_continue = candidate.match.bare && next == candidate.line + 1 && next < limit &&
                              candidate.match.rank != HeadingRank::named;
    if (may_continue && continues_as_title(next)) {
        const std::string second = bare_title(lines_[next].text);
        const bool wide = ends_with_any(heading.title, U"章回卷节節部集篇话話巻编編장화부권");
        const bool closed = ends_with_any(heading.title, U".:!?—-");
        heading.title += (wide || closed ? " " : ": ") + second;
        ++next;
    }
    heading.lines = next - candidate.line;
    return heading;
}

void Finder::set_levels(const Candidates& all, std::vector<FoundHeading>& headings) const
{
    // Volumes outside; of two kinds of volumes the rarer one holds the other.
    std::map<std::string_view, std::size_t> volumes;
    bool inner = false;
    for (const Candidate& candidate : all) {
        if (candidate.match.rank == HeadingRank::volume)
            ++volumes[candidate.match.family];
        else if (candidate.match.rank != HeadingRank::named)
            inner = true;
    }
    const auto depth_of = [&](std::string_view family) {
        int depth = 1;
        for (const auto& [other, count] : volumes)
            depth += other != family && count < volumes[family] ? 1 : 0;
        return depth;
    };
    int deepest = 0;
    for (const auto& [family, count] : volumes)
        deepest = std::max(deepest, depth_of(family));
    const bool acts = std::any_of(all.begin(), all.end(),
                                  [](const Candidate& c) { return c.match.family == "act"; });
    for (std::size_t i = 0; i < all.size(); ++i) {
        const HeadingMatch& match = all[i].match;
        int level = 1;
        if (match.rank == HeadingRank::volume)
            level = inner ? depth_of(match.family) : 1;
        else if (match.rank != HeadingRank::named)
            level = deepest + 1;
        if (acts && match.rank == HeadingRank::section)
            ++level;
        headings[i].level = std::min(level, 4);
    }
}

std::vector<std::string> Finder::oddities_of(const Candidates& all) const
{
    std::vector<std::string> oddities;
    std::map<std::string_view, int> last;
    for (const Candidate& candidate : all) {
        const HeadingMatch& match = candidate.match;
        if (match.rank == HeadingRank::volume)
            last.clear();
        if (match.number < 0)
            continue;
        const auto before = last.find(match.family);
        if (before != last.end() && match.number != before->second + 1 && match.number != 1 &&
            oddities.size() < 8)
            oddities.push_back("after " + std::to_string(before->second) + " comes " +
                               std::to_string(match.number) + " (" +
                               first_words(bare_title(lines_[candidate.line].text)) + ")");
        last[match.family] = match.number;
    }
    // Where hardly any number follows its neighbour, the book counts in a way of its own.
    return oddities.size() * 4 > all.size() + 8 ? std::vector<std::string>{} : oddities;
}

FoundChapters Finder::find()
{
    collect();
    Candidates chosen = strong();
    const bool has_chapters = std::any_of(chosen.begin(), chosen.end(), [](const Candidate& c) {
        return c.match.rank == HeadingRank::chapter;
    });
    // Sections inside chapters stay inside, except the scenes of a play.
    if (has_chapters) {
        std::erase_if(chosen, [](const Candidate& c) {
            return c.match.rank == HeadingRank::section && c.match.family != "scene";
        });
    }
    const auto volumes = std::count_if(chosen.begin(), chosen.end(), [](const Candidate& c) {
        return c.match.rank == HeadingRank::volume;
    });
    const bool only_volumes = volumes >= 2 && !has_chapters;
    if (!is_enough(chosen) || only_volumes) {
        for (const HeadingRank rank :
             {HeadingRank::roman, HeadingRank::han, HeadingRank::arabic, HeadingRank::capitals}) {
            const Candidates more = weak(rank, chosen);
            if (more.empty() || (only_volumes && is_enough(chosen) && !fits_inside(more, chosen)))
                continue;
            chosen.insert(chosen.end(), more.begin(), more.end());
            std::sort(chosen.begin(), chosen.end(),
                      [](const Candidate& a, const Candidate& b) { return a.line < b.line; });
            chosen.erase(std::unique(chosen.begin(), chosen.end(),
                                     [](const Candidate& a, const Candidate& b) {
                                         return a.line == b.line;
                                     }),
                         chosen.end());
            break;
        }
    }
    const auto real = std::count_if(chosen.begin(), chosen.end(), [](const Candidate& c) {
        return c.match.rank != HeadingRank::named;
    });
    if (real < 2 && chosen.size() < 3)
        return {};
    FoundChapters found;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        found.headings.push_back(heading_of(chosen, i));
    set_levels(chosen, found.headings);
    found.oddities = oddities_of(chosen);
    return found;
}

} // namespace

FoundChapters find_chapters(std::span<const Line> lines, const TextLayout& layout)
{
    return Finder(lines, layout).find();
}

} // namespace longhand::ingest::flowing
