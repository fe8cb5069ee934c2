// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace longhand::ui {

// The chapters of the open book, parts within parts, the one in view marked. Return or a click
// goes there.
class ContentsPane : public QWidget {
    Q_OBJECT
public:
    explicit ContentsPane(QWidget* parent = nullptr);

    void setDocument(const DocumentPtr& document);
    void setCurrent(int chapter); // the one in view
    void focusList();

signals:
    void chapterChosen(int chapter);

private:
    void choose(QTreeWidgetItem* item);

    QTreeWidget* m_tree;
    QList<QTreeWidgetItem*> m_items; // by chapter
};

} // namespace longhand::ui
