// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace longhand::ui {

// What the window shows while no book is open: what to do first.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

signals:
    void addRequested();
    void welcomeBookRequested();
};

} // namespace longhand::ui
