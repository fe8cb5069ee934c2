// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/book_desk.h"

#include "ui/ask/ask_pane.h"
#include "ui/jobs/jobs_model.h"
#include "ui/library/library_pane.h"
#include "ui/reader/reader_pane.h"
#include "ui/shell/book_header.h"
#include "ui/shell/dialogs.h"
#include "ui/summary/summary_pane.h"
#include "ui/translate/translate_pane.h"

#include <QDialog>
#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace longhand::ui {

BookDesk::BookDesk(Assistant& assistant, const Panes& panes, QWidget* window)
    : QObject(window), m_assistant(assistant), m_panes(panes), m_window(window)
{
    connectLibrary();
    connectReader();
}

void BookDesk::connectLibrary()
{
    connect(&m_assistant, &Assistant::booksChanged, this, &BookDesk::booksChanged);
    connect(&m_assistant, &Assistant::importProgressed, m_panes.books,
            &LibraryModel::setImportProgress);
    connect(&m_assistant, &Assistant::importEnded, this, &BookDesk::importEnded);
    connect(&m_assistant, &Assistant::bookOpened, this, &BookDesk::show);
    connect(m_panes.library, &LibraryPane::bookChosen, this, &BookDesk::openBook);
    connect(m_panes.summary, &SummaryPane::exportRequested, this,
            [this] { exportResult(ExportKind::summary); });
    connect(m_panes.ask, &AskPane::exportRequested, this,
            [this] { exportResult(ExportKind::answers); });
    connect(&m_assistant, &Assistant::exported, this, [this](const QString& path, int missing) {
        QString sentence = tr("Written: %1").arg(path);
        if (missing > 0)
            sentence += QStringLiteral(" — ") +
                        tr("%n paragraph(s) stand in the source language", nullptr, missing);
        emit said(sentence);
    });
    connect(&m_assistant, &Assistant::failed, this, [this](const Failure& failure) {
        if (!failure.cancelled)
            emit troubled(failure);
    });
}

void BookDesk::connectReader()
{
    const auto show = [this](const SourceView& source) { m_panes.reader->showSource(source); };
    connect(m_panes.summary, &SummaryPane::sourceActivated, this, show);
    connect(m_panes.ask, &AskPane::sourceActivated, this, show);
    connect(m_panes.summary, &SummaryPane::languageChosen, this, [this] {
        if (m_book != 0)
            m_assistant.openBook(m_book, m_panes.summary->language());
    });
    connect(m_panes.header, &BookHeader::pageRequested, this,
            [this](int page) { m_panes.reader->showPage(page); });
    connect(m_panes.reader, &ReaderPane::pageWanted, this,
            [this](int page, double pixels) { m_assistant.drawPage(m_book, page, pixels); });
    connect(m_panes.reader, &ReaderPane::locateWanted, this,
            [this](const SourceView& source) { m_assistant.locate(m_book, source); });
    connect(&m_assistant, &Assistant::pageReady, this,
            [this](BookId book, int page, double pixels, const QImage& image) {
                if (book == m_book)
                    m_panes.reader->setPageImage(page, pixels, image);
            });
    connect(&m_assistant, &Assistant::pageFailed, this,
            [this](BookId book, int page, const Failure& failure) {
                if (book == m_book)
                    m_panes.reader->setPageFailed(page, failure.sentence);
            });
    connect(&m_assistant, &Assistant::located, this,
            [this](BookId book, const SourceView& source, const QList<MarkView>& marks) {
                if (book == m_book)
                    m_panes.reader->setMarks(source, marks);
            });
}

QString BookDesk::title() const
{
    return m_books.value(m_book).title;
}

QString BookDesk::titleOf(BookId book) const
{
    return m_titles.value(book);
}

void BookDesk::importFiles(const QStringList& paths)
{
    for (const QString& path : paths)
        startImport(path, {});
}

void BookDesk::importAgain(ImportId import)
{
    const QString path = m_paths.take(import);
    m_panes.books->removeImport(import);
    if (!path.isEmpty())
        startImport(path, {});
}

void BookDesk::dismissImport(ImportId import)
{
    m_assistant.cancelImport(import);
    m_panes.books->removeImport(import);
    m_paths.remove(import);
}

void BookDesk::startImport(const QString& path, const QString& password)
{
    const ImportId import = m_assistant.importFile(path, password);
    m_paths.insert(import, path);
    m_panes.books->addImport(import, path);
}

void BookDesk::importEnded(ImportId import, BookId book, bool alreadyThere, const Failure& failure)
{
    if (book == 0) {
        if (failure.cancelled) {
            m_panes.books->removeImport(import);
            m_paths.remove(import);
            return;
        }
        m_panes.books->setImportFailure(import, failure);
        // Of many locked files one asks; the others wait on their cards.
        if (failure.needsPassword && m_window->findChild<QDialog*>() == nullptr)
            askPassword(import);
        return;
    }
    const QString name = QFileInfo(m_paths.take(import)).fileName();
    m_panes.books->removeImport(import);
    if (alreadyThere)
        m_known << name;
    if (m_panes.books->importCount() == 0 && !m_known.isEmpty())
        emit this->alreadyThere(std::exchange(m_known, {}));
    // One of many must not tear a person from what is being read.
    if (m_book == 0 || m_panes.books->importCount() == 0)
        m_wanted = book;
    m_assistant.refreshBooks();
}

void BookDesk::askPassword(ImportId import)
{
    const QString path = m_paths.value(import);
    if (path.isEmpty())
        return;
    askForPassword(m_window, QFileInfo(path).fileName(), [this, import](const QString& password) {
        const QString again = m_paths.take(import);
        m_panes.books->removeImport(import);
        if (!again.isEmpty())
            startImport(again, password);
    });
}

void BookDesk::booksChanged(const QList<BookView>& books)
{
    m_books.clear();
    QHash<BookId, QString> titles;
    for (const BookView& book : books) {
        m_books.insert(book.id, book);
        titles.insert(book.id, book.title);
    }
    m_titles.insert(titles);
    m_panes.books->setBooks(books);
    m_panes.queue->setBookTitles(titles);
    if (m_book != 0 && !m_books.contains(m_book))
        close();
    if (m_book != 0)
        m_panes.header->setBook(m_books.value(m_book));
    BookId next = m_wanted;
    if (m_first && next == 0 && !books.isEmpty() && m_panes.books->importCount() == 0)
        next = books.front().id;
    m_first = false;
    if (next != 0 && m_books.contains(next)) {
        m_wanted = 0;
        m_panes.library->select(next);
        openBook(next); // also where it was selected already
    }
}

void BookDesk::openBook(BookId book)
{
    if (book == 0)
        return;
    if (book == m_asked && book == m_book) {
        emit bookShown(book); // it may lie behind the library
        return;
    }
    m_asked = book;
    m_assistant.openBook(book, m_panes.summary->language());
}

void BookDesk::show(BookId book, const BookContents& contents)
{
    if (book != m_asked)
        return; // another one was chosen meanwhile
    const bool other = book != m_book;
    if (other)
        emit leaving();
    m_book = book;
    m_contents = contents;
    m_panes.summary->setBook(contents.document, contents.summary);
    if (other) {
        m_panes.header->setBook(m_books.value(book));
        m_panes.reader->setDocument(contents.document);
        emit opened(book);
        m_panes.ask->setBook(contents.document, contents.answers);
        m_panes.translate->setBook(contents.document, contents.translations);
    }
    if (m_placed == book) {
        m_placed = 0;
        m_panes.reader->showSource(m_place);
    }
    emit bookShown(book);
}

void BookDesk::close()
{
    emit leaving();
    m_book = 0;
    m_asked = 0;
    m_contents = {};
    m_panes.reader->setDocument({});
    emit opened(0);
    m_panes.summary->setBook({}, {});
    m_panes.ask->setBook({}, {});
    m_panes.translate->setBook({}, {});
    emit bookShown(0);
}

void BookDesk::openAt(BookId book, const SourceView& source)
{
    if (book == m_book) {
        m_panes.reader->showSource(source);
        emit bookShown(book);
        return;
    }
    m_placed = book;
    m_place = source;
    m_panes.library->select(book);
    openBook(book);
}

void BookDesk::reopen(BookId book)
{
    if (book != m_book)
        return;
    m_book = 0;
    m_asked = 0;
    openBook(book);
}

void BookDesk::exportResult(ExportKind kind)
{
    if (m_book == 0)
        return;
    const BookId book = m_book;
    const QString language = m_panes.summary->language();
    const qint64 earlier = m_panes.summary->earlier();
    QString name = title();
    if (kind == ExportKind::summary)
        //: Name of an exported file; %1 is a book's title.
        name = tr("%1 - summary").arg(name);
    else
        //: Name of an exported file; %1 is a book's title.
        name = tr("%1 - questions").arg(name);
    askForExport(m_window, name, [this, book, kind, language, earlier](const QString& path) {
        ExportRequest request;
        request.kind = kind;
        request.path = path;
        request.language = language;
        request.earlier = earlier;
        m_assistant.exportResult(book, request);
    });
}

} // namespace longhand::ui
