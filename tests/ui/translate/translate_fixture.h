// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/window_fixture.h"
#include "ui/translate/translate_pane.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

namespace longhand::ui {

// The window with one book open at its translation.
class TranslateWindow : public WindowTest {
protected:
    // `done` of the six chapters are translated, three paragraphs each.
    void openPane(int done = 0, QSize size = {1100, 760})
    {
        for (int chapter = 0; chapter < done; ++chapter)
            for (int index = 0; index < 3; ++index)
                assistant.segments << segment(chapter, index);
        assistant.work.segments = assistant.segments;
        open(1, false, size);
        trigger(QStringLiteral("Ctrl+5"));
        ASSERT_TRUE(pane()->isVisible());
    }
    static SegmentView segment(int chapter, int index)
    {
        SegmentView segment;
        segment.chapter = chapter;
        segment.index = index;
        segment.source = QStringLiteral("Keeper %1 wrote line %2.").arg(chapter + 1).arg(index);
        segment.target = QStringLiteral("Wärter %1 schrieb Zeile %2.").arg(chapter + 1).arg(index);
        segment.status = SegmentStatus::done;
        return segment;
    }
    // Starts a translation that runs.
    void start()
    {
        child<QPushButton>("translate")->click();
        emit assistant.jobStarted(assistant.lastJob);
    }
    void translated(const SegmentView& segment)
    {
        SegmentView begun = segment;
        begun.target.clear();
        begun.status = SegmentStatus::waiting;
        emit assistant.segmentStarted(assistant.lastJob, 1, begun);
        emit assistant.segmentTranslated(assistant.lastJob, 1, segment);
    }
    TranslatePane* pane() { return child<TranslatePane>("translatePane"); }
    void part(TranslatePane::Part part) { child<QTabBar>("translateParts")->setCurrentIndex(part); }
    QTableView* table() { return child<QTableView>("segments"); }
    void select(int row)
    {
        // Not by the view: it would ask for modifiers, and Ctrl of the last keys still counts.
        table()->selectionModel()->setCurrentIndex(
            table()->model()->index(row, 2),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    void choose(const char* box, const QString& text)
    {
        auto* combo = child<QComboBox>(box);
        ASSERT_GE(combo->findText(text), 0) << text.toStdString();
        combo->setCurrentIndex(combo->findText(text));
    }
    QString text(const char* label) { return child<QLabel>(label)->text(); }
};

} // namespace longhand::ui
