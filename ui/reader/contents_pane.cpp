// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/contents_pane.h"

#include "ui/common/format.h"

#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace longhand::ui {

ContentsPane::ContentsPane(QWidget* parent) : QWidget(parent), m_tree(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("contentsPane"));
    m_tree->setObjectName(QStringLiteral("contentsTree"));
    m_tree->setAccessibleName(tr("Contents"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Contents"), tr("Page")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->headerItem()->setTextAlignment(1, Qt::AlignRight);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setTextElideMode(Qt::ElideRight);
    connect(m_tree, &QTreeWidget::itemClicked, this, &ContentsPane::choose);
    connect(m_tree, &QTreeWidget::itemActivated, this, &ContentsPane::choose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree);
    setFocusProxy(m_tree);
}

void ContentsPane::choose(QTreeWidgetItem* item)
{
    emit chapterChosen(item->data(0, Qt::UserRole).toInt());
}

void ContentsPane::setDocument(const DocumentPtr& document)
{
    m_tree->clear();
    m_items.clear();
    if (!document)
        return;
    QList<QTreeWidgetItem*> above; // the innermost item of each level
    bool pages = false, nested = false;
    for (int i = 0; i < document->chapters.size(); ++i) {
        const ChapterView& chapter = document->chapters.at(i);
        auto* item = new QTreeWidgetItem({chapterName(i, chapter.title)});
        item->setData(0, Qt::UserRole, i);
        item->setToolTip(0, item->text(0));
        if (chapter.firstPage > 0) {
            const QString label = document->pages.value(chapter.firstPage - 1).label;
            item->setText(1, label.isEmpty() ? QLocale().toString(chapter.firstPage) : label);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            pages = true;
        }
        const qsizetype depth = std::min<qsizetype>(chapter.level - 1, above.size());
        above.resize(depth);
        if (depth == 0)
            m_tree->addTopLevelItem(item);
        else
            above.back()->addChild(item);
        nested = nested || depth > 0;
        above.append(item);
        m_items.append(item);
    }
    m_tree->setRootIsDecorated(nested);
    m_tree->setColumnHidden(1, !pages);
    m_tree->expandAll();
}

void ContentsPane::setCurrent(int chapter)
{
    QTreeWidgetItem* item = m_items.value(chapter);
    if (item == nullptr || item == m_tree->currentItem())
        return;
    m_tree->setCurrentItem(item);
    m_tree->scrollToItem(item);
}

void ContentsPane::focusList()
{
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

} // namespace longhand::ui
