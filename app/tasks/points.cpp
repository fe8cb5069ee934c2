// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/points.h"

#include "app/context/words.h"
#include "app/document/document.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <set>

namespace longhand::tasks {
namespace {

constexpr std::size_t kShortestBytes = 8;

// The line without a list mark, and whether there was one.
std::pair<std::string_view, bool> without_mark(std::string_view line)
{
    line = utf8::trim(line);
    for (const std::string_view mark : {"- ", "* ", "\u2022", "\u2013 ", "\u2014 ", "\u30FB"})
        if (line.starts_with(mark))
            return {utf8::trim(line.substr(mark.size())), true};
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    if (digits > 0 && digits <= 3 && digits < line.size())
        for (const std::string_view mark : {". ", ") ", "\u3001", "\uFF0E"})
            if (line.substr(digits).starts_with(mark))
                return {utf8::trim(line.substr(digits + mark.size())), true};
    return {line, false};
}

std::string without_emphasis(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text.substr(i).starts_with("**") || text.substr(i).starts_with("__"))
            ++i;
        else
            plain += text[i];
    return plain;
}

// The marks around the text in a prompt, which small models repeat.
std::string_view without_frame(std::string_view text)
{
    text = utf8::trim(text);
    for (const std::string_view mark : {"<text>", "</text>"}) {
        if (text.starts_with(mark))
            text = utf8::trim(text.substr(mark.size()));
        if (text.ends_with(mark))
            text = utf8::trim(text.substr(0, text.size() - mark.size()));
    }
    return text;
}

std::string_view without_quotes(std::string_view text)
{
    text = utf8::trim(text);
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"\u201C", "\u201D"},
          {"\u300C", "\u300D"}, {"\u00AB", "\u00BB"}, {"\u201E", "\u201C"}})
        if (text.size() > open.size() + close.size() && text.starts_with(open) &&
            text.ends_with(close))
            return utf8::trim(text.substr(open.size(), text.size() - open.size() - close.size()));
    return text;
}

bool is_introduction(std::string_view line)
{
    return line.ends_with(':') || line.ends_with("\uFF1A") || line.starts_with('#');
}

std::set<std::string> stems(std::string_view text)
{
    std::set<std::string> all;
    for (const context::Word& word : context::content_words(text))
        all.insert(word.stem);
    return all;
}

void append(std::vector<Statement>& statements, std::string_view line)
{
    Statement statement;
    const std::size_t bar = line.find("||");
    statement.text = without_emphasis(without_frame(line.substr(0, bar)));
    if (bar != std::string_view::npos)
        statement.quotation = without_quotes(line.substr(bar + 2));
    if (statement.text.size() < kShortestBytes)
        return;
    const bool repeated = std::any_of(statements.begin(), statements.end(), [&](const Statement& other) {
        return other.text == statement.text;
    });
    if (!repeated)
        statements.push_back(std::move(statement));
}

}  // namespace

bool says_the_same(std::string_view a, std::string_view b)
{
    const auto first = stems(a);
    const auto second = stems(b);
    const auto shared = static_cast<std::size_t>(std::count_if(
        first.begin(), first.end(), [&](const std::string& stem) { return second.contains(stem); }));
    return shared > 0 && shared * 10 >= std::min(first.size(), second.size()) * 7;
}

std::vector<Statement> statements_of(std::string_view answer)
{
    std::vector<Statement> statements;
    std::vector<std::string_view> lines;
    bool list = false;
    for (std::size_t at = 0; at <= answer.size();) {
        const std::size_t end = std::min(answer.find('\n', at), answer.size());
        const std::string_view line = answer.substr(at, end - at);
        list = list || without_mark(line).second;
        lines.push_back(line);
        at = end + 1;
    }
    for (const std::string_view raw : lines) {
        const auto [line, marked] = without_mark(raw);
        if (line.empty() || is_introduction(line) || (list && !marked))
            continue;
        if (marked || line.find("||") != std::string_view::npos) {
            append(statements, line);
            continue;
        }
        for (const auto& [begin, end] : document::sentences(line))
            append(statements, line.substr(begin, end - begin));
    }
    return statements;
}

std::vector<Statement> worth_saying(std::vector<Statement> statements,
                                    const std::vector<std::string>& titles)
{
    std::vector<std::set<std::string>> known;
    for (const std::string& title : titles)
        known.push_back(stems(title));
    std::erase_if(statements, [&](const Statement& statement) {
        const auto words = stems(statement.text);
        return words.size() < 2 || std::any_of(known.begin(), known.end(), [&](const auto& title) {
                   return std::includes(title.begin(), title.end(), words.begin(), words.end());
               });
    });
    return statements;
}

std::string without_unfinished_line(std::string_view answer)
{
    const std::size_t line = answer.rfind('\n') + 1;  // npos + 1 is 0
    const auto sentences = document::sentences(answer.substr(line));
    if (sentences.empty() || (line == 0 && sentences.size() == 1))
        return std::string(answer);
    const auto [begin, end] = sentences.back();
    const std::string_view last = utf8::trim(answer.substr(line + begin, end - begin));
    for (const std::string_view mark : {".", "!", "?", "\u3002", "\uFF01", "\uFF1F", "\u2026", "\"", "\u201D"})
        if (last.ends_with(mark))
            return std::string(answer);
    return std::string(answer.substr(0, line + begin));
}

std::string without_repetitions(std::string_view answer)
{
    std::set<std::u32string> said;
    std::string once;
    std::size_t last = 0;
    for (const auto& [begin, end] : document::sentences(answer)) {
        const std::string_view sentence = answer.substr(begin, end - begin);
        const std::string_view gap = answer.substr(last, begin - last);
        last = end;
        if (auto letters = context::letters_of(sentence).text;
            !letters.empty() && said.insert(std::move(letters)).second)
            once.append(gap).append(sentence);
    }
    return std::string(utf8::trim(once));
}

void add_unlocated(Checked& checked, std::string text)
{
    const bool said = std::any_of(
        checked.unlocated.begin(), checked.unlocated.end(),
        [&](const std::string& other) { return text == other || says_the_same(text, other); });
    if (!said)
        checked.unlocated.push_back(std::move(text));
}

Checked check_statements(const std::vector<Statement>& statements, const context::Locator& locator,
                         std::string_view question)
{
    Checked checked;
    for (const Statement& statement : statements) {
        context::Located located = locator.locate(
            {.text = statement.text, .quotation = statement.quotation, .question = question});
        if (located.sources.empty()) {
            add_unlocated(checked, statement.text);
            continue;
        }
        checked.points.push_back({statement.text, std::move(located.sources)});
        checked.support.push_back(located.support);
    }
    return checked;
}

std::vector<library::Point> choose_points(const Checked& checked, std::size_t count)
{
    std::vector<std::size_t> order(checked.points.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return checked.support[a] > checked.support[b];
    });
    std::vector<std::size_t> chosen;
    for (const std::size_t candidate : order) {
        if (chosen.size() == count)
            break;
        const bool said = std::any_of(chosen.begin(), chosen.end(), [&](std::size_t other) {
            return says_the_same(checked.points[candidate].text, checked.points[other].text);
        });
        if (!said)
            chosen.push_back(candidate);
    }
    std::sort(chosen.begin(), chosen.end());
    std::vector<library::Point> points;
    for (const std::size_t index : chosen)
        points.push_back(checked.points[index]);
    return points;
}

}  // namespace longhand::tasks
