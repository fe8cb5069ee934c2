// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_pane.h"

#include "ui/library/card_delegate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace longhand::ui {

LibraryPane::LibraryPane(LibraryModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_filtered(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit(this)), m_list(new QListView(this))
{
    setObjectName(QStringLiteral("libraryPane"));
    m_filtered->setSourceModel(&m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterRole(Qt::AccessibleTextRole); // title, authors, language

    m_filter->setPlaceholderText(tr("Find a book"));
    m_filter->setAccessibleName(tr("Find a book"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, m_filtered,
            &QSortFilterProxyModel::setFilterFixedString);

    m_list->setObjectName(QStringLiteral("libraryList"));
    m_list->setAccessibleName(tr("Library"));
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new CardDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Cards wrap anew when the pane changes its width; both are needed for it.
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWordWrap(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                const Card* card = cardAt(current);
                if (card != nullptr && card->isBook())
                    emit bookChosen(card->book.id);
            });
    // A click beside the cards must not make the open book look closed.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        QItemSelectionModel* selection = m_list->selectionModel();
        if (!selection->hasSelection() && selection->currentIndex().isValid())
            selection->select(selection->currentIndex(), QItemSelectionModel::Select);
    });
    connect(m_list, &QListView::activated, this, &LibraryPane::activate);
    connect(m_list, &QWidget::customContextMenuRequested, this, &LibraryPane::showMenu);

    auto* add = new QPushButton(tr("Add files…"), this);
    add->setObjectName(QStringLiteral("addFiles"));
    connect(add, &QPushButton::clicked, this, &LibraryPane::addRequested);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 0, 8, 0);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(8, 0, 8, 0);
    bottom->addWidget(add);
    layout->addLayout(bottom);
}

const Card* LibraryPane::cardAt(const QModelIndex& index) const
{
    const QModelIndex source = m_filtered->mapToSource(index);
    return source.isValid() ? &m_model.card(source.row()) : nullptr;
}

void LibraryPane::select(BookId book)
{
    const int row = m_model.rowOfBook(book);
    if (row < 0)
        return;
    if (!m_filtered->mapFromSource(m_model.index(row)).isValid())
        m_filter->clear();
    m_list->setCurrentIndex(m_filtered->mapFromSource(m_model.index(row)));
}

void LibraryPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

BookId LibraryPane::current() const
{
    const Card* card = cardAt(m_list->currentIndex());
    return card == nullptr ? 0 : card->book.id;
}

void LibraryPane::activate(const QModelIndex& index)
{
    const Card* card = cardAt(index);
    if (card == nullptr)
        return;
    if (card->isBook())
        emit bookChosen(card->book.id);
    else if (card->needsPassword)
        emit passwordWanted(card->import);
}

void LibraryPane::dismiss(const QModelIndex& index)
{
    const Card* card = cardAt(index);
    if (card == nullptr)
        return;
    if (card->isBook())
        emit removeRequested(card->book.id);
    else
        emit importDismissed(card->import);
}

void LibraryPane::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    const Card* card = cardAt(index);
    if (card == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex kept(index);
    if (card->needsPassword)
        menu->addAction(tr("Enter the password…"), this, [this, kept] { activate(kept); });
    QString text = tr("Remove from the library…");
    if (!card->isBook())
        text = card->failure.isEmpty() ? tr("Stop adding this file") : tr("Dismiss");
    menu->addAction(text, this, [this, kept] { dismiss(kept); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

bool LibraryPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete && m_list->currentIndex().isValid()) {
            dismiss(m_list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace longhand::ui
