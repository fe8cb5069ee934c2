// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_model.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace longhand::ui {

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
    void removeRequested(longhand::ui::BookId book);
    void importDismissed(longhand::ui::ImportId import); // cancel it, or forget its failure
    void passwordWanted(longhand::ui::ImportId import);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] const Card* cardAt(const QModelIndex& index) const;
    void activate(const QModelIndex& index);
    void dismiss(const QModelIndex& index);
    void showMenu(const QPoint& at);

    LibraryModel& m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_filter;
    QListView* m_list;
};

} // namespace longhand::ui
