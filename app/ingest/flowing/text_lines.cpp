// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/text_lines.h"

#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::ingest::flowing {

using document::Paragraph;
using document::ParagraphKind;

namespace {

constexpr std::uint32_t kEdge = 9; // blank lines "above the first line"

std::uint32_t columns_of(char32_t code)
{
    return utf8::is_cjk(code) || code == 0x3000 ? 2 : 1;
}

bool is_mark(char32_t code)
{
    constexpr std::u32string_view kMarks = U"*-=_~·•#◇◆☆★―—–＊※○●□■△▲▽▼⁂✦✻…．.+~～^＝－";
    return utf8::is_space(code) || kMarks.find(code) != std::u32string_view::npos;
}

bool is_separator(std::string_view text)
{
    if (text.size() > 200)
        return false;
    std::size_t marks = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code = utf8::next(text, offset);
        if (!is_mark(code))
            return false;
        marks += utf8::is_space(code) ? 0 : 1;
    }
    return marks > 0;
}

Line line_of(std::string_view raw)
{
    Line line;
    for (std::size_t offset = 0; offset < raw.size();) {
        const char32_t code = utf8::next(raw, offset);
        if (!utf8::is_space(code))
            break;
        line.indent += code == '\t' ? 4 : code == 0x3000 ? 2 : code == 0xFEFF ? 0 : 1;
    }
    line.text = utf8::trim(raw);
    for (std::size_t offset = 0; offset < line.text.size();)
        line.columns += columns_of(utf8::next(line.text, offset));
    line.separator = is_separator(line.text);
    return line;
}

std::uint32_t percentile(std::vector<std::uint32_t> values, std::size_t percent)
{
    if (values.empty())
        return 0;
    const std::size_t rank = std::min(values.size() - 1, values.size() * percent / 100);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rank),
                     values.end());
    return values[rank];
}

std::uint32_t usual_gap(std::span<const Line> lines)
{
    std::uint32_t counts[3] = {0, 0, 0};
    for (const Line& line : lines)
        ++counts[std::min(line.blanks_before, 2U)];
    if (counts[1] + counts[2] < (counts[0] + counts[1] + counts[2]) / 20)
        return 0;
    return counts[2] > counts[1] ? 2 : 1;
}

char32_t first_code(std::string_view text)
{
    std::size_t offset = 0;
    return text.empty() ? 0 : utf8::next(text, offset);
}

char32_t last_code(std::string_view text)
{
    if (text.empty())
        return 0;
    std::size_t offset = utf8::floor_boundary(text, text.size() - 1);
    return utf8::next(text, offset);
}

bool ends_sentence(std::string_view text)
{
    constexpr std::u32string_view kEnds = U".!?\"'”’»。！？…」』）)：:";
    return kEnds.find(last_code(text)) != std::u32string_view::npos;
}

bool is_letter_byte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::string_view last_word(std::string_view text)
{
    std::size_t begin = text.size();
    while (begin > 0 && is_letter_byte(text[begin - 1]))
        --begin;
    return text.substr(begin);
}

std::string_view first_word(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && is_letter_byte(text[end]))
        ++end;
    return text.substr(0, end);
}

// Words and compounds ("lighthouse", "well-known") of the text, as they stand inside lines.
std::vector<std::string> words_of(std::span<const Line> lines)
{
    std::vector<std::string> words;
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < line.text.size(); ++i) {
            const std::string_view word = first_word(line.text.substr(i));
            if (word.size() > 3)
                words.emplace_back(word);
            i += word.size();
            if (word.empty() || i + 1 >= line.text.size() || line.text[i] != '-')
                continue;
            if (const std::string_view next = first_word(line.text.substr(i + 1)); !next.empty())
                words.push_back(std::string(word) + "-" + std::string(next));
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

bool ends_in_hyphen(std::string_view text)
{
    return text.size() > 1 && text.back() == '-' && is_letter_byte(text[text.size() - 2]);
}

// A dash between two words without blanks, broken off at a line's end or begin.
bool is_closed_dash(std::string_view above, std::string_view line)
{
    for (const std::string_view dash : {"--", "—"}) {
        if (above.ends_with(dash))
            return above.size() > dash.size() && above[above.size() - dash.size() - 1] != ' ';
        if (line.starts_with(dash))
            return line.size() > dash.size() && line[dash.size()] != ' ';
    }
    return false;
}

// Two or three blanks are one, as after a sentence on a typewriter; more are columns and stay.
std::string even_spaced(std::string text)
{
    for (std::size_t at = text.find("  "); at != std::string::npos; at = text.find("  ", at)) {
        const std::size_t end = std::min(text.find_first_not_of(' ', at), text.size());
        if (end - at <= 3)
            text.erase(at + 1, end - at - 1);
        else
            at = end;
        at = std::min(at + 1, text.size());
    }
    return text;
}

Paragraph paragraph_of(std::string text, ParagraphKind kind)
{
    Paragraph paragraph;
    paragraph.kind = kind;
    paragraph.text = even_spaced(std::move(text));
    return paragraph;
}

// Every line but the last leaves room: the breaks are meant.
bool is_verse(std::span<const Line> block, std::uint32_t width)
{
    if (block.size() < 2)
        return false;
    return std::all_of(block.begin(), block.end() - 1,
                       [&](const Line& line) { return line.columns * 100 < width * 72; });
}

} // namespace

std::vector<Line> lines_of(std::string_view text)
{
    std::vector<Line> lines;
    std::uint32_t blanks = kEdge;
    std::uint64_t words = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find_first_of("\r\n\f", begin);
        end = end == std::string_view::npos ? text.size() : end;
        Line line = line_of(text.substr(begin, end - begin));
        begin = end + 1;
        if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n')
            ++begin;
        if (line.text.empty()) {
            blanks = std::min(blanks + 1, kEdge);
            continue;
        }
        if (!lines.empty())
            lines.back().blanks_after = blanks;
        line.blanks_before = blanks;
        line.words_before = words;
        words += utf8::count_words(line.text);
        blanks = end < text.size() && text[end] == '\f' ? 1 : 0;
        lines.push_back(line);
    }
    if (!lines.empty())
        lines.back().blanks_after = kEdge;
    return lines;
}

TextLayout layout_of(std::span<const Line> lines)
{
    TextLayout layout;
    layout.gap = usual_gap(lines);
    std::vector<std::uint32_t> followed;
    std::size_t indented = 0;
    for (const Line& line : lines) {
        if (line.blanks_after == 0)
            followed.push_back(line.columns);
        indented += line.indent >= 2 ? 1 : 0;
    }
    if (followed.size() < 4 || followed.size() * 8 < lines.size())
        return layout;
    if (layout.gap == 0 && indented * 100 >= lines.size() * 85)
        return layout; // every line is a paragraph, set in
    const std::uint32_t width = percentile(followed, 97);
    const auto full = static_cast<std::size_t>(
        std::count_if(followed.begin(), followed.end(),
                      [&](std::uint32_t columns) { return columns * 4 >= width * 3; }));
    layout.wrapped = width >= 24 && width <= 160 && full * 2 >= followed.size();
    layout.width = layout.wrapped ? width : 0;
    return layout;
}

ParagraphJoiner::ParagraphJoiner(std::span<const Line> all, const TextLayout& layout)
    : layout_(layout)
{
    const auto hyphened = std::count_if(all.begin(), all.end(),
                                        [](const Line& line) { return ends_in_hyphen(line.text); });
    if (layout.wrapped && hyphened > 0)
        words_ = words_of(all);
}

void ParagraphJoiner::append_line(std::string& text, std::string_view line) const
{
    if (text.empty()) {
        text = line;
        return;
    }
    if (utf8::is_cjk(last_code(text)) && utf8::is_cjk(first_code(line))) {
        text += line;
        return;
    }
    if (text.ends_with("\xC2\xAD")) { // soft hyphen
        text.erase(text.size() - 2);
        text += line;
        return;
    }
    if (!ends_in_hyphen(text)) {
        text += is_closed_dash(text, line) ? "" : " ";
        text += line;
        return;
    }
    const std::string_view left = last_word(std::string_view(text).substr(0, text.size() - 1));
    const std::string_view right = first_word(line);
    const auto known = [&](const std::string& word) {
        return std::binary_search(words_.begin(), words_.end(), word);
    };
    const std::string whole = std::string(left) + std::string(right);
    if (known(whole) && !known(std::string(left) + "-" + std::string(right)))
        text.pop_back();
    text += line;
}

bool ParagraphJoiner::starts_paragraph(std::span<const Line> block, std::size_t i,
                                       std::uint32_t margin) const
{
    const Line& line = block[i];
    const Line& above = block[i - 1];
    if (line.indent >= margin + 2 && line.indent > above.indent)
        return true;
    return above.columns * 100 < layout_.width * 60 && ends_sentence(above.text);
}

void ParagraphJoiner::join_block(std::span<const Line> block, std::vector<Paragraph>& out) const
{
    if (is_verse(block, layout_.width)) {
        std::string text;
        for (const Line& line : block)
            text += (text.empty() ? "" : "\n") + std::string(line.text);
        out.push_back(paragraph_of(std::move(text), ParagraphKind::verse));
        return;
    }
    std::uint32_t margin = block[0].indent;
    std::uint32_t rest = kEdge * 100;
    for (std::size_t i = 1; i < block.size(); ++i)
        rest = std::min(rest, block[i].indent);
    // Hanging indent: all lines but the first are set in.
    margin = block.size() > 1 ? (rest > margin ? rest : std::min(margin, rest)) : margin;
    std::string text(block[0].text);
    for (std::size_t i = 1; i < block.size(); ++i) {
        if (starts_paragraph(block, i, margin)) {
            out.push_back(paragraph_of(std::move(text), ParagraphKind::body));
            text.clear();
        }
        append_line(text, block[i].text);
    }
    out.push_back(paragraph_of(std::move(text), ParagraphKind::body));
}

std::vector<Paragraph> ParagraphJoiner::join(std::span<const Line> lines) const
{
    std::vector<Paragraph> out;
    for (std::size_t i = 0; i < lines.size();) {
        if (lines[i].separator) {
            out.push_back(paragraph_of(std::string(lines[i].text), ParagraphKind::separator));
            ++i;
            continue;
        }
        if (!layout_.wrapped) {
            out.push_back(paragraph_of(std::string(lines[i].text), ParagraphKind::body));
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < lines.size() && lines[end].blanks_before == 0 && !lines[end].separator)
            ++end;
        join_block(lines.subspan(i, end - i), out);
        i = end;
    }
    return out;
}

} // namespace longhand::ingest::flowing
