// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobs_model.h"

#include "ui/common/format.h"

namespace longhand::ui {

int JobsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString JobsModel::title(const Row& row) const
{
    const QString book = m_titles.value(row.job.book);
    if (book.isEmpty())
        return jobTitle(row.job.kind);
    //: %1 is Summary, Question or Translation, %2 the title of a book.
    return tr("%1: %2").arg(jobTitle(row.job.kind), book);
}

int JobsModel::percentOf(const Row& row)
{
    const int byTokens = percent(row.progress.done, row.progress.total);
    return byTokens >= 0 ? byTokens : percent(row.job.unitsDone, row.job.unitsTotal);
}

QVariant JobsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return title(row);
    case LineRole:
        return sentenceCase(jobLine(row.job, row.progress));
    case StateRole:
        return static_cast<int>(row.job.state);
    case ProblemRole:
        return row.problem;
    case Qt::ToolTipRole:
        return row.problem.isEmpty() ? row.job.error : row.problem;
    case Qt::AccessibleTextRole:
        return listed({title(row), jobLine(row.job, row.progress)});
    case PercentRole:
        return percentOf(row);
    case IdRole:
        return row.job.id;
    default:
        return {};
    }
}

int JobsModel::rowOf(JobId id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (m_rows.at(row).job.id == id)
            return row;
    return -1;
}

void JobsModel::changed(int row)
{
    emit dataChanged(index(row), index(row));
}

void JobsModel::setJobs(const QList<JobView>& jobs)
{
    beginResetModel();
    QHash<JobId, Row> before;
    for (const Row& row : std::as_const(m_rows))
        before.insert(row.job.id, row);
    m_rows.clear();
    for (const JobView& job : jobs) {
        Row row = before.value(job.id);
        row.job = job;
        m_rows.append(row);
    }
    endResetModel();
}

void JobsModel::setBookTitles(const QHash<BookId, QString>& titles)
{
    m_titles = titles;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void JobsModel::add(const JobView& job)
{
    if (const int row = rowOf(job.id); row >= 0) {
        m_rows[row].job = job;
        changed(row);
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend({job, {}, {}});
    endInsertRows();
}

void JobsModel::setState(JobId job, JobState state)
{
    if (const int row = rowOf(job); row >= 0) {
        m_rows[row].job.state = state;
        changed(row);
    }
}

void JobsModel::setProgress(JobId job, const ProgressView& progress, qint64 unitsDone,
                            qint64 unitsTotal)
{
    const int row = rowOf(job);
    if (row < 0)
        return;
    m_rows[row].job.state = JobState::running;
    m_rows[row].job.unitsDone = unitsDone;
    m_rows[row].job.unitsTotal = unitsTotal;
    m_rows[row].progress = progress;
    changed(row);
}

void JobsModel::setEnd(JobId job, const JobEnd& end)
{
    const int row = rowOf(job);
    if (row < 0)
        return;
    Row& entry = m_rows[row];
    entry.job.state = end.state;
    entry.job.warnings = end.warnings;
    entry.job.seconds = end.seconds;
    entry.problem = end.sentence;
    if (end.state == JobState::finished || end.state == JobState::finishedWithWarnings)
        entry.progress.done = entry.progress.total;
    changed(row);
}

const JobView* JobsModel::job(JobId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows.at(row).job;
}

JobId JobsModel::running() const
{
    for (const Row& row : m_rows)
        if (row.job.state == JobState::running)
            return row.job.id;
    return 0;
}

int JobsModel::waiting() const
{
    int count = 0;
    for (const Row& row : m_rows)
        count += row.job.state == JobState::queued ? 1 : 0;
    return count;
}

QList<JobId> JobsModel::over() const
{
    QList<JobId> jobs;
    for (const Row& row : m_rows)
        if (isOver(row.job.state))
            jobs.append(row.job.id);
    return jobs;
}

QString JobsModel::title(JobId id) const
{
    const int row = rowOf(id);
    return row < 0 ? QString() : title(m_rows.at(row));
}

QString JobsModel::howFar(JobId id) const
{
    const int row = rowOf(id);
    return row < 0 ? QString()
                   : sentenceCase(jobLine(m_rows.at(row).job, m_rows.at(row).progress));
}

QString JobsModel::line(JobId id) const
{
    const int row = rowOf(id);
    if (row < 0)
        return {};
    //: %1 names a piece of work, %2 says how far it is.
    return tr("%1 — %2").arg(title(m_rows.at(row)),
                             jobLine(m_rows.at(row).job, m_rows.at(row).progress));
}

int JobsModel::percentDone(JobId id) const
{
    const int row = rowOf(id);
    return row < 0 ? -1 : percentOf(m_rows.at(row));
}

} // namespace longhand::ui
