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
    //: Button: removes earlier versions of translated paragraphs from the disk.
    m_freeHistory = buttons->addButton(tr("Free &earlier versions"), QDialogButtonBox::ActionRole);
    m_freeHistory->setObjectName(QStringLiteral("freeHistory"));
    //: Button: removes what the model has read of a book and kept on the disk.
    m_freeReadings = buttons->addButton(tr("Free what was &read"), QDialogButtonBox::ActionRole);
    m_freeReadings->setObjectName(QStringLiteral("freeReadings"));
    connect(m_freeHistory, &QPushButton::clicked, this, [this] { m_shelf.freeHistory(m_book); });
    connect(m_freeReadings, &QPushButton::clicked, this, [this] { m_shelf.freeReadings(m_book); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_parts, 1);
    layout->addWidget(m_line);
    layout->addWidget(buttons);
    resize(540, 320);
    connect(&m_shelf, &Shelf::diskUseRead, this, [this](BookId of, const DiskUseView& use) {
        if (of == m_book)
            show(use);
    });
    connect(&m_shelf, &Shelf::freed, this, [this](BookId of) {
        if (of == m_book)
            m_shelf.readDiskUse(m_book);
    });
    m_freeHistory->setEnabled(false);
    m_freeReadings->setEnabled(false);
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
    if (use.readings > 0)
        row(tr("What the model has read of it"), use.readings);
    row(tr("Together"), use.total());
    QFont bold = m_parts->font();
    bold.setWeight(QFont::DemiBold);
    QTreeWidgetItem* sum = m_parts->topLevelItem(m_parts->topLevelItemCount() - 1);
    sum->setFont(0, bold);
    sum->setFont(1, bold);
    m_freeHistory->setEnabled(use.history > 0);
    m_freeReadings->setEnabled(use.readings > 0);
    QStringList lines;
    if (use.history > 0)
        lines << tr("%1 can be freed: earlier versions of translated paragraphs. The "
                    "text, the summaries and the translation stay.")
                     .arg(byteSize(use.history));
    if (use.readings > 0)
        lines << tr("%1 can be freed: what the model has read of the book, kept so that it "
                    "answers sooner. The next question reads the book again.")
                     .arg(byteSize(use.readings));
    if (lines.isEmpty())
        lines << tr("Nothing here can be freed without losing something.");
    m_line->setText(lines.join(QLatin1Char('\n')));
}

} // namespace longhand::ui
