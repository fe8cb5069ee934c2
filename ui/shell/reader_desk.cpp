// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reader_desk.h"

#include "ui/ask/ask_pane.h"
#include "ui/common/format.h"
#include "ui/reader/contents_pane.h"
#include "ui/reader/passage_bar.h"
#include "ui/shell/book_desk.h"
#include "ui/translate/translate_pane.h"

#include <QSettings>

namespace longhand::ui {
namespace {

QString keyOf(BookId book)
{
    return QStringLiteral("places/%1").arg(book);
}

// Four numbers; a line that is anything else was not written by us and is no place.
std::optional<ReadingPlace> placeOf(const QString& line)
{
    const QStringList parts = line.split(QLatin1Char(' '));
    if (parts.size() != 4)
        return std::nullopt;
    return ReadingPlace{parts.at(0) == QLatin1String("pages"), parts.at(1).toInt(),
                        parts.at(2).toInt(), parts.at(3).toInt()};
}

QString lineOf(const ReadingPlace& place)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(place.pages ? QStringLiteral("pages") : QStringLiteral("text"))
        .arg(place.page)
        .arg(place.chapter)
        .arg(place.paragraph);
}

} // namespace

ReaderDesk::ReaderDesk(Assistant& assistant, const Panes& panes, BookDesk& books,
                       QSettings* settings, QObject* parent)
    : QObject(parent), m_assistant(assistant), m_panes(panes), m_books(books), m_settings(settings)
{
    connectPages();
    connectPassages();
}

void ReaderDesk::connectPages()
{
    ReaderPane* reader = m_panes.reader;
    connect(reader, &ReaderPane::pageTextWanted, this,
            [this](int page) { m_assistant.readPageText(m_books.book(), page); });
    connect(&m_assistant, &Assistant::pageTextRead, this,
            [this, reader](BookId book, const PageTextView& text) {
                if (book == m_books.book())
                    reader->setPageText(text);
            });
    connect(&m_books, &BookDesk::leaving, this, &ReaderDesk::keepPlace);
    connect(&m_books, &BookDesk::opened, this, &ReaderDesk::opened);
    connect(m_panes.contents, &ContentsPane::chapterChosen, reader, &ReaderPane::goToChapter);
    connect(reader, &ReaderPane::chapterShown, m_panes.contents, &ContentsPane::setCurrent);
    connect(reader, &ReaderPane::said, this, &ReaderDesk::said);
}

void ReaderDesk::connectPassages()
{
    ReaderPane* reader = m_panes.reader;
    connect(reader, &ReaderPane::askRequested, this, [this](const SourceView& passage) {
        emit questionsWanted();
        m_panes.ask->askAbout(passage);
    });
    connect(reader, &ReaderPane::explainRequested, this, [this](const SourceView& passage) {
        emit questionsWanted();
        m_panes.ask->explain(passage);
    });
    Translations& work = m_assistant.translations();
    PassageBar* bar = &reader->passageBar();
    connect(reader, &ReaderPane::translateRequested, this,
            [this, bar, &work](const SourceView& passage) {
                TranslationId id = m_panes.translate->id();
                id.book = m_books.book();
                bar->beginTranslation(languageName(id.to));
                work.translatePassage(id, passage.quote);
            });
    connect(&work, &Translations::passageWritten, bar, &PassageBar::addTranslation);
    connect(&work, &Translations::passageTranslated, bar, &PassageBar::endTranslation);
    connect(bar, &PassageBar::translationClosed, this, [&work] { work.leavePassage(); });
}

void ReaderDesk::keepPlace()
{
    if (m_open == 0 || m_panes.reader->book() != m_open)
        return;
    const ReadingPlace place = m_panes.reader->place();
    m_places.insert(m_open, place);
    if (m_settings != nullptr)
        m_settings->setValue(keyOf(m_open), lineOf(place));
}

void ReaderDesk::opened(BookId book)
{
    m_open = book;
    m_panes.contents->setDocument(m_books.contents().document);
    m_panes.contents->setCurrent(m_panes.reader->currentChapter());
    std::optional<ReadingPlace> place;
    if (m_places.contains(book))
        place = m_places.value(book);
    else if (m_settings != nullptr)
        place = placeOf(m_settings->value(keyOf(book)).toString());
    if (place)
        m_panes.reader->showPlace(*place);
}

} // namespace longhand::ui
