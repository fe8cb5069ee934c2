// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_pane.h"

#include "ui/library/card_delegate.h"
#include "ui/library/library_filter.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui {

LibraryPane::LibraryPane(LibraryModel& model, QWidget* parent)
    : QWidget(parent), m_filtered(new LibraryFilter(model, this)),
      m_filter(new QLineEdit(this)), m_list(new QListView(this))
{
    setObjectName(QStringLiteral("libraryPane"));
    m_filter->setPlaceholderText(tr("Find a book"));
    m_filter->setAccessibleName(tr("Find a book"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &LibraryFilter::setWords);

    m_list->setObjectName(QStringLiteral("libraryList"));
    m_list->setAccessibleName(tr("Library"));
    // Connected before the view, which then moves its current row.
    connect(m_filtered, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this] { m_leaving = true; });
    m_list->setModel(m_filtered);
    connect(m_filtered, &QAbstractItemModel::rowsRemoved, this, [this] { m_leaving = false; });
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
                const Card* card = m_filtered->card(current);
                if (card != nullptr && card->isBook() && !m_leaving)
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

void LibraryPane::select(BookId book)
{
    if (!m_filtered->indexOfBook(book).isValid())
        m_filter->clear();
    if (const QModelIndex index = m_filtered->indexOfBook(book); index.isValid())
        m_list->setCurrentIndex(index);
}

void LibraryPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

BookId LibraryPane::current() const
{
    const Card* card = m_filtered->card(m_list->currentIndex());
    return card == nullptr ? 0 : card->book.id;
}

void LibraryPane::activate(const QModelIndex& index)
{
    const Card* card = m_filtered->card(index);
    if (card == nullptr)
        return;
    if (card->isBook())
        emit bookChosen(card->book.id);
    else if (card->needsPassword)
        emit importActionRequested(ImportAction::password, card->import);
}

void LibraryPane::dismiss(const QModelIndex& index)
{
    const Card* card = m_filtered->card(index);
    if (card == nullptr)
        return;
    if (card->isBook())
        emit bookActionRequested(BookAction::remove, {card->book.id});
    else
        emit importActionRequested(ImportAction::dismiss, card->import);
}

void LibraryPane::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    const Card* card = m_filtered->card(index);
    if (card == nullptr)
        return;
    QMenu* menu = cardMenu(
        *card, 1, this,
        [this, book = card->book.id](BookAction action) {
            emit bookActionRequested(action, {book});
        },
        [this, import = card->import](ImportAction action) {
            emit importActionRequested(action, import);
        });
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
