// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/database.h"
#include "app/library/library.h"

namespace longhand::library {

// The full-text index: one row a paragraph. SQLite's tokenizer takes a run of Han or
// kana as one word, so that nothing inside would be found; here an invisible U+200B stands between
// such characters in the index, and words of them are asked for as phrases.
Result<void> index_book(Database& database, BookId book, const document::Document& document);
Result<void> remove_from_index(Database& database, BookId book);
Result<std::vector<Hit>> search_index(Database& database, const std::string& words,
                                      const SearchOptions& options);

// An FTS5 expression that holds the words as data alone; empty when there is none.
std::string match_expression(std::string_view words, bool any_word);

}  // namespace longhand::library
