// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace longhand::ui {

// Plays the window through its states over an assistant that recites: empty, full, narrow, every
// pane and dialog. `visit` sees each, shown and laid out; the names are those of picture files.
void visitScreens(const std::function<void(QWidget& widget, const QString& name)>& visit);

} // namespace longhand::ui
