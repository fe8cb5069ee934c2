// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace longhand::ui {

class JobsModel;

// The running job in the status bar: what it is, how far, how long still.
class JobStrip : public QWidget {
    Q_OBJECT
public:
    explicit JobStrip(JobsModel& model, QWidget* parent = nullptr);

signals:
    void pauseRequested(longhand::ui::JobId job);

private:
    void refresh();

    JobsModel& m_model;
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_pause;
};

} // namespace longhand::ui
