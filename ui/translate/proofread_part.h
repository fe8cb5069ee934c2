// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translation_views.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace longhand::ui {

class SegmentFilter;
class SegmentModel;

// Every paragraph in a table: filter, edit in place, lock, find and replace with a preview, the
// versions of one paragraph, translating it again with an instruction.
class ProofreadPart : public QWidget {
    Q_OBJECT
public:
    explicit ProofreadPart(SegmentModel& model, QWidget* parent = nullptr);

    void setDocument(const DocumentPtr& document);
    void showRow(int row); // of the model; takes filters away that hide it
    void setUndoSteps(int steps);
    void showReplaced(int segments);
    void showHistory(PlaceView place, const QList<SegmentView>& versions);
    void endRetranslation(PlaceView place, const QString& sentence);
    void focusFilter();

signals:
    void lockRequested(const QList<longhand::ui::PlaceView>& places, bool locked);
    void replaceRequested(const longhand::ui::ReplaceRequest& request);
    void undoRequested();
    void historyWanted(longhand::ui::PlaceView place);
    void takeBackRequested(longhand::ui::PlaceView place, int version);
    void retranslateRequested(longhand::ui::PlaceView place, const QString& instruction);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFilters();
    QWidget* makeReplace();
    QWidget* makeDetails();
    void applyFilters();
    void applyPreview();
    void updateDetails();
    void showCounts();
    [[nodiscard]] ReplaceRequest request() const;
    [[nodiscard]] QList<int> selectedRows() const; // of the model
    [[nodiscard]] int currentRow() const;
    void lock();
    void retranslate();

    SegmentModel& m_model;
    SegmentFilter* m_filter;
    QTimer m_typing;
    QLineEdit* m_text = nullptr;
    QComboBox* m_warning = nullptr;
    QComboBox* m_status = nullptr;
    QComboBox* m_chapter = nullptr;
    QLabel* m_counts = nullptr;
    QTableView* m_table = nullptr;
    QWidget* m_replaceBar = nullptr;
    QLineEdit* m_find = nullptr;
    QLineEdit* m_by = nullptr;
    QCheckBox* m_case = nullptr;
    QCheckBox* m_words = nullptr;
    QCheckBox* m_regex = nullptr;
    QPushButton* m_replace = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_lock = nullptr;
    QPushButton* m_history = nullptr;
    QLineEdit* m_instruction = nullptr;
    QPushButton* m_again = nullptr;
    QLabel* m_said = nullptr;
};

} // namespace longhand::ui
