// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace longhand::ui {

class Banner;
class PassageBrowser;

// The summary of the open book, filling chapter by chapter while it is made. Every point is a
// link to its passage; what the book does not say is marked.
class SummaryPane : public QWidget {
    Q_OBJECT
public:
    explicit SummaryPane(QWidget* parent = nullptr);

    void setBook(const DocumentPtr& document, const SummaryView& summary);
    void setRunning(bool running);
    void addText(int chapter, const QString& piece);
    void addChapter(const ChapterSummaryView& summary);
    void setSummary(const SummaryView& summary); // whole: chapters, book, coverage
    void showFailure(const QString& sentence, const QString& detail);
    [[nodiscard]] QString language() const; // chosen for the summary; empty: the book's
    [[nodiscard]] bool hasSummary() const;

signals:
    void summariseRequested(const longhand::ui::SummaryRequest& request);
    void stopRequested();
    void exportRequested();
    void languageChosen(); // another language's summary is wanted
    void sourceActivated(const longhand::ui::SourceView& source);

private:
    void rebuild();
    void writeChapter(const ChapterSummaryView& summary);
    void writeBook();
    void writeUnlocated(int chapter, const QStringList& statements); // -1: of the book
    void updateControls();
    [[nodiscard]] QString titleOf(int chapter, const QString& title) const;

    DocumentPtr m_document;
    SummaryView m_summary;
    int m_liveChapter = -1;
    bool m_running = false;
    QSet<int> m_unfolded; // chapters whose unlocated statements are shown; -1: the book's

    QComboBox* m_length;
    QComboBox* m_language;
    QLineEdit* m_focus;
    QPushButton* m_start;
    QPushButton* m_export;
    Banner* m_banner;
    PassageBrowser* m_text;
    QLabel* m_coverage;
};

} // namespace longhand::ui
