// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace longhand::ui {

// The states of summaries and questions; part of visitScreens().
void visitFindings(const std::function<void(QWidget& widget, const QString& name)>& visit);

} // namespace longhand::ui
