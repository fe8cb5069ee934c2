// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace longhand::ui {

// A flat button with a sign for its text; `name` is its tool tip and what screen readers say.
inline QToolButton* readerButton(QWidget* parent, const QString& sign, const QString& name)
{
    auto* button = new QToolButton(parent);
    button->setText(sign);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

} // namespace longhand::ui
