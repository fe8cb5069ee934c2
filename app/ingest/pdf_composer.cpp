// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_composer.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>

namespace longhand::ingest::pdf {
namespace {

using document::Origin;
using document::Paragraph;
using document::Span;
using document::SpanKind;

constexpr char32_t kSoftHyphen = 0xAD;
bool is_hyphen(char32_t code) { return code == U'-' || code == 0x2010; }
bool is_dash(char32_t code) { return code == 0x2014 || code == 0x2015 || code == 0x2013; }
bool is_letter(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') ||
           (code >= 0xC0 && code < 0x2000 && code != 0xD7 && code != 0xF7);
}
bool is_lower(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= 0xDF && code <= 0xFF) ||
           (code >= 0x100 && code < 0x180 && code % 2 == 1) || (code >= 0x3B1 && code <= 0x3C9) ||
           (code >= 0x430 && code <= 0x45F);
}

std::u32string decoded(std::string_view text)
{
    std::u32string out;
    for (std::size_t offset = 0; offset < text.size();)
        out.push_back(utf8::next(text, offset));
    return out;
}

// Letters at the end of `text`, before its last `skip` characters.
std::u32string last_letters(std::u32string_view text, std::size_t skip)
{
    std::size_t end = text.size() - std::min(skip, text.size());
    std::size_t begin = end;
    while (begin > 0 && is_letter(text[begin - 1]))
        --begin;
    return std::u32string(text.substr(begin, end - begin));
}

std::u32string first_letters(std::u32string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && is_letter(text[end]))
        ++end;
    return std::u32string(text.substr(0, end));
}

enum class Joint { blank, nothing, drop_hyphen };

// What stands between the end of one line and the beginning of the next.
Joint joint_of(std::u32string_view before, std::u32string_view after, const Dictionary& dictionary)
{
    if (before.empty() || after.empty())
        return Joint::nothing;
    const char32_t last = before.back();
    const char32_t inner = before.size() > 1 ? before[before.size() - 2] : U' ';
    const char32_t first = after.front();
    if (last == kSoftHyphen)
        return Joint::drop_hyphen;
    if (is_hyphen(last) && is_letter(inner)) {
        if (!is_lower(first))
            return is_letter(first) || (first >= U'0' && first <= U'9') ? Joint::nothing : Joint::blank;
        return dictionary.joins(last_letters(before, 1), first_letters(after)) ? Joint::drop_hyphen
                                                                                : Joint::nothing;
    }
    if (is_dash(last))
        return utf8::is_space(inner) ? Joint::blank : Joint::nothing;
    if (first == 0x2014 && (after.size() < 2 || !utf8::is_space(after[1])))
        return Joint::nothing;
    if (utf8::is_cjk(last) && utf8::is_cjk(first) && !(utf8::is_hangul(last) && utf8::is_hangul(first)))
        return Joint::nothing;
    if (std::u32string_view(U"\u3002\uFF0C\u3001\uFF1B\uFF1A\uFF01\uFF1F\uFF08\u300C\u300E\u300A\u201C").find(last) !=
        std::u32string_view::npos)
        return Joint::nothing;
    if (last == U'/' || last == U'_') {  // an address that went over the edge
        const std::size_t blank = before.find_last_of(U' ');
        const auto token = before.substr(blank == before.npos ? 0 : blank + 1);
        if (token.find(U"://") != token.npos || token.starts_with(U"www."))
            return Joint::nothing;
    }
    return Joint::blank;
}

void pop_last(Paragraph& paragraph)
{
    std::size_t size = paragraph.text.size();
    do {
        --size;
    } while (size > 0 && (static_cast<unsigned char>(paragraph.text[size]) & 0xC0U) == 0x80U);
    paragraph.text.resize(size);
    const auto end = static_cast<std::uint32_t>(size);
    for (Span& span : paragraph.spans)
        span.end = std::min(span.end, end);
    std::erase_if(paragraph.spans, [&](const Span& span) {
        return span.begin >= span.end && span.kind != SpanKind::image;
    });
    while (!paragraph.origins.empty() && paragraph.origins.back().begin >= end)
        paragraph.origins.pop_back();
    if (!paragraph.origins.empty())
        paragraph.origins.back().end = std::min(paragraph.origins.back().end, end);
}

std::u32string tail_of(const std::string& text)
{
    constexpr std::size_t kEnough = 240;  // bytes; an address or a word at a line end is shorter
    const std::size_t from =
        text.size() > kEnough ? utf8::floor_boundary(text, text.size() - kEnough) : 0;
    return decoded(std::string_view(text).substr(from));
}

// Bottom of the letters of ordinary size, against which others are raised or lowered.
float foot_of(const PageWords& page, const Line& line)
{
    for (const std::uint32_t index : line.words) {
        const Word& word = page.words[index];
        for (std::uint32_t i = word.begin; i < word.end; ++i) {
            if (std::abs(page.glyphs[i].size - line.size) < 0.3F)
                return page.raw->boxes[i].y1;
        }
    }
    return line.box.y1;
}

}  // namespace

void Composer::close_look()
{
    if (look_end_ > look_begin_) {
        const auto add = [&](SpanKind kind, std::string value = {}) {
            paragraph_.spans.push_back({kind, look_begin_, look_end_, std::move(value)});
        };
        if (look_.bold)
            add(SpanKind::strong);
        if (look_.italic)
            add(SpanKind::emphasis);
        if (look_.mono)
            add(SpanKind::code);
        if (look_.rise > 0) {
            const std::string label = paragraph_.text.substr(look_begin_, look_end_ - look_begin_);
            const auto note = std::ranges::find(notes_, label, &document::Note::label);
            if (note != notes_.end())
                add(SpanKind::note_reference, note->id);
            else
                add(SpanKind::superscript);
        } else if (look_.rise < 0) {
            add(SpanKind::subscript);
        }
    }
    look_begin_ = look_end_ = static_cast<std::uint32_t>(paragraph_.text.size());
}

void Composer::append_glyph(std::uint32_t glyph, const Look& look)
{
    const char32_t code = page_.raw->text[glyph];
    if (code == kSoftHyphen)
        return;
    if (!utf8::is_space(code) && look != look_) {
        close_look();
        look_ = look;
    }
    const auto begin = static_cast<std::uint32_t>(paragraph_.text.size());
    utf8::append(paragraph_.text, code);
    const auto end = static_cast<std::uint32_t>(paragraph_.text.size());
    if (!utf8::is_space(code))
        look_end_ = end;
    auto& origins = paragraph_.origins;
    const std::uint32_t page = page_.raw->number;
    if (!origins.empty() && origins.back().end == begin && origins.back().page == page) {
        const std::size_t characters =
            utf8::count(std::string_view(paragraph_.text).substr(origins.back().begin, begin - origins.back().begin));
        if (origins.back().first_glyph + characters == glyph) {
            origins.back().end = end;
            return;
        }
    }
    origins.push_back({begin, end, page, glyph});
}

void Composer::append_inserted(std::string_view text) { paragraph_.text.append(text); }

void Composer::append_words(const Line& line)
{
    const float foot = foot_of(page_, line);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const Word& word = page_.words[line.words[i]];
        if (i > 0) {
            const Word& before = page_.words[line.words[i - 1]];
            if (blank_between(page_, before, word)) {
                if (word.begin == before.end + 1 && page_.raw->text[before.end] == U' ')
                    append_glyph(before.end, look_);
                else
                    append_inserted(" ");
            }
        }
        for (std::uint32_t glyph = word.begin; glyph < word.end; ++glyph) {
            const GlyphStyle& style = page_.glyphs[glyph];
            Look look{style.font.bold, style.font.italic, style.font.mono, 0};
            if (style.size < 0.82F * line.size) {
                const float bottom = page_.raw->boxes[glyph].y1;
                look.rise = bottom < foot - 0.12F * line.size ? 1 : bottom > foot + 0.02F * line.size ? -1 : 0;
            }
            append_glyph(glyph, look);
        }
    }
}

void Composer::add_line(const Line& line)
{
    if (!paragraph_.text.empty()) {
        const std::u32string next = text_of(page_, line);
        // A soft hyphen is never written, so the joint is asked with the last glyph in mind.
        const Joint joint = ends_soft_ ? Joint::nothing : joint_of(tail_of(paragraph_.text), next, dictionary_);
        if (joint == Joint::drop_hyphen) {
            pop_last(paragraph_);
            look_end_ = std::min(look_end_, static_cast<std::uint32_t>(paragraph_.text.size()));
        } else if (joint == Joint::blank) {
            append_inserted(" ");
        }
    }
    append_words(line);
    const Word& last = page_.words[line.words.back()];
    ends_soft_ = page_.raw->text[last.end - 1] == kSoftHyphen;
}

void Composer::add_code_line(const Line& line, float left)
{
    if (!paragraph_.text.empty())
        append_inserted("\n");
    const Word& first = page_.words[line.words.front()];
    const auto glyphs = static_cast<float>(first.end - first.begin);
    const float advance = std::max(1.0F, (first.box.x1 - first.box.x0) / glyphs);
    const auto blanks = std::lround(std::clamp((line.box.x0 - left) / advance, 0.0F, 60.0F));
    append_inserted(std::string(static_cast<std::size_t>(blanks), ' '));
    append_words(line);
}

void Composer::add_cell(const Line& line)
{
    if (!paragraph_.text.empty())
        append_inserted(" | ");
    append_words(line);
}

Paragraph Composer::take(bool keep_styles)
{
    close_look();
    if (!keep_styles) {
        std::erase_if(paragraph_.spans, [](const Span& span) {
            return span.kind != SpanKind::note_reference && span.kind != SpanKind::superscript &&
                   span.kind != SpanKind::subscript;
        });
    }
    return std::move(paragraph_);
}

void append_paragraph(Paragraph& paragraph, const Paragraph& next, const Dictionary& dictionary)
{
    const Joint joint = joint_of(tail_of(paragraph.text), decoded(std::string_view(next.text).substr(
                                     0, utf8::floor_boundary(next.text, std::min<std::size_t>(240, next.text.size())))),
                                 dictionary);
    if (joint == Joint::drop_hyphen)
        pop_last(paragraph);
    else if (joint == Joint::blank)
        paragraph.text.push_back(' ');
    const auto shift = static_cast<std::uint32_t>(paragraph.text.size());
    paragraph.text += next.text;
    for (Span span : next.spans) {
        span.begin += shift;
        span.end += shift;
        paragraph.spans.push_back(std::move(span));
    }
    for (Origin origin : next.origins) {
        origin.begin += shift;
        origin.end += shift;
        paragraph.origins.push_back(origin);
    }
}

}  // namespace longhand::ingest::pdf
