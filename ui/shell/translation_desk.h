// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/shell/panes.h"

#include <QHash>
#include <QPointer>

namespace longhand::ui {

class BatchDialog;
class BookDesk;

// Connects the parts of the translation pane with what does the work: corrections, glossary,
// chapters of the running job, several books in a row.
class TranslationDesk : public QObject {
    Q_OBJECT
public:
    TranslationDesk(Assistant& assistant, const Panes& panes, BookDesk& books, QWidget* window);

    void openBatch(const QList<BookId>& chosen);

signals:
    void said(const QString& sentence);
    void troubled(const longhand::ui::Failure& failure);

private:
    void connectCorrections();
    void connectGlossary();
    void connectJobs();
    [[nodiscard]] bool isShown(const TranslationId& id) const;
    [[nodiscard]] JobId runningJob() const; // of the pane's book; 0: none
    void showBatch();
    void exportTranslation(const QString& suffix, const QString& name, ExportLayout layout);

    Assistant& m_assistant;
    Translations& m_work;
    Panes m_panes;
    BookDesk& m_books;
    QWidget* m_window;
    QPointer<BatchDialog> m_batch;
    QList<BookView> m_shelf;
    QHash<BookId, JobId> m_batchJobs;
    QHash<JobId, double> m_left; // seconds, as jobs say
};

} // namespace longhand::ui
