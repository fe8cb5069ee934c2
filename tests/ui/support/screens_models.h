// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace longhand::ui {

// The pages of models and of settings; part of visitScreens().
void visitModels(const std::function<void(QWidget& widget, const QString& name)>& visit);

} // namespace longhand::ui
