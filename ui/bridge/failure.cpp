// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/failure.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QHash>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::Failure)
public:
    static QString importing(ErrorKind kind, const QString& subject);
    static QString library(ErrorKind kind);
    static QString model(ErrorKind kind);
    static QString modelFile(ErrorKind kind, const QString& subject);
    static QString fetching(ErrorKind kind, const QString& subject);
    static QString exporting(ErrorKind kind, const QString& subject);
    static QString server(ErrorKind kind);
    static QHash<QString, QString> leftOut();
    static QString general(ErrorKind kind);
    static QString busyBook();
    static QString what(Doing doing, const QString& subject);
    static QHash<QString, QString> warnings();
};

// Import has a sentence of its own for nearly every kind: it is where most things go wrong.
QString Words::importing(ErrorKind kind, const QString& subject)
{
    switch (kind) {
    case ErrorKind::not_found:
        return tr("The file “%1” is no longer there. Check where it is and drop it again.")
            .arg(subject);
    case ErrorKind::unreadable:
        return tr("The file “%1” cannot be opened. Check that you may read it, then drop it again.")
            .arg(subject);
    case ErrorKind::corrupt:
        return tr("Nothing in “%1” could be read: the file is damaged. Fetch a fresh copy and drop "
                  "it again.")
            .arg(subject);
    case ErrorKind::unsupported:
        return tr("Longhand cannot read “%1”. It reads PDF, EPUB, text, Markdown and HTML without "
                  "copy protection; convert the file to one of these.")
            .arg(subject);
    case ErrorKind::locked:
        return tr("“%1” is protected with a password. Enter the password to read it.").arg(subject);
    case ErrorKind::out_of_memory:
        return tr("There is not enough memory or disk space to add “%1”. Free some and drop the "
                  "file again.")
            .arg(subject);
    default:
        return {};
    }
}

QString Words::library(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::unreadable:
        return tr("The folder of the library cannot be written. Check its permissions, or start "
                  "Longhand with --data-dir and another folder.");
    case ErrorKind::corrupt:
        return tr("The library is damaged. The details say where its last backup is; put it in "
                  "place and start again.");
    case ErrorKind::out_of_memory:
        return tr("The disk of the library is full. Free some space and start again.");
    case ErrorKind::busy:
        return tr("Another program is working on the library. Wait until it has finished, then "
                  "try again.");
    default:
        return {};
    }
}

QString Words::model(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::not_found:
        return tr("No language model was found. Choose a model file (GGUF) in the menu "
                  "Assistant, then start again.");
    case ErrorKind::unreadable:
        return tr(
            "The model file cannot be opened. Check that you may read it, or choose another.");
    case ErrorKind::corrupt:
        return tr("The model file is damaged or incomplete. Fetch it again, or choose another.");
    case ErrorKind::unsupported:
        return tr("This version cannot compute this model. Choose another model file.");
    case ErrorKind::out_of_memory:
        return tr("The model does not fit into memory. Close other programs or choose a smaller "
                  "model.");
    default:
        return {};
    }
}

// A file that is looked at, added or checked.
QString Words::modelFile(ErrorKind kind, const QString& subject)
{
    switch (kind) {
    case ErrorKind::not_found:
        return tr("“%1” is no longer there.").arg(subject);
    case ErrorKind::corrupt:
        return tr("“%1” is no model, or it is damaged or cut off. Fetch it again and drop it once "
                  "more.")
            .arg(subject);
    case ErrorKind::unsupported:
        return tr("This version of Longhand cannot compute “%1”. A GGUF file of the Llama family "
                  "with Q8_0, Q4_0, Q4_1 or 16-bit weights works.")
            .arg(subject);
    case ErrorKind::out_of_memory:
        return tr("The disk has no room for “%1”. Free some space, or leave the file where it is.")
            .arg(subject);
    case ErrorKind::invalid:
        return tr("“%1” does not lie in the data folder. Remove it where it is.").arg(subject);
    default:
        return {};
    }
}

QString Words::fetching(ErrorKind kind, const QString& subject)
{
    switch (kind) {
    case ErrorKind::invalid:
        return tr("Longhand is offline, so “%1” was not downloaded. Allow the network in the "
                  "preferences first.")
            .arg(subject);
    case ErrorKind::not_found:
        return tr("The server no longer has the file of “%1”. Look for it on its publisher's page.")
            .arg(subject);
    case ErrorKind::corrupt:
        return tr("What came of “%1” is not what it should be, so it was deleted. Download it "
                  "again.")
            .arg(subject);
    case ErrorKind::unreadable:
        return tr("The download of “%1” broke off. What came is kept; continue when the "
                  "connection is back.")
            .arg(subject);
    case ErrorKind::out_of_memory:
        return tr("The disk has no room for “%1”. Free some space and download it again.")
            .arg(subject);
    case ErrorKind::unsupported:
        return tr("This build of Longhand has no network code. Download “%1” with a browser and "
                  "drop the file here.")
            .arg(subject);
    default:
        return {};
    }
}

QString Words::exporting(ErrorKind kind, const QString& subject)
{
    switch (kind) {
    case ErrorKind::unreadable:
        return tr("“%1” cannot be written. Choose another folder.").arg(subject);
    case ErrorKind::out_of_memory:
        return tr("The disk is full: “%1” was not written. Free some space and export again.")
            .arg(subject);
    case ErrorKind::invalid:
        return tr("“%1” cannot be written in this form. Choose a name that ends in .txt, .md, "
                  ".html or .epub.")
            .arg(subject);
    default:
        return {};
    }
}

QString Words::server(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::invalid:
        return tr("The address or the key cannot be used. An address begins with http:// or "
                  "https://; a key is sent only over https or to this computer.");
    case ErrorKind::unreadable:
    case ErrorKind::corrupt:
        return tr("No server of language models answers at this address. Check the address, and "
                  "that the server is running.");
    case ErrorKind::not_found:
        return tr("The server does not have this model. Leave the field empty to use the first "
                  "that it has.");
    case ErrorKind::unsupported:
        return tr("This build of Longhand has no network code, so it cannot use a server.");
    default:
        return {};
    }
}

// What a model on a server goes without; each is joined behind "With the model ...: ".
QHash<QString, QString> Words::leftOut()
{
    return {{QStringLiteral("study"), tr("the book is not studied")},
            {QStringLiteral("form"), tr("the form of answers is checked, not enforced")},
            {QStringLiteral("kept"), tr("what was read is not kept for the next question")}};
}

QString Words::general(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::not_found:
        return tr("Something it needs is no longer there.");
    case ErrorKind::unreadable:
        return tr("A file could not be read or written.");
    case ErrorKind::corrupt:
        return tr("A file contradicts its own format.");
    case ErrorKind::unsupported:
        return tr("This version, or this model, cannot do it.");
    case ErrorKind::out_of_memory:
        return tr("There is not enough memory or disk space. Free some and continue; what is "
                  "finished is kept.");
    case ErrorKind::cancelled:
        return tr("It was stopped. What is finished is kept.");
    case ErrorKind::invalid:
        return tr("The request makes no sense as it stands.");
    case ErrorKind::locked:
        return tr("A password is missing or wrong.");
    case ErrorKind::busy:
        return tr("Another window or command is working on it. Wait until it has finished, or stop "
                  "it there.");
    case ErrorKind::internal:
        return tr("This is a mistake in Longhand. What is finished is kept; try again, and "
                  "report it with the details if it comes back.");
    }
    return {};
}

QString Words::busyBook()
{
    return tr("Work on this book is not over. Cancel it in the list of jobs (F8), then try again.");
}

QString Words::what(Doing doing, const QString& subject)
{
    switch (doing) {
    case Doing::openingLibrary:
        return tr("The library could not be opened.");
    case Doing::importingFile:
        return tr("“%1” was not added.").arg(subject);
    case Doing::readingBook:
        return tr("The book could not be opened.");
    case Doing::showingPage:
        return tr("This page cannot be shown; its text can still be read.");
    case Doing::removingBook:
        return tr("The book was not removed.");
    case Doing::changingBook:
        return tr("The book was not changed.");
    case Doing::startingJob:
        return tr("The work could not be started.");
    case Doing::working:
        return tr("The work stopped.");
    case Doing::loadingModel:
        return tr("The model could not be loaded.");
    case Doing::exporting:
        return tr("“%1” was not written.").arg(subject);
    case Doing::savingSettings:
        return tr("The settings could not be saved. They hold until you close Longhand.");
    case Doing::readingModel:
        return tr("“%1” could not be read.").arg(subject);
    case Doing::addingModel:
        return tr("“%1” was not added.").arg(subject);
    case Doing::removingModel:
        return tr("“%1” was not removed.").arg(subject);
    case Doing::checkingModel:
        return tr("“%1” could not be checked.").arg(subject);
    case Doing::fetchingModel:
        return tr("“%1” was not downloaded.").arg(subject);
    case Doing::askingServer:
        return tr("The server could not be asked.");
    }
    return {};
}

QHash<QString, QString> Words::warnings()
{
    return {
        {QStringLiteral("loop"), tr("the model repeated itself and was stopped")},
        {QStringLiteral("cut_short"), tr("the answer reached its length limit")},
        {QStringLiteral("retried"), tr("tried more than once")},
        {QStringLiteral("unanswered"), tr("the model could not be asked about all of it")},
        {QStringLiteral("untranslated"), tr("left in the source language")},
        {QStringLiteral("repetition"), tr("repeats itself")},
        {QStringLiteral("length"), tr("unusually long or short")},
        {QStringLiteral("length_unusual"), tr("longer or shorter than usual")},
        {QStringLiteral("refusal"), tr("the model refused")},
        {QStringLiteral("same_as_neighbour"), tr("the same as the segment beside it")},
        {QStringLiteral("empty"), tr("nothing came back")},
        {QStringLiteral("spans"), tr("emphasis or links may be misplaced")},
        {QStringLiteral("numbers"), tr("numbers differ from the source")},
        {QStringLiteral("punctuation"), tr("ends in other punctuation")},
        {QStringLiteral("quotes"), tr("quotation marks differ")},
        {QStringLiteral("brackets"), tr("brackets differ")},
        {QStringLiteral("newlines"), tr("line breaks differ")},
        {QStringLiteral("glossary"), tr("a term of the glossary is missing")},
        {QStringLiteral("language"), tr("in another language")},
        {QStringLiteral("gender"), tr("pronouns against the character sheet")},
        {QStringLiteral("truncated"), tr("not all of the text was read")},
    };
}

QString specific(ErrorKind kind, Doing doing, const QString& subject)
{
    switch (doing) {
    case Doing::removingBook:
    case Doing::changingBook:
        return kind == ErrorKind::busy ? Words::busyBook() : QString();
    case Doing::importingFile:
        return Words::importing(kind, subject);
    case Doing::openingLibrary:
        return Words::library(kind);
    case Doing::loadingModel:
        return Words::model(kind);
    case Doing::readingModel:
    case Doing::addingModel:
    case Doing::removingModel:
    case Doing::checkingModel:
        return Words::modelFile(kind, subject);
    case Doing::fetchingModel:
        return Words::fetching(kind, subject);
    case Doing::exporting:
        return Words::exporting(kind, subject);
    case Doing::askingServer:
        return Words::server(kind);
    default:
        return {};
    }
}

} // namespace

Failure describe(const Error& error, Doing doing, const QString& subject)
{
    Failure failure;
    failure.cancelled = error.kind == ErrorKind::cancelled;
    failure.needsPassword = error.kind == ErrorKind::locked;
    failure.detail = fromUtf8(error.message);
    failure.sentence = specific(error.kind, doing, subject);
    if (failure.sentence.isEmpty())
        failure.sentence =
            Words::what(doing, subject) + QLatin1Char(' ') + Words::general(error.kind);
    return failure;
}

QString warningPhrase(const QString& name)
{
    return Words::warnings().value(name, name);
}

QString leftOutSentence(const QString& model, const QStringList& names)
{
    QStringList parts;
    for (const QString& name : names)
        if (const QString words = Words::leftOut().value(name); !words.isEmpty())
            parts << words;
    if (parts.isEmpty())
        return {};
    //: %1 is a model on a server, %2 what it goes without, such as "the book is not studied; ...".
    return Words::tr("With the model %1 on a server: %2.")
        .arg(model, parts.join(Words::tr("; ", "between parts of a sentence")));
}

QString serverAwaySentence()
{
    return Words::tr("The server has not answered for a long time, so the work stopped. What is "
                     "finished is kept; continue when the server is back.");
}

QString problemSentence(const QString& kind, const QString& fallback, int pages)
{
    if (kind == QLatin1String("no_text"))
        return Words::tr("There is no text to read in this file. If its pages are pictures, run it "
                         "through text recognition and drop the result.");
    if (kind == QLatin1String("scan_pages"))
        return Words::tr("%n page(s) are pictures without text. They are left out; run the file "
                         "through text recognition and drop it again to include them.",
                         nullptr, pages);
    if (kind == QLatin1String("empty_pages"))
        return Words::tr("%n page(s) are empty.", nullptr, pages);
    if (kind == QLatin1String("unreadable_pages"))
        return Words::tr("The text of %n page(s) cannot be decoded. They are left out; another "
                         "copy of the book may help.",
                         nullptr, pages);
    if (kind == QLatin1String("failed_pages"))
        return Words::tr("%n page(s) could not be read. They are left out; another copy of the "
                         "book may help.",
                         nullptr, pages);
    return fallback;
}

} // namespace longhand::ui
