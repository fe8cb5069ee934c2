// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/search_index.h"

#include "engine/base/utf8.h"

namespace longhand::library {
namespace {

constexpr std::string_view kBorder = "\xE2\x80\x8B";  // U+200B
constexpr std::size_t kMostTerms = 64;

bool stands_alone(char32_t character)
{
    return utf8::is_han(character) || utf8::is_kana(character);
}

// ASCII signs and spaces; letters, digits and everything else may belong to a word.
bool is_separator(char32_t character)
{
    if (character < 0x80)
        return !((character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
                 (character >= 'a' && character <= 'z'));
    return utf8::is_space(character) || (character >= 0x2000 && character <= 0x206F) ||
           (character >= 0x3000 && character <= 0x303F && character != 0x3005) ||
           (character >= 0xFF00 && character <= 0xFF0F) || (character >= 0xFF1A && character <= 0xFF20);
}

std::string with_borders(std::string_view text)
{
    std::string body;
    body.reserve(text.size() + text.size() / 4);
    bool alone = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const bool now = stands_alone(utf8::next(text, at));
        if ((now || alone) && begin > 0)
            body += kBorder;
        alone = now;
        body += text.substr(begin, at - begin);
    }
    return body;
}

std::string without_borders(std::string text)
{
    for (std::size_t at; (at = text.find(kBorder)) != std::string::npos;)
        text.erase(at, kBorder.size());
    return text;
}

Result<void> add_paragraph(Database& database, BookId book, std::size_t chapter, std::size_t index,
                           const document::Paragraph& paragraph)
{
    if (paragraph.text.empty())
        return {};
    TRY(database.run("INSERT INTO passages (book, chapter, paragraph, bytes) VALUES (?, ?, ?, ?)",
                     {book, static_cast<std::int64_t>(chapter), static_cast<std::int64_t>(index),
                      static_cast<std::int64_t>(paragraph.text.size())}));
    return database.run("INSERT INTO passage_index (rowid, body) VALUES (?, ?)",
                        {database.last_id(), with_borders(paragraph.text)});
}

}  // namespace

Result<void> index_book(Database& database, BookId book, const document::Document& document)
{
    for (std::size_t c = 0; c < document.chapters.size(); ++c)
        for (std::size_t p = 0; p < document.chapters[c].paragraphs.size(); ++p)
            TRY(add_paragraph(database, book, c, p, document.chapters[c].paragraphs[p]));
    return {};
}

Result<void> remove_from_index(Database& database, BookId book)
{
    TRY(database.run(
        "DELETE FROM passage_index WHERE rowid IN (SELECT id FROM passages WHERE book = ?)", {book}));
    return database.run("DELETE FROM passages WHERE book = ?", {book});
}

std::string match_expression(std::string_view words, const SearchOptions& options)
{
    std::vector<std::string> terms;
    std::string term;
    bool alone = false;
    const auto end_term = [&] {
        if (!term.empty() && terms.size() < kMostTerms)
            terms.push_back('"' + term + '"');
        term.clear();
    };
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t begin = at;
        const char32_t character = utf8::next(words, at);
        if (is_separator(character)) {
            end_term();
            continue;
        }
        const bool now = stands_alone(character);
        if (!term.empty() && now != alone)
            end_term();
        if (now && options.any_word && !term.empty()) {
            // a question has no blanks between its words: every two characters that follow one
            // another are asked for, so that those of the same word weigh together
            std::string pair = term.substr(term.rfind(kBorder) == std::string::npos
                                               ? 0 : term.rfind(kBorder) + kBorder.size());
            pair += kBorder;
            pair += words.substr(begin, at - begin);
            term = pair;
            end_term();
        } else if (now && !term.empty()) {
            term += kBorder;
        }
        alone = now;
        term += words.substr(begin, at - begin);
    }
    const bool open_end = options.last_word_begins && !term.empty();
    end_term();
    std::string expression;
    for (const std::string& each : terms)
        expression += (expression.empty() ? "" : options.any_word ? " OR " : " AND ") + each;
    if (open_end)
        expression += '*';
    return expression;
}

Result<std::vector<Hit>> search_index(Database& database, const std::string& words,
                                      const SearchOptions& options)
{
    std::vector<Hit> hits;
    const std::string expression = match_expression(words, options);
    if (expression.empty())
        return hits;
    TRY(database.query(
        "SELECT p.book, p.chapter, p.paragraph, p.bytes, bm25(passage_index),"
        "       snippet(passage_index, 0, '\u2068', '\u2069', '…', 32)"
        "  FROM passage_index JOIN passages p ON p.id = passage_index.rowid"
        "       JOIN books b ON b.id = p.book AND b.binned = 0"
        " WHERE passage_index MATCH ?1 AND (?2 = 0 OR p.book = ?2)"
        " ORDER BY bm25(passage_index), p.id LIMIT ?3",
        {expression, options.book.value_or(0), static_cast<std::int64_t>(options.limit)},
        [&](const Row& row) -> Result<void> {
            Hit hit;
            hit.book = row.integer(0);
            hit.range.chapter = static_cast<std::uint32_t>(row.integer(1));
            hit.range.paragraph = static_cast<std::uint32_t>(row.integer(2));
            hit.range.end = static_cast<std::uint32_t>(row.integer(3));
            hit.score = -row.number(4);
            hit.snippet = without_borders(row.text(5));
            hits.push_back(std::move(hit));
            return {};
        }));
    return hits;
}

}  // namespace longhand::library
