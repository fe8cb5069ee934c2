// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace longhand::exporting {

// The few words an export adds to what was made from a book, in the language of that text (a
// reader of the file may not have this program at all). "%1", "%2" are filled in.
struct ExportWords {
    std::string_view book, sources, page, chapter, paragraph;
    std::string_view not_from_text, does_not_say, closest, about;
    std::string_view own_sentences, unlocated_one, unlocated_many;
    std::string_view coverage, truncated, steps, made_with;  // truncated: chapters not read to the end
    std::string_view summary, conversation, focus;
    std::string_view open_quote, close_quote, between, end;  // between: of place and quotation
};

// English where there are none for the language.
const ExportWords& words_for(const std::string& language);
std::string filled(std::string_view pattern, std::initializer_list<std::string> values);
std::string quoted(const ExportWords& words, const std::string& text);

}  // namespace longhand::exporting
