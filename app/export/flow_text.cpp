// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/flow.h"
#include "app/export/inline_text.h"

#include <algorithm>

namespace longhand::exporting {
namespace {

using document::ParagraphKind;

// One paragraph in both languages as the layout wants it: one or two lines.
std::vector<std::string> lines_of(const Block& block, const TranslationExport& translation,
                                  const InlineStyle& style)
{
    const std::string source = render_inline(block.source->text, block.source->spans, style);
    if (block.target == nullptr) {
        const std::string mark =
            block.expected ? style.text(untranslated_mark(translation.to)) : std::string();
        return {mark + source};
    }
    const std::string target = render_inline(block.target->target, block.target->spans, style);
    if (!block.expected || source == target)
        return {target};
    switch (translation.layout) {
    case Layout::target:
    case Layout::two_columns: return {target};
    case Layout::source_target: return {source, target};
    case Layout::target_source: return {target, source};
    }
    return {target};
}

std::string markdown_prefix(const Block& block, int level)
{
    switch (block.source->kind) {
    case ParagraphKind::heading:
        return std::string(static_cast<std::size_t>(std::clamp(level + 1, 2, 6)), '#') + " ";
    case ParagraphKind::list_item:
        return std::string(document::list_mark(block.source->text));
    case ParagraphKind::quote:
    case ParagraphKind::verse: return "> ";
    case ParagraphKind::code: return "    ";
    default: return {};
    }
}

void append_paragraph(std::string& text, const std::string& prefix, const std::string& line)
{
    text += prefix;
    for (const char c : line) {
        text += c;
        if (c == '\n')
            text += prefix;
    }
    text += "\n\n";
}

// A cell of a Markdown table is one line.
std::string in_cell(std::string_view text)
{
    std::string cell;
    for (const char c : text)
        cell += c == '\n' ? std::string("<br>") : std::string(1, c);
    return cell;
}

// Source and translation as rows of a table; headings stand between tables.
void append_columns(std::string& text, const std::vector<Block>& blocks, int level,
                    const TranslationExport& translation, const InlineStyle& style)
{
    bool open = false;
    const auto close = [&] {
        text += open ? "\n" : "";
        open = false;
    };
    for (const Block& block : blocks) {
        if (block.source->kind == ParagraphKind::separator) {
            close();
            text += "---\n\n";
            continue;
        }
        const std::string source = render_inline(block.source->text, block.source->spans, style);
        const std::string target =
            block.target == nullptr
                ? block.expected ? style.text(untranslated_mark(translation.to)) : source
                : render_inline(block.target->target, block.target->spans, style);
        if (block.source->kind == ParagraphKind::heading) {
            close();
            append_paragraph(text, markdown_prefix(block, level),
                             block.target == nullptr ? source : target);
            continue;
        }
        if (!open)
            text += "| " + translation.from + " | " + translation.to + " |\n| --- | --- |\n";
        open = true;
        text += "| " + in_cell(source) + " | " + in_cell(target) + " |\n";
    }
    close();
}

void append_chapter(std::string& text, const std::vector<Block>& blocks, int level,
                    const TranslationExport& translation, const InlineStyle& style, bool markdown)
{
    if (markdown && translation.layout == Layout::two_columns)
        return append_columns(text, blocks, level, translation, style);
    for (const Block& block : blocks) {
        if (block.source->kind == ParagraphKind::separator) {
            text += markdown ? "---\n\n" : "* * *\n\n";
            continue;
        }
        const std::string prefix = markdown ? markdown_prefix(block, level) : std::string();
        for (const std::string& line : lines_of(block, translation, style))
            append_paragraph(text, prefix, line);
    }
}

std::string whole_book(const document::Document& document, const TranslationExport& translation,
                       const InlineStyle& style, bool markdown)
{
    const Translated translated(translation.segments);
    std::string text;
    if (!translation.book.title.empty())
        append_paragraph(text, markdown ? "# " : "", style.text(translation.book.title));
    for (std::size_t i = 0; i < document.chapters.size(); ++i)
        append_chapter(text, translated.chapter(document, i), document.chapters[i].level,
                       translation, style, markdown);
    if (!document.notes.empty())
        text += markdown ? "---\n\n" : "* * *\n\n";
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
        text += "[" + document.notes[i].label + "] ";
        append_chapter(text, translated.chapter(document, document.chapters.size() + i), 1,
                       translation, style, markdown);
    }
    return text;
}

}  // namespace

std::string translation_as_text(const document::Document& document,
                                const TranslationExport& translation)
{
    return whole_book(document, translation, plain_style(), false);
}

std::string translation_as_markdown(const document::Document& document,
                                    const TranslationExport& translation)
{
    return whole_book(document, translation, markdown_style(), true);
}

}  // namespace longhand::exporting
