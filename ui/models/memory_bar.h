// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"

#include <QWidget>

namespace longhand::ui {

// What a model takes of the memory that is free: weights, text read and workspace side by side,
// told apart by hatching as well as colour. What goes beyond stands behind a line.
class MemoryBar : public QWidget {
    Q_OBJECT
public:
    explicit MemoryBar(QWidget* parent = nullptr);
    void setPlan(const MemoryPlanView& plan);
    [[nodiscard]] QSize sizeHint() const override { return {200, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MemoryPlanView m_plan;
};

} // namespace longhand::ui
