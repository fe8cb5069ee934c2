// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QTextBrowser>

namespace longhand::ui {

// Source and translation of one chapter, paragraph under paragraph.
class PairsView : public QTextBrowser {
    Q_OBJECT
public:
    explicit PairsView(QWidget* parent = nullptr);

    void setSegments(const QList<SegmentView>& segments);
    void addSegment(const SegmentView& segment); // after the last one
    void beginLive(const SegmentView& segment);  // its source, the target still to come
    void live(const QString& piece);

protected:
    void changeEvent(QEvent* event) override;

private:
    void write(const SegmentView& segment);
    void endLive();
    void insert(const QString& text, const QColor& colour, double topMargin);

    QList<SegmentView> m_segments;
    int m_liveBegin = -1;
};

} // namespace longhand::ui
