// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/chapter_model.h"

#include "ui/common/format.h"

#include <QLocale>

#include <algorithm>

namespace longhand::ui {

int ChapterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChapterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChapterModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    const auto share = [&row] {
        QString text =
            tr("%1 of %2").arg(QLocale().toString(row.done), QLocale().toString(row.total));
        if (row.troubled > 0)
            text += QStringLiteral(" · ") + tr("%n to check", nullptr, row.troubled);
        return text;
    };
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Title ? row.title : share();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return row.title + QStringLiteral(": ") + share();
    case DoneRole:
        return row.done;
    case TotalRole:
        return row.total;
    case TroubleRole:
        return row.troubled;
    default:
        return {};
    }
}

QVariant ChapterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("Chapter") : tr("Translated");
}

void ChapterModel::setDocument(const DocumentPtr& document)
{
    beginResetModel();
    m_rows.clear();
    if (document)
        for (int i = 0; i < document->chapters.size(); ++i) {
            const ChapterView& chapter = document->chapters.at(i);
            Row row;
            row.title = chapterName(i, chapter.title);
            row.total = static_cast<int>(std::count_if(
                chapter.paragraphs.begin(), chapter.paragraphs.end(),
                [](const ParagraphView& paragraph) { return !paragraph.text.isEmpty(); }));
            m_rows.append(row);
        }
    endResetModel();
}

void ChapterModel::count(Row& row)
{
    row.done = 0;
    row.troubled = 0;
    for (const SegmentView& segment : std::as_const(row.segments)) {
        row.done += segment.status != SegmentStatus::waiting ? 1 : 0;
        row.troubled +=
            segment.status == SegmentStatus::warned || segment.status == SegmentStatus::failed ? 1
                                                                                               : 0;
    }
    row.total = std::max(row.total, row.done);
}

void ChapterModel::setSegments(const QList<SegmentView>& segments)
{
    for (Row& row : m_rows)
        row.segments.clear();
    for (const SegmentView& segment : segments)
        if (segment.chapter >= 0 && segment.chapter < m_rows.size())
            m_rows[segment.chapter].segments.insert(segment.index, segment);
    for (Row& row : m_rows)
        count(row);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ChapterModel::setSegment(const SegmentView& segment)
{
    if (segment.chapter < 0 || segment.chapter >= m_rows.size())
        return;
    Row& row = m_rows[segment.chapter];
    row.segments.insert(segment.index, segment);
    count(row);
    emit dataChanged(index(segment.chapter, 0), index(segment.chapter, ColumnCount - 1));
}

QList<SegmentView> ChapterModel::segments(int chapter) const
{
    if (chapter < 0 || chapter >= m_rows.size())
        return {};
    return m_rows.at(chapter).segments.values();
}

} // namespace longhand::ui
