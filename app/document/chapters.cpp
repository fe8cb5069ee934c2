// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/chapters.h"

#include <algorithm>
#include <map>

namespace longhand::document {
namespace {

std::vector<std::uint32_t> borders_of(const Document& document)
{
    std::vector<std::uint32_t> borders{0};
    for (const Chapter& chapter : document.chapters)
        borders.push_back(borders.back() + static_cast<std::uint32_t>(chapter.paragraphs.size()));
    return borders;
}

Result<void> check(const std::vector<ChapterStart>& starts, std::size_t paragraphs)
{
    if (starts.empty() || starts.front().paragraph != 0)
        return Error{ErrorKind::invalid, "the first chapter must begin with the book"};
    for (std::size_t i = 1; i < starts.size(); ++i)
        if (starts[i].paragraph <= starts[i - 1].paragraph)
            return Error{ErrorKind::invalid, "chapter " + std::to_string(i + 1) +
                                                 " does not begin behind the one before it"};
    if (starts.size() > 1 && starts.back().paragraph >= paragraphs)
        return Error{ErrorKind::invalid, "chapter " + std::to_string(starts.size()) +
                                             " begins behind the end of the book"};
    return {};
}

}  // namespace

std::vector<ChapterStart> chapter_starts(const Document& document)
{
    std::vector<ChapterStart> starts;
    std::uint32_t at = 0;
    for (const Chapter& chapter : document.chapters) {
        // A chapter without paragraphs (a volume's name alone) begins where the next one does: its
        // name is kept with that one.
        if (!starts.empty() && starts.back().paragraph == at) {
            starts.back().title += (starts.back().title.empty() ? "" : ". ") + chapter.title;
            starts.back().role = chapter.role;
        } else {
            starts.push_back({at, chapter.title, chapter.level, chapter.role});
        }
        at += static_cast<std::uint32_t>(chapter.paragraphs.size());
    }
    if (starts.size() > 1 && starts.back().paragraph >= at)
        starts.pop_back();
    return starts;
}

Result<Document> with_chapters(const Document& document, const std::vector<ChapterStart>& starts)
{
    const std::vector<std::uint32_t> borders = borders_of(document);
    TRY(check(starts, borders.back()));
    Document changed = document;
    std::vector<Paragraph> all;
    all.reserve(borders.back());
    for (Chapter& chapter : changed.chapters)
        for (Paragraph& paragraph : chapter.paragraphs)
            all.push_back(std::move(paragraph));
    changed.chapters.clear();
    std::map<std::string, std::int32_t> chapter_of_note;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const ChapterStart& start = starts[i];
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1].paragraph : all.size();
        Chapter chapter{.title = start.title, .level = std::max(1, start.level), .role = start.role};
        for (std::size_t p = start.paragraph; p < end; ++p) {
            for (const Span& span : all[p].spans)
                if (span.kind == SpanKind::note_reference)
                    chapter_of_note.emplace(span.value, static_cast<std::int32_t>(i));
            chapter.paragraphs.push_back(std::move(all[p]));
        }
        changed.chapters.push_back(std::move(chapter));
    }
    for (Note& note : changed.notes) {
        const auto found = chapter_of_note.find(note.id);
        note.chapter = found == chapter_of_note.end() ? -1 : found->second;
    }
    return changed;
}

ChapterMove::ChapterMove(const Document& before, const Document& after)
    : before_(borders_of(before)), after_(borders_of(after))
{
}

std::optional<std::pair<std::uint32_t, std::uint32_t>>
ChapterMove::paragraph(std::uint32_t chapter, std::uint32_t paragraph) const
{
    if (chapter + 1 >= before_.size() || paragraph >= before_[chapter + 1] - before_[chapter])
        return std::nullopt;
    const std::uint32_t flat = before_[chapter] + paragraph;
    if (flat >= after_.back())
        return std::nullopt;
    const auto next = std::upper_bound(after_.begin(), after_.end(), flat);
    const auto index = static_cast<std::uint32_t>(next - after_.begin() - 1);
    return std::pair{index, flat - after_[index]};
}

std::optional<TextRange> ChapterMove::range(const TextRange& range) const
{
    const auto moved = paragraph(range.chapter, range.paragraph);
    if (!moved)
        return std::nullopt;
    return TextRange{moved->first, moved->second, range.begin, range.end};
}

std::optional<std::uint32_t> ChapterMove::chapter(std::uint32_t chapter) const
{
    if (chapter + 1 >= before_.size() || before_[chapter] == before_[chapter + 1])
        return std::nullopt;
    for (std::uint32_t i = 0; i + 1 < after_.size(); ++i)
        if (after_[i] == before_[chapter] && after_[i + 1] == before_[chapter + 1])
            return i;
    return std::nullopt;
}

}  // namespace longhand::document
