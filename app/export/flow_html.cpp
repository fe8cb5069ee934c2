// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/flow.h"
#include "app/export/inline_text.h"

#include <algorithm>

namespace longhand::exporting {
namespace {

using document::ParagraphKind;
using NoteTarget = std::function<std::string(const std::string&)>;

std::string language_attributes(const std::string& language)
{
    if (language.empty())
        return {};
    const std::string tag = escape_xml(language);
    return " lang=\"" + tag + "\" xml:lang=\"" + tag + "\"" +
           (is_right_to_left(language) ? " dir=\"rtl\"" : "");
}

std::string with_breaks(std::string inline_xhtml)
{
    std::string out;
    for (const char c : inline_xhtml)
        out += c == '\n' ? std::string("<br/>") : std::string(1, c);
    return out;
}

// Writes blocks one by one and keeps the list or table they stand in open.
class BlockWriter {
public:
    BlockWriter(const TranslationExport& translation, int heading_level,
                const NoteTarget& note_target)
        : translation_(translation), heading_level_(heading_level),
          style_(xhtml_style(note_target))
    {
    }

    void write(const Block& block)
    {
        if (translation_.layout == Layout::two_columns && write_row(block))
            return;
        enter(group_of(block));
        const std::string source =
            with_breaks(render_inline(block.source->text, block.source->spans, style_));
        if (block.source->kind == ParagraphKind::separator) {
            body_ += "<hr/>\n";
        } else if (block.target == nullptr) {
            write_text(block, source, translation_.from, block.expected ? "untranslated" : "",
                       block.expected ? escape_xml(untranslated_mark(translation_.to)) : "");
        } else {
            const std::string target =
                with_breaks(render_inline(block.target->target, block.target->spans, style_));
            const bool both = translation_.layout != Layout::target && block.expected &&
                              source != target;
            const bool one_source = translation_.layout == Layout::two_columns &&
                                    block.source->kind == ParagraphKind::heading;
            if (both && translation_.layout == Layout::source_target)
                write_text(block, source, translation_.from, "source", "");
            write_text(block, target, translation_.to, "", "");
            if (both && one_source)  // one heading a chapter: its source stands below as text
                body_ += "<p" + language_attributes(translation_.from) + " class=\"source dimmed\">" +
                         source + "</p>\n";
            if (both && translation_.layout == Layout::target_source)
                write_text(block, source, translation_.from, "source dimmed", "");
        }
    }

    std::string finish()
    {
        enter("");
        return std::move(body_);
    }

private:
    static std::string group_of(const Block& block)
    {
        switch (block.source->kind) {
        case ParagraphKind::list_item: return "ul";
        case ParagraphKind::table_row: return "table " + std::to_string(block.source->table);
        case ParagraphKind::quote:
        case ParagraphKind::verse: return "blockquote";
        default: return {};
        }
    }

    // Source and translation side by side; false where the whole width is better.
    bool write_row(const Block& block)
    {
        if (block.source->kind == ParagraphKind::separator ||
            block.source->kind == ParagraphKind::heading)
            return false;
        enter("table pair");
        const auto cell = [&](const std::string& language, const char* css_class,
                              const std::string& inner) {
            body_ += "<td" + language_attributes(language) + css_class + "><p>" + inner + "</p></td>";
        };
        const bool code = block.source->kind == ParagraphKind::code;
        const auto dressed = [&](const std::string& inner) {
            return code ? "<code>" + inner + "</code>" : inner;
        };
        body_ += "<tr>";
        cell(translation_.from, " class=\"source\"",
             dressed(with_breaks(render_inline(block.source->text, block.source->spans, style_))));
        if (block.target != nullptr)
            cell(translation_.to, "",
                 dressed(with_breaks(render_inline(block.target->target, block.target->spans, style_))));
        else
            cell(translation_.to, block.expected ? " class=\"untranslated\"" : "",
                 block.expected ? escape_xml(untranslated_mark(translation_.to)) : "");
        body_ += "</tr>\n";
        return true;
    }

    void enter(const std::string& group)
    {
        if (group == group_)
            return;
        if (!group_.empty())
            body_ += "</" + group_.substr(0, group_.find(' ')) + ">\n";
        if (!group.empty())
            body_ += "<" + group.substr(0, group.find(' ')) +
                     (group == "table pair" ? " class=\"pair\">\n" : ">\n");
        group_ = group;
    }

    void write_text(const Block& block, const std::string& inner, const std::string& language,
                    const std::string& css_class, const std::string& mark)
    {
        std::string attributes = language_attributes(language);
        if (!css_class.empty())
            attributes += " class=\"" + css_class + "\"";
        const std::string text = mark + inner;
        switch (block.source->kind) {
        case ParagraphKind::heading: {
            const std::string name = "h" + std::to_string(std::clamp(heading_level_, 1, 6));
            body_ += "<" + name + attributes + ">" + text + "</" + name + ">\n";
            break;
        }
        case ParagraphKind::list_item:
            body_ += "<li" + attributes + ">" + text + "</li>\n";
            break;
        case ParagraphKind::table_row:
            body_ += "<tr" + attributes + "><td>" + text + "</td></tr>\n";
            break;
        case ParagraphKind::code:
            body_ += "<p" + attributes + "><code>" + text + "</code></p>\n";
            break;
        default: body_ += "<p" + attributes + ">" + text + "</p>\n";
        }
    }

    const TranslationExport& translation_;
    int heading_level_;
    InlineStyle style_;
    std::string body_;
    std::string group_;
};

std::string note_anchor(const document::Document& document, const std::string& id)
{
    for (std::size_t i = 0; i < document.notes.size(); ++i)
        if (document.notes[i].id == id)
            return "#note-" + std::to_string(i + 1);
    return {};
}

}  // namespace

std::string style_sheet()
{
    return "body { max-width: 38em; margin: 2em auto; padding: 0 1em; line-height: 1.6; }\n"
           ".dimmed { opacity: 0.55; }\n"
           ".untranslated { border-left: 0.2em solid #b36b00; padding-left: 0.6em; }\n"
           "blockquote { margin: 1em 2em; }\n"
           "td { padding: 0.2em 0.6em; vertical-align: top; }\n"
           "table.pair { width: 100%; border-collapse: collapse; table-layout: fixed; }\n"
           "table.pair td { width: 50%; padding: 0.3em 0.8em; vertical-align: top; }\n"
           ".note { font-size: 0.9em; }\n";
}

std::string chapter_body(const TranslationExport& translation, const std::vector<Block>& blocks, int heading_level,
                         const NoteTarget& note_target)
{
    BlockWriter writer(translation, heading_level, note_target);
    for (const Block& block : blocks)
        writer.write(block);
    return writer.finish();
}

std::string translation_as_html(const document::Document& document,
                                const TranslationExport& translation)
{
    const Translated translated(translation.segments);
    const auto note_target = [&](const std::string& id) { return note_anchor(document, id); };
    std::string html = "<!DOCTYPE html>\n<html" + language_attributes(translation.to) +
                       ">\n<head>\n<meta charset=\"utf-8\"/>\n<title>" +
                       escape_xml(translation.book.title) + "</title>\n<style>\n" + style_sheet() +
                       "</style>\n</head>\n<body>\n";
    for (std::size_t i = 0; i < document.chapters.size(); ++i)
        html += "<section>\n" +
                chapter_body(translation, translated.chapter(document, i),
                             document.chapters[i].level, note_target) +
                "</section>\n";
    for (std::size_t i = 0; i < document.notes.size(); ++i)
        html += "<aside class=\"note\" id=\"note-" + std::to_string(i + 1) + "\"><p>[" +
                escape_xml(document.notes[i].label) + "]</p>\n" +
                chapter_body(translation,
                             translated.chapter(document, document.chapters.size() + i), 6,
                             note_target) +
                "</aside>\n";
    return html + "</body>\n</html>\n";
}

}  // namespace longhand::exporting
