// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QAbstractListModel>

namespace longhand::ui {

// The chapters of the book with how far their summary is, in sign and words.
class SummaryChapters : public QAbstractListModel {
    Q_OBJECT
public:
    enum class State {
        none,    // not asked for yet
        waiting, // its turn comes
        working,
        done,
        doubtful, // done, but something was not found in the text, or not read to the end
        tooShort, // nothing to summarise
        leftOut   // contents, bibliography, index
    };
    using QAbstractListModel::QAbstractListModel;

    void setBook(const DocumentPtr& document);
    // `begun`: chapters that were not made wait, or were too short once it is over.
    void setSummary(const SummaryView& summary, bool running, bool over, int live,
                    const QList<int>& only);
    [[nodiscard]] State state(int chapter) const { return m_states.value(chapter); }
    [[nodiscard]] int finished() const; // done or doubtful

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString words(int chapter) const;

    DocumentPtr m_document;
    QList<State> m_states;
    QList<int> m_points;
};

} // namespace longhand::ui
