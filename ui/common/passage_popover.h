// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QFrame>

class QLabel;

namespace longhand::ui {

// The passage that a source chip stands for, over the window beside the chip: the quotation
// within its paragraph, its chapter and its page. It takes no mouse and no focus.
class PassagePopover : public QFrame {
    Q_OBJECT
public:
    explicit PassagePopover(QWidget* window);

    // Beside `chip` (in the window's coordinates), above it where there is no room below.
    void show(const SourceView& source, const DocumentPtr& document, const QRect& chip);
    [[nodiscard]] QString text() const; // what is shown, plain; for screen readers too

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_place;
    QLabel* m_passage;
    QString m_plain;
};

} // namespace longhand::ui
