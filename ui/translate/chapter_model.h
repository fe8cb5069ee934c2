// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QAbstractTableModel>

namespace longhand::ui {

// The chapters of the open book and how far each is translated.
class ChapterModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Share, ColumnCount };
    enum Role { DoneRole = Qt::UserRole + 1, TotalRole, TroubleRole };
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setDocument(const DocumentPtr& document);
    void setSegments(const QList<SegmentView>& segments);
    void setSegment(const SegmentView& segment);                  // replaces the one at its place
    [[nodiscard]] QList<SegmentView> segments(int chapter) const; // in order

private:
    struct Row {
        QString title;
        int total = 0; // paragraphs with something to translate
        int done = 0;
        int troubled = 0; // warned or failed
        QMap<int, SegmentView> segments;
    };
    static void count(Row& row);
    QList<Row> m_rows;
};

} // namespace longhand::ui
