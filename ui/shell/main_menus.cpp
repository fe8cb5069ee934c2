// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window: every command of the program is in one of them, with its keys.
#include "ui/ask/ask_pane.h"
#include "ui/jobs/jobs_model.h"
#include "ui/jobs/jobs_pane.h"
#include "ui/library/library_page.h"
#include "ui/reader/reader_pane.h"
#include "ui/shell/actions.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/models_desk.h"
#include "ui/shell/preferences_desk.h"
#include "ui/shell/shelf_desk.h"
#include "ui/shell/translation_desk.h"
#include "ui/summary/summary_pane.h"
#include "ui/translate/translate_pane.h"

#include <QMenu>
#include <QPushButton>
#include <QSettings>

namespace longhand::ui {

void MainWindow::makeMenus()
{
    makeBookMenu();
    makeViewMenu();
    makeGoMenu();
    m_actions->menu(tr("&Assistant"));
    m_bookActions << m_actions->add(
        tr("&Summarise"), QKeySequence(QStringLiteral("Ctrl+Shift+S")), [this] {
            showTab(m_panes.summary);
            m_panes.summary->findChild<QPushButton*>(QStringLiteral("summarise"))->click();
        });
    m_bookActions << m_actions->add(tr("&Ask a question"), QKeySequence(QStringLiteral("Ctrl+L")),
                                    [this] {
                                        showTab(m_panes.ask);
                                        m_panes.ask->focusQuestion();
                                    });
    m_actions->separator();
    m_bookActions << m_actions->add(tr("Ask about the s&election…"),
                                    QKeySequence(QStringLiteral("Ctrl+Shift+L")),
                                    [this] { m_panes.reader->askAboutSelection(); });
    m_bookActions << m_actions->add(tr("E&xplain the selection"),
                                    QKeySequence(QStringLiteral("Ctrl+Shift+E")),
                                    [this] { m_panes.reader->explainSelection(); });
    m_bookActions << m_actions->add(tr("T&ranslate the selection"),
                                    QKeySequence(QStringLiteral("Ctrl+Shift+T")),
                                    [this] { m_panes.reader->translateSelection(); });
    m_actions->separator();
    m_bookActions << m_actions->add(
        tr("&Translate"), QKeySequence(QStringLiteral("Ctrl+T")), [this] {
            showTab(m_panes.translate);
            m_panes.translate->findChild<QPushButton*>(QStringLiteral("translate"))->setFocus();
        });
    m_actions->add(tr("Translate several &books…"), {},
                   [this] { m_translationDesk->openBatch({m_bookDesk->book()}); });
    m_actions->separator();
    m_actions->add(tr("&Pause the running job"), QKeySequence(QStringLiteral("Ctrl+P")), [this] {
        if (const JobId job = m_panes.queue->running(); job != 0)
            m_assistant.pauseJob(job);
    });
    m_actions->add(tr("&Models…"), QKeySequence(QStringLiteral("Ctrl+M")),
                   [this] { m_modelsDesk->open(); });
    m_actions->menu(tr("&Help"));
    m_actions->add(tr("&Keyboard shortcuts"), QKeySequence::HelpContents,
                   [this] { showShortcuts(this, m_actions->all()); });
    if (!m_options.welcomeBook.isEmpty())
        m_actions->add(tr("&Welcome book"), {}, [this] { openWelcomeBook(); });
    m_actions->add(tr("&About Longhand"), {}, [this] { showAbout(this); });
}

void MainWindow::makeBookMenu()
{
    m_actions->menu(tr("&Book"));
    m_actions->add(tr("&Add files…"), QKeySequence::Open,
                   [this] { emit m_panes.page->addFilesRequested(); });
    m_actions->add(tr("Add a f&older…"), QKeySequence(QStringLiteral("Ctrl+Shift+O")),
                   [this] { emit m_panes.page->addFolderRequested(); });
    m_actions->separator();
    m_bookActions << m_actions->add(tr("Export the &summary…"), {},
                                    [this] { m_bookDesk->exportResult(ExportKind::summary); });
    m_bookActions << m_actions->add(tr("Export the &questions…"), {},
                                    [this] { m_bookDesk->exportResult(ExportKind::answers); });
    m_bookActions << m_actions->add(tr("Export the &translation…"),
                                    QKeySequence(QStringLiteral("Ctrl+E")), [this] {
                                        showTab(m_panes.translate);
                                        m_panes.translate->showPart(TranslatePane::Export);
                                    });
    m_actions->separator();
    const auto act = [this](BookAction action) {
        return [this, action] { m_shelfDesk->act(action, {m_bookDesk->book()}); };
    };
    m_bookActions << m_actions->add(tr("Re&name…"), {}, act(BookAction::rename));
    m_bookActions << m_actions->add(tr("&Chapters…"), {}, act(BookAction::chapters));
    m_bookActions << m_actions->add(tr("&Disk space…"), {}, act(BookAction::disk));
    m_bookActions << m_actions->add(tr("&Remove from the library"), {}, act(BookAction::remove));
    m_actions->separator();
    m_actions->add(tr("&Preferences…"), QKeySequence(QStringLiteral("Ctrl+,")),
                   [this] { m_preferencesDesk->open(); });
    m_actions->add(tr("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = m_actions->menu(tr("&View"));
    m_showLibrary = m_actions->addChecked(tr("&Books and contents at the side"),
                                          QKeySequence(QStringLiteral("F9")), true,
                                          [this](bool) { updateLibraryVisible(); });
    m_showJobs = m_actions->addChecked(tr("&Jobs"), QKeySequence(QStringLiteral("F8")), false,
                                       [this](bool on) {
                                           m_panes.jobs->setVisible(on);
                                           if (on)
                                               m_panes.jobs->focusList();
                                       });
    m_showJobs->setObjectName(QStringLiteral("showJobs"));
    m_actions->separator();
    m_bookActions << m_actions->add(
        tr("&Pages or text"), QKeySequence(QStringLiteral("F7")),
        [this] { m_panes.reader->setShowsPages(!m_panes.reader->showsPages()); });
    m_bookActions << m_actions->add(tr("&Larger"), QKeySequence::ZoomIn,
                                    [this] { m_panes.reader->zoom(1.2); });
    m_bookActions << m_actions->add(tr("&Smaller"), QKeySequence::ZoomOut,
                                    [this] { m_panes.reader->zoom(1.0 / 1.2); });
    m_bookActions << m_actions->add(tr("&Fit the width"), QKeySequence(QStringLiteral("Ctrl+0")),
                                    [this] { m_panes.reader->fitWidth(); });
    m_actions->separator();
    m_preferencesDesk->addColours(menu->addMenu(tr("&Colours")));
}

void MainWindow::makeGoMenu()
{
    m_actions->menu(tr("&Go"));
    m_bookActions << m_actions->add(tr("&Find in this book…"), QKeySequence::Find,
                                    [this] { m_panes.reader->openFind(); });
    m_bookActions << m_actions->add(tr("Go to a &page or chapter…"),
                                    QKeySequence(QStringLiteral("Ctrl+G")),
                                    [this] { m_panes.reader->focusPageNumber(); });
    m_actions->separator();
    m_actions->add(tr("Search in &all books…"), QKeySequence(QStringLiteral("Ctrl+Shift+F")),
                   [this] {
                       showLibrary();
                       m_panes.page->focusSearch();
                   });
    m_actions->separator();
    m_actions->add(tr("&Next part of the window"), QKeySequence(QStringLiteral("F6")),
                   [this] { focusPart(1); });
    m_actions->add(tr("&Previous part of the window"), QKeySequence(QStringLiteral("Shift+F6")),
                   [this] { focusPart(-1); });
    m_actions->add(tr("&Library"), QKeySequence(QStringLiteral("Ctrl+1")), [this] {
        showLibrary();
        m_panes.page->focusBooks();
    });
    m_bookActions << m_actions->add(tr("&Reader"), QKeySequence(QStringLiteral("Ctrl+2")),
                                    [this] { m_panes.reader->focusText(); });
    m_bookActions << m_actions->add(tr("&Summary"), QKeySequence(QStringLiteral("Ctrl+3")),
                                    [this] { showTab(m_panes.summary); });
    m_bookActions << m_actions->add(tr("&Questions"), QKeySequence(QStringLiteral("Ctrl+4")),
                                    [this] { showTab(m_panes.ask); });
    m_bookActions << m_actions->add(tr("&Translation"), QKeySequence(QStringLiteral("Ctrl+5")),
                                    [this] { showTab(m_panes.translate); });
}

} // namespace longhand::ui
