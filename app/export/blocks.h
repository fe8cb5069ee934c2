// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export.h"

#include <map>
#include <utility>

namespace longhand::exporting {

// A paragraph of the book and what it became. Borrows the document and the translation.
struct Block {
    const document::Paragraph* source = nullptr;
    const library::Segment* target = nullptr;  // null: not translated
    bool expected = true;  // false: nothing to translate here (a separator, skipped on purpose)
};

// Looks translations up by place; only those with a text count.
class Translated {
public:
    explicit Translated(const std::vector<library::Segment>& segments);
    [[nodiscard]] Block block(const document::Paragraph& paragraph, std::size_t chapter,
                              std::size_t index) const;
    // The blocks of one chapter, or of note `chapter` - chapters.size().
    [[nodiscard]] std::vector<Block> chapter(const document::Document& document,
                                             std::size_t chapter) const;
    // A chapter's title: the translation of its heading when there is one.
    [[nodiscard]] std::string title(const document::Document& document, std::size_t chapter) const;
    [[nodiscard]] ExportReport count(const document::Document& document) const;

private:
    std::map<std::pair<std::uint32_t, std::uint32_t>, const library::Segment*> by_place_;
};

// The book's title in the language of the translation; its own where nobody translated it.
std::string translated_title(const document::Document& document,
                             const TranslationExport& translation);

// What stands in front of a text that was not translated.
std::string untranslated_mark(const std::string& language);
bool is_right_to_left(const std::string& language);

}  // namespace longhand::exporting
