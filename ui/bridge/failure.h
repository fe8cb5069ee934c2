// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace longhand::ui {

// What was being done when it went wrong; together with the error's kind it makes the sentence.
enum class Doing {
    openingLibrary,
    importingFile,
    readingBook,
    showingPage,
    removingBook,
    changingBook, // its title or chapters
    startingJob,
    working, // a summary, an answer, a translation
    loadingModel,
    exporting,
    savingSettings,
    readingModel,
    addingModel,
    removingModel,
    checkingModel,
    fetchingModel,
    askingServer // whether it is there
};

// An Error as a person reads it.
struct Failure {
    QString sentence; // translated: what happened, and what to do
    QString detail;   // the log's English line with file, offset, found and expected; may be empty
    bool cancelled = false; // the person asked for it: nothing to show
    bool needsPassword = false;
};

// `subject` names the thing (a file's or book's name) and is quoted in the sentence.
Failure describe(const Error& error, Doing doing, const QString& subject = {});

// Stable names of warnings ("loop", "untranslated") as short translated phrases. An unknown name
// is shown as it is.
QString warningPhrase(const QString& name);

// What a model on a server goes without ("study", "form", "kept": tasks::left_out), as one sentence
// with the model's name; empty when nothing is left out.
QString leftOutSentence(const QString& model, const QStringList& names);
// Why work that a server did stopped, when it did not answer for too long.
QString serverAwaySentence();

// The sentence of a problem with a file, by its stable kind; `fallback` (the English sentence of
// the reader) where the kind is not known here.
QString problemSentence(const QString& kind, const QString& fallback, int pages);

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::Failure)
