// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/shelf_views.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QStringListModel;
class QTreeView;

namespace longhand::ui {

class Banner;
class ChapterList;

// Where a person puts right what the program took for chapters, before work starts: joins and
// divides them, gives them names, or says what their headings look like.
class ChapterEditor : public QDialog {
    Q_OBJECT
public:
    ChapterEditor(DocumentPtr document, const QString& title, QWidget* parent);

    void setStarts(const QList<ChapterStartView>& starts);
    void showFitting(const QString& pattern, const QList<ChapterStartView>& starts);
    void showFailure(const QString& sentence, const QString& detail);

signals:
    void patternWanted(const QString& pattern);
    void saveRequested(const QList<longhand::ui::ChapterStartView>& starts);

private:
    QWidget* makeChapters();
    QWidget* makeText();
    QWidget* makePattern();
    QWidget* makeButtons();
    void showText();
    void update();
    void divide();
    [[nodiscard]] int row() const; // -1: none

    ChapterList* m_list;
    Banner* m_banner;
    QTreeView* m_chapters = nullptr;
    QStringListModel* m_paragraphs;
    QListView* m_text = nullptr;
    QPushButton* m_join = nullptr;
    QPushButton* m_divide = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_asFound = nullptr;
    QPushButton* m_save = nullptr;
    QComboBox* m_pattern = nullptr;
    QLabel* m_fitting = nullptr;
    QPushButton* m_use = nullptr;
    QList<ChapterStartView> m_found; // of the pattern last tried
};

} // namespace longhand::ui
