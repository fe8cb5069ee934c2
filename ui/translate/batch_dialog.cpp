// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/batch_dialog.h"

#include "ui/common/format.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace longhand::ui {
namespace {

constexpr int kBookRole = Qt::UserRole + 1;
constexpr int kOverRole = Qt::UserRole + 2;

} // namespace

BatchDialog::BatchDialog(QWidget* parent)
    : QDialog(parent), m_books(new QTreeWidget(this)), m_to(new QComboBox(this)),
      m_line(new QLabel(this)), m_start(new QPushButton(tr("&Start"), this))
{
    setObjectName(QStringLiteral("batchDialog"));
    setWindowTitle(tr("Translate several books"));
    m_books->setObjectName(QStringLiteral("batchBooks"));
    m_books->setAccessibleName(tr("Books to translate"));
    m_books->setHeaderLabels({tr("Book"), tr("Length"), tr("State")});
    m_books->setRootIsDecorated(false);
    m_books->header()->setStretchLastSection(false);
    m_books->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_books->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_books->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_to->setObjectName(QStringLiteral("batchLanguage"));
    for (const QString& language : offeredLanguages())
        m_to->addItem(languageName(language), language);
    const QString mine = QLocale().bcp47Name().section(QLatin1Char('-'), 0, 0);
    for (int i = 0; i < m_to->count(); ++i)
        if (m_to->itemData(i).toString().section(QLatin1Char('-'), 0, 0) == mine) {
            m_to->setCurrentIndex(i);
            break;
        }
    m_line->setObjectName(QStringLiteral("batchLine"));
    m_line->setWordWrap(true);
    m_start->setObjectName(QStringLiteral("batchStart"));
    m_start->setDefault(true);
    auto* into = new QLabel(tr("&Into"), this);
    into->setBuddy(m_to);
    auto* top = new QHBoxLayout;
    top->addWidget(into);
    top->addWidget(m_to, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_start, QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_books, 1);
    layout->addWidget(m_line);
    layout->addWidget(buttons);
    resize(560, 420);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_books, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem*, int column) {
        if (column == 0 && !m_started)
            choiceChanged();
    });
    connect(m_to, &QComboBox::currentIndexChanged, this, &BatchDialog::choiceChanged);
    connect(m_start, &QPushButton::clicked, this, [this] {
        m_started = true;
        const QList<BookId> books = chosen();
        m_to->setEnabled(false);
        m_start->setEnabled(false);
        for (QTreeWidgetItem* item : std::as_const(m_items)) {
            item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
            item->setHidden(!books.contains(item->data(0, kBookRole).toLongLong()));
        }
        for (const BookId book : books)
            setState(book, tr("waiting"), false);
        emit startRequested(books, to());
    });
}

void BatchDialog::setBooks(const QList<BookView>& books, const QList<BookId>& chosen)
{
    m_started = false;
    m_over = 0;
    {
        const QSignalBlocker quiet(m_books);
        m_books->clear();
        m_items.clear();
        for (const BookView& book : books) {
            auto* item = new QTreeWidgetItem(m_books, {book.title, bookLength(book), QString()});
            item->setData(0, kBookRole, book.id);
            item->setToolTip(0, book.title);
            item->setCheckState(0, chosen.contains(book.id) ? Qt::Checked : Qt::Unchecked);
            m_items.insert(book.id, item);
            m_words.insert(book.id, book.words);
        }
    }
    m_to->setEnabled(true);
    choiceChanged();
}

QList<BookId> BatchDialog::chosen() const
{
    QList<BookId> books;
    for (int i = 0; i < m_books->topLevelItemCount(); ++i)
        if (m_books->topLevelItem(i)->checkState(0) == Qt::Checked)
            books << m_books->topLevelItem(i)->data(0, kBookRole).toLongLong();
    return books;
}

QString BatchDialog::to() const
{
    return m_to->currentData().toString();
}

void BatchDialog::choiceChanged()
{
    const QList<BookId> books = chosen();
    m_start->setEnabled(!books.isEmpty());
    m_estimate = {};
    m_line->setText(books.isEmpty() ? tr("Tick the books to translate.") : tr("Estimating…"));
    if (!books.isEmpty())
        emit estimateWanted(books, to());
}

void BatchDialog::setEstimate(const BatchView& estimate)
{
    if (m_started || estimate.books != chosen().size())
        return;
    m_estimate = estimate;
    const QString books = tr("%n book(s), one after the other.", nullptr, estimate.books);
    m_line->setText(books + QLatin1Char(' ') +
                    (estimate.seconds > 0.0
                         ? tr("Together about %1.").arg(duration(estimate.seconds))
                         : tr("How long it takes is known once the first one runs.")));
}

void BatchDialog::setState(BookId book, const QString& state, bool over)
{
    QTreeWidgetItem* item = m_items.value(book);
    if (item == nullptr)
        return;
    item->setText(2, state);
    item->setData(0, kOverRole, over);
    m_over = 0;
    for (const QTreeWidgetItem* each : std::as_const(m_items))
        m_over += each->data(0, kOverRole).toBool() ? 1 : 0;
}

void BatchDialog::setSecondsLeft(double seconds)
{
    if (!m_started)
        return;
    QString line = tr("%1 of %2 books are through.")
                       .arg(QLocale().toString(m_over),
                            QLocale().toString(static_cast<int>(chosen().size())));
    if (seconds > 0.0)
        line += QLatin1Char(' ') + tr("All of them: about %1 left.").arg(duration(seconds));
    m_line->setText(line);
}

double BatchDialog::secondsWaiting(const QList<BookId>& books) const
{
    if (m_estimate.seconds <= 0.0)
        return 0.0;
    qint64 all = 0;
    qint64 waiting = 0;
    for (const BookId book : chosen()) {
        all += m_words.value(book);
        waiting += books.contains(book) ? m_words.value(book) : 0;
    }
    return all > 0 ? m_estimate.seconds * static_cast<double>(waiting) / static_cast<double>(all)
                   : 0.0;
}

} // namespace longhand::ui
