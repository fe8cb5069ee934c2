// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_filter.h"

namespace longhand::ui {

LibraryFilter::LibraryFilter(LibraryModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
    setSortRole(LibraryModel::SortRole);
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
}

void LibraryFilter::setWords(const QString& words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

const Card* LibraryFilter::card(const QModelIndex& index) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? &m_model.card(source.row()) : nullptr;
}

QModelIndex LibraryFilter::indexOfBook(BookId book) const
{
    const int row = m_model.rowOfBook(book);
    return row < 0 ? QModelIndex() : mapFromSource(m_model.index(row, 0));
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString text =
        m_model.index(row, 0, parent).data(LibraryModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool LibraryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool leftFile = !m_model.card(left.row()).isBook();
    const bool rightFile = !m_model.card(right.row()).isBook();
    if (leftFile != rightFile)
        return sortOrder() == Qt::AscendingOrder ? leftFile : rightFile;
    if (leftFile)
        return sortOrder() == Qt::AscendingOrder ? left.row() < right.row()
                                                 : left.row() > right.row();
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace longhand::ui
