// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shelf_desk.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/library/chapter_editor.h"
#include "ui/library/library_page.h"
#include "ui/library/library_pane.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/disk_dialog.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>

namespace longhand::ui {
namespace {

constexpr int kNoticeMs = 20'000;

} // namespace

ShelfDesk::ShelfDesk(Assistant& assistant, const Panes& panes, BookDesk& books, QWidget* window)
    : QObject(window), m_assistant(assistant), m_shelf(assistant.shelf()), m_panes(panes),
      m_books(books), m_window(window)
{
    m_forget.setSingleShot(true);
    m_forget.setInterval(kNoticeMs);
    connect(&m_forget, &QTimer::timeout, m_panes.notice, &Banner::clear);
    connectShelf();
    connectPanes();
    m_shelf.emptyBin();
}

void ShelfDesk::connectShelf()
{
    connect(&m_shelf, &Shelf::searched, m_panes.page, &LibraryPage::setHits);
    connect(&m_shelf, &Shelf::filesFound, this, &ShelfDesk::filesFound);
    connect(&m_shelf, &Shelf::binned, this, [this](BookId book) {
        m_binned.append(book);
        offerUndo();
    });
    connect(&m_shelf, &Shelf::patternTried, this,
            [this](BookId book, const QString& pattern, const QList<ChapterStartView>& starts) {
                if (m_editor && book == m_edited)
                    m_editor->showFitting(pattern, starts);
            });
    connect(&m_shelf, &Shelf::chaptersRead, this,
            [this](BookId book, const QList<ChapterStartView>& starts) {
                if (m_editor && book == m_edited)
                    m_editor->setStarts(starts);
            });
    connect(&m_shelf, &Shelf::chaptersSet, this, [this](BookId book) {
        if (m_editor && book == m_edited)
            m_editor->accept();
        m_books.reopen(book);
        note(tr("The chapters are saved."));
    });
    connect(&m_shelf, &Shelf::failed, this, [this](const Failure& failure) {
        if (m_editor)
            m_editor->showFailure(failure.sentence, failure.detail);
        else
            emit m_books.troubled(failure);
    });
    connect(&m_assistant, &Assistant::bookOpened, this,
            [this](BookId book, const BookContents&) {
                if (book == m_wantsEditor)
                    editChapters(book);
            });
    connect(&m_assistant, &Assistant::booksChanged, this, [this](const QList<BookView>& books) {
        QHash<BookId, QString> titles;
        for (const BookView& book : books)
            titles.insert(book.id, book.title);
        m_panes.page->setTitles(titles);
    });
    connect(&m_books, &BookDesk::alreadyThere, this, [this](const QStringList& names) {
        note(names.size() == 1 ? tr("“%1” was already in the library.").arg(names.front())
                               : tr("%n file(s) were already in the library.", nullptr,
                                    static_cast<int>(names.size())));
    });
}

void ShelfDesk::connectPanes()
{
    connect(m_panes.page, &LibraryPage::searchRequested, &m_shelf, &Shelf::search);
    connect(m_panes.page, &LibraryPage::bookActionRequested, this, &ShelfDesk::act);
    connect(m_panes.page, &LibraryPage::importActionRequested, this, &ShelfDesk::actOnFile);
    connect(m_panes.page, &LibraryPage::addFilesRequested, this,
            [this] { askForFiles(m_window, [this](const QStringList& paths) { add(paths); }); });
    connect(m_panes.page, &LibraryPage::addFolderRequested, this,
            [this] { askForFolder(m_window, [this](const QString& path) { add({path}); }); });
    connect(m_panes.page, &LibraryPage::hitChosen, this,
            [this](const HitView& hit) { m_books.openAt(hit.book, hit.source); });
    connect(m_panes.library, &LibraryPane::addRequested, this,
            [this] { askForFiles(m_window, [this](const QStringList& paths) { add(paths); }); });
    connect(m_panes.library, &LibraryPane::bookActionRequested, this, &ShelfDesk::act);
    connect(m_panes.library, &LibraryPane::importActionRequested, this, &ShelfDesk::actOnFile);
}

void ShelfDesk::note(const QString& sentence)
{
    m_panes.notice->say(sentence, {}, Banner::Mood::note);
    connect(m_panes.notice->addButton(tr("Hide")), &QPushButton::clicked, m_panes.notice,
            &Banner::clear);
    m_forget.start();
}

void ShelfDesk::add(const QStringList& paths)
{
    if (!paths.isEmpty())
        m_shelf.findFiles(paths);
}

void ShelfDesk::filesFound(const FoundFilesView& found)
{
    m_books.importFiles(found.files);
    QStringList sentences;
    if (found.files.isEmpty())
        sentences << tr("No books were found there. Longhand reads PDF, EPUB, text, Markdown and "
                        "HTML.");
    else if (found.others > 0 || found.files.size() > 3)
        sentences << tr("Adding %n book(s).", nullptr, static_cast<int>(found.files.size()));
    if (found.others > 0)
        sentences << tr("%n other file(s) were left out.", nullptr, found.others);
    if (found.unreadable > 0)
        sentences << tr("%n folder(s) could not be opened.", nullptr, found.unreadable);
    if (found.cut)
        sentences << tr("There were more; drop the rest afterwards.");
    if (!sentences.isEmpty())
        note(sentences.join(QLatin1Char(' ')));
}

void ShelfDesk::act(BookAction action, const QList<BookId>& books)
{
    if (books.isEmpty())
        return;
    switch (action) {
    case BookAction::open:
        m_books.openBook(books.front());
        return;
    case BookAction::rename:
        rename(books.front());
        return;
    case BookAction::chapters:
        editChapters(books.front());
        return;
    case BookAction::disk:
        (new DiskDialog(m_shelf, books.front(), m_books.titleOf(books.front()), m_window))->open();
        return;
    case BookAction::translate: // the desk of translations listens too
        return;
    case BookAction::remove:
        remove(books);
        return;
    }
}

void ShelfDesk::actOnFile(ImportAction action, ImportId import)
{
    switch (action) {
    case ImportAction::password:
        m_books.askPassword(import);
        return;
    case ImportAction::again:
        m_books.importAgain(import);
        return;
    case ImportAction::folder: {
        const QString folder = QFileInfo(m_books.pathOf(import)).absolutePath();
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
        return;
    }
    case ImportAction::dismiss:
        m_books.dismissImport(import);
        return;
    }
}

void ShelfDesk::remove(const QList<BookId>& books)
{
    m_binned.clear();
    for (const BookId book : books)
        m_shelf.putIntoBin(book);
}

void ShelfDesk::offerUndo()
{
    const int count = static_cast<int>(m_binned.size());
    const QString sentence =
        count == 1 ? tr("“%1” was removed, with everything made from it.")
                         .arg(m_books.titleOf(m_binned.front()))
                   : tr("%n book(s) were removed, with everything made from them.", nullptr, count);
    m_panes.notice->say(sentence, {}, Banner::Mood::note);
    QPushButton* undo = m_panes.notice->addButton(tr("Undo"));
    undo->setObjectName(QStringLiteral("undoRemoval"));
    connect(undo, &QPushButton::clicked, this, [this] {
        m_panes.notice->clear();
        for (const BookId book : std::exchange(m_binned, {}))
            m_shelf.takeFromBin(book);
    });
    connect(m_panes.notice->addButton(tr("Hide")), &QPushButton::clicked, m_panes.notice,
            &Banner::clear);
    m_forget.start();
}

void ShelfDesk::rename(BookId book)
{
    askForName(m_window, m_books.titleOf(book),
               [this, book](const QString& title) { m_shelf.rename(book, title); });
}

void ShelfDesk::editChapters(BookId book)
{
    if (m_books.book() != book || m_books.contents().document == nullptr) {
        m_wantsEditor = book; // its text comes with the open book
        m_books.openBook(book);
        return;
    }
    m_wantsEditor = 0;
    m_edited = book;
    m_editor = new ChapterEditor(m_books.contents().document, m_books.titleOf(book), m_window);
    connect(m_editor, &ChapterEditor::patternWanted, this,
            [this, book](const QString& pattern) { m_shelf.tryPattern(book, pattern); });
    connect(m_editor, &ChapterEditor::saveRequested, this,
            [this, book](const QList<ChapterStartView>& starts) {
                m_shelf.setChapters(book, starts);
            });
    m_editor->open();
    m_shelf.readChapters(book);
}

} // namespace longhand::ui
