// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/card_menu.h"

#include <QCoreApplication>
#include <QMenu>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::CardMenu)
};

void addBookRows(QMenu* menu, int selected, const std::function<void(BookAction)>& run)
{
    const auto add = [&](const QString& text, BookAction action, bool forOne) {
        QAction* row = menu->addAction(text, menu, [run, action] { run(action); });
        row->setEnabled(!forOne || selected <= 1);
    };
    add(Words::tr("&Open"), BookAction::open, true);
    menu->addSeparator();
    add(Words::tr("Re&name…"), BookAction::rename, true);
    add(Words::tr("&Chapters…"), BookAction::chapters, true);
    add(Words::tr("&Disk space…"), BookAction::disk, true);
    add(selected > 1 ? Words::tr("&Translate %n book(s)…", nullptr, selected)
                     : Words::tr("&Translate…"),
        BookAction::translate, false);
    menu->addSeparator();
    add(selected > 1 ? Words::tr("&Remove %n book(s)", nullptr, selected) : Words::tr("&Remove"),
        BookAction::remove, false);
}

void addFileRows(QMenu* menu, const Card& card, const std::function<void(ImportAction)>& run)
{
    const auto add = [&](const QString& text, ImportAction action) {
        menu->addAction(text, menu, [run, action] { run(action); });
    };
    if (card.needsPassword)
        add(Words::tr("Enter the &password…"), ImportAction::password);
    if (!card.failure.isEmpty()) {
        add(Words::tr("&Try again"), ImportAction::again);
        add(Words::tr("Show in its &folder"), ImportAction::folder);
    }
    add(card.failure.isEmpty() ? Words::tr("&Stop adding this file") : Words::tr("&Dismiss"),
        ImportAction::dismiss);
}

} // namespace

QMenu* cardMenu(const Card& card, int selectedBooks, QWidget* parent,
                const std::function<void(BookAction)>& book,
                const std::function<void(ImportAction)>& file)
{
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (card.isBook())
        addBookRows(menu, selectedBooks, book);
    else
        addFileRows(menu, card, file);
    return menu;
}

} // namespace longhand::ui
