// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/flowing/heading_patterns.h"
#include "app/ingest/flowing/text_lines.h"

#include <span>
#include <vector>

namespace longhand::ingest::flowing {

// A line that may be a heading.
struct Candidate {
    std::size_t line = 0;
    HeadingMatch match;
    bool plain = false; // no pattern: only its place on the page speaks for it
};
using Candidates = std::vector<Candidate>; // in the order of lines

std::uint64_t words_of(const Line& line);

// How much text stands under each candidate, and what that says: chapters have weight, lists of
// headings have none.
class HeadingWeights {
public:
    explicit HeadingWeights(std::span<const Line> lines) : lines_(lines) {}

    [[nodiscard]] std::uint64_t end_words() const; // of the whole text
    [[nodiscard]] std::uint64_t weight(const Candidates& all, std::size_t i) const;
    [[nodiscard]] std::uint64_t mean_weight(const Candidates& all) const;

    [[nodiscard]] Candidates without_strays(Candidates all) const;
    [[nodiscard]] Candidates without_contents(Candidates all) const;
    [[nodiscard]] Candidates without_lists(Candidates all) const;
    [[nodiscard]] Candidates weighty(Candidates chosen, std::uint64_t least) const;

private:
    std::span<const Line> lines_;
};

} // namespace longhand::ingest::flowing
