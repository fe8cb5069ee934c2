// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/inline_text.h"

#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::exporting {
namespace {

using document::Span;
using document::SpanKind;

bool allowed_in_xml(char32_t c)
{
    return c == 0x09 || c == 0x0A || c == 0x0D || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

bool is_web_address(std::string_view address)
{
    return address.starts_with("http://") || address.starts_with("https://") ||
           address.starts_with("mailto:");
}

// Sorted so that an outer span comes before what it holds; crossing ones are gone.
std::vector<Span> nested(std::string_view text, std::vector<Span> spans)
{
    const auto on_border = [&](std::uint32_t offset) {
        return offset <= text.size() && utf8::floor_boundary(text, offset) == offset;
    };
    std::erase_if(spans, [&](const Span& span) {
        return span.begin > span.end || !on_border(span.begin) || !on_border(span.end);
    });
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Span> kept;
    std::vector<std::uint32_t> open_ends;
    for (Span& span : spans) {
        while (!open_ends.empty() && open_ends.back() <= span.begin)
            open_ends.pop_back();
        if (!open_ends.empty() && span.end > open_ends.back())
            continue;
        if (span.end > span.begin)
            open_ends.push_back(span.end);
        kept.push_back(std::move(span));
    }
    return kept;
}

}  // namespace

std::string escape_xml(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 16);
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = utf8::next(text, offset);
        switch (c) {
        case U'&': escaped += "&amp;"; break;
        case U'<': escaped += "&lt;"; break;
        case U'>': escaped += "&gt;"; break;
        case U'"': escaped += "&quot;"; break;
        case U'\'': escaped += "&#39;"; break;
        default:
            if (allowed_in_xml(c))
                utf8::append(escaped, c);
        }
    }
    return escaped;
}

std::string escape_markdown(std::string_view text)
{
    std::string escaped;
    bool line_start = true;
    for (const char c : text) {
        const bool always = c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' ||
                            c == '<' || c == '>' || c == '|';
        const bool at_start = c == '#' || c == '-' || c == '+';
        if (always || (line_start && at_start))
            escaped += '\\';
        escaped += c;
        line_start = c == '\n' || (line_start && c == ' ');
    }
    return escaped;
}

std::string render_inline(std::string_view text, const std::vector<Span>& spans,
                          const InlineStyle& style)
{
    std::string out;
    std::vector<Span> open;
    std::size_t written = 0;
    const auto write_to = [&](std::size_t end) {
        if (end > written)
            out += style.text(text.substr(written, end - written));
        written = std::max(written, end);
    };
    const auto close_until = [&](std::size_t position) {
        while (!open.empty() && open.back().end <= position) {
            write_to(open.back().end);
            out += style.close(open.back());
            open.pop_back();
        }
    };
    for (const Span& span : nested(text, spans)) {
        close_until(span.begin);
        write_to(span.begin);
        out += style.open(span);
        if (span.end > span.begin)
            open.push_back(span);
        else
            out += style.close(span);
    }
    close_until(text.size());
    write_to(text.size());
    return out;
}

InlineStyle xhtml_style(std::function<std::string(const std::string&)> note_target)
{
    const auto element = [](SpanKind kind) -> std::string {
        switch (kind) {
        case SpanKind::emphasis: return "em";
        case SpanKind::strong: return "strong";
        case SpanKind::code: return "code";
        case SpanKind::superscript: return "sup";
        case SpanKind::subscript: return "sub";
        case SpanKind::ruby: return "ruby";
        default: return {};
        }
    };
    InlineStyle style;
    style.text = escape_xml;
    style.open = [=](const Span& span) -> std::string {
        if (span.kind == SpanKind::link)
            return is_web_address(span.value) ? "<a href=\"" + escape_xml(span.value) + "\">" : "";
        if (span.kind == SpanKind::note_reference) {
            const std::string target = note_target ? note_target(span.value) : std::string();
            return target.empty() ? "<sup>" : "<sup><a href=\"" + escape_xml(target) + "\">";
        }
        const std::string name = element(span.kind);
        return name.empty() ? "" : "<" + name + ">";
    };
    style.close = [=](const Span& span) -> std::string {
        if (span.kind == SpanKind::link)
            return is_web_address(span.value) ? "</a>" : "";
        if (span.kind == SpanKind::note_reference)
            return note_target && !note_target(span.value).empty() ? "</a></sup>" : "</sup>";
        if (span.kind == SpanKind::ruby)
            return "<rp>(</rp><rt>" + escape_xml(span.value) + "</rt><rp>)</rp></ruby>";
        const std::string name = element(span.kind);
        return name.empty() ? "" : "</" + name + ">";
    };
    return style;
}

InlineStyle markdown_style()
{
    const auto mark = [](SpanKind kind) -> std::string {
        switch (kind) {
        case SpanKind::emphasis: return "*";
        case SpanKind::strong: return "**";
        default: return {};
        }
    };
    InlineStyle style;
    style.text = escape_markdown;
    style.open = [=](const Span& span) -> std::string {
        if (span.kind == SpanKind::link && is_web_address(span.value))
            return "[";
        return mark(span.kind);
    };
    style.close = [=](const Span& span) -> std::string {
        if (span.kind == SpanKind::link && is_web_address(span.value))
            return "](<" + span.value + ">)";
        if (span.kind == SpanKind::ruby)
            return " (" + escape_markdown(span.value) + ")";
        return mark(span.kind);
    };
    return style;
}

InlineStyle plain_style()
{
    InlineStyle style;
    style.text = [](std::string_view text) { return std::string(text); };
    style.open = [](const Span&) { return std::string(); };
    style.close = [](const Span& span) {
        return span.kind == SpanKind::ruby ? "(" + span.value + ")" : std::string();
    };
    return style;
}

}  // namespace longhand::exporting
