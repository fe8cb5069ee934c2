// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace longhand::ui {

// Lies over the whole window while files are dragged above it.
class DropOverlay : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* window);
    void cover(int files); // shows it; how many files would be added

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_files = 1;
};

} // namespace longhand::ui
