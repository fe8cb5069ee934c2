// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace longhand::ui {

// A form a translation can be written in. Another one is a row of exportForms().
struct ExportForm {
    QString suffix; // with its dot
    QString name;
    QString what; // it is good for
    bool layouts = true;
    bool columns = true; // can stand side by side
};
QList<ExportForm> exportForms();

// Which form and which layout, at any time; says what is not translated yet.
class ExportPart : public QWidget {
    Q_OBJECT
public:
    explicit ExportPart(QWidget* parent = nullptr);

    void setCounts(bool open, int done, int total);
    [[nodiscard]] ExportForm form() const;
    [[nodiscard]] ExportLayout chosenLayout() const;

signals:
    void exportRequested(const longhand::ui::ExportForm& form, longhand::ui::ExportLayout layout);

private:
    void showLayouts();

    QListWidget* m_forms;
    QListWidget* m_layouts;
    QLabel* m_layoutTitle;
    QLabel* m_what;
    QLabel* m_counts;
    QPushButton* m_export;
    ExportLayout m_wanted = ExportLayout::target;
};

} // namespace longhand::ui
