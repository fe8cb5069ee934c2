// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QAbstractListModel>
#include <QHash>

namespace longhand::ui {

// All jobs, newest first, with what the running ones say about themselves.
class JobsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PercentRole = Qt::UserRole + 1, // -1: not known
        IdRole,
        StateRole, // JobState
        TitleRole,
        LineRole,   // how far it is
        ProblemRole // a sentence; empty while nothing went wrong
    };
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setJobs(const QList<JobView>& jobs);
    void setBookTitles(const QHash<BookId, QString>& titles);
    void add(const JobView& job);
    void setState(JobId job, JobState state);
    void setProgress(JobId job, const ProgressView& progress, qint64 unitsDone, qint64 unitsTotal);
    void setEnd(JobId job, const JobEnd& end);

    [[nodiscard]] const JobView* job(JobId id) const;
    [[nodiscard]] const JobView& at(int row) const { return m_rows.at(row).job; }
    [[nodiscard]] JobId running() const; // 0: none
    [[nodiscard]] int waiting() const;
    [[nodiscard]] QList<JobId> over() const; // that may go from the list
    [[nodiscard]] QString title(JobId id) const;    // "Summary: X"
    [[nodiscard]] QString howFar(JobId id) const;   // "Finished with 3 warnings · 24 of 24 chapters"
    [[nodiscard]] QString line(JobId id) const; // "Summary of X: 3 of 24 chapters · 4 min left"
    [[nodiscard]] int percentDone(JobId id) const;

private:
    struct Row {
        JobView job;
        ProgressView progress;
        QString problem; // sentence of the last failure in this session
    };
    [[nodiscard]] int rowOf(JobId id) const;
    void changed(int row);
    [[nodiscard]] QString title(const Row& row) const;
    [[nodiscard]] static int percentOf(const Row& row);

    QList<Row> m_rows;
    QHash<BookId, QString> m_titles;
};

} // namespace longhand::ui
