// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/shelf_views.h"
#include "ui/library/card_menu.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemView;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace longhand::ui {

class Banner;
class HitsModel;
class LibraryFilter;

// The library in full: all books as cards or as a table, one box that looks in titles and in the
// texts themselves, and what can be done with books.
class LibraryPage : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPage(LibraryModel& model, QWidget* parent = nullptr);

    void focusSearch();
    void focusBooks();
    void select(BookId book);
    void setHits(const QString& words, const QList<HitView>& hits);
    void setTitles(const QHash<BookId, QString>& titles) { m_titles = titles; }
    [[nodiscard]] Banner* banner() { return m_banner; }
    [[nodiscard]] bool showsCards() const;
    void setShowsCards(bool cards);
    [[nodiscard]] QString words() const; // in the box

signals:
    void bookActionRequested(longhand::ui::BookAction action,
                             const QList<longhand::ui::BookId>& books);
    void importActionRequested(longhand::ui::ImportAction action, longhand::ui::ImportId import);
    void addFilesRequested();
    void addFolderRequested();
    void searchRequested(const QString& words);
    void hitChosen(const longhand::ui::HitView& hit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTop();
    void makeViews();
    void makeHits();
    void setUp(QAbstractItemView* view);
    [[nodiscard]] QAbstractItemView* view() const;
    [[nodiscard]] QList<BookId> selectedBooks() const;
    void makeCurrent(const QModelIndex& index);
    void activate(const QModelIndex& index);
    void remove();
    void showMenu(const QPoint& at);
    void wordsChanged();
    void sortBy(int index);
    void showCounts();

    LibraryModel& m_model;
    LibraryFilter* m_filter;
    HitsModel* m_hits;
    QHash<BookId, QString> m_titles;
    QTimer m_pause; // in the typing
    Banner* m_banner;
    QLineEdit* m_search = nullptr;
    QComboBox* m_sort = nullptr;
    QToolButton* m_cards = nullptr;
    QToolButton* m_table = nullptr;
    QStackedWidget* m_views = nullptr;
    QListView* m_tiles = nullptr;
    QTreeView* m_rows = nullptr;
    QSplitter* m_split = nullptr;
    QWidget* m_found = nullptr;
    QLabel* m_foundLine = nullptr;
    QListView* m_foundList = nullptr;
    QLabel* m_nothing = nullptr;
    QLabel* m_counts = nullptr;
};

} // namespace longhand::ui
