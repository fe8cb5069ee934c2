// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace longhand::ui {

// Everything a person can read or hear of `window` and what is visible in it: labels, buttons,
// lists and their headings, menus, hints, and the names that a screen reader says.
QStringList textsOf(const QWidget& window);

// Labels, buttons and boxes in `window` that are too small for what they say, one line each. What
// shortens its text on purpose is not among them.
QStringList cutIn(const QWidget& window);

} // namespace longhand::ui
