// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_selection.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace longhand::ui {
namespace {

// Lines are further apart than words: a step to the side counts less than one up or down.
double distance(const QRectF& rect, QPointF point)
{
    const double dx = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
    const double dy = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
    return dx + 8.0 * dy;
}

bool sameLine(const QRectF& line, const QRectF& rect)
{
    const double overlap =
        std::min(line.bottom(), rect.bottom()) - std::max(line.top(), rect.top());
    const double reach = 6.0 * std::max(line.height(), rect.height());
    const double gap = std::max(rect.left() - line.right(), line.left() - rect.right());
    return overlap >= 0.4 * std::min(line.height(), rect.height()) && gap <= reach;
}

bool sameParagraph(const GlyphView& a, const GlyphView& b)
{
    return a.chapter == b.chapter && a.paragraph == b.paragraph;
}

QChar characterOf(const PageTextView& text, qsizetype glyph)
{
    return text.text.at(text.glyphs.at(glyph).at);
}

bool isHan(QChar character)
{
    switch (character.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true;
    default:
        return false;
    }
}

template <class Wanted> QList<QRectF> merged(const PageTextView& text, Wanted wanted)
{
    QList<QRectF> lines;
    for (qsizetype i = 0; i < text.glyphs.size(); ++i) {
        const QRectF& rect = text.glyphs.at(i).rect;
        if (rect.isEmpty() || !wanted(i))
            continue;
        if (!lines.isEmpty() && sameLine(lines.back(), rect))
            lines.back() = lines.back().united(rect);
        else
            lines.append(rect);
    }
    return lines;
}

} // namespace

qsizetype glyphAt(const PageTextView& text, QPointF point)
{
    qsizetype best = -1;
    double least = std::numeric_limits<double>::max();
    for (qsizetype i = 0; i < text.glyphs.size(); ++i) {
        const QRectF& rect = text.glyphs.at(i).rect;
        if (rect.isEmpty())
            continue;
        const double far = distance(rect, point);
        if (far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

std::pair<qsizetype, qsizetype> wordAt(const PageTextView& text, qsizetype glyph)
{
    const auto belongs = [&](qsizetype i) {
        return i >= 0 && i < text.glyphs.size() &&
               sameParagraph(text.glyphs.at(i), text.glyphs.at(glyph)) &&
               characterOf(text, i).isLetterOrNumber() && !isHan(characterOf(text, i));
    };
    if (!belongs(glyph))
        return {glyph, glyph};
    qsizetype first = glyph, last = glyph;
    while (belongs(first - 1))
        --first;
    while (belongs(last + 1))
        ++last;
    return {first, last};
}

QList<QRectF> linesOf(const PageTextView& text, qsizetype first, qsizetype last)
{
    return merged(text, [=](qsizetype i) { return i >= first && i <= last; });
}

QList<QRectF> linesOf(const PageTextView& text, const SourceView& passage)
{
    return merged(text, [&](qsizetype i) {
        const GlyphView& glyph = text.glyphs.at(i);
        return glyph.chapter == passage.chapter && glyph.paragraph == passage.paragraph &&
               glyph.beginByte < passage.endByte && glyph.endByte > passage.beginByte;
    });
}

QString textOf(const PageTextView& text, qsizetype first, qsizetype last)
{
    if (first < 0 || last < first || last >= text.glyphs.size())
        return {};
    const qsizetype begin = text.glyphs.at(first).at;
    const qsizetype end =
        last + 1 < text.glyphs.size() ? text.glyphs.at(last + 1).at : text.text.size();
    return text.text.mid(begin, end - begin).trimmed();
}

std::optional<SourceView> passageOf(const PageTextView& text, qsizetype first, qsizetype last)
{
    if (first < 0 || last < first || last >= text.glyphs.size())
        return std::nullopt;
    // Runs of one paragraph; the longest is the passage.
    qsizetype begin = first, end = first, at = first;
    for (qsizetype i = first; i <= last + 1; ++i) {
        if (i <= last && sameParagraph(text.glyphs.at(i), text.glyphs.at(at)))
            continue;
        if (i - at > end - begin) {
            begin = at;
            end = i;
        }
        at = std::min(i, last);
    }
    SourceView passage;
    passage.chapter = text.glyphs.at(begin).chapter;
    passage.paragraph = text.glyphs.at(begin).paragraph;
    passage.beginByte = text.glyphs.at(begin).beginByte;
    passage.endByte = text.glyphs.at(end - 1).endByte;
    passage.page = text.page;
    passage.quote = textOf(text, begin, end - 1);
    return passage;
}

} // namespace longhand::ui
