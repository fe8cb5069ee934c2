// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QPainter;
class QPalette;

namespace longhand::ui {

struct Card;

// Draws a book's cover into `rect`: cloth in a quiet colour that stays the same for the same book,
// with title and author set on it. A file on its way in is a blank cover with a bar.
void paintCover(QPainter& painter, const QRect& rect, const Card& card, const QPalette& palette);

} // namespace longhand::ui
