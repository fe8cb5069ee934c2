// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/words.h"
#include "app/document/document.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace longhand::context {

// A sentence that was read: the unit that supports a claim.
struct Unit {
    document::TextRange range;
    std::vector<std::uint32_t> words;   // ids in order, function words too
    std::vector<std::uint32_t> content; // ids of content words, ascending, each once
    bool heading = false;               // or separator: supports nothing by itself
};

// The sentences of some ranges of a document with an index of their words. Keeps no reference.
class Units {
public:
    Units(const document::Document& document, std::span<const document::TextRange> ranges);

    [[nodiscard]] const std::vector<Unit>& all() const { return units_; }
    [[nodiscard]] std::optional<std::uint32_t> id(const std::string& stem) const;
    // Units in which a content word occurs, ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& with(std::uint32_t word) const;
    // ln(1 + units / units with it): how much a content word tells one unit from the others.
    [[nodiscard]] double weight(std::uint32_t word) const;
    [[nodiscard]] double weight_of_unknown() const;

private:
    std::vector<Unit> units_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<std::vector<std::uint32_t>> postings_; // by word id
};

// The sentences of a paragraph's part, as ranges.
std::vector<document::TextRange> sentence_ranges(const document::Document& document,
                                                 const document::TextRange& range);

} // namespace longhand::context
