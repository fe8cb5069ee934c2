// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/drop_overlay.h"

#include <QPainter>

namespace longhand::ui {

DropOverlay::DropOverlay(QWidget* window) : QWidget(window)
{
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents); // the window below gets the drop
    hide();
}

void DropOverlay::cover(int files)
{
    m_files = files;
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropOverlay::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlpha(225);
    painter.fillRect(rect(), veil);
    const QColor accent = palette().color(QPalette::Link);
    painter.setPen(QPen(accent, 2, Qt::DashLine));
    painter.drawRoundedRect(rect().adjusted(18, 18, -18, -18), 14, 14);
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(36, 36, -36, -36), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Let go to add %n file(s) to the library", nullptr, m_files));
}

} // namespace longhand::ui
