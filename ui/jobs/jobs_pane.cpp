// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobs_pane.h"

#include "ui/common/format.h"
#include "ui/jobs/job_delegate.h"
#include "ui/jobs/jobs_model.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui {

JobsPane::JobsPane(JobsModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_list(new QListView(this)),
      m_empty(new QLabel(tr("Nothing to do. Summaries, questions and translations of all books "
                            "appear here while they are worked on, and stay until you remove "
                            "them."),
                         this)),
      m_pause(new QPushButton(tr("Pause"), this)), m_resume(new QPushButton(tr("Continue"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_remove(new QPushButton(tr("Remove from list"), this)),
      m_tidy(new QPushButton(tr("Remove all finished"), this))
{
    setObjectName(QStringLiteral("jobsPane"));
    m_list->setObjectName(QStringLiteral("jobsList"));
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new JobDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(24, 12, 24, 12);
    m_pause->setObjectName(QStringLiteral("pauseJob"));
    m_resume->setObjectName(QStringLiteral("resumeJob"));
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_remove->setObjectName(QStringLiteral("removeJob"));
    m_tidy->setObjectName(QStringLiteral("removeFinished"));
    m_pause->setToolTip(tr("Stops and frees the model's memory; nothing finished is lost"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 6);
    buttons->setSpacing(8);
    buttons->addWidget(m_tidy);
    buttons->addStretch(1);
    for (QPushButton* button : {m_pause, m_resume, m_cancel, m_remove})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(buttons);

    const auto wire = [this](QPushButton* button, void (JobsPane::*signal)(JobId)) {
        connect(button, &QPushButton::clicked, this, [this, signal] {
            if (const JobView* job = current())
                emit(this->*signal)(job->id);
        });
    };
    wire(m_pause, &JobsPane::pauseRequested);
    wire(m_resume, &JobsPane::resumeRequested);
    wire(m_cancel, &JobsPane::cancelRequested);
    wire(m_remove, &JobsPane::removeRequested);
    connect(m_tidy, &QPushButton::clicked, this, [this] {
        for (const JobId job : m_model.over())
            emit removeRequested(job);
    });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { emit bookRequested(m_model.at(index.row()).book); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JobsPane::updateButtons);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobsPane::updateButtons);
    const auto chooseFirst = [this] {
        if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(0));
        updateButtons();
    };
    connect(&m_model, &QAbstractItemModel::modelReset, this, chooseFirst);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, chooseFirst);
    updateButtons();
}

const JobView* JobsPane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.at(index.row()) : nullptr;
}

void JobsPane::focusList()
{
    // Without jobs there is no list; the pane then takes the keys, so that F6 and Tab go on from it.
    (m_list->isHidden() ? static_cast<QWidget*>(this) : m_list)
        ->setFocus(Qt::ShortcutFocusReason);
}

void JobsPane::updateButtons()
{
    m_list->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
    m_tidy->setEnabled(!m_model.over().isEmpty());
    const JobView* job = current();
    const auto state = job == nullptr ? JobState::finished : job->state;
    const bool active = state == JobState::running || state == JobState::queued;
    m_pause->setEnabled(job != nullptr && active);
    m_resume->setEnabled(job != nullptr &&
                         (state == JobState::paused || state == JobState::failed));
    m_cancel->setEnabled(job != nullptr && (active || state == JobState::paused));
    m_remove->setEnabled(job != nullptr && isOver(state));
}

} // namespace longhand::ui
