// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translation_views.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QRegularExpression>

#include <optional>

namespace longhand::ui {

// Every paragraph of the open book with its translation, in the book's order, also those not
// translated yet. One change costs one row.
class SegmentModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, Source, Target, Status, Warnings, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    // A new target: asked for, shown when it is saved.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setDocument(const DocumentPtr& document);
    void setSegments(const QList<SegmentView>& segments);
    void setSegment(const SegmentView& segment);
    // Targets as a replacement would leave them; without: as they are.
    void setPreview(const std::optional<ReplaceRequest>& request);

    [[nodiscard]] const SegmentView& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(int chapter, int index) const; // -1: none
    [[nodiscard]] int firstRow(int chapter) const;         // or that of a later one; -1: none
    [[nodiscard]] bool wouldChange(int row) const;         // by the replacement previewed
    [[nodiscard]] bool previews() const { return m_request.has_value(); }

signals:
    void editRequested(longhand::ui::PlaceView place, const QString& target);

private:
    void put(const SegmentView& segment);
    [[nodiscard]] QString preview(const SegmentView& segment) const;

    QList<SegmentView> m_rows;
    QHash<qint64, int> m_places;
    std::optional<ReplaceRequest> m_request;
    QRegularExpression m_find;
};

// "▲ to check": a shape and a word.
QString statusWord(const SegmentView& segment);
// As the pattern stands for in a preview; invalid where it is broken.
QRegularExpression patternOf(const ReplaceRequest& request);

} // namespace longhand::ui
