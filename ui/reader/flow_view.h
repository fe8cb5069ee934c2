// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QTextBrowser>

#include <optional>

namespace longhand::ui {

// One chapter as running text: clean paragraphs with their emphasis, one block a paragraph, in
// letters for reading and lines no longer than the eye follows. Ruby and references to notes are
// underlined; resting on one shows its reading or its note.
class FlowView : public QTextBrowser {
    Q_OBJECT
public:
    explicit FlowView(QWidget* parent = nullptr);

    // `language` (BCP 47) chooses the letters: the forms of Han differ between them.
    void setChapter(const ChapterView& chapter, const QString& language);
    // Marks UTF-16 units [begin, end) of a paragraph and brings them into view.
    void mark(int paragraph, qsizetype begin, qsizetype end);
    void clearMark();
    void setHits(const QList<SourceView>& hits); // of this chapter: every place searched for
    // What is selected, as far as the paragraph reaches in which the selection begins. The chapter
    // of the passage is left to the caller.
    [[nodiscard]] std::optional<SourceView> selection() const;
    [[nodiscard]] int topParagraph() const;
    // That far down the view: 0 is its top.
    void showParagraph(int paragraph, double share = 1.0 / 3.0);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void insertParagraph(QTextCursor& cursor, const ParagraphView& paragraph, bool first);
    void showSelections();
    void keepMeasure();
    [[nodiscard]] QTextCursor cursorOf(int paragraph, qsizetype begin, qsizetype end) const;
    void bringIntoView(const QTextCursor& cursor, double share = 1.0 / 3.0);

    QTextCursor m_marked; // selection of the marked passage; null: none
    QList<QTextCursor> m_hits;
    double m_leading = 145.0; // per cent
};

} // namespace longhand::ui
