// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include "engine/base/utf8.h"

namespace longhand::document {

std::string_view to_string(PageState state)
{
    switch (state) {
    case PageState::text:
        return "text";
    case PageState::empty:
        return "empty";
    case PageState::scan:
        return "scan";
    case PageState::unreadable:
        return "unreadable";
    case PageState::failed:
        return "failed";
    }
    return "?";
}

std::string_view to_string(ParagraphKind kind)
{
    switch (kind) {
    case ParagraphKind::body:
        return "body";
    case ParagraphKind::heading:
        return "heading";
    case ParagraphKind::list_item:
        return "list_item";
    case ParagraphKind::quote:
        return "quote";
    case ParagraphKind::verse:
        return "verse";
    case ParagraphKind::code:
        return "code";
    case ParagraphKind::table_row:
        return "table_row";
    case ParagraphKind::caption:
        return "caption";
    case ParagraphKind::separator:
        return "separator";
    }
    return "?";
}

std::string_view to_string(ChapterRole role)
{
    switch (role) {
    case ChapterRole::front:
        return "front";
    case ChapterRole::body:
        return "body";
    case ChapterRole::back:
        return "back";
    case ChapterRole::contents:
        return "contents";
    case ChapterRole::bibliography:
        return "bibliography";
    case ChapterRole::index:
        return "index";
    case ChapterRole::notes:
        return "notes";
    }
    return "?";
}

std::string_view to_string(ChapterSource source)
{
    switch (source) {
    case ChapterSource::navigation:
        return "navigation";
    case ChapterSource::outline:
        return "outline";
    case ChapterSource::contents_page:
        return "contents page";
    case ChapterSource::headings:
        return "headings";
    case ChapterSource::pieces:
        return "pieces";
    case ChapterSource::whole:
        return "whole";
    }
    return "?";
}

std::string_view to_string(Format format)
{
    switch (format) {
    case Format::pdf:
        return "pdf";
    case Format::epub:
        return "epub";
    case Format::text:
        return "text";
    case Format::markdown:
        return "markdown";
    case Format::html:
        return "html";
    }
    return "?";
}

std::size_t Chapter::words() const
{
    std::size_t sum = 0;
    for (const Paragraph& paragraph : paragraphs)
        sum += utf8::count_words(paragraph.text);
    return sum;
}

std::uint32_t Chapter::first_page() const
{
    for (const Paragraph& paragraph : paragraphs) {
        if (const std::uint32_t page = paragraph.first_page(); page != 0)
            return page;
    }
    return 0;
}

std::size_t Document::words() const
{
    std::size_t sum = 0;
    for (const Chapter& chapter : chapters)
        sum += chapter.words();
    return sum;
}

std::string_view list_mark(std::string_view item)
{
    const bool bracket = item.starts_with('(');
    std::size_t end = bracket ? 1 : 0;
    const std::size_t begin = end;
    while (end < item.size() && end - begin < 4 &&
           std::isalnum(static_cast<unsigned char>(item[end])) != 0)
        ++end;
    const bool digits = end > begin && std::isdigit(static_cast<unsigned char>(item[begin])) != 0;
    if (end == begin || end + 1 >= item.size() || item[end + 1] != ' ')
        return "- ";
    const bool closed = item[end] == ')' || (item[end] == '.' && (digits || end - begin == 1));
    return closed && (bracket == (item[end] == ')') || !bracket) ? "" : "- ";
}

}  // namespace longhand::document
