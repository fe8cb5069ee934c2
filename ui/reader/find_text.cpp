// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/find_text.h"

#include "ui/bridge/text.h"

#include <algorithm>
#include <tuple>

namespace longhand::ui {
namespace {

auto orderOf(const SourceView& source)
{
    return std::tuple(source.chapter, source.paragraph, source.beginByte);
}

void findIn(const ParagraphView& paragraph, int chapter, int number, const QString& words,
            QList<SourceView>& hits)
{
    const QString& text = paragraph.text;
    for (qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive);
         at >= 0 && hits.size() < kMostHits;
         at = text.indexOf(words, at + words.size(), Qt::CaseInsensitive)) {
        SourceView source;
        source.chapter = chapter;
        source.paragraph = number;
        source.beginByte = utf8Offset(text, at);
        source.endByte = utf8Offset(text, at + words.size());
        source.quote = text.mid(at, words.size());
        source.page = paragraph.page;
        hits.append(source);
    }
}

} // namespace

QList<SourceView> findAll(const DocumentView& document, const QString& words)
{
    QList<SourceView> hits;
    if (words.isEmpty())
        return hits;
    for (int chapter = 0; chapter < document.chapters.size(); ++chapter) {
        const auto& paragraphs = document.chapters.at(chapter).paragraphs;
        for (int number = 0; number < paragraphs.size(); ++number)
            findIn(paragraphs.at(number), chapter, number, words, hits);
    }
    return hits;
}

qsizetype nextHit(const QList<SourceView>& hits, const SourceView& from, Direction direction)
{
    if (hits.isEmpty())
        return -1;
    const auto before = [](const SourceView& a, const SourceView& b) {
        return orderOf(a) < orderOf(b);
    };
    if (direction == Direction::forwards) {
        const auto at = std::upper_bound(hits.begin(), hits.end(), from, before);
        return at == hits.end() ? 0 : at - hits.begin();
    }
    const auto at = std::lower_bound(hits.begin(), hits.end(), from, before);
    return (at == hits.begin() ? hits.size() : at - hits.begin()) - 1;
}

} // namespace longhand::ui
