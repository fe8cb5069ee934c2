// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace longhand::ui {

class JobsModel;

// The queue: what runs, waits, was stopped or is finished, and what can be done with each.
class JobsPane : public QWidget {
    Q_OBJECT
public:
    explicit JobsPane(JobsModel& model, QWidget* parent = nullptr);
    void focusList();

signals:
    void pauseRequested(longhand::ui::JobId job);
    void resumeRequested(longhand::ui::JobId job);
    void cancelRequested(longhand::ui::JobId job);
    void removeRequested(longhand::ui::JobId job);
    void bookRequested(longhand::ui::BookId book);

private:
    [[nodiscard]] const JobView* current() const;
    void updateButtons();

    JobsModel& m_model;
    QTreeView* m_list;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_cancel;
    QPushButton* m_remove;
};

} // namespace longhand::ui
