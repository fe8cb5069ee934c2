// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/failure.h"
#include "ui/bridge/translation_views.h"

#include <QObject>

namespace longhand::ui {

// What a person does to translations beside starting them: correcting, the glossary, chapters of a
// running one, several books in a row. Lives on the GUI thread; every call returns at once, answers
// come as signals, failures as `failed`.
class Translations : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // --- segments: each change is saved, checked again and comes back as segmentsChanged ---------
    virtual void edit(const TranslationId& id, PlaceView place, const QString& target) = 0;
    virtual void setLocked(const TranslationId& id, const QList<PlaceView>& places, bool locked) = 0;
    virtual void replaceAll(const TranslationId& id, const ReplaceRequest& request) = 0;
    // The last edit, lock or replacement of this session, as one. -> segmentsChanged, undoChanged
    virtual void undo(const TranslationId& id) = 0;
    virtual void readHistory(const TranslationId& id, PlaceView place) = 0; // -> historyRead
    // The version of that number in the history, counted from 0, becomes the current one again.
    virtual void takeBack(const TranslationId& id, PlaceView place, int version) = 0;
    // In between two segments of what runs. -> segmentsChanged, and retranslated exactly once.
    virtual void retranslate(const TranslationId& id, PlaceView place,
                             const QString& instruction) = 0;

    // --- words a person selected while reading, in between two segments of what runs -------------
    // Nothing of it is kept; an empty `from` is the book's language. -> passageWritten*, then
    // passageTranslated once. A new passage takes the place of the one before it, which is then
    // heard of no more; so is one that is left.
    virtual void translatePassage(const TranslationId& id, const QString& passage) = 0;
    virtual void leavePassage() = 0;

    // --- glossary and characters; every call answers with termsRead ------------------------------
    virtual void readTerms(const TranslationId& id) = 0;
    virtual void findTerms(const TranslationId& id) = 0; // -> termsProgressed* first
    virtual void saveTerms(const TranslationId& id, const QList<TermView>& terms) = 0;
    virtual void removeTerms(const TranslationId& id, const QStringList& sources) = 0;
    virtual void importTerms(const TranslationId& id, const QString& path) = 0; // -> said
    virtual void exportTerms(const TranslationId& id, const QString& path) = 0; // -> said

    // --- jobs -----------------------------------------------------------------------------------
    virtual void skipChapter(JobId job, int chapter) = 0;
    virtual void stopAfterChapter(JobId job, bool stop) = 0;
    virtual void estimate(const QList<BookId>& books, const QString& to) = 0; // -> estimated
    virtual void startBatch(const QList<BookId>& books, const QString& to) = 0;

signals:
    void segmentsChanged(const longhand::ui::TranslationId& id,
                         const QList<longhand::ui::SegmentView>& segments);
    void replaced(const longhand::ui::TranslationId& id, int segments);
    void undoChanged(const longhand::ui::TranslationId& id, int steps); // how many can be undone
    // Oldest first, the current one last.
    void historyRead(const longhand::ui::TranslationId& id, longhand::ui::PlaceView place,
                     const QList<longhand::ui::SegmentView>& versions);
    // An empty sentence: it went well.
    void retranslated(const longhand::ui::TranslationId& id, longhand::ui::PlaceView place,
                      const QString& sentence);
    void passageWritten(const QString& piece); // as the model writes
    // The whole translation, or a sentence that says why there is none.
    void passageTranslated(const QString& text, const QString& sentence);
    void termsRead(const longhand::ui::TranslationId& id,
                   const QList<longhand::ui::TermView>& terms);
    void termsProgressed(const longhand::ui::TranslationId& id,
                         const longhand::ui::ProgressView& progress);
    void estimated(const longhand::ui::BatchView& estimate);
    void said(const QString& sentence); // for the status bar
    void failed(const longhand::ui::Failure& failure);
};

} // namespace longhand::ui
