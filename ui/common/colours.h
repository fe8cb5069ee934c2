// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace longhand::ui {

// The few colours of the window, all taken from the palette, so that light, dark and a person's
// own scheme work alike.
bool isDark(const QPalette& palette);
QColor dimText(const QPalette& palette);      // secondary lines; still 4.5:1 against Base
QColor linkText(const QPalette& palette);     // chips that lead to a page
QColor warningText(const QPalette& palette);  // problems and doubts
QColor cardFill(const QPalette& palette);     // raised surface beside Base
QColor selectedFill(const QPalette& palette); // behind the card that is open; Text stays readable
QColor hairline(const QPalette& palette);
QColor passageMark(const QPalette& palette); // behind a marked passage, translucent

enum class ColourScheme { system, light, dark };
// For a person who wants another scheme than the desktop's.
void applyColourScheme(ColourScheme scheme);

} // namespace longhand::ui
