// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/disk_dialog.h"

#include "ui/common/format.h"
#include "ui/common/roomy_delegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace longhand::ui {

DiskDialog::DiskDialog(Shelf& shelf, BookId book, const QString& title, QWidget* parent)
    : QDialog(parent), m_shelf(shelf), m_book(book), m_parts(new QTreeWidget(this)),
      m_line(new QLabel(this))
{
    setObjectName(QStringLiteral("diskDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    //: Title of a dialog. %1 is a book.
    setWindowTitle(tr("Disk space of “%1”").arg(title));
    m_parts->setObjectName(QStringLiteral("diskParts"));
    m_parts->setAccessibleName(tr("Parts of the book"));
    m_parts->setHeaderLabels({tr("What"), tr("Size")});
    m_parts->setRootIsDecorated(false);
    m_parts->setItemDelegate(new RoomyDelegate(m_parts));
    m_parts->setSelectionMode(QAbstractItemView::NoSelection);
    m_parts->header()->setStretchLastSection(false);
    m_parts->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_parts->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_line->setObjectName(QStringLiteral("diskLine"));
    m_line->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_free = buttons->addButton(tr("&Free it"), QDialogButtonBox::ActionRole);
    m_free->setObjectName(QStringLiteral("freeHistory"));
    connect(m_free, &QPushButton::clicked, this, [this] { m_shelf.freeHistory(m_book); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_parts, 1);
    layout->addWidget(m_line);
    layout->addWidget(buttons);
    resize(440, 300);
    connect(&m_shelf, &Shelf::diskUseRead, this, [this](BookId of, const DiskUseView& use) {
        if (of == m_book)
            show(use);
    });
    connect(&m_shelf, &Shelf::freed, this, [this](BookId of) {
        if (of == m_book)
            m_shelf.readDiskUse(m_book);
    });
    m_free->setEnabled(false);
    m_shelf.readDiskUse(m_book);
}

void DiskDialog::show(const DiskUseView& use)
{
    m_parts->clear();
    const auto row = [this](const QString& what, qint64 bytes) {
        auto* item = new QTreeWidgetItem(m_parts, {what, byteSize(bytes)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    };
    row(tr("The file itself (our copy)"), use.source);
    row(tr("Text and search index"), use.text);
    if (use.pages > 0)
        row(tr("Where each letter stands on its page"), use.pages);
    row(tr("Summaries, answers, translations"), use.results);
    row(tr("Earlier versions of translated paragraphs"), use.history);
    row(tr("Together"), use.total());
    QFont bold = m_parts->font();
    bold.setWeight(QFont::DemiBold);
    QTreeWidgetItem* sum = m_parts->topLevelItem(m_parts->topLevelItemCount() - 1);
    sum->setFont(0, bold);
    sum->setFont(1, bold);
    m_free->setEnabled(use.history > 0);
    m_line->setText(use.history > 0
                        ? tr("%1 can be freed: earlier versions of translated paragraphs. The "
                             "text, the summaries and the translation stay.")
                              .arg(byteSize(use.history))
                        : tr("Nothing here can be freed without losing something."));
}

} // namespace longhand::ui
