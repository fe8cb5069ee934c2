// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/findings_views.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace longhand::ui {

class Banner;
class CopyButton;
class PassageBrowser;
class SummaryChapters;
class SummaryOptions;

// The summary of the open book, filling chapter by chapter while it is made, and the earlier ones.
// Every point is a link to its passage; what the book does not say is marked. What was asked for,
// how much was read and in what steps stands below it.
class SummaryPane : public QWidget {
    Q_OBJECT
public:
    explicit SummaryPane(QWidget* parent = nullptr);

    void setBook(const DocumentPtr& document, const SummaryView& summary);
    void setRunning(bool running);
    void beginAnew(); // a new summary was started: the one shown is an earlier one from now on
    void addText(int chapter, const QString& piece);
    void addChapter(const ChapterSummaryView& summary);
    void setSummary(const SummaryView& summary); // whole: chapters, book, coverage
    void showFailure(const QString& sentence, const QString& detail);
    void setEarlier(const QList<EarlierSummaryView>& earlier);
    void showEarlier(qint64 id, const SummaryView& summary);
    [[nodiscard]] QString language() const; // chosen for the summary; empty: the book's
    void setLanguage(const QString& language);
    [[nodiscard]] bool hasSummary() const;
    [[nodiscard]] qint64 earlier() const { return m_earlierShown; } // 0: the current one is shown

signals:
    void summariseRequested(const longhand::ui::SummaryRequest& request);
    void stopRequested();
    void exportRequested();
    void copyRequested(longhand::ui::CopyForm form);
    void languageChosen(); // another language's summary is wanted
    void earlierWanted(qint64 id);
    void earlierRemoveRequested(qint64 id);
    void sourceActivated(const longhand::ui::SourceView& source);

private:
    void makeControls();
    void start();
    void again(const QList<int>& chapters);
    void act(const QString& action);
    void rebuild();
    void writeNothing();
    void writeChapter(const ChapterSummaryView& summary);
    void writeBook();
    void writeUnlocated(int chapter, const QStringList& statements); // -1: of the book
    void updateControls();
    void updateChapters();
    void updateFacts();
    void updateEarlier();
    void chooseSummary(int row);
    void openChapterMenu(const QPoint& position);
    [[nodiscard]] const SummaryView& shown() const;
    [[nodiscard]] static QString chapterMark(int chapter); // in the text
    [[nodiscard]] QString titleOf(int chapter, const QString& title) const;

    DocumentPtr m_document;
    SummaryView m_summary; // the current one
    SummaryView m_old;     // the earlier one that is shown
    qint64 m_earlierShown = 0;
    QList<EarlierSummaryView> m_earlier;
    SummaryRequest m_requested; // the last
    int m_liveChapter = -1;
    bool m_running = false;
    bool m_optionsWanted = false;
    QSet<int> m_unfolded; // chapters whose unlocated statements are shown; -1: the book's

    QPushButton* m_start;
    QToolButton* m_showOptions;
    QToolButton* m_showChapters;
    SummaryOptions* m_options;
    QComboBox* m_which;
    QToolButton* m_remove;
    CopyButton* m_copy;
    QPushButton* m_export;
    Banner* m_banner;
    SummaryChapters* m_chapters;
    QListView* m_chapterList;
    PassageBrowser* m_text;
    QLabel* m_facts;
    QLabel* m_coverage;
};

} // namespace longhand::ui
