// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/find_text.h"

#include "ui/bridge/text.h"

namespace longhand::ui {
namespace {

struct Spot {
    int chapter = 0, paragraph = 0;
};

bool step(const DocumentView& document, Spot& spot, int by)
{
    const auto count = [&](int chapter) {
        return static_cast<int>(document.chapters.at(chapter).paragraphs.size());
    };
    const int chapters = static_cast<int>(document.chapters.size());
    spot.paragraph += by;
    for (int tried = 0; tried <= chapters; ++tried) {
        if (spot.paragraph >= 0 && spot.paragraph < count(spot.chapter))
            return true;
        spot.chapter = (spot.chapter + by + chapters) % chapters;
        spot.paragraph = by > 0 ? 0 : count(spot.chapter) - 1;
    }
    return false;
}

SourceView found(const DocumentView& document, Spot spot, qsizetype at, qsizetype length)
{
    const ParagraphView& paragraph =
        document.chapters.at(spot.chapter).paragraphs.at(spot.paragraph);
    SourceView source;
    source.chapter = spot.chapter;
    source.paragraph = spot.paragraph;
    source.beginByte = utf8Offset(paragraph.text, at);
    source.endByte = utf8Offset(paragraph.text, at + length);
    source.quote = paragraph.text.mid(at, length);
    source.page = paragraph.page;
    return source;
}

} // namespace

std::optional<SourceView> findText(const DocumentView& document, const QString& words,
                                   const SourceView& from, Direction direction)
{
    if (words.isEmpty() || from.chapter >= document.chapters.size())
        return std::nullopt;
    qsizetype paragraphs = 0;
    for (const ChapterView& chapter : document.chapters)
        paragraphs += chapter.paragraphs.size();
    const bool forwards = direction == Direction::forwards;
    Spot spot{from.chapter, from.paragraph};
    // The first paragraph is looked at twice: after the start, and at the end of the round.
    for (qsizetype looked = 0; looked <= paragraphs; ++looked) {
        const ChapterView& chapter = document.chapters.at(spot.chapter);
        if (spot.paragraph < chapter.paragraphs.size()) {
            const QString& text = chapter.paragraphs.at(spot.paragraph).text;
            qsizetype at = -1;
            if (forwards) {
                const qsizetype begin = looked == 0 ? utf16Offset(text, from.endByte) : 0;
                at = text.indexOf(words, begin, Qt::CaseInsensitive);
            } else if (looked > 0) {
                at = text.lastIndexOf(words, -1, Qt::CaseInsensitive);
            } else if (const qsizetype begin = utf16Offset(text, from.beginByte); begin > 0) {
                at = text.lastIndexOf(words, begin - 1, Qt::CaseInsensitive);
            }
            if (at >= 0)
                return found(document, spot, at, words.size());
        }
        if (!step(document, spot, forwards ? 1 : -1))
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace longhand::ui
