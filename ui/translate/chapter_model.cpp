// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/chapter_model.h"

#include "ui/common/format.h"

#include <QLocale>

#include <algorithm>

namespace longhand::ui {
namespace {

bool isTrouble(SegmentStatus status)
{
    return status == SegmentStatus::warned || status == SegmentStatus::failed;
}

} // namespace

int ChapterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChapterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChapterModel::share(const Row& row)
{
    return tr("%1 of %2").arg(QLocale().toString(row.done), QLocale().toString(row.total));
}

// Every state has a shape and a word of its own; colour only repeats them.
QString ChapterModel::state(int at) const
{
    const Row& row = m_rows.at(at);
    if (at == m_live)
        return QStringLiteral("▶ ") + tr("at work");
    if (row.skipped && row.done < row.total)
        return QStringLiteral("⤼ ") + tr("skipped");
    if (row.troubled > 0)
        return QStringLiteral("▲ ") + tr("%n to check", nullptr, row.troubled);
    if (row.total > 0 && row.done >= row.total)
        return QStringLiteral("✓ ") + tr("done");
    if (row.done > 0)
        return QStringLiteral("◐ ") + tr("begun");
    return row.chosen ? QStringLiteral("○ ") + tr("waiting") : QStringLiteral("– ") + tr("left out");
}

QVariant ChapterModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Title   ? row.title
               : index.column() == Share ? share(row)
                                         : state(index.row());
    case Qt::CheckStateRole:
        if (index.column() == Title && m_choosing)
            return row.chosen ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Share)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return row.title + QStringLiteral(": ") + share(row) + QStringLiteral(", ") +
               state(index.row()).mid(2);
    case DoneRole:
        return row.done;
    case TotalRole:
        return row.total;
    case TroubleRole:
        return row.troubled;
    case SkippedRole:
        return row.skipped;
    default:
        return {};
    }
}

bool ChapterModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !m_choosing || index.column() != Title)
        return false;
    m_rows[index.row()].chosen = value.toInt() == Qt::Checked;
    changed(index.row());
    emit chosenChanged();
    return true;
}

Qt::ItemFlags ChapterModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    flags.setFlag(Qt::ItemIsUserCheckable, m_choosing && index.column() == Title);
    return flags;
}

QVariant ChapterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("Chapter") : section == Share ? tr("Translated") : tr("State");
}

void ChapterModel::setDocument(const DocumentPtr& document)
{
    beginResetModel();
    m_rows.clear();
    m_live = -1;
    m_done = m_total = m_troubled = 0;
    if (document)
        for (int i = 0; i < document->chapters.size(); ++i) {
            const ChapterView& chapter = document->chapters.at(i);
            Row row;
            row.title = chapterName(i, chapter.title);
            row.body = row.chosen = chapter.body;
            row.total = static_cast<int>(std::count_if(
                chapter.paragraphs.begin(), chapter.paragraphs.end(),
                [](const ParagraphView& paragraph) { return !paragraph.text.isEmpty(); }));
            m_total += row.total;
            m_rows.append(row);
        }
    endResetModel();
}

void ChapterModel::count(int at, SegmentStatus status, int by)
{
    Row& row = m_rows[at];
    const int done = status != SegmentStatus::waiting ? by : 0;
    const int troubled = isTrouble(status) ? by : 0;
    row.done += done;
    m_done += done;
    row.troubled += troubled;
    m_troubled += troubled;
    if (row.done > row.total) {
        m_total += row.done - row.total;
        row.total = row.done;
    }
}

void ChapterModel::insert(const SegmentView& segment)
{
    Row& row = m_rows[segment.chapter];
    const auto known = row.segments.constFind(segment.index);
    if (known != row.segments.constEnd())
        count(segment.chapter, *known, -1);
    row.segments.insert(segment.index, segment.status);
    count(segment.chapter, segment.status, 1);
}

void ChapterModel::changed(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ChapterModel::setSegments(const QList<SegmentView>& segments)
{
    for (Row& row : m_rows) {
        row.segments.clear();
        row.done = row.troubled = 0;
    }
    m_done = m_troubled = 0;
    for (const SegmentView& segment : segments)
        if (segment.chapter >= 0 && segment.chapter < m_rows.size())
            insert(segment);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ChapterModel::setSegment(const SegmentView& segment)
{
    if (segment.chapter < 0 || segment.chapter >= m_rows.size())
        return;
    insert(segment);
    changed(segment.chapter);
}

void ChapterModel::setLive(int chapter)
{
    if (chapter >= m_rows.size())
        chapter = -1;
    const int before = std::exchange(m_live, chapter);
    if (before == chapter)
        return;
    if (before >= 0)
        changed(before);
    if (chapter >= 0)
        changed(chapter);
}

void ChapterModel::setSkipped(int chapter)
{
    if (chapter < 0 || chapter >= m_rows.size())
        return;
    m_rows[chapter].skipped = true;
    changed(chapter);
}

void ChapterModel::setChoosing(bool choosing)
{
    if (choosing == m_choosing)
        return;
    m_choosing = choosing;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void ChapterModel::choose(bool all)
{
    for (Row& row : m_rows)
        row.chosen = all;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit chosenChanged();
}

QList<int> ChapterModel::chosen() const
{
    QList<int> chapters;
    bool asAtFirst = true;
    for (int i = 0; i < m_rows.size(); ++i) {
        asAtFirst = asAtFirst && m_rows.at(i).chosen == m_rows.at(i).body;
        if (m_rows.at(i).chosen)
            chapters << i;
    }
    return asAtFirst ? QList<int>() : chapters;
}

int ChapterModel::chosenCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.chosen; }));
}

int ChapterModel::left() const
{
    int left = 0;
    for (const Row& row : m_rows)
        left += row.chosen ? row.total - row.done : 0;
    return left;
}

} // namespace longhand::ui
