// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QAbstractTableModel>
#include <QHash>

namespace longhand::ui {

// The chapters of the open book and how far each is translated. Counts follow every segment by
// its difference alone, so that a book of any length costs the same.
class ChapterModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Share, State, ColumnCount };
    enum Role { DoneRole = Qt::UserRole + 1, TotalRole, TroubleRole, SkippedRole };
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setDocument(const DocumentPtr& document);
    void setSegments(const QList<SegmentView>& segments);
    void setSegment(const SegmentView& segment); // replaces the one at its place
    void setLive(int chapter);                   // the one being worked on; negative: none
    void setSkipped(int chapter);                // a person left it out while it ran
    void setChoosing(bool choosing);             // whether boxes can be ticked
    void choose(bool all);                       // all, or none

    // Ticked ones. Empty when they are those a book begins with: its own text.
    [[nodiscard]] QList<int> chosen() const;
    [[nodiscard]] int chosenCount() const;
    [[nodiscard]] int live() const { return m_live; }
    [[nodiscard]] int done() const { return m_done; } // segments of the whole book
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int troubled() const { return m_troubled; }
    [[nodiscard]] int left() const; // segments of the ticked chapters not done

signals:
    void chosenChanged();

private:
    struct Row {
        QString title;
        int total = 0; // paragraphs with something to translate
        int done = 0;
        int troubled = 0; // warned or failed
        bool body = true;
        bool chosen = true;
        bool skipped = false;
        QHash<int, SegmentStatus> segments;
    };
    void count(int row, SegmentStatus status, int by);
    void insert(const SegmentView& segment);
    void changed(int row);
    [[nodiscard]] QString state(int row) const;
    [[nodiscard]] static QString share(const Row& row);

    QList<Row> m_rows;
    int m_live = -1;
    int m_done = 0, m_total = 0, m_troubled = 0;
    bool m_choosing = true;
};

} // namespace longhand::ui
