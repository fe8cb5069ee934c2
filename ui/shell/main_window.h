// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/shell/panes.h"

#include <QMainWindow>

#include <memory>

class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace longhand::ui {

class Actions;
class BackgroundDesk;
class Banner;
class BookDesk;
class DropOverlay;
class JobDesk;
class ModelsDesk;
class PreferencesDesk;
class ReaderDesk;
class Session;
class ShelfDesk;
class TranslationDesk;

// Arranges the panes: the library at the side, the open book with its pages and what was made of
// it, the queue below. Files dropped anywhere go to the library.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        QString settingsFile;       // window size, colours, last book; empty: nothing is kept
        QString welcomeBook;        // path of the welcome book; empty: not offered
        Session* session = nullptr; // outlives the window; null: the desktop hears nothing
    };
    MainWindow(Assistant& assistant, Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    void addFiles(const QStringList& paths);
    [[nodiscard]] const Panes& panes() const { return m_panes; }
    [[nodiscard]] BookDesk& bookDesk() { return *m_bookDesk; }
    void bringToFront();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBookPage();
    void makeCentre();
    void makeStatusBar();
    void makeMenus();
    void makeBookMenu();
    void makeViewMenu();
    void makeGoMenu();
    void connectDesks();
    void showTab(QWidget* pane);
    void focusPart(int step);
    void showBook(BookId book);
    void showLibrary();
    void chooseModel();
    void openWelcomeBook();
    void offerToContinue(const QList<JobId>& jobs);
    void restore();
    void leave(const QList<JobId>& jobs);
    void updateLibraryVisible();

    Assistant& m_assistant;
    Options m_options;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Actions> m_actions;
    Panes m_panes;
    BookDesk* m_bookDesk = nullptr;
    JobDesk* m_jobDesk = nullptr;
    ReaderDesk* m_readerDesk = nullptr;
    ShelfDesk* m_shelfDesk = nullptr;
    TranslationDesk* m_translationDesk = nullptr;
    PreferencesDesk* m_preferencesDesk = nullptr;
    ModelsDesk* m_modelsDesk = nullptr;
    BackgroundDesk* m_background = nullptr; // null without a session

    QSplitter* m_sides = nullptr;   // library and contents | book
    QSplitter* m_aside = nullptr;   // library / contents
    QSplitter* m_rows = nullptr;    // those | queue
    QSplitter* m_columns = nullptr; // reader | tabs
    QStackedWidget* m_stack = nullptr;
    QWidget* m_welcome = nullptr;
    QWidget* m_bookPage = nullptr;
    QTabWidget* m_tabs = nullptr;
    Banner* m_trouble = nullptr;
    QLabel* m_model = nullptr;
    QAction* m_showLibrary = nullptr;
    QAction* m_showJobs = nullptr;
    DropOverlay* m_overlay = nullptr;
    bool m_leaving = false;        // the person said so
    QList<QAction*> m_bookActions; // need an open book
};

} // namespace longhand::ui
