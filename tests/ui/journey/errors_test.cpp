// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever goes wrong is said in the window's language, where it went wrong.
#include "tests/ui/journey/journey_fixture.h"
#include "ui/library/library_model.h"

#include <QLabel>
#include <QTabWidget>
#include <QTextBrowser>

namespace longhand::ui {
namespace {

constexpr std::array kKinds{ErrorKind::not_found,   ErrorKind::unreadable,    ErrorKind::corrupt,
                            ErrorKind::unsupported, ErrorKind::out_of_memory, ErrorKind::invalid,
                            ErrorKind::busy,        ErrorKind::internal};

// Everything that can be read in the widget.
QString wordsOf(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible())
            words << label->text();
    for (const QTextBrowser* text : widget.findChildren<QTextBrowser*>())
        if (text->isVisible())
            words << text->toPlainText();
    return words.join(QLatin1Char('\n'));
}

TEST_P(Journey, WhyAFileWasNotAddedStandsOnItsCard)
{
    open(1, true);
    for (const ErrorKind kind : kKinds) {
        window->addFiles({QStringLiteral("/tmp/odd.pdf")});
        const Failure failure =
            describe({kind, "odd.pdf: offset 7"}, Doing::importingFile, QStringLiteral("odd.pdf"));
        expectSpoken(failure.sentence);
        emit assistant.importEnded(assistant.imports.size(), 0, false, failure);
        const auto* books = window->findChild<LibraryModel*>();
        const Card card = books->index(static_cast<int>(assistant.imports.size()) - 1, 0)
                              .data(LibraryModel::CardRole)
                              .value<Card>();
        EXPECT_EQ(card.warning(), failure.sentence);
    }
}

TEST_P(Journey, WhyAJobStoppedStandsInItsPane)
{
    dropABook(true);
    struct Work {
        const char* keys;
        const char* pane;
    };
    for (const Work& work :
         {Work{"Ctrl+Shift+S", "summaryPane"}, Work{"Ctrl+5", "translatePane"}}) {
        for (const ErrorKind kind : kKinds) {
            trigger(QLatin1String(work.keys));
            if (QLatin1String(work.pane) == QLatin1String("translatePane"))
                press("translate");
            const JobId job = assistant.lastJob;
            emit assistant.jobStarted(job);
            const Failure failure = describe({kind, "line 9"}, Doing::working);
            expectSpoken(failure.sentence);
            JobEnd end;
            end.state = JobState::failed;
            end.sentence = failure.sentence;
            emit assistant.jobEnded(job, end);
            EXPECT_TRUE(wordsOf(*child(work.pane)).contains(failure.sentence))
                << work.pane << ": " << failure.sentence.toStdString();
        }
    }
}

TEST_P(Journey, WhatTheProgramCannotDoIsSaidAcrossTheTop)
{
    open(1, true);
    for (const Doing doing : {Doing::openingLibrary, Doing::readingBook, Doing::removingBook,
                              Doing::changingBook, Doing::loadingModel, Doing::exporting})
        for (const ErrorKind kind : kKinds) {
            const Failure failure = describe({kind, "line 9"}, doing, QStringLiteral("a.epub"));
            expectSpoken(failure.sentence);
            emit assistant.failed(failure);
            EXPECT_TRUE(wordsOf(*window).contains(failure.sentence))
                << failure.sentence.toStdString();
        }
}

TEST_P(Journey, EveryWarningOfATranslationHasItsWords)
{
    for (const char* name : {"loop",           "cut_short",  "retried",
                             "untranslated",   "repetition", "length",
                             "length_unusual", "refusal",    "same_as_neighbour",
                             "empty",          "spans",      "numbers",
                             "punctuation",    "quotes",     "brackets",
                             "newlines",       "glossary",   "language",
                             "gender",         "truncated"})
        expectSpoken(warningPhrase(QLatin1String(name)));
    for (const char* kind :
         {"no_text", "scan_pages", "empty_pages", "unreadable_pages", "failed_pages"})
        for (const int pages : {1, 12})
            expectSpoken(problemSentence(QLatin1String(kind), {}, pages));
}

} // namespace
} // namespace longhand::ui
