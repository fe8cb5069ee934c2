// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longhand::document {

// Where a person wants chapters to begin. A book is one row of paragraphs, counted from 0 through
// all chapters; a chapter reaches from its start to the next one's, so that no arrangement of
// starts can lose a paragraph.
struct ChapterStart {
    std::uint32_t paragraph = 0;
    std::string title;
    std::int32_t level = 1;
    ChapterRole role = ChapterRole::body;
    friend bool operator==(const ChapterStart&, const ChapterStart&) = default;
};

std::vector<ChapterStart> chapter_starts(const Document& document);

// The same paragraphs under other chapters; notes follow the paragraph that refers to them.
// Fails: invalid unless the starts ascend strictly, the first is 0 and the last lies in the book.
Result<Document> with_chapters(const Document& document, const std::vector<ChapterStart>& starts);

// Tells where a paragraph stands under other chapters of the same book.
class ChapterMove {
public:
    ChapterMove(const Document& before, const Document& after);

    // Chapter and paragraph after the move. Nothing: it was not in the book.
    [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>>
    paragraph(std::uint32_t chapter, std::uint32_t paragraph) const;
    [[nodiscard]] std::optional<TextRange> range(const TextRange& range) const;
    // The chapter that holds exactly the same paragraphs. Nothing: it was divided or joined.
    [[nodiscard]] std::optional<std::uint32_t> chapter(std::uint32_t chapter) const;

private:
    std::vector<std::uint32_t> before_;  // first paragraph of every chapter, and the end
    std::vector<std::uint32_t> after_;
};

}  // namespace longhand::document
