// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace longhand::ui {

QMenu* Actions::menu(const QString& title)
{
    m_menu = m_window.menuBar()->addMenu(title);
    return m_menu;
}

QAction* Actions::add(const QString& text, const QKeySequence& keys, std::function<void()> run)
{
    QAction* action = m_menu->addAction(text);
    action->setShortcut(keys);
    QObject::connect(action, &QAction::triggered, &m_window, [run = std::move(run)] { run(); });
    m_all.append(action);
    return action;
}

QAction* Actions::addChecked(const QString& text, const QKeySequence& keys, bool on,
                             std::function<void(bool)> run)
{
    QAction* action = m_menu->addAction(text);
    action->setShortcut(keys);
    action->setCheckable(true);
    action->setChecked(on);
    QObject::connect(action, &QAction::toggled, &m_window,
                     [run = std::move(run)](bool checked) { run(checked); });
    m_all.append(action);
    return action;
}

void Actions::separator()
{
    m_menu->addSeparator();
}

} // namespace longhand::ui
