// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QImage>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace longhand::ui {

class FlowView;
class PageArea;

// Shows the open book: its pages where it has some, or its text chapter by chapter; contents,
// pages to jump to, words to find. Passages are marked in either view.
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

    [[nodiscard]] bool showsPages() const;
    void setShowsPages(bool pages);
    void zoom(double factor);
    void fitWidth();
    void openFind();
    void focusText();
    void focusPageNumber();

signals:
    void pageWanted(int page, double pixelsPerPoint);
    void locateWanted(const longhand::ui::SourceView& source);
    void showsPagesChanged(bool pages);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeBottom();
    QWidget* makeFindBar();
    void showChapter(int chapter);
    void goToChapter(int chapter);
    void turn(int by); // pages, or chapters of the text
    void pageShown(int page);
    void find(bool backwards);
    [[nodiscard]] bool hasPages() const;
    void updateBottom();

    DocumentPtr m_document;
    int m_chapter = -1;  // shown in the flow view
    SourceView m_source; // last passage shown; where a search goes on
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
    QWidget* m_findBar = nullptr;
    QLineEdit* m_findText = nullptr;
    QLabel* m_findState = nullptr;
};

} // namespace longhand::ui
