// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_strip.h"

#include "ui/jobs/jobs_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace longhand::ui {

JobStrip::JobStrip(JobsModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_text(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_pause(new QToolButton(this))
{
    setObjectName(QStringLiteral("jobStrip"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setFixedWidth(110);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the running job"));
    m_pause->setText(tr("Pause"));
    m_pause->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pause);
    layout->addWidget(m_text, 1);
    connect(m_pause, &QToolButton::clicked, this, [this] {
        if (const JobId job = m_model.running(); job != 0)
            emit pauseRequested(job);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JobStrip::refresh);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobStrip::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &JobStrip::refresh);
    refresh();
}

void JobStrip::refresh()
{
    const JobId job = m_model.running();
    m_bar->setVisible(job != 0);
    m_pause->setVisible(job != 0);
    if (job == 0) {
        const int waiting = m_model.waiting();
        m_text->setText(waiting > 0 ? tr("%n job(s) waiting", nullptr, waiting) : QString());
        return;
    }
    const int percent = m_model.percentDone(job);
    m_bar->setRange(0, percent < 0 ? 0 : 100); // unknown: the bar only moves
    m_bar->setValue(std::max(0, percent));
    m_text->setText(m_model.line(job));
    m_text->setToolTip(m_text->text());
}

} // namespace longhand::ui
