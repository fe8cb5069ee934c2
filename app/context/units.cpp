// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/units.h"

#include <algorithm>
#include <cmath>

namespace longhand::context {

std::vector<document::TextRange> sentence_ranges(const document::Document& document,
                                                 const document::TextRange& range)
{
    std::vector<document::TextRange> out;
    const std::string_view text = document::text_of(document, range);
    for (const auto& [begin, end] : document::sentences(text))
        out.push_back({.chapter = range.chapter,
                       .paragraph = range.paragraph,
                       .begin = range.begin + begin,
                       .end = range.begin + end});
    return out;
}

Units::Units(const document::Document& document, std::span<const document::TextRange> ranges)
{
    for (const document::TextRange& range : ranges) {
        const auto kind = document.chapters[range.chapter].paragraphs[range.paragraph].kind;
        for (const document::TextRange& sentence : sentence_ranges(document, range)) {
            Unit unit{.range = sentence,
                      .heading = kind == document::ParagraphKind::heading ||
                                 kind == document::ParagraphKind::separator};
            for (const Word& word : words_of(document::text_of(document, sentence))) {
                const auto [entry, fresh] =
                    ids_.try_emplace(word.stem, static_cast<std::uint32_t>(ids_.size()));
                if (fresh)
                    postings_.emplace_back();
                unit.words.push_back(entry->second);
                if (!word.common)
                    unit.content.push_back(entry->second);
            }
            std::ranges::sort(unit.content);
            const auto tail = std::ranges::unique(unit.content);
            unit.content.erase(tail.begin(), tail.end());
            for (const std::uint32_t word : unit.content)
                postings_[word].push_back(static_cast<std::uint32_t>(units_.size()));
            units_.push_back(std::move(unit));
        }
    }
}

std::optional<std::uint32_t> Units::id(const std::string& stem) const
{
    const auto found = ids_.find(stem);
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<std::uint32_t>& Units::with(std::uint32_t word) const { return postings_[word]; }

double Units::weight(std::uint32_t word) const
{
    const double containing = static_cast<double>(std::max<std::size_t>(postings_[word].size(), 1));
    return std::log(1.0 + static_cast<double>(units_.size()) / containing);
}

double Units::weight_of_unknown() const
{
    return std::log(1.0 + static_cast<double>(std::max<std::size_t>(units_.size(), 1)));
}

} // namespace longhand::context
