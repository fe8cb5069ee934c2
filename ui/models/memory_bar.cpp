// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/memory_bar.h"

#include "ui/common/colours.h"
#include "ui/models/model_words.h"

#include <QPainter>

#include <algorithm>

namespace longhand::ui {

MemoryBar::MemoryBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(18);
}

void MemoryBar::setPlan(const MemoryPlanView& plan)
{
    m_plan = plan;
    setAccessibleName(planLine(plan));
    setToolTip(planLine(plan));
    update();
}

void MemoryBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = rect().adjusted(0, 1, -1, -2);
    painter.fillRect(area, cardFill(palette()));
    const qint64 whole = std::max({m_plan.available, m_plan.total(), qint64{1}});
    const auto at = [&](qint64 bytes) {
        return area.left() + static_cast<int>(static_cast<double>(bytes) /
                                              static_cast<double>(whole) * area.width());
    };
    const QColor colour =
        m_plan.fit == FitView::fits ? linkText(palette()) : warningText(palette());
    const std::pair<qint64, Qt::BrushStyle> parts[] = {{m_plan.weights, Qt::SolidPattern},
                                                       {m_plan.kv, Qt::BDiagPattern},
                                                       {m_plan.workspace, Qt::Dense4Pattern}};
    qint64 begin = 0;
    for (const auto& [bytes, style] : parts) {
        const QRect part(at(begin), area.top(), at(begin + bytes) - at(begin), area.height());
        painter.fillRect(part, QBrush(colour, style));
        begin += bytes;
    }
    painter.setPen(hairline(palette()));
    painter.drawRect(area);
    if (m_plan.available > 0 && m_plan.total() > m_plan.available) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawLine(at(m_plan.available), 0, at(m_plan.available), height());
    }
}

} // namespace longhand::ui
