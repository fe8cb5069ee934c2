// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace longhand::ui {

class ChapterModel;
class PairsView;

// A translation while it runs: the chapters with their states, the paragraph being written, how
// fast and how long still, and what can be done to it.
class WatchPart : public QWidget {
    Q_OBJECT
public:
    explicit WatchPart(ChapterModel& chapters, QWidget* parent = nullptr);

    void setBook(bool open);
    void setRunning(bool running);
    void setProgress(const ProgressView& progress);
    void beginSegment(const SegmentView& segment);
    void addText(const QString& piece);
    void addSegment(const SegmentView& segment);
    void showCounts(); // of the chapters
    [[nodiscard]] PairsView& pairs() { return *m_pairs; }

signals:
    void skipRequested(int chapter);
    void stopAfterChapterRequested(bool stop);
    void chapterActivated(int chapter);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateButtons();

    ChapterModel& m_model;
    QLabel* m_state;
    QLabel* m_rate;
    QProgressBar* m_bar;
    QPushButton* m_skip;
    QPushButton* m_stopAfter;
    QPushButton* m_all;
    QPushButton* m_none;
    QTreeView* m_chapters;
    PairsView* m_pairs;
    QTimer m_soon;
    bool m_running = false;
    bool m_open = false;
    bool m_follow = true; // the current row is the chapter being worked on
};

} // namespace longhand::ui
