// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>

#include <functional>
#include <utility>

namespace longhand::ui {

// The pages of a book one below the other, as they are printed. Pictures of pages come from
// elsewhere: the area asks for one at a time, the nearest visible first, so that fast scrolling
// never leaves a queue of pages nobody looks at any more.
class PageArea : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageArea(QWidget* parent = nullptr);

    void setPages(const QList<PageView>& pages);
    void setImage(int page, double pixelsPerPoint, const QImage& image);
    void setFailed(int page, const QString& sentence);
    void setMarks(const QList<MarkView>& marks); // scrolls to the first one
    void clearMarks();
    void showPage(int page);               // from 1
    [[nodiscard]] int currentPage() const; // from 1; 0 without pages

    void zoom(double factor);
    void fitWidth();
    [[nodiscard]] double scale() const { return m_scale; } // logical pixels a point

signals:
    void pageWanted(int page, double pixelsPerPoint);
    void currentPageChanged(int page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Drawn {
        double pixelsPerPoint = 0.0;
        QImage image;
        QString failure;
    };
    void layOut();
    void keepAnchored(const std::function<void()>& change);
    void requestNext();
    void forgetDistant();
    [[nodiscard]] QRectF pageRect(int index) const;    // in the viewport
    [[nodiscard]] std::pair<int, int> visible() const; // indices [first, last], empty: {0, -1}
    [[nodiscard]] double wantedPixels() const;
    [[nodiscard]] bool needsDrawing(int index) const;
    void paintPage(QPainter& painter, int index);

    QList<PageView> m_pages;
    QList<double> m_tops; // in content coordinates; one more entry: the end
    double m_contentWidth = 0.0;
    double m_scale = 1.0;
    bool m_fitWidth = true;
    QHash<int, Drawn> m_drawn; // by index
    QList<MarkView> m_marks;
    int m_outstanding = -1; // index asked for and not answered
    int m_lastCurrent = 0;
};

} // namespace longhand::ui
