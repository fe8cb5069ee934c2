// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/shelf.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace longhand::ui {

// What one book takes on the disk, part by part, and buttons for what can be freed.
class DiskDialog : public QDialog {
    Q_OBJECT
public:
    DiskDialog(Shelf& shelf, BookId book, const QString& title, QWidget* parent);

private:
    void show(const DiskUseView& use);

    Shelf& m_shelf;
    BookId m_book;
    QTreeWidget* m_parts;
    QLabel* m_line;
    QPushButton* m_freeHistory;
    QPushButton* m_freeReadings;
};

} // namespace longhand::ui
