// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

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
    QListView* m_list;
    QLabel* m_empty;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_cancel;
    QPushButton* m_remove;
    QPushButton* m_tidy;
};

} // namespace longhand::ui
