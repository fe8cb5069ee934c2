// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QImage>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace longhand::ui {

class FindBar;
class FlowView;
class PageArea;
class PassageBar;

// Where somebody reads.
struct ReadingPlace {
    bool pages = false;             // the pages are shown, else the text
    int page = 0;                   // from 1
    int chapter = 0, paragraph = 0; // of the text
    friend bool operator==(const ReadingPlace&, const ReadingPlace&) = default;
};

// Shows the open book: its pages where it has some, or its text chapter by chapter; contents,
// pages to jump to, words to find, passages to select and ask about. Passages are marked in either
// view.
class ReaderPane : public QWidget {
    Q_OBJECT
public:
    explicit ReaderPane(QWidget* parent = nullptr);

    void setDocument(const DocumentPtr& document);
    [[nodiscard]] BookId book() const { return m_document ? m_document->book : 0; }

    void showSource(const SourceView& source);
    void showPage(int page); // from 1
    void setMarks(const SourceView& source, const QList<MarkView>& marks);
    void setPageImage(int page, double pixelsPerPoint, const QImage& image);
    void setPageFailed(int page, const QString& sentence);
    void setPageText(const PageTextView& text);

    [[nodiscard]] bool showsPages() const;
    void setShowsPages(bool pages);
    void zoom(double factor);
    void fitWidth();
    void openFind();
    void focusText();
    void focusPageNumber();
    void goToChapter(int chapter);
    [[nodiscard]] int currentChapter() const;

    [[nodiscard]] ReadingPlace place() const;
    void showPlace(const ReadingPlace& place); // what the book does not have is passed over

    // The passage somebody selected in the view that is shown.
    [[nodiscard]] std::optional<SourceView> selection() const;
    void askAboutSelection();
    void explainSelection();
    void translateSelection();
    [[nodiscard]] PassageBar& passageBar() { return *m_passage; }

signals:
    void pageTextWanted(int page);
    void chapterShown(int chapter);
    void askRequested(const longhand::ui::SourceView& passage);
    void explainRequested(const longhand::ui::SourceView& passage);
    void translateRequested(const longhand::ui::SourceView& passage);
    void said(const QString& sentence);
    void pageWanted(int page, double pixelsPerPoint);
    void locateWanted(const longhand::ui::SourceView& source);
    void showsPagesChanged(bool pages);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeBottom();
    void connectParts();
    void connectSelections();
    void showChapter(int chapter);
    void turn(int by); // pages, or chapters of the text
    void pageShown(int page);
    void showHits();
    void copySelection();
    void openMenu(QWidget* view, const QPoint& position);
    std::optional<SourceView> wantedSelection(); // none: says what to do first
    [[nodiscard]] bool hasPages() const;
    void updateBottom();

    DocumentPtr m_document;
    int m_chapter = -1;  // shown in the flow view
    SourceView m_source; // last passage shown
    double m_textScale = 1.0;

    QComboBox* m_contents = nullptr;
    QToolButton* m_mode = nullptr;
    QStackedWidget* m_views = nullptr;
    PageArea* m_pages = nullptr;
    FlowView* m_flow = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QSpinBox* m_page = nullptr;
    QLabel* m_state = nullptr;
    QToolButton* m_fit = nullptr;
    FindBar* m_find = nullptr;
    PassageBar* m_passage = nullptr;
};

} // namespace longhand::ui
