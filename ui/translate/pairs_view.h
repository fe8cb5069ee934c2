// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QTextBrowser>

namespace longhand::ui {

// The paragraph being translated, growing as it is written, under the last few finished ones.
class PairsView : public QTextBrowser {
    Q_OBJECT
public:
    explicit PairsView(QWidget* parent = nullptr);

    void forget();
    void addSegment(const SegmentView& segment); // after the last one
    void beginLive(const SegmentView& segment);  // its source, the target still to come
    void live(const QString& piece);

protected:
    void changeEvent(QEvent* event) override;

private:
    void write(const SegmentView& segment);
    void endLive();
    void insert(const QString& text, const QColor& colour, double topMargin);
    void toEnd();

    QList<SegmentView> m_segments; // the last few
    int m_liveBegin = -1;
};

} // namespace longhand::ui
