// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translation_views.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace longhand::ui {

// Several books translated one after the other: which ones and into which language, how long all
// of them take together, and, once they run, how far each is. The work goes on without it.
class BatchDialog : public QDialog {
    Q_OBJECT
public:
    explicit BatchDialog(QWidget* parent = nullptr);

    // Every book with the chosen ones ticked.
    void setBooks(const QList<BookView>& books, const QList<BookId>& chosen);
    void setEstimate(const BatchView& estimate);
    void setState(BookId book, const QString& state, bool over);
    // Negative: not known.
    void setSecondsLeft(double seconds);
    [[nodiscard]] QList<BookId> chosen() const;
    [[nodiscard]] QString to() const;
    [[nodiscard]] bool started() const { return m_started; }
    // Of the estimate, what the books still waiting take.
    [[nodiscard]] double secondsWaiting(const QList<BookId>& books) const;

signals:
    void estimateWanted(const QList<longhand::ui::BookId>& books, const QString& to);
    void startRequested(const QList<longhand::ui::BookId>& books, const QString& to);

private:
    void choiceChanged();

    QTreeWidget* m_books;
    QComboBox* m_to;
    QLabel* m_line;
    QPushButton* m_start;
    QHash<BookId, QTreeWidgetItem*> m_items;
    QHash<BookId, qint64> m_words;
    BatchView m_estimate;
    int m_over = 0;
    bool m_started = false;
};

} // namespace longhand::ui
