// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::context {

// What a document says about itself without being read: facts, never a model's guess.
struct DocumentMap {
    struct Part {
        std::string title;
        std::uint32_t first_page = 0;
        std::uint64_t words = 0;
    };
    std::string title, language;
    std::vector<std::string> authors;
    std::uint64_t pages = 0, words = 0, notes = 0, images = 0, tables = 0;
    std::vector<Part> chapters;
    std::optional<document::TextRange> first_sentence, last_sentence;
};
DocumentMap map_of(const document::Document& document);

// A question about the document itself. `number` is 1-based where the kind takes one, -1: the last.
enum class MapQuestionKind : std::uint8_t {
    pages, chapters, words, notes, images, tables, title, author, language,
    chapter_list, chapter_title, chapter_words, chapter_page, first_sentence, last_sentence
};
struct MapQuestion {
    MapQuestionKind kind = MapQuestionKind::pages;
    std::int64_t number = 0;
};
// Recognises such questions in English, Chinese, German and French; nothing when the question is
// about what the document says.
std::optional<MapQuestion> recognise_map_question(std::string_view question);

struct MapAnswer {
    std::string text; // one sentence or a list, in `language` (en, zh, de, fr; else English)
    std::vector<document::TextRange> ranges; // what it quotes
    bool found = true; // false: there is no such chapter, no pages, no author known
};
MapAnswer answer_from_map(const document::Document& document, const MapQuestion& question,
                          std::string_view language);

} // namespace longhand::context
