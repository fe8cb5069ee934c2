// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/card_menu.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace longhand::ui {

class LibraryFilter;

// The list of books at the window's side, with a box that narrows it.
class LibraryPane : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPane(LibraryModel& model, QWidget* parent = nullptr);

    void select(BookId book);
    void focusList();
    [[nodiscard]] BookId current() const; // 0: none

signals:
    void bookChosen(longhand::ui::BookId book);
    void addRequested();
    void bookActionRequested(longhand::ui::BookAction action,
                             const QList<longhand::ui::BookId>& books);
    void importActionRequested(longhand::ui::ImportAction action, longhand::ui::ImportId import);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void activate(const QModelIndex& index);
    void dismiss(const QModelIndex& index);
    void showMenu(const QPoint& at);

    LibraryFilter* m_filtered;
    QLineEdit* m_filter;
    QListView* m_list;
    bool m_leaving = false; // rows go: another becomes current, but nobody chose it
};

} // namespace longhand::ui
