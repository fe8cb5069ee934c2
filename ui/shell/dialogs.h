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
// A summary or answers.
void askForExport(QWidget* parent, const QString& suggestedName,
                  const std::function<void(const QString& path)>& chosen);
// Of a form chosen before. `suffix` with its dot.
void askForTranslationFile(QWidget* parent, const QString& suggestedName, const QString& formName,
                           const QString& suffix,
                           const std::function<void(const QString& path)>& chosen);
// A CSV table: to read where `suggestedName` is empty, else to write.
void askForGlossary(QWidget* parent, const QString& suggestedName,
                    const std::function<void(const QString& path)>& chosen);
void showShortcuts(QWidget* parent, const QList<QAction*>& actions);
void showAbout(QWidget* parent);

} // namespace longhand::ui
