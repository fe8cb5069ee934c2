// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_chapters.h"

#include "app/ingest/flowing/heading_patterns.h"
#include "app/ingest/flowing/titles.h"
#include "app/ingest/pdf_lines.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace longhand::ingest::pdf {
namespace {

using document::ParagraphKind;

constexpr std::size_t kLeastChapters = 3;
constexpr std::size_t kLongChapter = 12'000;  // words; an outline's next level then divides better
constexpr std::size_t kShortChapter = 800;
constexpr std::size_t kLongestTitle = 160;    // bytes
constexpr std::size_t kOnlyTitle = 15;        // words of a chapter that is its title alone
constexpr std::size_t kLeastAside = 60;       // words behind a list of contents that are no chapter of it

// Letters and digits alone, so that "1. Introduction" is "1 Introduction".
std::u32string plain(std::string_view text)
{
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = utf8::next(text, at);
        if ((code >= U'A' && code <= U'Z'))
            out.push_back(code + 32);
        else if ((code >= U'0' && code <= U'9') || (code >= U'a' && code <= U'z') || code >= 0xC0)
            out.push_back(code);
    }
    return out;
}

// A line of a list of contents without its page number, and dots that stuck to it.
std::string contents_title(std::string_view text)
{
    while (!text.empty() && text.back() != ' ' && text.back() != '.')
        text.remove_suffix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.remove_suffix(1);
    return std::string(text);
}

// The number that a heading begins with ("3 Results", "IV. RESULTS", "3.1 Data") and how deep it is.
struct HeadingNumber {
    int value = 0;
    int depth = 0;  // 0: no number
    bool roman = false;
};
HeadingNumber number_of(std::string_view text)
{
    HeadingNumber number;
    std::size_t at = 0;
    const auto digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    while (digit() && number.depth < 6) {
        number.value = 0;
        for (const std::size_t first = at; digit() && at - first < 4; ++at)
            number.value = number.value * 10 + (text[at] - '0');
        ++number.depth;
        if (at < text.size() && text[at] == '.')
            ++at;
    }
    if (number.depth == 0) {
        const auto match = flowing::match_heading(text);
        if (!match || match->rank != flowing::HeadingRank::roman || match->bare)
            return {};
        return {match->number, 1, true};
    }
    while (at < text.size() && text[at] == ' ')
        ++at;
    const bool title_follows = at > 0 && text[at - 1] == ' ' && at < text.size() &&
                               ((text[at] >= 'A' && text[at] <= 'Z') || static_cast<unsigned char>(text[at]) >= 0xC3);
    return title_follows ? number : HeadingNumber{};
}

bool has_small_letters(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool same_title(std::string_view title, std::string_view text)
{
    const std::u32string wanted = plain(title);
    const std::u32string have = plain(text);
    if (wanted.empty() || have.empty())
        return false;
    return have == wanted || (wanted.size() >= 6 && have.ends_with(wanted) && have.size() <= wanted.size() + 8) ||
           (have.size() >= 6 && wanted.ends_with(have) && wanted.size() <= have.size() + 8);
}

class Finder {
public:
    Finder(const std::vector<Block>& blocks, const RawDocument& raw) : blocks_(blocks), raw_(raw)
    {
        words_before_.reserve(blocks.size() + 1);
        std::size_t words = 0;
        for (const Block& block : blocks) {
            words_before_.push_back(words);
            words += utf8::count_words(block.paragraph.text);
        }
        words_before_.push_back(words);
    }

    Borders run()
    {
        Borders found;
        if (found.borders = by_outline(); !found.borders.empty())
            found.source = document::ChapterSource::outline;
        else if (found.borders = by_contents_page(); !found.borders.empty())
            found.source = document::ChapterSource::contents_page;
        else if (found.borders = by_headings(); !found.borders.empty())
            found.source = document::ChapterSource::headings;
        if (!found.borders.empty()) {
            add_apparatus(found.borders);
            end_contents(found.borders);
            join_bare_titles(found.borders);
        }
        return found;
    }

private:
    [[nodiscard]] std::size_t words() const { return words_before_.back(); }
    [[nodiscard]] std::size_t average(std::size_t chapters) const
    {
        return chapters == 0 ? 0 : words() / chapters;
    }

    // The block an outline entry means: its title on that page, else what stands at its height.
    [[nodiscard]] std::optional<std::size_t> block_of(const OutlineEntry& entry) const
    {
        const auto first = std::ranges::lower_bound(blocks_, entry.page, {}, &Block::page);
        if (first == blocks_.end())
            return std::nullopt;
        const auto index = static_cast<std::size_t>(first - blocks_.begin());
        std::optional<std::size_t> at_height;
        for (std::size_t i = index; i < blocks_.size() && blocks_[i].page == entry.page; ++i) {
            if (same_title(entry.title, blocks_[i].paragraph.text))
                return i;
            if (!at_height && entry.y >= 0 && blocks_[i].y >= entry.y - 0.5F * blocks_[i].size)
                at_height = i;
        }
        return at_height.value_or(index);
    }

    [[nodiscard]] std::vector<Border> outline_to(std::int32_t level) const
    {
        std::vector<Border> borders;
        for (const OutlineEntry& entry : raw_.outline) {
            if (entry.level > level || entry.page == 0 || utf8::trim(entry.title).empty())
                continue;
            const auto block = block_of(entry);
            if (!block)
                continue;
            // a part whose first chapter begins on the spot gives way to it
            if (!borders.empty() && borders.back().block == *block)
                borders.back() = {*block, flowing::single_spaced(entry.title), entry.level};
            else if (borders.empty() || *block > borders.back().block)
                borders.push_back({*block, flowing::single_spaced(entry.title), entry.level});
        }
        return borders;
    }

    [[nodiscard]] std::vector<Border> by_outline() const
    {
        std::size_t usable = 0;
        std::size_t rising = 0;
        std::uint32_t last = 0;
        for (const OutlineEntry& entry : raw_.outline) {
            if (entry.page == 0)
                continue;
            ++usable;
            rising += entry.page >= last ? 1 : 0;
            last = entry.page;
        }
        if (usable < kLeastChapters || rising * 10 < usable * 9)
            return {};
        std::vector<Border> best;
        for (std::int32_t level = 1; level <= 4; ++level) {
            std::vector<Border> borders = outline_to(level);
            if (borders.size() < kLeastChapters)
                continue;
            if (!best.empty() && (average(borders.size()) < kShortChapter || borders.size() == best.size()))
                break;
            best = std::move(borders);
            if (average(best.size()) <= kLongChapter)
                break;
        }
        // An outline of the last pages alone says nothing about the book.
        if (!best.empty() && words_before_[best.front().block] * 4 > words())
            return {};
        return best;
    }

    [[nodiscard]] std::vector<Border> by_contents_page() const
    {
        std::vector<std::string> titles;
        std::size_t last_line = 0;
        for (std::size_t i = 0; i < blocks_.size() && words_before_[i] * 4 <= words(); ++i) {
            if (!blocks_[i].contents)
                continue;
            titles.push_back(contents_title(blocks_[i].paragraph.text));
            last_line = i;
        }
        if (titles.size() < kLeastChapters)
            return {};
        std::vector<Border> borders;
        std::size_t from = last_line + 1;
        for (const std::string& title : titles)
            for (std::size_t i = from; i < blocks_.size(); ++i)
                if (blocks_[i].lines <= 3 && same_title(title, blocks_[i].paragraph.text)) {
                    borders.push_back({i, flowing::single_spaced(title), std::max(1, number_of(title).depth)});
                    from = i + 1;
                    break;
                }
        if (borders.size() < kLeastChapters || borders.size() * 10 < titles.size() * 6)
            return {};
        return thinned(std::move(borders));
    }

    // Sections of sections make too many chapters: those of a chapter's weight stay.
    [[nodiscard]] std::vector<Border> thinned(std::vector<Border> borders) const
    {
        if (average(borders.size()) >= kShortChapter / 2)
            return borders;
        float largest = 0;
        for (const Border& border : borders)
            largest = std::max(largest, blocks_[border.block].size);
        std::vector<Border> kept;
        for (const Border& border : borders)
            if (blocks_[border.block].size > 0.96F * largest)
                kept.push_back(border);
        return kept.size() >= kLeastChapters ? kept : borders;
    }

    [[nodiscard]] std::vector<Border> by_headings() const
    {
        std::vector<Border> named;
        std::set<float, std::greater<>> sizes;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Block& block = blocks_[i];
            const std::string text = flowing::single_spaced(block.paragraph.text);
            const auto match = flowing::match_heading(text);
            const bool stands_out = block.paragraph.kind == ParagraphKind::heading || block.centred ||
                                    block.opens_page || block.space_above > 0.8F;
            if (match && stands_out && block.lines <= 3 &&
                (match->rank == flowing::HeadingRank::chapter || match->rank == flowing::HeadingRank::volume))
                named.push_back({i, text, 1});
            if (block.paragraph.kind == ParagraphKind::heading && block.page > 0)
                sizes.insert(std::round(block.size * 2) / 2);
        }
        if (named.size() >= kLeastChapters && average(named.size()) >= kShortChapter / 4)
            return named;
        for (const bool roman : {false, true}) {
            std::vector<Border> borders = numbered(roman);
            if (borders.size() >= kLeastChapters && average(borders.size()) >= kShortChapter / 4)
                return borders;
        }
        for (const float size : sizes) {
            std::vector<Border> borders = headings_of_size(size);
            if (borders.size() >= kLeastChapters && average(borders.size()) >= kShortChapter / 4)
                return borders;
        }
        return {};
    }

    // Sections of a paper: lines that stand out and count 1, 2, 3 once through the text.
    [[nodiscard]] std::vector<Border> numbered(bool roman) const
    {
        std::vector<Border> borders;
        std::set<int> seen;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Block& block = blocks_[i];
            const bool stands_out = block.paragraph.kind == ParagraphKind::heading ||
                                    (block.paragraph.kind == ParagraphKind::body && !block.contents &&
                                     (block.centred || block.space_above > 0.5F || block.opens_page));
            if (!stands_out || block.lines > 3 || block.paragraph.text.size() > kLongestTitle ||
                (ends_sentence_utf8(block.paragraph.text) && has_small_letters(block.paragraph.text)))
                continue;
            std::string text = flowing::single_spaced(block.paragraph.text);
            const HeadingNumber number = number_of(text);
            if (number.depth != 1 || number.roman != roman)
                continue;
            if (!roman && block.paragraph.kind != ParagraphKind::heading)
                continue;
            if (!seen.insert(number.value).second && number.value == 1)
                return {};  // each chapter counts its own
            if (number.value == static_cast<int>(borders.size()) + 1)
                borders.push_back({i, std::move(text), 1});
        }
        return borders;
    }

    // Headings of one size; a heading right behind another goes with it.
    [[nodiscard]] std::vector<Border> headings_of_size(float size) const
    {
        std::vector<Border> borders;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Block& block = blocks_[i];
            if (block.paragraph.kind != ParagraphKind::heading || std::round(block.size * 2) / 2 != size)
                continue;
            std::string text = flowing::single_spaced(block.paragraph.text);
            if (!borders.empty() && borders.back().block + 1 == i)
                borders.back().title += " " + text;
            else
                borders.push_back({i, std::move(text), 1});
        }
        return borders;
    }

    // A chapter that is nothing but its title in front of its first section goes with that section.
    void join_bare_titles(std::vector<Border>& borders) const
    {
        for (std::size_t b = borders.size(); b-- > 1;) {
            const Border& above = borders[b - 1];
            const bool deeper = borders[b].level > above.level;
            const bool bare = words_before_[borders[b].block] - words_before_[above.block] <= kOnlyTitle &&
                              std::all_of(blocks_.begin() + static_cast<std::ptrdiff_t>(above.block),
                                          blocks_.begin() + static_cast<std::ptrdiff_t>(borders[b].block),
                                          [](const Block& block) { return block.lines <= 3; });
            if (!deeper || !bare)
                continue;
            borders[b].block = above.block;
            borders.erase(borders.begin() + static_cast<std::ptrdiff_t>(b) - 1);
        }
    }

    // What follows the last line of a list of contents before the next chapter is no part of it.
    void end_contents(std::vector<Border>& borders) const
    {
        for (std::size_t b = 0; b < borders.size(); ++b) {
            if (flowing::role_of_title(borders[b].title) != document::ChapterRole::contents)
                continue;
            const std::size_t end = b + 1 < borders.size() ? borders[b + 1].block : blocks_.size();
            std::size_t after = borders[b].block + 1;
            for (std::size_t i = after; i < end; ++i)
                if (blocks_[i].contents)
                    after = i + 1;
            while (after < end && blocks_[after].paragraph.kind != ParagraphKind::heading)
                ++after;
            if (after < end && words_before_[end] - words_before_[after] >= kLeastAside)
                borders.insert(borders.begin() + static_cast<std::ptrdiff_t>(b) + 1,
                               {after, flowing::single_spaced(blocks_[after].paragraph.text), 1});
        }
    }

    // The list of contents, bibliography and index begin at their headings, also where no chapter
    // does.
    void add_apparatus(std::vector<Border>& borders) const
    {
        using document::ChapterRole;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].paragraph.kind != ParagraphKind::heading)
                continue;
            const auto role = flowing::role_of_title(blocks_[i].paragraph.text);
            const bool front = words_before_[i] * 4 < words();
            const bool back = words_before_[i] * 2 >= words();
            const bool apart = role && ((front && *role == ChapterRole::contents) ||
                                        (back && (*role == ChapterRole::bibliography ||
                                                  *role == ChapterRole::index)));
            const auto place = std::ranges::lower_bound(borders, i, {}, &Border::block);
            if (apart && (place == borders.end() || place->block != i))
                borders.insert(place, {i, flowing::single_spaced(blocks_[i].paragraph.text), 1});
        }
    }

    const std::vector<Block>& blocks_;
    const RawDocument& raw_;
    std::vector<std::size_t> words_before_;
};

}  // namespace

Borders find_borders(const std::vector<Block>& blocks, const RawDocument& raw)
{
    return Finder(blocks, raw).run();
}

}  // namespace longhand::ingest::pdf
