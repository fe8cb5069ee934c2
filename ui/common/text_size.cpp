// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text_size.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QVariant>
#include <QWidget>

namespace longhand::ui {

void applyTextSize(int percent)
{
    // The desktop's size is kept beside the application, since ours takes its place.
    constexpr const char* kDesktopSize = "longhandDesktopPointSize";
    QFont font = QApplication::font();
    QVariant kept = qApp->property(kDesktopSize);
    if (!kept.isValid()) {
        if (percent == 100)
            return;
        kept = font.pointSizeF() > 0 ? font.pointSizeF() : 10.0;
        qApp->setProperty(kDesktopSize, kept);
    }
    font.setPointSizeF(kept.toDouble() * percent / 100.0);
    QApplication::setFont(font);
    // Before the event loop runs nobody tells the windows that are there already.
    for (QWidget* window : QApplication::topLevelWidgets()) {
        QEvent changed(QEvent::ApplicationFontChange);
        QCoreApplication::sendEvent(window, &changed);
    }
}

} // namespace longhand::ui
