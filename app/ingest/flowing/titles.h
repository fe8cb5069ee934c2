// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace longhand::ingest::flowing {

// What a chapter called so is, by words of many languages ("Contents", "Literatur", "目录").
// Nothing when the title says nothing.
std::optional<document::ChapterRole> role_of_title(std::string_view title);

// The first words of a text (about seven, or sixteen Han or kana characters), cut at a word.
std::string first_words(std::string_view text);

// What a file name tells: "book.txt", "Author - Book.txt", "《书名》作者：某人.txt".
struct NamedBook {
    std::string title;
    std::string author; // empty: not told
};
NamedBook book_of_file_name(std::string_view name);

// White space runs become one blank, both ends bare.
std::string single_spaced(std::string_view text);

} // namespace longhand::ingest::flowing
