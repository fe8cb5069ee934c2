// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_model.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::Card)
};

bool isNumber(int column)
{
    return column == LibraryModel::Words || column == LibraryModel::Pages ||
           column == LibraryModel::Size;
}

QString columnName(int column)
{
    switch (column) {
    case LibraryModel::Title:
        return Words::tr("Title");
    case LibraryModel::Authors:
        return Words::tr("Author");
    case LibraryModel::Language:
        return Words::tr("Language");
    case LibraryModel::Words:
        return Words::tr("Words");
    case LibraryModel::Pages:
        return Words::tr("Pages");
    case LibraryModel::Size:
        return Words::tr("Size");
    default:
        return Words::tr("Added");
    }
}

// What stands in a table. A file being added has a name and how far it is.
QString cell(const Card& card, int column)
{
    const QLocale locale;
    const BookView& book = card.book;
    if (column == LibraryModel::Title)
        return card.title();
    if (!card.isBook())
        return column == LibraryModel::Authors
                   ? (card.failure.isEmpty() ? card.subtitle() : card.failure)
                   : QString();
    switch (column) {
    case LibraryModel::Authors:
        return listed(book.authors);
    case LibraryModel::Language:
        return languageName(book.language);
    case LibraryModel::Words:
        return locale.toString(book.words);
    case LibraryModel::Pages:
        return book.pages > 0 ? locale.toString(book.pages) : QString();
    case LibraryModel::Size:
        return byteSize(book.diskBytes);
    default:
        return locale.toString(book.added.date(), QLocale::ShortFormat);
    }
}

QVariant sortKey(const Card& card, int column)
{
    switch (column) {
    case LibraryModel::Words:
        return card.book.words;
    case LibraryModel::Pages:
        return card.book.pages;
    case LibraryModel::Size:
        return card.book.diskBytes;
    case LibraryModel::Added:
        return card.book.added;
    default:
        return cell(card, column);
    }
}

} // namespace

QString Card::title() const
{
    return isBook() ? book.title : QFileInfo(path).fileName();
}

QString Card::subtitle() const
{
    if (isBook())
        return bookCounts(book);
    if (!failure.isEmpty())
        return {};
    if (progress.total > 0)
        //: A file is being read. %1 and %2 are numbers of pages or parts.
        return Words::tr("Reading: %1 of %2")
            .arg(QLocale().toString(progress.done), QLocale().toString(progress.total));
    return Words::tr("Reading…");
}

QString Card::warning() const
{
    if (!failure.isEmpty())
        return failure;
    if (book.problems.isEmpty())
        return {};
    const qsizetype more = book.problems.size() - 1;
    const QString first = book.problems.front().sentence;
    if (more == 0)
        return first;
    //: %1 is the first of several problems with a file.
    return Words::tr("%1 (and %n more)", nullptr, static_cast<int>(more)).arg(first);
}

QString Card::description() const
{
    QStringList lines{title()};
    if (isBook())
        lines << bookFacts(book);
    else
        lines << subtitle();
    if (!failure.isEmpty())
        lines << failure << detail;
    for (const ProblemView& problem : book.problems)
        lines << problem.sentence;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

int LibraryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void LibraryModel::changed(int first, int last)
{
    emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(columnName(section)) : QVariant();
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Card& card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(card, index.column());
    case SortRole:
        return sortKey(card, index.column());
    case SearchRole:
        return QStringList{card.title(), card.book.authors.join(QLatin1Char(' ')),
                           card.book.fileName, languageName(card.book.language)}
            .join(QLatin1Char('\n'));
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return card.description();
    case CardRole:
        return QVariant::fromValue(card);
    default:
        return {};
    }
}

void LibraryModel::setBooks(const QList<BookView>& books)
{
    // Rows that stay keep their selection: only the difference is told to the view.
    const auto sameOrder = [&] {
        if (m_cards.size() - m_imports != books.size())
            return false;
        for (qsizetype i = 0; i < books.size(); ++i)
            if (m_cards.at(m_imports + i).book.id != books.at(i).id)
                return false;
        return true;
    };
    if (sameOrder()) {
        for (qsizetype i = 0; i < books.size(); ++i)
            m_cards[m_imports + i].book = books.at(i);
        if (!books.isEmpty())
            changed(m_imports, rowCount() - 1);
        return;
    }
    for (int row = rowCount() - 1; row >= m_imports; --row) {
        const BookId id = m_cards.at(row).book.id;
        const bool stays = std::any_of(books.begin(), books.end(),
                                       [id](const BookView& book) { return book.id == id; });
        if (!stays) {
            beginRemoveRows({}, row, row);
            m_cards.removeAt(row);
            endRemoveRows();
        }
    }
    for (qsizetype i = 0; i < books.size(); ++i) {
        const int row = m_imports + static_cast<int>(i);
        if (row < rowCount() && m_cards.at(row).book.id == books.at(i).id) {
            m_cards[row].book = books.at(i);
            continue;
        }
        const int old = rowOfBook(books.at(i).id);
        if (old >= 0) {
            beginRemoveRows({}, old, old);
            m_cards.removeAt(old);
            endRemoveRows();
        }
        Card card;
        card.book = books.at(i);
        beginInsertRows({}, row, row);
        m_cards.insert(row, card);
        endInsertRows();
    }
    if (rowCount() > m_imports)
        changed(m_imports, rowCount() - 1);
}

void LibraryModel::addImport(ImportId import, const QString& path)
{
    Card card;
    card.import = import;
    card.path = path;
    beginInsertRows({}, m_imports, m_imports);
    m_cards.insert(m_imports, card);
    ++m_imports;
    endInsertRows();
}

void LibraryModel::setImportProgress(ImportId import, const ProgressView& progress)
{
    const int row = rowOfImport(import);
    if (row < 0)
        return;
    m_cards[row].progress = progress;
    changed(row, row);
}

void LibraryModel::setImportFailure(ImportId import, const Failure& failure)
{
    const int row = rowOfImport(import);
    if (row < 0)
        return;
    m_cards[row].failure = failure.sentence;
    m_cards[row].detail = failure.detail;
    m_cards[row].needsPassword = failure.needsPassword;
    changed(row, row);
}

void LibraryModel::removeImport(ImportId import)
{
    const int row = rowOfImport(import);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_cards.removeAt(row);
    --m_imports;
    endRemoveRows();
}

int LibraryModel::rowOfBook(BookId book) const
{
    for (int row = m_imports; row < rowCount(); ++row)
        if (m_cards.at(row).book.id == book)
            return row;
    return -1;
}

int LibraryModel::rowOfImport(ImportId import) const
{
    for (int row = 0; row < m_imports; ++row)
        if (m_cards.at(row).import == import)
            return row;
    return -1;
}

} // namespace longhand::ui
