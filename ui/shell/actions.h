// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;

namespace longhand::ui {

// Builds menus row by row and remembers the actions for the list of shortcuts.
class Actions {
public:
    explicit Actions(QMainWindow& window) : m_window(window) {}

    QMenu* menu(const QString& title); // the following rows go into it
    QAction* add(const QString& text, const QKeySequence& keys, std::function<void()> run);
    QAction* addChecked(const QString& text, const QKeySequence& keys, bool on,
                        std::function<void(bool)> run);
    void separator();
    [[nodiscard]] const QList<QAction*>& all() const { return m_all; }

private:
    QMainWindow& m_window;
    QMenu* m_menu = nullptr;
    QList<QAction*> m_all;
};

} // namespace longhand::ui
