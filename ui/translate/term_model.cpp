// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/term_model.h"

#include "ui/common/colours.h"

#include <QGuiApplication>
#include <QLocale>

namespace longhand::ui {

int TermModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_terms.size());
}

int TermModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QStringList TermModel::choices(int column)
{
    switch (column) {
    case Kind:
        return {tr("Character"), tr("Place"), tr("Organisation"), tr("Term")};
    case Status:
        return {QStringLiteral("○ ") + tr("proposed"), QStringLiteral("✓ ") + tr("confirmed"),
                QStringLiteral("✕ ") + tr("rejected")};
    case Gender_:
        return {QString(), tr("she"), tr("he"), tr("other")};
    default:
        return {};
    }
}

QVariant TermModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TermView& term = m_terms.at(index.row());
    if (role == Qt::ForegroundRole && term.status == TermStatus::rejected)
        return dimText(QGuiApplication::palette());
    if (role == Qt::TextAlignmentRole && index.column() == Count)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Source)
        return term.samples.join(QLatin1Char('\n'));
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Source:
        return term.source;
    case Target:
        return term.target;
    case Kind:
        return choices(Kind).at(static_cast<int>(term.kind));
    case Status:
        return choices(Status).at(static_cast<int>(term.status));
    case Gender_:
        return choices(Gender_).at(static_cast<int>(term.gender));
    case Address:
        return term.address;
    case Count:
        return term.count > 0 ? QLocale().toString(term.count) : QString();
    default:
        return {};
    }
}

bool TermModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || data(index, Qt::EditRole) == value)
        return false;
    TermView term = m_terms.at(index.row());
    const QString text = value.toString();
    const int choice = static_cast<int>(choices(index.column()).indexOf(text));
    switch (index.column()) {
    case Target:
        term.target = text;
        break;
    case Address:
        term.address = text;
        break;
    case Kind:
        term.kind = static_cast<TermKind>(std::max(0, choice));
        break;
    case Status:
        term.status = static_cast<TermStatus>(std::max(0, choice));
        break;
    case Gender_:
        term.gender = static_cast<Gender>(std::max(0, choice));
        break;
    default:
        return false;
    }
    emit termChanged(term);
    return true;
}

Qt::ItemFlags TermModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid())
        flags.setFlag(Qt::ItemIsEditable, index.column() != Source && index.column() != Count);
    return flags;
}

QVariant TermModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Term"),  tr("Translation"),  tr("Kind"), tr("State"),
                            tr("She/he"), tr("Address"), tr("Found")};
    return names.value(section);
}

void TermModel::setTerms(const QList<TermView>& terms)
{
    if (terms.size() == m_terms.size()) { // the same ones: the selection stays
        bool same = true;
        for (int i = 0; same && i < terms.size(); ++i)
            same = terms.at(i).source == m_terms.at(i).source;
        if (same) {
            m_terms = terms;
            if (!terms.isEmpty())
                emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
            return;
        }
    }
    beginResetModel();
    m_terms = terms;
    endResetModel();
}

} // namespace longhand::ui
