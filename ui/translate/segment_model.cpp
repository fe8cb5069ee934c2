// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/segment_model.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::SegmentModel)
};

qint64 keyOf(int chapter, int index)
{
    return (static_cast<qint64>(chapter) << 32) | static_cast<quint32>(index);
}

} // namespace

QString statusWord(const SegmentView& segment)
{
    QString word;
    switch (segment.status) {
    case SegmentStatus::waiting:
        word = QStringLiteral("○ ") + Words::tr("waiting");
        break;
    case SegmentStatus::done:
        word = segment.byPerson ? QStringLiteral("✎ ") + Words::tr("edited")
                                : QStringLiteral("✓ ") + Words::tr("done");
        break;
    case SegmentStatus::warned:
        word = QStringLiteral("▲ ") + Words::tr("to check");
        break;
    case SegmentStatus::failed:
        word = QStringLiteral("✕ ") + Words::tr("failed");
        break;
    case SegmentStatus::skipped:
        word = QStringLiteral("– ") + Words::tr("kept as it is");
        break;
    }
    //: After a state, for a paragraph that neither jobs nor replacements touch.
    return segment.locked ? word + QStringLiteral(" · ") + Words::tr("locked") : word;
}

QRegularExpression patternOf(const ReplaceRequest& request)
{
    QString pattern =
        request.regex ? request.find : QRegularExpression::escape(request.find);
    if (request.wholeWords)
        pattern = QStringLiteral("\\b(?:%1)\\b").arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!request.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

int SegmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SegmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SegmentModel::preview(const SegmentView& segment) const
{
    QString by = m_request->by;
    if (!m_request->regex)
        by.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    else // the saved replacement counts groups with $
        by.replace(QRegularExpression(QStringLiteral("\\$(\\d)")), QStringLiteral("\\\\1"));
    return QString(segment.target).replace(m_find, by);
}

QVariant SegmentModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SegmentView& segment = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        switch (index.column()) {
        case Place:
            return tr("%1.%2", "a place: chapter and paragraph")
                .arg(segment.chapter + 1)
                .arg(segment.index + 1);
        case Source:
            return segment.source;
        case Target:
            if (role != Qt::EditRole && m_request && wouldChange(index.row()))
                return preview(segment);
            return segment.target;
        case Status:
            if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
                return remarks(QStringList(statusWord(segment)) + segment.warnings);
            return statusWord(segment);
        case Warnings:
            return remarks(segment.warnings);
        default:
            return {};
        }
    case Qt::ForegroundRole:
        if (index.column() == Source)
            return dimText(QGuiApplication::palette());
        if (index.column() == Target && m_request && wouldChange(index.row()))
            return linkText(QGuiApplication::palette());
        if (index.column() >= Status && (segment.status == SegmentStatus::warned ||
                                         segment.status == SegmentStatus::failed))
            return warningText(QGuiApplication::palette());
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignTop);
    default:
        return {};
    }
}

bool SegmentModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Target)
        return false;
    const SegmentView& segment = m_rows.at(index.row());
    if (value.toString() != segment.target)
        emit editRequested({segment.chapter, segment.index}, value.toString());
    return true;
}

Qt::ItemFlags SegmentModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid())
        flags.setFlag(Qt::ItemIsEditable,
                      index.column() == Target && !m_rows.at(index.row()).locked);
    return flags;
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return tr("Place");
    case Source:
        return tr("Source");
    case Target:
        return tr("Translation");
    case Status:
        return tr("State");
    case Warnings:
        return tr("Warnings");
    default:
        return {};
    }
}

void SegmentModel::setDocument(const DocumentPtr& document)
{
    beginResetModel();
    m_rows.clear();
    m_places.clear();
    if (document)
        for (int c = 0; c < document->chapters.size(); ++c) {
            const QList<ParagraphView>& paragraphs = document->chapters.at(c).paragraphs;
            for (int p = 0; p < paragraphs.size(); ++p) {
                if (paragraphs.at(p).text.isEmpty())
                    continue;
                SegmentView segment;
                segment.chapter = c;
                segment.index = p;
                segment.source = paragraphs.at(p).text;
                m_places.insert(keyOf(c, p), static_cast<int>(m_rows.size()));
                m_rows.append(segment);
            }
        }
    endResetModel();
}

void SegmentModel::put(const SegmentView& segment)
{
    const int row = rowOf(segment.chapter, segment.index);
    if (row >= 0) {
        m_rows[row] = segment;
    } else { // a note: behind the chapters
        m_places.insert(keyOf(segment.chapter, segment.index), static_cast<int>(m_rows.size()));
        m_rows.append(segment);
    }
}

void SegmentModel::setSegments(const QList<SegmentView>& segments)
{
    beginResetModel();
    for (SegmentView& row : m_rows) {
        SegmentView waiting;
        waiting.chapter = row.chapter;
        waiting.index = row.index;
        waiting.source = row.source;
        row = waiting;
    }
    for (const SegmentView& segment : segments)
        put(segment);
    endResetModel();
}

void SegmentModel::setSegment(const SegmentView& segment)
{
    const int row = rowOf(segment.chapter, segment.index);
    if (row < 0) {
        beginInsertRows({}, rowCount(), rowCount());
        put(segment);
        endInsertRows();
        return;
    }
    m_rows[row] = segment;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void SegmentModel::setPreview(const std::optional<ReplaceRequest>& request)
{
    m_request = request;
    if (request)
        m_find = patternOf(*request);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Target), index(rowCount() - 1, Target));
}

int SegmentModel::rowOf(int chapter, int index) const
{
    return m_places.value(keyOf(chapter, index), -1);
}

int SegmentModel::firstRow(int chapter) const
{
    const auto found =
        std::lower_bound(m_rows.begin(), m_rows.end(), chapter,
                         [](const SegmentView& row, int wanted) { return row.chapter < wanted; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool SegmentModel::wouldChange(int row) const
{
    const SegmentView& segment = m_rows.at(row);
    return m_request && !segment.locked && !segment.target.isEmpty() &&
           (m_request->chapter < 0 || m_request->chapter == segment.chapter) && m_find.isValid() &&
           !m_request->find.isEmpty() && m_find.match(segment.target).hasMatch();
}

} // namespace longhand::ui
