// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QTextBrowser>

namespace longhand::ui {

// One chapter as running text: clean paragraphs with their emphasis, one block a paragraph.
class FlowView : public QTextBrowser {
    Q_OBJECT
public:
    explicit FlowView(QWidget* parent = nullptr);

    void setChapter(const ChapterView& chapter);
    // Marks UTF-16 units [begin, end) of a paragraph and brings them into view.
    void mark(int paragraph, qsizetype begin, qsizetype end);
    void clearMark();
    [[nodiscard]] int topParagraph() const;
    void showParagraph(int paragraph);

protected:
    void changeEvent(QEvent* event) override;

private:
    void insertParagraph(QTextCursor& cursor, const ParagraphView& paragraph, bool first);
    void showSelections();
    void bringIntoView(const QTextCursor& cursor);

    QTextCursor m_marked; // selection of the marked passage; null: none
};

} // namespace longhand::ui
