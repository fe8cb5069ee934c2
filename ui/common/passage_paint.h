// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextFormat>

class QPainter;
class QTextEdit;

namespace longhand::ui {

// What a PassageBrowser paints under its words: a pill for each chip, a card for each block that
// stands apart. Which is which, the formats say.
constexpr int kChipFormat = QTextFormat::UserProperty + 1;  // of a character: true
constexpr int kCardFormat = QTextFormat::UserProperty + 2;  // of a block: a PassageCard
enum class PassageCard { none, question, notice };
constexpr int kCardPadding = 12; // pixels, left and right of a card's words

// `lit`: the address of the link whose pills are drawn stronger.
void paintUnderWords(QPainter& painter, const QTextEdit& text, const QString& lit);

} // namespace longhand::ui
