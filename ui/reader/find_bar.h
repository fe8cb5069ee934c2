// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"
#include "ui/reader/find_text.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;

namespace longhand::ui {

// A line for words to find in the open book: every place is found while they are typed, and the
// bar steps through them. Escape closes it.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    void setDocument(const DocumentPtr& document);
    void open();

    [[nodiscard]] const QList<SourceView>& hits() const { return m_hits; }
    void setFrom(const SourceView& place) { m_from = place; } // where a search goes on

signals:
    void hitsChanged();
    void hitChosen(const longhand::ui::SourceView& hit);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void search();
    void go(Direction direction);

    DocumentPtr m_document;
    QString m_searched; // the words of m_hits
    QList<SourceView> m_hits;
    SourceView m_from;
    QLineEdit* m_words;
    QLabel* m_state;
    QTimer* m_typing;
};

} // namespace longhand::ui
