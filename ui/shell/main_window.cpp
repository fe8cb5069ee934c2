// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/ask/ask_pane.h"
#include "ui/common/banner.h"
#include "ui/jobs/job_strip.h"
#include "ui/jobs/jobs_model.h"
#include "ui/jobs/jobs_pane.h"
#include "ui/library/library_page.h"
#include "ui/library/library_pane.h"
#include "ui/reader/contents_pane.h"
#include "ui/reader/reader_pane.h"
#include "ui/shell/actions.h"
#include "ui/shell/background_desk.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/book_header.h"
#include "ui/shell/closing.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/drop_overlay.h"
#include "ui/shell/findings_desk.h"
#include "ui/shell/job_desk.h"
#include "ui/shell/models_desk.h"
#include "ui/shell/preferences_desk.h"
#include "ui/shell/reader_desk.h"
#include "ui/shell/shelf_desk.h"
#include "ui/shell/translation_desk.h"
#include "ui/shell/welcome_page.h"
#include "ui/summary/summary_pane.h"
#include "ui/translate/translate_pane.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <functional>

namespace longhand::ui {
namespace {

constexpr int kTabsWidth = 400;   // pixels: the buttons of every tab keep their words
constexpr int kBooksBeside = 760; // pixels: narrower, the open book needs all of them

QStringList filesOf(const QMimeData* mime)
{
    QStringList files;
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

MainWindow::MainWindow(Assistant& assistant, Options options, QWidget* parent)
    : QMainWindow(parent), m_assistant(assistant), m_options(std::move(options)),
      m_actions(std::make_unique<Actions>(*this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Longhand"));
    if (!m_options.settingsFile.isEmpty())
        m_settings = std::make_unique<QSettings>(m_options.settingsFile, QSettings::IniFormat);
    makeCentre();
    m_modelsDesk = new ModelsDesk(m_assistant, m_panes, *m_stack, this);
    makeStatusBar();
    m_bookDesk = new BookDesk(m_assistant, m_panes, this);
    m_readerDesk = new ReaderDesk(m_assistant, m_panes, *m_bookDesk, m_settings.get(), this);
    m_jobDesk = new JobDesk(m_assistant, m_panes, *m_bookDesk, this);
    new FindingsDesk(m_assistant, m_panes, *m_bookDesk, this);
    m_shelfDesk = new ShelfDesk(m_assistant, m_panes, *m_bookDesk, this);
    m_translationDesk = new TranslationDesk(m_assistant, m_panes, *m_bookDesk, this);
    m_preferencesDesk = new PreferencesDesk(m_assistant, *m_modelsDesk, this);
    m_preferencesDesk->useIn(*m_bookDesk, m_panes);
    if (m_options.session != nullptr)
        m_background = new BackgroundDesk(m_assistant, *m_panes.queue, *m_options.session, this);
    makeMenus();
    connectDesks();
    m_overlay = new DropOverlay(this);
    // Every drop is the window's: a box that took a file's name as text would be a trap.
    for (QWidget* child : findChildren<QWidget*>())
        child->setAcceptDrops(false);
    setAcceptDrops(true);
    setMinimumSize(640, 400);
    resize(1180, 760);
    restore();
    showBook(0);
    m_panes.library->focusList();
    m_assistant.refreshBooks();
    m_assistant.refreshJobs();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeBookPage()
{
    auto* page = new QWidget(this);
    m_panes.header = new BookHeader(page);
    m_columns = new QSplitter(Qt::Horizontal, page);
    m_panes.reader = new ReaderPane(m_columns);
    m_tabs = new QTabWidget(m_columns);
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->setDocumentMode(true);
    m_panes.summary = new SummaryPane(m_tabs);
    m_panes.ask = new AskPane(m_tabs);
    m_panes.translate = new TranslatePane(m_tabs);
    m_tabs->addTab(m_panes.summary, tr("Summary"));
    m_tabs->addTab(m_panes.ask, tr("Ask"));
    m_tabs->addTab(m_panes.translate, tr("Translate"));
    m_columns->addWidget(m_panes.reader);
    m_columns->addWidget(m_tabs);
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(0, 6);
    m_columns->setStretchFactor(1, 5);
    m_columns->setSizes({600, 500}); // a book is for reading first
    m_panes.reader->setMinimumWidth(220);
    m_tabs->setMinimumWidth(kTabsWidth);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panes.header);
    layout->addWidget(m_columns, 1);
    return page;
}

void MainWindow::makeCentre()
{
    m_panes.books = new LibraryModel(this);
    m_panes.queue = new JobsModel(this);
    m_sides = new QSplitter(Qt::Horizontal);
    m_aside = new QSplitter(Qt::Vertical, m_sides);
    m_panes.library = new LibraryPane(*m_panes.books, m_aside);
    m_panes.contents = new ContentsPane(m_aside);
    m_aside->addWidget(m_panes.library);
    m_aside->addWidget(m_panes.contents);
    m_aside->setChildrenCollapsible(false);
    m_aside->setSizes({330, 370});
    m_aside->setMinimumWidth(160);
    m_stack = new QStackedWidget(m_sides);
    auto* welcome = new WelcomePage(m_stack);
    m_welcome = welcome;
    m_bookPage = makeBookPage();
    m_panes.page = new LibraryPage(*m_panes.books, m_stack);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_panes.page);
    m_stack->addWidget(m_bookPage);
    m_sides->addWidget(m_aside);
    m_sides->addWidget(m_stack);
    m_sides->setStretchFactor(0, 0);
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({230, 950});
    m_sides->setChildrenCollapsible(false);

    m_panes.jobs = new JobsPane(*m_panes.queue, this);
    m_panes.jobs->hide();
    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->addWidget(m_sides);
    m_rows->addWidget(m_panes.jobs);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_panes.jobs->setMinimumHeight(150);
    m_rows->setSizes({600, 210});
    m_rows->setChildrenCollapsible(false);
    m_trouble = new Banner(this);
    m_panes.notice = new Banner(this);
    m_panes.notice->setObjectName(QStringLiteral("notice"));
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_trouble);
    layout->addWidget(m_panes.notice);
    layout->addWidget(m_rows, 1);
    setCentralWidget(centre);

    connect(welcome, &WelcomePage::addRequested, this,
            [this] { emit m_panes.page->addFilesRequested(); });
    connect(welcome, &WelcomePage::welcomeBookRequested, this, &MainWindow::openWelcomeBook);
    if (m_options.welcomeBook.isEmpty())
        welcome->findChild<QPushButton*>(QStringLiteral("openWelcomeBook"))->hide();
    connect(m_panes.books, &QAbstractItemModel::rowsInserted, this,
            &MainWindow::updateLibraryVisible);
    connect(m_panes.books, &QAbstractItemModel::rowsRemoved, this,
            &MainWindow::updateLibraryVisible);
}

void MainWindow::makeStatusBar()
{
    auto* strip = new JobStrip(*m_panes.queue, this);
    connect(strip, &JobStrip::pauseRequested, &m_assistant, &Assistant::pauseJob);
    statusBar()->addWidget(strip, 1);
    m_model = new QLabel(this);
    auto* offline = new QLabel(this);
    m_modelsDesk->keepStatus(m_model, offline);
    m_model->setContentsMargins(8, 0, 8, 0);
    offline->setContentsMargins(8, 0, 8, 0);
    statusBar()->addPermanentWidget(m_model);
    statusBar()->addPermanentWidget(offline);
}

void MainWindow::connectDesks()
{
    connect(m_bookDesk, &BookDesk::bookShown, this, &MainWindow::showBook);
    connect(m_bookDesk, &BookDesk::said, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_bookDesk, &BookDesk::troubled, this, [this](const Failure& failure) {
        m_trouble->say(failure.sentence, failure.detail);
        connect(m_trouble->addButton(tr("Hide")), &QPushButton::clicked, m_trouble, &Banner::clear);
    });
    connect(m_readerDesk, &ReaderDesk::said, m_bookDesk, &BookDesk::said);
    connect(m_readerDesk, &ReaderDesk::questionsWanted, this, [this] { showTab(m_panes.ask); });
    connect(m_translationDesk, &TranslationDesk::said, m_bookDesk, &BookDesk::said);
    connect(m_translationDesk, &TranslationDesk::troubled, m_bookDesk, &BookDesk::troubled);
    connect(m_jobDesk, &JobDesk::ended, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 12000); });
    connect(m_jobDesk, &JobDesk::unfinishedFound, this, &MainWindow::offerToContinue);
    connect(m_jobDesk, &JobDesk::chooseModelRequested, this, &MainWindow::chooseModel);
    if (m_background != nullptr) {
        connect(m_background, &BackgroundDesk::frontWanted, this, &MainWindow::bringToFront);
        connect(m_background, &BackgroundDesk::bookWanted, m_bookDesk, &BookDesk::openBook);
    }
}

void MainWindow::offerToContinue(const QList<JobId>& unfinished)
{
    // What was closed with the promise to go on does; the rest is a question.
    QList<JobId> promised, going, jobs;
    if (m_settings) // read back from a file they are words
        for (const QVariant& job : m_settings->value(QStringLiteral("goOn")).toList())
            promised << job.toLongLong();
    for (const JobId job : unfinished)
        (promised.contains(job) ? going : jobs) << job;
    if (m_settings)
        m_settings->remove(QStringLiteral("goOn"));
    for (const JobId job : std::as_const(going))
        m_assistant.resumeJob(job);
    if (!going.isEmpty()) {
        m_panes.notice->say(tr("Going on with %n job(s) where Longhand was closed.", nullptr,
                               static_cast<int>(going.size())),
                            {}, Banner::Mood::note);
        connect(m_panes.notice->addButton(tr("Pause")), &QPushButton::clicked, this, [this, going] {
            m_panes.notice->clear();
            for (const JobId job : going)
                m_assistant.pauseJob(job);
        });
        connect(m_panes.notice->addButton(tr("Hide")), &QPushButton::clicked, m_panes.notice,
                &Banner::clear);
    }
    if (jobs.isEmpty())
        return;
    m_trouble->say(tr("%n job(s) are not finished. What is done so far is kept.", nullptr,
                      static_cast<int>(jobs.size())),
                   {}, Banner::Mood::note);
    connect(m_trouble->addButton(tr("Continue")), &QPushButton::clicked, this, [this, jobs] {
        m_trouble->clear();
        for (const JobId job : jobs)
            m_assistant.resumeJob(job);
    });
    connect(m_trouble->addButton(tr("Later")), &QPushButton::clicked, m_trouble, &Banner::clear);
}

void MainWindow::showTab(QWidget* pane)
{
    m_tabs->setCurrentWidget(pane);
    m_tabs->setFocus(Qt::ShortcutFocusReason);
    pane->setFocus(Qt::ShortcutFocusReason);
}

// Round the visible parts: books at the side, what is in the middle, jobs.
void MainWindow::focusPart(int step)
{
    struct Part {
        QWidget* widget;
        std::function<void()> focus;
    };
    const QList<Part> all{{m_panes.library, [this] { m_panes.library->focusList(); }},
                          {m_panes.contents, [this] { m_panes.contents->focusList(); }},
                          {m_panes.page, [this] { m_panes.page->focusBooks(); }},
                          {m_panes.reader, [this] { m_panes.reader->focusText(); }},
                          {m_tabs, [this] { showTab(m_tabs->currentWidget()); }},
                          {m_panes.jobs, [this] { m_panes.jobs->focusList(); }}};
    QList<Part> parts;
    qsizetype at = -1;
    for (const Part& part : all) {
        if (!part.widget->isVisible())
            continue;
        if (part.widget == focusWidget() || part.widget->isAncestorOf(focusWidget()))
            at = parts.size();
        parts << part;
    }
    if (!parts.isEmpty())
        parts.at((at + step + parts.size() + (at < 0 && step < 0 ? 1 : 0)) % parts.size()).focus();
}

void MainWindow::showLibrary()
{
    const bool empty = m_panes.books->rowCount() == 0;
    m_stack->setCurrentWidget(empty ? m_welcome : static_cast<QWidget*>(m_panes.page));
    m_panes.page->select(m_bookDesk->book());
    updateLibraryVisible();
}

void MainWindow::showBook(BookId book)
{
    if (book == 0)
        showLibrary();
    else
        m_stack->setCurrentWidget(m_bookPage);
    for (QAction* action : std::as_const(m_bookActions))
        action->setEnabled(book != 0);
    const QString title = m_bookDesk->title();
    //: Title of the window. %1 is the title of the open book.
    setWindowTitle(title.isEmpty() ? tr("Longhand") : tr("%1 — Longhand").arg(title));
    if (m_settings && book != 0)
        m_settings->setValue(QStringLiteral("book"), book);
    updateLibraryVisible();
}

void MainWindow::updateLibraryVisible()
{
    const bool books = m_panes.books->rowCount() > 0;
    if (m_stack->currentWidget() == m_welcome && books)
        m_stack->setCurrentWidget(m_panes.page);
    else if (m_stack->currentWidget() == m_panes.page && !books)
        m_stack->setCurrentWidget(m_welcome);
    m_aside->setVisible(m_showLibrary->isChecked() && books &&
                        m_stack->currentWidget() == m_bookPage && width() >= kBooksBeside);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_bookPage != nullptr) // not while the parts are being made
        updateLibraryVisible();
}

void MainWindow::addFiles(const QStringList& paths)
{
    if (const QStringList books = m_modelsDesk->takeModels(paths); !books.isEmpty())
        m_shelfDesk->add(books);
}

void MainWindow::openWelcomeBook()
{
    addFiles({m_options.welcomeBook});
}

void MainWindow::chooseModel()
{
    m_modelsDesk->open();
}

void MainWindow::restore()
{
    if (!m_settings)
        return;
    restoreGeometry(m_settings->value(QStringLiteral("geometry")).toByteArray());
    m_sides->restoreState(m_settings->value(QStringLiteral("sides")).toByteArray());
    m_columns->restoreState(m_settings->value(QStringLiteral("columns")).toByteArray());
    m_aside->restoreState(m_settings->value(QStringLiteral("aside")).toByteArray());
    m_bookDesk->setFirstBook(m_settings->value(QStringLiteral("book"), 0).toLongLong());
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::leave(const QList<JobId>& jobs)
{
    m_leaving = true;
    if (m_settings) {
        QVariantList ids;
        for (const JobId job : jobs)
            ids << job;
        m_settings->setValue(QStringLiteral("goOn"), ids);
    }
    close();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // The end of the desktop's session waits for no answer.
    if (const QList<JobId> jobs = m_jobDesk->atWork();
        !m_leaving && !jobs.isEmpty() && !qGuiApp->isSavingSession()) {
        event->ignore();
        QStringList work;
        for (const JobId job : jobs)
            work << m_panes.queue->line(job);
        askBeforeClosing(this, work, [this, jobs](Leave answer) {
            if (answer == Leave::close)
                leave(jobs);
            else
                showMinimized();
        });
        return;
    }
    if (m_settings) {
        m_settings->setValue(QStringLiteral("geometry"), saveGeometry());
        m_settings->setValue(QStringLiteral("sides"), m_sides->saveState());
        m_settings->setValue(QStringLiteral("columns"), m_columns->saveState());
        m_settings->setValue(QStringLiteral("aside"), m_aside->saveState());
        m_readerDesk->keepPlace();
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList files = filesOf(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    m_overlay->cover(static_cast<int>(files.size()));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_overlay->hide();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_overlay->hide();
    const QStringList files = filesOf(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    addFiles(files);
}

} // namespace longhand::ui
