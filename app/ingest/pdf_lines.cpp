// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_lines.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::ingest::pdf {
namespace {

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
bool is_letter(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || code >= 0xC0;
}

std::u32string_view trimmed(std::u32string_view text)
{
    while (!text.empty() && utf8::is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && utf8::is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

bool closes(char32_t code)
{
    return std::u32string_view(U"\"')]\u201D\u2019\u00BB\u300D\u300F\uFF09").find(code) !=
           std::u32string_view::npos;
}

}  // namespace

bool ends_sentence(std::u32string_view text)
{
    text = trimmed(text);
    while (!text.empty() && closes(text.back()))
        text.remove_suffix(1);
    return !text.empty() && std::u32string_view(U".!?:;\u3002\uFF01\uFF1F\uFF1A\u2026").find(text.back()) !=
                                std::u32string_view::npos;
}

bool ends_sentence_utf8(std::string_view text)
{
    constexpr std::size_t kTail = 24;
    std::u32string tail;
    for (std::size_t at = utf8::floor_boundary(text, text.size() - std::min(kTail, text.size()));
         at < text.size();)
        tail.push_back(utf8::next(text, at));
    return ends_sentence(tail);
}

bool has_letters(std::u32string_view text) { return std::ranges::any_of(text, is_letter); }

bool is_separator(std::u32string_view text)
{
    text = trimmed(text);
    return !text.empty() && text.size() <= 24 && std::ranges::none_of(text, [](char32_t code) {
        return is_letter(code) || is_digit(code);
    });
}

std::size_t bullet_length(std::u32string_view text)
{
    if (text.size() < 3)
        return 0;
    if (std::u32string_view(U"\u2022\u25CF\u25E6\u25AA\u2043\u2219\u00B7\u25A0\uF0B7\u25B6\u25BA\u2023\u27A2\u2756\u2713").find(text[0]) !=
        std::u32string_view::npos)
        return 1;
    return (text[0] == U'-' || text[0] == 0x2013) && text[1] == U' ' ? 1 : 0;
}

Line without_bullet(const PageWords& page, const Line& line)
{
    Line rest = line;
    const Word& first = page.words[line.words.front()];
    if (first.end - first.begin == 1 && line.words.size() > 1)
        rest.words.erase(rest.words.begin());
    return rest;
}

Line without_leader(const PageWords& page, const Line& line)
{
    Line rest = line;
    std::erase_if(rest.words, [&](std::uint32_t index) {
        const Word& word = page.words[index];
        return std::ranges::all_of(page.raw->text.begin() + word.begin, page.raw->text.begin() + word.end,
                                   [](char32_t code) { return code == U'.' || code == 0x2026 || code == 0xB7; });
    });
    return rest.words.empty() ? line : rest;
}

bool is_list_mark(std::u32string_view text)
{
    text = trimmed(text);
    if (text.size() < 3)
        return false;
    if (bullet_length(text) > 0)
        return true;
    std::size_t at = text[0] == U'(' ? 1 : 0;
    const bool bracket = at == 1;
    std::size_t digits = 0;
    while (at < text.size() && is_digit(text[at]) && digits < 3) {
        ++at;
        ++digits;
    }
    if (digits == 0 && at < text.size() && text[at] >= U'a' && text[at] <= U'z')
        ++at;
    else if (digits == 0)
        return false;
    if (at + 1 >= text.size() || text[at + 1] != U' ')
        return false;
    return text[at] == U')' || (!bracket && digits > 0 && text[at] == U'.');
}

bool is_caption(std::u32string_view text)
{
    const std::string line = utf8_of(trimmed(text).substr(0, 40));
    static constexpr std::array<std::string_view, 14> kWords = {
        "Figure ", "Fig. ", "FIGURE ", "Table ", "TABLE ", "Abbildung ", "Abb. ", "Tabelle ",
        "Tableau ", "Chart ", "Box ", "图", "表", "Algorithm "};
    for (const std::string_view word : kWords) {
        if (!line.starts_with(word))
            continue;
        std::string_view rest = std::string_view(line).substr(word.size());
        while (rest.starts_with(' '))
            rest.remove_prefix(1);
        std::size_t digits = 0;
        while (digits < rest.size() && ((rest[digits] >= '0' && rest[digits] <= '9') ||
                                        (digits > 0 && (rest[digits] == '.' || rest[digits] == '-'))))
            ++digits;
        // "Figure 3 shows" is a sentence; "Figure 3:" and "Figure 3. Title" are captions
        return digits > 0 && (digits == rest.size() || rest[digits] == ':' || rest[digits - 1] == '.' ||
                              word == "图" || word == "表");
    }
    return false;
}

bool is_contents_line(std::u32string_view text)
{
    text = trimmed(text);
    // one page, or the many of an index: "12", "xiv", "12, 31-35"
    constexpr std::size_t kLongestPages = 80;
    std::size_t end = text.size();
    while (end > 0 && (is_digit(text[end - 1]) ||
                       std::u32string_view(U"ivxlc, -\u2013").find(text[end - 1]) != std::u32string_view::npos))
        --end;
    if (end == text.size() || text.size() - end > kLongestPages)
        return false;
    std::size_t dots = 0;
    while (end > 0 && (text[end - 1] == U'.' || text[end - 1] == 0x2026 || utf8::is_space(text[end - 1]))) {
        dots += text[end - 1] == U'.' ? 1 : text[end - 1] == 0x2026 ? 3 : 0;
        --end;
    }
    return dots >= 3 && end > 0;
}

std::vector<Line> cells_of(const PageWords& page, const Line& line)
{
    std::vector<Line> cells;
    float right = 0;
    for (const std::uint32_t index : line.words) {
        const Word& word = page.words[index];
        const float gap = line.right_to_left ? right - word.box.x1 : word.box.x0 - right;
        if (cells.empty() || gap > std::max(2.0F * line.size, 14.0F)) {
            cells.push_back(line);
            cells.back().words.clear();
            cells.back().box = word.box;
        }
        Line& cell = cells.back();
        cell.words.push_back(index);
        cell.box.x0 = std::min(cell.box.x0, word.box.x0);
        cell.box.x1 = std::max(cell.box.x1, word.box.x1);
        right = line.right_to_left ? word.box.x0 : word.box.x1;
    }
    return cells;
}

bool begins_with_called_number(const PageWords& page, const Line& line)
{
    const std::u32string& text = page.raw->text;
    const Word& mark = page.words[line.words.front()];
    const auto begin = text.begin() + mark.begin;
    const auto end = text.begin() + mark.end;
    const bool raised = page.glyphs[mark.begin].size < 0.85F * line.size ||
                        page.raw->boxes[mark.begin].y1 < line.box.y1 - 0.2F * line.size;
    if (line.words.size() < 2 || mark.end - mark.begin > 3 || !raised || !std::all_of(begin, end, is_digit))
        return false;
    // the same number, as small, behind a word further up
    return std::ranges::any_of(page.words, [&](const Word& word) {
        if (word.box.y1 >= mark.box.y0 || word.end - word.begin < mark.end - mark.begin)
            return false;
        const std::uint32_t at = word.end - (mark.end - mark.begin);
        return std::equal(begin, end, text.begin() + at) &&
               std::abs(page.glyphs[at].size - page.glyphs[mark.begin].size) < 0.5F &&
               (at == word.begin || !is_digit(text[at - 1])) && at > 0;
    });
}

std::string next_label(const PageWords& page, const Line& line, const std::string& previous)
{
    const Word& word = page.words[line.words.front()];
    const std::string text = utf8_of(std::u32string_view(page.raw->text).substr(word.begin, word.end - word.begin));
    const bool numbered = !previous.empty() && previous.size() <= 3 &&
                          std::ranges::all_of(previous, [](char c) { return c >= '0' && c <= '9'; });
    if (!numbered || line.words.size() < 2)
        return {};
    const std::string expected = std::to_string(std::stoi(previous) + 1);
    return text == expected || text == expected + "." ? expected : std::string();
}

std::string note_label(const PageWords& page, const Line& line)
{
    const Word& word = page.words[line.words.front()];
    std::u32string label;
    for (std::uint32_t i = word.begin; i < word.end && label.size() < 4; ++i) {
        const char32_t code = page.raw->text[i];
        const bool mark = code == U'*' || code == 0x2020 || code == 0x2021 || code == 0xA7;
        if (!is_digit(code) && !mark)
            break;
        label.push_back(code);
    }
    if (label.empty() || label.size() > 3)
        return {};
    const std::uint32_t after = word.begin + static_cast<std::uint32_t>(label.size());
    const bool alone = after == word.end || (after + 1 == word.end && page.raw->text[after] == U'.');
    const bool raised = page.glyphs[word.begin].size < 0.85F * line.size ||
                        page.raw->boxes[word.begin].y1 < line.box.y1 - 0.2F * line.size;
    // a bare number may begin any line: a note's is followed by words
    if (!raised && !(alone && line.words.size() > 2 && is_digit(label.front()) && label.size() <= 2) &&
        is_digit(label.front()))
        return {};
    return utf8_of(label);
}

Line without_label(const PageWords& page, const Line& line, const std::string& label)
{
    Line rest = line;
    const Word& word = page.words[line.words.front()];
    const std::size_t characters = utf8::count(label);
    // A mark set close to the first word shares it; it then stays in the text.
    if (word.end - word.begin <= characters + 1)
        rest.words.erase(rest.words.begin());
    return rest;
}

}  // namespace longhand::ingest::pdf
