// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace longhand::ui {

class SegmentModel;

// The paragraphs that a person wants to see. Empty words and negative numbers: all of them.
class SegmentFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    struct Wish {
        QString text;    // in source or target
        QString warning; // stable names with | between, one of them; "*": any
        int status = -1; // SegmentStatus; kLocked, kEdited
        int chapter = -1;
        bool changes = false; // what the previewed replacement would change
        friend bool operator==(const Wish&, const Wish&) = default;
    };
    static constexpr int kLocked = 100, kEdited = 101;

    explicit SegmentFilter(SegmentModel& model, QObject* parent = nullptr);
    void setWish(const Wish& wish);
    [[nodiscard]] const Wish& wish() const { return m_wish; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    SegmentModel& m_model;
    Wish m_wish;
    QStringList m_names; // of the warning
};

} // namespace longhand::ui
