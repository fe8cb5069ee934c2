// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/findings_views.h"

#include <QToolButton>

namespace longhand::ui {

// "Copy", with the other forms in its menu.
class CopyButton : public QToolButton {
    Q_OBJECT
public:
    explicit CopyButton(QWidget* parent = nullptr);

signals:
    void copyRequested(longhand::ui::CopyForm form);
};

} // namespace longhand::ui
