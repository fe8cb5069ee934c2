// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace longhand::ui {

class SegmentModel;

// Source and translation beside each other, paragraph by paragraph, in one scroll: they cannot
// drift apart. Only what is on the screen is laid out, so a book of any length opens at once. The
// scroll bar counts paragraphs, a hundredth of one a step.
class SideView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit SideView(SegmentModel& model, QWidget* parent = nullptr);

    void showRow(int row); // at the top
    [[nodiscard]] int topRow() const;
    [[nodiscard]] int currentRow() const { return m_current; }
    // What the screen shows now, for reading aloud and for tests.
    [[nodiscard]] QString visibleText() const;

signals:
    void rowActivated(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Pair {
        std::unique_ptr<QTextLayout> source, target, note;
        double height = 0.0;
    };
    [[nodiscard]] Pair lay(int row) const;
    [[nodiscard]] double heightOf(int row) const;
    [[nodiscard]] double columnWidth() const;
    [[nodiscard]] int rowAt(double y) const;
    void scrollPixels(double pixels);
    void setCurrent(int row);
    void updateRange();

    SegmentModel& m_model;
    int m_current = 0;
};

} // namespace longhand::ui
