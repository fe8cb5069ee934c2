// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <optional>
#include <utility>

namespace longhand::ui {

// Geometry of the characters of a page: what lies under the mouse, what to paint for a passage.
// Points are those of the page, from its top left corner.

// Glyph nearest to `point`: the one under it, else the nearest of the nearest line. -1: none.
qsizetype glyphAt(const PageTextView& text, QPointF point);
// The word around a glyph, as [first, last]; a character of Chinese or Japanese is its own word.
std::pair<qsizetype, qsizetype> wordAt(const PageTextView& text, qsizetype glyph);
// One rectangle a line for the glyphs [first, last].
QList<QRectF> linesOf(const PageTextView& text, qsizetype first, qsizetype last);
// The same for that part of a passage that stands on this page.
QList<QRectF> linesOf(const PageTextView& text, const SourceView& passage);
QString textOf(const PageTextView& text, qsizetype first, qsizetype last);
// The passage that the glyphs [first, last] are, as far as the paragraph reaches in which most of
// them lie. Nothing where there are none.
std::optional<SourceView> passageOf(const PageTextView& text, qsizetype first, qsizetype last);

} // namespace longhand::ui
