// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace longhand::ui {

enum class Leave { close, minimise };

// Asks what becomes of the work under way, one line for each piece of it. Returns at once;
// `answered` is not called when the person stays. Opened once, however often it is asked for.
void askBeforeClosing(QWidget* window, const QStringList& work,
                      const std::function<void(Leave)>& answered);

} // namespace longhand::ui
