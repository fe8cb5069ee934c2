// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/chapter_list.h"

#include <QLocale>

#include <algorithm>

namespace longhand::ui {
namespace {

constexpr qsizetype kLongestTitle = 120;
constexpr qsizetype kTitleOfText = 48;

// A heading names its chapter; of other text the first words do.
QString titleOf(const ParagraphView& paragraph)
{
    const QString text = paragraph.text.simplified();
    if (paragraph.kind == ParagraphKind::heading)
        return text.left(kLongestTitle);
    if (text.size() <= kTitleOfText)
        return text;
    const qsizetype blank = text.lastIndexOf(QLatin1Char(' '), kTitleOfText);
    return text.left(blank > kTitleOfText / 2 ? blank : kTitleOfText) + QStringLiteral("…");
}

} // namespace

ChapterList::ChapterList(DocumentPtr document, QObject* parent)
    : QAbstractTableModel(parent), m_document(std::move(document))
{
    qint64 words = 0;
    m_length.append(0);
    for (const ChapterView& chapter : m_document->chapters) {
        words += chapter.words;
        for (const ParagraphView& paragraph : chapter.paragraphs) {
            m_paragraphs.append(&paragraph);
            m_length.append(m_length.back() + paragraph.text.size());
        }
    }
    if (m_length.back() > 0)
        m_wordsPerCharacter = static_cast<double>(words) / static_cast<double>(m_length.back());
}

int ChapterList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_starts.size());
}

int ChapterList::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::pair<int, int> ChapterList::paragraphs(int row) const
{
    const int end = row + 1 < rowCount() ? m_starts.at(row + 1).paragraph
                                         : static_cast<int>(m_paragraphs.size());
    return {m_starts.at(row).paragraph, end};
}

qint64 ChapterList::words(int row) const
{
    const auto [begin, end] = paragraphs(row);
    return static_cast<qint64>(static_cast<double>(m_length.at(end) - m_length.at(begin)) *
                               m_wordsPerCharacter);
}

QVariant ChapterList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChapterStartView& start = m_starts.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != Title)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Title:
        // Without a number: that of every later row would change with each step.
        return role == Qt::EditRole || !start.title.isEmpty() ? start.title : tr("(no title)");
    case Page: {
        const int page = start.paragraph < m_paragraphs.size()
                             ? m_paragraphs.at(start.paragraph)->page
                             : 0;
        return page > 0 ? QLocale().toString(page) : QString();
    }
    default:
        return QLocale().toString(words(index.row()));
    }
}

bool ChapterList::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Title)
        return false;
    const QString title = value.toString().simplified().left(kLongestTitle);
    if (title == m_starts.at(index.row()).title)
        return false;
    m_before.append(m_starts);
    m_starts[index.row()].title = title;
    emit dataChanged(index, index);
    emit edited();
    return true;
}

QVariant ChapterList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Title)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("Chapter") : section == Page ? tr("Page") : tr("Words (about)");
}

Qt::ItemFlags ChapterList::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == Title ? usual | Qt::ItemIsEditable : usual;
}

void ChapterList::set(const QList<ChapterStartView>& starts)
{
    beginResetModel();
    m_starts = starts;
    endResetModel();
    emit edited();
}

void ChapterList::begin(const QList<ChapterStartView>& starts)
{
    m_first = starts;
    m_before.clear();
    set(starts);
}

void ChapterList::replace(const QList<ChapterStartView>& starts)
{
    if (starts == m_starts || starts.isEmpty())
        return;
    m_before.append(m_starts);
    set(starts);
}

bool ChapterList::join(int row)
{
    if (row <= 0 || row >= rowCount())
        return false;
    m_before.append(m_starts);
    beginRemoveRows({}, row, row);
    m_starts.removeAt(row);
    endRemoveRows();
    emit dataChanged(index(row - 1, 0), index(rowCount() - 1, ColumnCount - 1));
    emit edited();
    return true;
}

int ChapterList::rowOf(int paragraph) const
{
    int row = 0;
    while (row + 1 < rowCount() && m_starts.at(row + 1).paragraph <= paragraph)
        ++row;
    return row;
}

bool ChapterList::divide(int paragraph)
{
    if (paragraph < 0 || paragraph >= m_paragraphs.size())
        return false;
    const int row = rowOf(paragraph);
    if (m_starts.at(row).paragraph == paragraph)
        return false;
    m_before.append(m_starts);
    ChapterStartView start = m_starts.at(row);
    start.paragraph = paragraph;
    start.title = titleOf(*m_paragraphs.at(paragraph));
    beginInsertRows({}, row + 1, row + 1);
    m_starts.insert(row + 1, start);
    endInsertRows();
    emit dataChanged(index(row, 0), index(rowCount() - 1, ColumnCount - 1));
    emit edited();
    return true;
}

void ChapterList::undo()
{
    if (!m_before.isEmpty())
        set(m_before.takeLast());
}

} // namespace longhand::ui
