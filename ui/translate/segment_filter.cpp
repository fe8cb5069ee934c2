// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/segment_filter.h"

#include "ui/translate/segment_model.h"

namespace longhand::ui {

SegmentFilter::SegmentFilter(SegmentModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
    setDynamicSortFilter(true);
}

void SegmentFilter::setWish(const Wish& wish)
{
    m_wish = wish;
    m_names = wish.warning.split(QLatin1Char('|'));
    invalidateFilter();
}

bool SegmentFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const SegmentView& segment = m_model.at(row);
    if (m_wish.chapter >= 0 && segment.chapter != m_wish.chapter)
        return false;
    if (m_wish.status == kLocked ? !segment.locked
        : m_wish.status == kEdited
            ? !segment.byPerson
            : m_wish.status >= 0 && static_cast<int>(segment.status) != m_wish.status)
        return false;
    if (!m_wish.warning.isEmpty()) {
        if (segment.warningNames.isEmpty())
            return false;
        if (m_wish.warning != QStringLiteral("*") &&
            std::none_of(m_names.begin(), m_names.end(), [&](const QString& name) {
                return segment.warningNames.contains(name);
            }))
            return false;
    }
    if (m_wish.changes && !m_model.wouldChange(row))
        return false;
    return m_wish.text.isEmpty() || segment.source.contains(m_wish.text, Qt::CaseInsensitive) ||
           segment.target.contains(m_wish.text, Qt::CaseInsensitive);
}

} // namespace longhand::ui
