// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QStringList>

#include <functional>

class QWidget;
class QAction;

namespace longhand::ui {

// Dialogs that are opened, never executed: each returns at once and calls back when answered.
void askForFiles(QWidget* parent, const std::function<void(const QStringList&)>& chosen);
void askForFolder(QWidget* parent, const std::function<void(const QString&)>& chosen);
void askForModel(QWidget* parent, const std::function<void(const QString&)>& chosen);
void askForPassword(QWidget* parent, const QString& file,
                    const std::function<void(const QString&)>& given);
void askForName(QWidget* parent, const QString& title,
                const std::function<void(const QString&)>& given);
// `layout` is asked for translations alone.
void askForExport(QWidget* parent, ExportKind kind, const QString& suggestedName,
                  const std::function<void(const QString& path, ExportLayout layout)>& chosen);
void showShortcuts(QWidget* parent, const QList<QAction*>& actions);
void showAbout(QWidget* parent);

} // namespace longhand::ui
