// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/terms.h"

#include "app/context/words.h"
#include "app/document/csv.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace longhand::tasks {
namespace {

using library::Gender;
using library::Term;
using library::TermKind;
using library::TermStatus;

constexpr std::array<std::string_view, 4> kDots = {"·", "・", "•", "‧"};

std::string without_dots(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view dot : kDots)
        for (std::size_t at = plain.find(dot); at != std::string::npos; at = plain.find(dot, at))
            plain.erase(at, dot.size());
    return plain;
}

bool has_dot(std::string_view text)
{
    return std::any_of(kDots.begin(), kDots.end(),
                       [&](std::string_view dot) { return text.find(dot) != std::string_view::npos; });
}

// A letter of a script whose words are told apart by blanks.
bool joins_words(char32_t code)
{
    return context::is_letter(code) && !utf8::is_cjk(code);
}

char32_t before(std::string_view text, std::size_t at)
{
    if (at == 0)
        return U' ';
    std::size_t begin = utf8::floor_boundary(text, at - 1);
    return utf8::next(text, begin);
}

char32_t after(std::string_view text, std::size_t at)
{
    return at >= text.size() ? U' ' : utf8::next(text, at);
}

// With a plural or possessive ending at most.
bool ends_there(std::string_view text, std::size_t at)
{
    for (const std::string_view ending : {"", "s", "es"})
        if (text.substr(at).starts_with(ending) && !joins_words(after(text, at + ending.size())))
            return true;
    return false;
}

bool finds_words(std::string_view words, std::string_view text)
{
    if (words.empty())
        return false;
    std::size_t first = 0;
    const bool opens = joins_words(utf8::next(words, first));
    const bool closes = joins_words(before(words, words.size()));
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + 1)) {
        if (opens && joins_words(before(text, at)))
            continue;
        if (!closes || ends_there(text, at + words.size()))
            return true;
    }
    return false;
}

std::size_t shared_beginning(std::string_view a, std::string_view b)
{
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    return same;
}

bool same_stem(const context::Word& wanted, const context::Word& found)
{
    if (wanted.stem == found.stem)
        return true;
    const std::size_t same = shared_beginning(wanted.stem, found.stem);
    return same >= 4 && same * 10 >= wanted.stem.size() * 7 && same * 10 >= found.stem.size() * 6;
}

template <typename Kind> bool parse(std::string_view name, Kind& kind, std::initializer_list<Kind> all)
{
    for (const Kind each : all)
        if (name == to_string(each)) {
            kind = each;
            return true;
        }
    return false;
}

constexpr std::array<std::string_view, 8> kColumns = {"source", "target", "kind",    "status",
                                                      "gender", "address", "note", "count"};

std::uint32_t number_of(std::string_view digits)
{
    std::uint64_t number = 0;
    for (const char c : digits.substr(0, 9))
        if (c >= '0' && c <= '9')
            number = number * 10 + static_cast<std::uint64_t>(c - '0');
    return static_cast<std::uint32_t>(number);
}

}  // namespace

bool occurs(const Term& term, std::string_view source)
{
    if (finds_words(term.source, source))
        return true;
    return has_dot(term.source) || has_dot(source)
               ? finds_words(without_dots(term.source), without_dots(source))
               : false;
}

bool rendered(const Term& term, std::string_view target)
{
    if (term.target.empty() || target.find(term.target) != std::string_view::npos)
        return true;
    const context::Letters wanted_letters = context::letters_of(term.target);
    if (context::letters_of(target).text.find(wanted_letters.text) != std::u32string::npos)
        return true;
    const std::vector<context::Word> wanted = context::words_of(term.target);
    const std::vector<context::Word> words = context::words_of(target);
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const auto& each) {
        return each.common || (!each.cjk && std::any_of(words.begin(), words.end(), [&](const auto& word) {
                                   return same_stem(each, word);
                               }));
    });
}

std::vector<Term> terms_of(const std::vector<GlossaryEntry>& entries)
{
    std::vector<Term> terms;
    for (const GlossaryEntry& entry : entries)
        terms.push_back({.status = TermStatus::confirmed, .source = entry.source,
                         .target = entry.target, .note = entry.note});
    return terms;
}

std::vector<Term> acting_terms(const TranslateOptions& options)
{
    std::vector<Term> acting;
    const auto add = [&](const Term& term) {
        const bool known = std::any_of(acting.begin(), acting.end(),
                                       [&](const Term& each) { return each.source == term.source; });
        if (term.status == TermStatus::confirmed && !term.source.empty() && !known)
            acting.push_back(term);
    };
    for (const Term& term : terms_of(options.glossary))
        add(term);
    for (const Term& term : options.terms)
        add(term);
    return acting;
}

std::vector<Term> merged(const std::vector<Term>& known, const std::vector<Term>& found)
{
    std::vector<Term> all = known;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i)
        places.emplace(all[i].source, i);
    for (const Term& term : found) {
        const auto place = places.find(term.source);
        if (place == places.end()) {
            all.push_back(term);
            continue;
        }
        Term& mine = all[place->second];
        mine.count = term.count;
        mine.samples = term.samples;
        if (mine.status == TermStatus::proposed) {
            mine.kind = term.kind;
            if (mine.gender == Gender::unknown)
                mine.gender = term.gender;
        }
    }
    return all;
}

std::string terms_to_csv(const std::vector<Term>& terms)
{
    std::string csv;
    for (const std::string_view column : kColumns)
        csv += (csv.empty() ? "" : ",") + std::string(column);
    csv += "\r\n";
    for (const Term& term : terms) {
        csv += document::csv_field(term.source) + ',' + document::csv_field(term.target) + ',' +
               std::string(to_string(term.kind)) + ',' + std::string(to_string(term.status)) + ',' +
               std::string(to_string(term.gender)) + ',' + document::csv_field(term.address) + ',' +
               document::csv_field(term.note) + ',' + std::to_string(term.count) + "\r\n";
    }
    return csv;
}

Result<std::vector<Term>> terms_from_csv(std::string_view csv)
{
    if (!utf8::is_valid(csv))
        return Error{ErrorKind::corrupt, "the table is not UTF-8 text"};
    const std::string_view head = csv.substr(0, csv.find('\n'));
    const char separator = head.find('\t') != std::string_view::npos ? '\t'
                           : head.find(',') == std::string_view::npos &&
                                   head.find(';') != std::string_view::npos
                               ? ';'
                               : ',';
    TRY(auto rows, document::parse_csv(csv, separator));
    std::array<std::size_t, kColumns.size()> place;
    place.fill(std::string::npos);
    bool header = false;
    if (!rows.empty())
        for (std::size_t column = 0; column < rows.front().size(); ++column)
            for (std::size_t i = 0; i < kColumns.size(); ++i)
                if (utf8::trim(rows.front()[column]) == kColumns[i])
                    place[i] = column;
    header = place[0] != std::string::npos;
    if (!header) {
        place.fill(std::string::npos);
        place[0] = 0;
        place[1] = 1;
        place[6] = 2;
    }
    std::vector<Term> terms;
    for (std::size_t r = header ? 1 : 0; r < rows.size(); ++r) {
        const auto field = [&](std::size_t i) {
            return place[i] < rows[r].size() ? std::string(utf8::trim(rows[r][place[i]])) : std::string();
        };
        Term term{.source = field(0), .target = field(1), .note = field(6), .address = field(5),
                  .count = number_of(field(7))};
        if (term.source.starts_with('#') && !header)
            continue;
        if (term.source.empty())
            return Error{ErrorKind::corrupt, "row " + std::to_string(r + 1) + " of the table has no source"};
        parse(field(2), term.kind, {TermKind::character, TermKind::place, TermKind::organisation, TermKind::term});
        parse(field(4), term.gender, {Gender::female, Gender::male, Gender::other});
        if (!parse(field(3), term.status, {TermStatus::proposed, TermStatus::confirmed, TermStatus::rejected}))
            term.status = term.target.empty() ? TermStatus::proposed : TermStatus::confirmed;
        terms.push_back(std::move(term));
    }
    return terms;
}

}  // namespace longhand::tasks
