// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/inline_text.h"

#include "app/ingest/flowing/markup_blocks.h"
#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>

namespace longhand::ingest::flowing {

using document::Paragraph;
using document::Span;
using document::SpanKind;

namespace {

constexpr std::uint32_t kUnset = std::numeric_limits<std::uint32_t>::max();

// Soft hyphens, word joiners and marks of order carry no text.
bool is_invisible(char32_t code)
{
    return code == 0xAD || code == 0x2060 || code == 0xFEFF;
}

bool is_markup_space(char32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == '\r';
}

std::optional<SpanKind> span_kind(std::string_view name)
{
    static const std::unordered_map<std::string_view, SpanKind> kKinds = {
        {"em", SpanKind::emphasis},    {"i", SpanKind::emphasis},   {"cite", SpanKind::emphasis},
        {"dfn", SpanKind::emphasis},   {"var", SpanKind::emphasis}, {"strong", SpanKind::strong},
        {"b", SpanKind::strong},       {"code", SpanKind::code},    {"tt", SpanKind::code},
        {"kbd", SpanKind::code},       {"samp", SpanKind::code},    {"sub", SpanKind::subscript},
        {"sup", SpanKind::superscript}};
    const auto found = kKinds.find(name);
    return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

std::string reading_of(const Node& node)
{
    std::string out = single_spaced(text_of(node));
    return out;
}

} // namespace

void InlineText::put(char32_t code, std::string_view bytes)
{
    if (space_ && !text_.empty() && last_ != '\n') {
        const bool joined = line_end_ && utf8::is_cjk(last_) && utf8::is_cjk(code);
        if (!joined)
            text_ += ' ';
    }
    space_ = line_end_ = false;
    for (auto open = open_.rbegin(); open != open_.rend() && open->begin == kUnset; ++open)
        open->begin = static_cast<std::uint32_t>(text_.size());
    text_ += bytes;
    last_ = code;
}

void InlineText::add_text(std::string_view text)
{
    if (keep_space_) {
        add_verbatim(text);
        return;
    }
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t begin = offset;
        const char32_t code = utf8::next(text, offset);
        if (is_markup_space(code)) {
            space_ = true;
            line_end_ = line_end_ || code == '\n';
        } else if (!is_invisible(code)) {
            put(code, text.substr(begin, offset - begin));
        }
    }
}

void InlineText::add_verbatim(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t begin = offset;
        const char32_t code = utf8::next(text, offset);
        if (code != '\r' && !(code == '\n' && text_.empty()))
            put(code, text.substr(begin, offset - begin));
    }
}

void InlineText::line_break()
{
    if (text_.empty() || last_ == '\n')
        return;
    text_ += '\n';
    last_ = '\n';
    space_ = line_end_ = false;
}

void InlineText::wrap(SpanKind kind, std::string value, const std::function<void()>& inside)
{
    open_.push_back({kind, std::move(value), kUnset});
    inside();
    Open open = std::move(open_.back());
    open_.pop_back();
    const auto end = static_cast<std::uint32_t>(text_.size());
    if (open.begin != kUnset && open.begin < end)
        spans_.push_back({open.kind, open.begin, end, std::move(open.value)});
}

void InlineText::add_children(const Node& node)
{
    for (const Node& child : node.children)
        add(child);
}

void InlineText::add_link(const Node& node)
{
    const std::string* const href = node.find_attribute("href");
    if (href == nullptr) {
        add_children(node);
        return;
    }
    const bool reference = node.has_type("noteref") || node.has_type("annoref") ||
                           node.has_class("noteref") || node.has_class("footnote-ref");
    wrap(reference ? SpanKind::note_reference : SpanKind::link, hooks_.resolve(*href),
         [&] { add_children(node); });
}

// Base and reading in turn; several readings in a row belong to the base before them.
void InlineText::add_ruby(const Node& node)
{
    std::uint32_t begin = kUnset;
    for (const Node& child : node.children) {
        if (child.is("rp"))
            continue;
        if (child.is("rt") || child.is("rtc")) {
            const auto end = static_cast<std::uint32_t>(text_.size());
            if (begin != kUnset && begin < end)
                spans_.push_back({SpanKind::ruby, begin, end, reading_of(child)});
            else if (!spans_.empty() && spans_.back().kind == SpanKind::ruby &&
                     spans_.back().end == end)
                spans_.back().value += reading_of(child);
            begin = kUnset;
            continue;
        }
        const bool blank = child.kind == Node::Kind::text && single_spaced(child.text).empty();
        if (blank || child.kind == Node::Kind::comment)
            continue;
        const bool pending = space_;
        const std::size_t before = text_.size();
        add(child);
        if (begin == kUnset && text_.size() > before)
            begin = static_cast<std::uint32_t>(
                before + (pending && text_.compare(before, 1, " ") == 0 ? 1 : 0));
    }
}

void InlineText::add_picture(const Node& node)
{
    const std::string id = hooks_.picture(node);
    const auto at = static_cast<std::uint32_t>(text_.size());
    if (!id.empty())
        spans_.push_back({SpanKind::image, at, at, id});
}

void InlineText::add_element(const Node& node)
{
    if (const std::string_view id = node.attribute("id"); !id.empty())
        hooks_.anchor(id);
    if (const std::string_view name = node.is("a") ? node.attribute("name") : std::string_view();
        !name.empty())
        hooks_.anchor(name);
    if (is_back_link(node))
        hooks_.back_link(node.attribute("href"));
    if (is_silent(node))
        return;
    if (is_picture(node)) {
        add_picture(node);
        return;
    }
    const std::string_view name = node.local();
    if (name == "br") {
        line_break();
    } else if (name == "math") {
        wrap(SpanKind::code, {}, [&] { add_text(formula_text(node)); });
    } else if (name == "ruby") {
        add_ruby(node);
    } else if (name == "a") {
        add_link(node);
    } else if (name == "q") {
        add_text("“");
        add_children(node);
        add_text("”");
    } else if (const auto kind = span_kind(name)) {
        wrap(*kind, {}, [&] { add_children(node); });
    } else {
        add_children(node);
    }
}

void InlineText::add(const Node& node)
{
    if (node.kind == Node::Kind::text)
        add_text(node.text);
    else if (node.is_element())
        add_element(node);
    else if (node.kind == Node::Kind::fragment)
        add_children(node);
}

void InlineText::finish(Paragraph& paragraph)
{
    while (!text_.empty() && (text_.back() == '\n' || text_.back() == ' '))
        text_.pop_back();
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (Span& span : spans_) {
        span.begin = std::min(span.begin, size);
        span.end = std::min(span.end, size);
    }
    std::erase_if(spans_, [](const Span& span) {
        return span.kind != SpanKind::image && span.begin == span.end;
    });
    std::stable_sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    paragraph.text = std::move(text_);
    paragraph.spans = std::move(spans_);
    text_.clear();
    spans_.clear();
    last_ = 0;
    space_ = line_end_ = false;
}

} // namespace longhand::ingest::flowing
