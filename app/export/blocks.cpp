// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/blocks.h"

#include <array>

namespace longhand::exporting {

using document::ParagraphKind;
using library::SegmentStatus;

Translated::Translated(const std::vector<library::Segment>& segments)
{
    for (const library::Segment& segment : segments)
        by_place_[{segment.chapter, segment.index}] = &segment;
}

Block Translated::block(const document::Paragraph& paragraph, std::size_t chapter,
                        std::size_t index) const
{
    Block block{.source = &paragraph,
                .expected = paragraph.kind != ParagraphKind::separator && !paragraph.text.empty()};
    const auto found = by_place_.find(
        {static_cast<std::uint32_t>(chapter), static_cast<std::uint32_t>(index)});
    if (found == by_place_.end())
        return block;
    if (found->second->status == SegmentStatus::skipped)
        block.expected = false;
    if (!found->second->target.empty())
        block.target = found->second;
    return block;
}

std::vector<Block> Translated::chapter(const document::Document& document,
                                       std::size_t chapter) const
{
    const auto& paragraphs = chapter < document.chapters.size()
                                 ? document.chapters[chapter].paragraphs
                                 : document.notes[chapter - document.chapters.size()].paragraphs;
    std::vector<Block> blocks;
    blocks.reserve(paragraphs.size());
    for (std::size_t index = 0; index < paragraphs.size(); ++index)
        blocks.push_back(block(paragraphs[index], chapter, index));
    return blocks;
}

std::string Translated::title(const document::Document& document, std::size_t chapter) const
{
    for (const Block& block : this->chapter(document, chapter))
        if (block.source->kind == ParagraphKind::heading && block.target != nullptr)
            return block.target->target;
    return document.chapters[chapter].title;
}

ExportReport Translated::count(const document::Document& document) const
{
    ExportReport report;
    for (std::size_t i = 0; i < document.chapters.size() + document.notes.size(); ++i)
        for (const Block& block : chapter(document, i))
            if (block.target != nullptr)
                ++report.translated;
            else if (block.expected)
                ++report.untranslated;
    return report;
}

std::string translated_title(const document::Document& document,
                             const TranslationExport& translation)
{
    if (!translation.title.empty())
        return translation.title;
    for (const library::Segment& segment : translation.segments)
        if (!segment.target.empty() && !segment.source.empty() &&
            (segment.source == translation.book.title || segment.source == document.title))
            return segment.target;
    return translation.book.title;
}

std::string untranslated_mark(const std::string& language)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMarks = {
        {{"zh", "[未翻译] "},
         {"ja", "[未翻訳] "},
         {"de", "[nicht übersetzt] "},
         {"fr", "[non traduit] "},
         {"es", "[sin traducir] "},
         {"it", "[non tradotto] "},
         {"ru", "[не переведено] "}}};
    for (const auto& [prefix, mark] : kMarks)
        if (language.starts_with(prefix))
            return std::string(mark);
    return "[not translated] ";
}

bool is_right_to_left(const std::string& language)
{
    for (const char* prefix : {"ar", "fa", "he", "ur"})
        if (language.starts_with(prefix))
            return true;
    return false;
}

}  // namespace longhand::exporting
