// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>

#include <functional>
#include <optional>
#include <utility>

namespace longhand::ui {

// The pages of a book one below the other, as they are printed. Pictures of pages come from
// elsewhere: the area asks for one at a time, the nearest visible first, so that fast scrolling
// never leaves a queue of pages nobody looks at any more. So does their text, which selections,
// marks and screen readers work on; what is far away is forgotten.
class PageArea : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageArea(QWidget* parent = nullptr);

    void setPages(const QList<PageView>& pages);
    void setImage(int page, double pixelsPerPoint, const QImage& image);
    void setFailed(int page, const QString& sentence);
    void setText(const PageTextView& text);
    void setMarks(const QList<MarkView>& marks); // scrolls to the first one
    void clearMarks();
    void setHits(const QList<SourceView>& hits);    // every place that was searched for
    void showPage(int page);                        // from 1
    [[nodiscard]] int currentPage() const;          // from 1; 0 without pages
    [[nodiscard]] PageTextView currentText() const; // of that page; empty until it is read

    // What the mouse selected, on one page.
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] std::optional<SourceView> selection() const;
    void clearSelection();

    void zoom(double factor);
    void fitWidth();
    [[nodiscard]] double scale() const { return m_scale; } // logical pixels a point
    [[nodiscard]] QRectF pageRect(int index) const;        // in the viewport

signals:
    void pageWanted(int page, double pixelsPerPoint);
    void textWanted(int page);
    void currentPageChanged(int page);
    void selectionChanged(); // when the mouse lets go of it, and when it is gone

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Drawn {
        double pixelsPerPoint = 0.0;
        QImage image;
        QString failure;
    };
    struct Selected {
        int page = 0; // 0: nothing
        qsizetype anchor = -1, head = -1;
    };
    struct Under { // the mouse
        int page = 0;
        qsizetype glyph = -1;
        bool onText = false;
    };
    void layOut();
    void keepAnchored(const std::function<void()>& change);
    void requestNext();
    void forgetDistant();
    [[nodiscard]] std::pair<int, int> visible() const; // indices [first, last], empty: {0, -1}
    [[nodiscard]] double wantedPixels() const;
    [[nodiscard]] bool needsDrawing(int index) const;
    void paintPage(QPainter& painter, int index);
    void paintOver(QPainter& painter, int index, const QRectF& rect);
    [[nodiscard]] Under under(QPointF position, int page = 0) const; // 0: whichever is there
    [[nodiscard]] std::pair<qsizetype, qsizetype> selectedGlyphs() const;
    void findHits(int page);

    QList<PageView> m_pages;
    QList<double> m_tops; // in content coordinates; one more entry: the end
    double m_contentWidth = 0.0;
    double m_scale = 1.0;
    bool m_fitWidth = true;
    QHash<int, Drawn> m_drawn;       // by index
    QHash<int, PageTextView> m_text; // by page
    QList<MarkView> m_marks;
    QList<SourceView> m_hits;
    QHash<int, QList<QRectF>> m_hitLines; // by page, of those whose text is here
    Selected m_selected;
    int m_outstanding = -1;     // index asked for and not answered
    int m_textOutstanding = -1; // page
    int m_lastCurrent = 0;
};

} // namespace longhand::ui
