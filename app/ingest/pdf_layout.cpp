// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_layout.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace longhand::ingest::pdf {
namespace {

using document::Box;

float height(const Box& box) { return box.y1 - box.y0; }

void grow(Box& box, const Box& by)
{
    box = {std::min(box.x0, by.x0), std::min(box.y0, by.y0), std::max(box.x1, by.x1),
           std::max(box.y1, by.y1)};
}

bool contains_any(std::string_view name, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return name.find(part) != name.npos; });
}

// Sizes in some files are nominal (a Type 3 font of size 1 scaled up); the box is not.
float sane_size(float size, const Box& box)
{
    const float tall = height(box);
    if (tall <= 0)
        return size;
    return size < 0.5F * tall || size > 2.0F * tall ? tall : size;
}

// Words of a right-to-left line from right to left, but runs of left-to-right words among them
// keep their own direction (the word level of the Unicode bidirectional algorithm).
void order_words(const PageWords& page, Line& line)
{
    const auto& words = page.words;
    std::ranges::stable_sort(line.words, {}, [&](std::uint32_t i) { return words[i].box.x0; });
    if (!line.right_to_left)
        return;
    std::ranges::reverse(line.words);
    for (std::size_t i = 0; i < line.words.size();) {
        std::size_t end = i;
        while (end < line.words.size() && !words[line.words[end]].right_to_left)
            ++end;
        std::reverse(line.words.begin() + static_cast<std::ptrdiff_t>(i),
                     line.words.begin() + static_cast<std::ptrdiff_t>(end));
        i = end + 1;
    }
}

void describe(const PageWords& page, Line& line)
{
    std::map<int, std::size_t> sizes;
    std::size_t letters = 0;
    std::array<std::size_t, 4> styled{};  // bold, mono, italic, right to left
    for (const std::uint32_t index : line.words) {
        const Word& word = page.words[index];
        for (std::uint32_t i = word.begin; i < word.end; ++i) {
            const GlyphStyle& glyph = page.glyphs[i];
            ++letters;
            ++sizes[static_cast<int>(std::lround(glyph.size * 4))];
            styled[0] += glyph.font.bold;
            styled[1] += glyph.font.mono;
            styled[2] += glyph.font.italic;
        }
        styled[3] += word.right_to_left ? word.end - word.begin : 0;
    }
    const auto most = std::ranges::max_element(sizes, {}, [](const auto& entry) { return entry.second; });
    line.size = most == sizes.end() ? 0 : static_cast<float>(most->first) / 4;
    line.bold = styled[0] * 10 >= letters * 9;
    line.mono = styled[1] * 10 >= letters * 9;
    line.italic = styled[2] * 10 >= letters * 9;
    line.right_to_left = styled[3] * 2 > letters || (page.right_to_left && styled[3] > 0);
}

// Two glyphs that follow one another but are not of one word.
bool apart(const Box& before, const Box& now, float size)
{
    const float gap = std::max(now.x0 - before.x1, before.x0 - now.x1);
    const bool another_line = now.y0 > before.y1 || now.y1 < before.y0;
    return gap > std::max(1.0F * size, 4.0F) || another_line;
}

bool is_letter_like(char32_t code)
{
    return (code >= U'0' && code <= U'9') || (code >= U'A' && code <= U'Z') ||
           (code >= U'a' && code <= U'z') || code >= 0xC0;
}

}  // namespace

bool is_right_to_left(char32_t code)
{
    return (code >= 0x590 && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
           (code >= 0xFE70 && code <= 0xFEFC);
}

std::string utf8_of(std::u32string_view text)
{
    std::string out;
    for (const char32_t code : text)
        utf8::append(out, code);
    return out;
}

FontStyle style_of(std::string_view font_name)
{
    std::string name;
    for (const char c : font_name)
        name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    FontStyle style;
    style.bold = contains_any(name, {"bold", "black", "heavy", "demi", "cmbx", "sfbx", "ecbx", "-bd"});
    style.italic = contains_any(name, {"italic", "oblique", "slanted", "cmti", "cmsl", "ecti", "sfti",
                                       "sfsl", "ecsl", "bxti"});
    style.mono = contains_any(name, {"mono", "courier", "typewriter", "cmtt", "cmsltt", "cmcsctt",
                                     "ectt", "sftt", "sltt", "consol", "lmtt", "inconsolata",
                                     "fixed", "menlo"});
    return style;
}

PageWords words_of(const RawPage& page)
{
    PageWords out;
    out.raw = &page;
    std::vector<FontStyle> styles;
    for (const std::string& font : page.fonts)
        styles.push_back(style_of(font));
    out.glyphs.resize(page.text.size());
    for (const RawRun& run : page.runs) {
        for (std::uint32_t i = run.begin; i < run.end && i < out.glyphs.size(); ++i)
            out.glyphs[i] = {styles[run.font], sane_size(run.size, page.boxes[i])};
    }
    std::uint32_t raw_line = 0;
    std::size_t rtl = 0;
    std::size_t letters = 0;
    for (std::uint32_t i = 0; i < page.text.size(); ++i) {
        const char32_t code = page.text[i];
        if (utf8::is_space(code)) {
            raw_line += code == U'\n' ? 1 : 0;
            continue;
        }
        // Columns set close together come without a blank between them: the gap tells.
        const bool starts = i == 0 || utf8::is_space(page.text[i - 1]) ||
                            apart(page.boxes[i - 1], page.boxes[i], out.glyphs[i].size);
        if (starts)
            out.words.push_back({i, i, page.boxes[i], out.glyphs[i].size, raw_line});
        Word& word = out.words.back();
        word.end = i + 1;
        grow(word.box, page.boxes[i]);
        word.size = std::max(word.size, out.glyphs[i].size);
        const bool turned = is_right_to_left(code);
        word.right_to_left |= turned;
        rtl += turned;
        letters += is_letter_like(code);
    }
    out.right_to_left = rtl * 2 > letters;
    return out;
}

bool blank_between(const PageWords& page, const Word& left, const Word& right)
{
    const char32_t before = page.raw->text[left.end - 1];
    const char32_t after = page.raw->text[right.begin];
    const float gap = std::max(right.box.x0 - left.box.x1, left.box.x0 - right.box.x1);
    const bool han = utf8::is_cjk(before) && !utf8::is_hangul(before);
    if (!han || !utf8::is_cjk(after)) {
        // a quotation mark beside Han punctuation: set close, and no word ends there
        const bool either = utf8::is_cjk(before) || utf8::is_cjk(after);
        return !either || gap > 0.1F * std::max(left.size, right.size) || utf8::is_hangul(before) ||
               utf8::is_hangul(after);
    }
    return gap > 0.8F * std::max(left.size, right.size);
}

std::u32string text_of(const PageWords& page, const Line& line)
{
    std::u32string text;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const Word& word = page.words[line.words[i]];
        if (i > 0 && blank_between(page, page.words[line.words[i - 1]], word))
            text.push_back(U' ');
        text.append(page.raw->text, word.begin, word.end - word.begin);
    }
    return text;
}

std::vector<Line> lines_of(const PageWords& page, const std::vector<std::uint32_t>& words)
{
    // Pieces: neighbours that the PDF library put on one line; then pieces side by side.
    std::vector<Line> pieces;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = page.words[words[i]];
        const bool goes_on = i > 0 && !pieces.empty() &&
                             page.words[words[i - 1]].raw_line == word.raw_line;
        if (!goes_on)
            pieces.push_back({{}, word.box});
        pieces.back().words.push_back(words[i]);
        grow(pieces.back().box, word.box);
    }
    std::ranges::stable_sort(pieces, {}, [](const Line& piece) { return piece.box.y0 + piece.box.y1; });
    std::vector<Line> lines;
    for (Line& piece : pieces) {
        Line* home = nullptr;
        // A line just above in this order; more than a few back cannot overlap.
        for (std::size_t back = 1; back <= std::min<std::size_t>(lines.size(), 4) && home == nullptr; ++back) {
            Line& line = lines[lines.size() - back];
            const float overlap = std::min(line.box.y1, piece.box.y1) - std::max(line.box.y0, piece.box.y0);
            const float smaller = std::min(height(line.box), height(piece.box));
            // Han punctuation set close reaches half a character into its neighbour.
            const float allowed = std::max(1.0F, 0.6F * smaller);
            const bool beside = std::ranges::none_of(line.words, [&](std::uint32_t index) {
                const Box& box = page.words[index].box;
                return std::min(box.x1, piece.box.x1) - std::max(box.x0, piece.box.x0) > allowed;
            });
            if (overlap > 0.55F * smaller && beside)
                home = &line;
        }
        if (home == nullptr) {
            lines.push_back(std::move(piece));
            continue;
        }
        home->words.insert(home->words.end(), piece.words.begin(), piece.words.end());
        grow(home->box, piece.box);
    }
    for (Line& line : lines) {
        describe(page, line);
        order_words(page, line);
    }
    return lines;
}

}  // namespace longhand::ingest::pdf
