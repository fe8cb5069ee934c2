// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_page.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/roomy_delegate.h"
#include "ui/library/hits_model.h"
#include "ui/library/library_filter.h"
#include "ui/library/tile_delegate.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

constexpr int kTypingPauseMs = 180;

struct Order {
    int column;
    Qt::SortOrder order;
};
constexpr Order kOrders[] = {{-1, Qt::AscendingOrder},
                             {LibraryModel::Title, Qt::AscendingOrder},
                             {LibraryModel::Authors, Qt::AscendingOrder},
                             {LibraryModel::Words, Qt::DescendingOrder},
                             {LibraryModel::Size, Qt::DescendingOrder}};

} // namespace

LibraryPage::LibraryPage(LibraryModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_filter(new LibraryFilter(model, this)),
      m_hits(new HitsModel(this)), m_banner(new Banner(this))
{
    setObjectName(QStringLiteral("libraryPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(m_banner);
    m_split = new QSplitter(Qt::Vertical, this);
    m_split->setChildrenCollapsible(false);
    makeViews();
    makeHits();
    layout->addWidget(m_split, 1);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("libraryCounts"));
    m_counts->setContentsMargins(14, 4, 14, 6);
    layout->addWidget(m_counts);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { emit searchRequested(words()); });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &LibraryPage::showCounts);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LibraryPage::showCounts);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &LibraryPage::showCounts);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &LibraryPage::showCounts);
    showCounts();
}

QWidget* LibraryPage::makeTop()
{
    auto* top = new QWidget(this);
    m_search = new QLineEdit(top);
    m_search->setObjectName(QStringLiteral("librarySearch"));
    m_search->setPlaceholderText(tr("Search titles and texts"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPage::wordsChanged);
    m_search->installEventFilter(this);

    m_sort = new QComboBox(top);
    m_sort->setObjectName(QStringLiteral("librarySort"));
    m_sort->setAccessibleName(tr("Order of the books"));
    m_sort->addItems({tr("Newest first"), tr("By title"), tr("By author"), tr("Longest first"),
                      tr("Largest first")});
    connect(m_sort, &QComboBox::currentIndexChanged, this, &LibraryPage::sortBy);

    const auto toggle = [&](const QString& text, const char* name) {
        auto* button = new QToolButton(top);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        return button;
    };
    m_cards = toggle(tr("Cards"), "showCards");
    m_table = toggle(tr("List"), "showTable");
    m_cards->setChecked(true);
    auto* group = new QButtonGroup(this);
    group->addButton(m_cards);
    group->addButton(m_table);
    connect(m_cards, &QToolButton::toggled, this, &LibraryPage::setShowsCards);

    auto* add = new QToolButton(top);
    add->setObjectName(QStringLiteral("addBooks"));
    add->setText(tr("Add books"));
    add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(add);
    menu->addAction(tr("&Files…"), this, &LibraryPage::addFilesRequested);
    menu->addAction(tr("A f&older…"), this, &LibraryPage::addFolderRequested);
    add->setMenu(menu);

    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(m_sort);
    row->addWidget(m_cards);
    row->addWidget(m_table);
    row->addWidget(add);
    return top;
}

void LibraryPage::setUp(QAbstractItemView* view)
{
    view->setModel(m_filter);
    view->setAccessibleName(tr("Library"));
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setFrameShape(QFrame::NoFrame);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->installEventFilter(this);
    connect(view, &QAbstractItemView::activated, this, &LibraryPage::activate);
    connect(view, &QWidget::customContextMenuRequested, this, &LibraryPage::showMenu);
}

void LibraryPage::makeViews()
{
    m_tiles = new QListView(this);
    m_tiles->setObjectName(QStringLiteral("libraryTiles"));
    m_tiles->setViewMode(QListView::IconMode);
    m_tiles->setMovement(QListView::Static);
    m_tiles->setResizeMode(QListView::Adjust);
    m_tiles->setUniformItemSizes(true);
    m_tiles->setSpacing(6);
    m_tiles->setMouseTracking(true);
    m_tiles->setItemDelegate(new TileDelegate(m_tiles));
    setUp(m_tiles);

    m_rows = new QTreeView(this);
    m_rows->setObjectName(QStringLiteral("libraryTable"));
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setAlternatingRowColors(true);
    m_rows->setItemDelegate(new RoomyDelegate(m_rows));
    setUp(m_rows);
    m_rows->setSelectionModel(m_tiles->selectionModel());
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    QHeaderView* header = m_rows->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(LibraryModel::Title, QHeaderView::Stretch);
    header->setSectionResizeMode(LibraryModel::Authors, QHeaderView::Interactive);
    header->resizeSection(LibraryModel::Authors, 170);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { m_filter->sort(column, order); });

    m_views = new QStackedWidget(m_split);
    m_views->addWidget(m_tiles);
    m_views->addWidget(m_rows);
    m_nothing = new QLabel(tr("No title fits."), m_views);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_views->addWidget(m_nothing);
    m_split->addWidget(m_views);
}

void LibraryPage::makeHits()
{
    m_found = new QWidget(m_split);
    m_foundLine = new QLabel(m_found);
    m_foundLine->setObjectName(QStringLiteral("hitsLine"));
    m_foundLine->setContentsMargins(12, 8, 12, 4);
    m_foundList = new QListView(m_found);
    m_foundList->setObjectName(QStringLiteral("hits"));
    m_foundList->setAccessibleName(tr("Places in the texts"));
    m_foundList->setModel(m_hits);
    m_foundList->setItemDelegate(new HitDelegate(m_foundList));
    m_foundList->setUniformItemSizes(true);
    m_foundList->setMouseTracking(true);
    m_foundList->setFrameShape(QFrame::NoFrame);
    m_foundList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid())
            emit hitChosen(m_hits->hit(index.row()));
    };
    connect(m_foundList, &QListView::clicked, this, choose);
    connect(m_foundList, &QListView::activated, this, choose);
    auto* layout = new QVBoxLayout(m_found);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_foundLine);
    layout->addWidget(m_foundList, 1);
    m_split->addWidget(m_found);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_found->hide();
}

QAbstractItemView* LibraryPage::view() const
{
    return m_cards->isChecked() ? static_cast<QAbstractItemView*>(m_tiles) : m_rows;
}

bool LibraryPage::showsCards() const
{
    return m_cards->isChecked();
}

void LibraryPage::setShowsCards(bool cards)
{
    (cards ? m_cards : m_table)->setChecked(true);
    m_sort->setVisible(cards); // the table sorts by its headers
    if (cards)
        sortBy(m_sort->currentIndex());
    else
        m_filter->sort(m_rows->header()->sortIndicatorSection(),
                       m_rows->header()->sortIndicatorOrder());
    showCounts();
}

QString LibraryPage::words() const
{
    return m_search->text().simplified();
}

void LibraryPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryPage::focusBooks()
{
    view()->setFocus(Qt::ShortcutFocusReason);
    if (!view()->currentIndex().isValid())
        makeCurrent(m_filter->index(0, 0));
}

// Not QAbstractItemView::setCurrentIndex, which looks at the keys held down: after Ctrl+1 it would
// leave the book unselected.
void LibraryPage::makeCurrent(const QModelIndex& index)
{
    m_tiles->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                          QItemSelectionModel::Rows);
}

void LibraryPage::select(BookId book)
{
    if (const QModelIndex index = m_filter->indexOfBook(book); index.isValid())
        makeCurrent(index);
}

QList<BookId> LibraryPage::selectedBooks() const
{
    QList<BookId> books;
    for (const QModelIndex& index : m_tiles->selectionModel()->selectedIndexes()) {
        const Card* card = m_filter->card(index);
        if (card != nullptr && card->isBook() && !books.contains(card->book.id))
            books.append(card->book.id);
    }
    return books;
}

void LibraryPage::activate(const QModelIndex& index)
{
    const Card* card = m_filter->card(index);
    if (card == nullptr)
        return;
    if (card->isBook())
        emit bookActionRequested(BookAction::open, {card->book.id});
    else if (card->needsPassword)
        emit importActionRequested(ImportAction::password, card->import);
}

void LibraryPage::remove()
{
    const Card* card = m_filter->card(view()->currentIndex());
    if (card != nullptr && !card->isBook())
        emit importActionRequested(ImportAction::dismiss, card->import);
    else if (const QList<BookId> books = selectedBooks(); !books.isEmpty())
        emit bookActionRequested(BookAction::remove, books);
}

void LibraryPage::showMenu(const QPoint& at)
{
    const Card* card = m_filter->card(view()->indexAt(at));
    if (card == nullptr)
        return;
    QList<BookId> books = selectedBooks();
    if (card->isBook() && !books.contains(card->book.id))
        books = {card->book.id};
    QMenu* menu = cardMenu(
        *card, static_cast<int>(books.size()), this,
        [this, books](BookAction action) { emit bookActionRequested(action, books); },
        [this, import = card->import](ImportAction action) {
            emit importActionRequested(action, import);
        });
    menu->popup(view()->viewport()->mapToGlobal(at));
}

void LibraryPage::wordsChanged()
{
    m_filter->setWords(words());
    if (words().isEmpty()) {
        m_pause.stop();
        setHits({}, {});
    } else {
        m_pause.start();
    }
    showCounts();
}

void LibraryPage::setHits(const QString& words, const QList<HitView>& hits)
{
    if (words != this->words())
        return; // more was typed since
    m_hits->setHits(hits, m_titles);
    m_found->setVisible(!words.isEmpty());
    const int count = static_cast<int>(hits.size());
    if (count == 0)
        m_foundLine->setText(tr("Nothing in the texts."));
    else
        //: Heading above search hits. %1 says in how many books ("in 4 books").
        m_foundLine->setText(tr("%n place(s) in the texts, %1", nullptr, count)
                                 .arg(tr("in %n book(s)", nullptr, m_hits->books())));
}

void LibraryPage::sortBy(int index)
{
    const Order& order = kOrders[std::clamp(index, 0, static_cast<int>(std::size(kOrders)) - 1)];
    m_filter->sort(order.column, order.order);
}

void LibraryPage::showCounts()
{
    int books = 0;
    qint64 bytes = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        books += m_model.card(row).isBook() ? 1 : 0;
        bytes += m_model.card(row).book.diskBytes;
    }
    //: %1 is an amount such as "1.2 GB".
    m_counts->setText(tr("%n book(s), %1 on the disk", nullptr, books).arg(byteSize(bytes)));
    const bool nothing = m_filter->rowCount() == 0 && !words().isEmpty();
    m_views->setCurrentWidget(nothing ? static_cast<QWidget*>(m_nothing) : view());
}

bool LibraryPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_search) {
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return) {
            const bool hits = m_filter->rowCount() == 0 && m_hits->rowCount() > 0;
            if (hits) {
                m_foundList->setCurrentIndex(m_hits->index(0));
                m_foundList->setFocus(Qt::ShortcutFocusReason);
            } else {
                focusBooks();
            }
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    } else if (key->key() == Qt::Key_Delete) {
        remove();
        return true;
    } else if (key->key() == Qt::Key_F2) {
        if (const QList<BookId> books = selectedBooks(); books.size() == 1)
            emit bookActionRequested(BookAction::rename, books);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace longhand::ui
