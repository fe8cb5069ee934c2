// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace longhand::ingest::flowing {

// What one line looks like when it is read as a heading.

enum class HeadingRank {
    volume,  // Part, Book, 卷, 部
    chapter, // Chapter, Kapitel, 章, 回, 話
    section, // Section, Scene, 节
    named,   // Prologue, Preface, 楔子
    roman,   // "IV", "IV. The Wager"
    han,     // "十二", "一、title"
    arabic,  // "12", "12. Title"
    capitals // a line without a small letter
};

struct HeadingMatch {
    HeadingRank rank = HeadingRank::capitals;
    std::string_view family; // the keyword's own series: numbers rise within it
    int number = -1;         // -1: none, or one that is not understood
    bool bare = false;       // no title follows the number on this line
};

// `line` is trimmed UTF-8. Sentences that begin like a heading ("Chapter 6 explores ...",
// "第三回合") are none.
std::optional<HeadingMatch> match_heading(std::string_view line);

} // namespace longhand::ingest::flowing
