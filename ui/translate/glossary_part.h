// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translation_views.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace longhand::ui {

class TermModel;

// Names and words with one rendering throughout: found in the whole book, confirmed by a person,
// then applied by the model and checked in every paragraph. Also in and out as CSV.
class GlossaryPart : public QWidget {
    Q_OBJECT
public:
    explicit GlossaryPart(QWidget* parent = nullptr);

    void setBook(bool open);
    void setTerms(const QList<TermView>& terms);
    void showFinding(const ProgressView& progress);
    void endFinding();

signals:
    void findRequested();
    void saveRequested(const QList<longhand::ui::TermView>& terms);
    void removeRequested(const QStringList& sources);
    void importRequested();
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateButtons();
    void setStatus(TermStatus status);
    void addTerm();
    [[nodiscard]] QList<TermView> selected() const;

    TermModel* m_model;
    QLabel* m_line;
    QPushButton* m_find;
    QPushButton* m_confirm;
    QPushButton* m_reject;
    QPushButton* m_remove;
    QPushButton* m_import;
    QPushButton* m_export;
    QLineEdit* m_source;
    QLineEdit* m_target;
    QPushButton* m_add;
    QTableView* m_table;
    QLabel* m_sample;
    bool m_open = false;
    bool m_finding = false;
};

} // namespace longhand::ui
