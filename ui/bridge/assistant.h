// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/failure.h"
#include "ui/bridge/findings.h"
#include "ui/bridge/model.h"
#include "ui/bridge/models.h"
#include "ui/bridge/preferences.h"
#include "ui/bridge/shelf.h"
#include "ui/bridge/translations.h"

#include <QImage>
#include <QObject>

namespace longhand::ui {

using ImportId = qint64;

// The program as the window sees it: one seam between what is shown and what does the work.
// LocalAssistant is the real one; tests recite. Lives on the GUI thread. Every call returns at
// once; answers come as signals on the GUI thread, failures as `failed` unless said otherwise.
class Assistant : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // --- the library ---------------------------------------------------------------------------
    virtual void refreshBooks() = 0; // -> booksChanged
    // -> importProgressed*, then importEnded exactly once. The id is valid at once.
    virtual ImportId importFile(const QString& path, const QString& password) = 0;
    virtual void cancelImport(ImportId import) = 0;
    virtual void removeBook(BookId book) = 0; // -> booksChanged
    // -> bookOpened; `language` is that of the summary, empty: the book's.
    virtual void openBook(BookId book, const QString& language) = 0;

    // What else there is to ask for; each lives as long as this.
    virtual Shelf& shelf() = 0;               // books as things on a shelf
    virtual Findings& findings() = 0;         // earlier summaries, the conversation, copies
    virtual Models& models() = 0;             // those that are here and those one could get
    virtual Preferences& preferences() = 0;   // what a person set
    virtual Translations& translations() = 0; // corrections, glossary, several books in a row

    // --- reading -------------------------------------------------------------------------------
    // -> pageReady or pageFailed. Pixels for a point: 1.0 is 72 dpi.
    virtual void drawPage(BookId book, int page, double pixelsPerPoint) = 0;
    virtual void locate(BookId book, const SourceView& source) = 0; // -> located
    virtual void readPageText(BookId book, int page) = 0;           // -> pageTextRead

    // --- jobs ----------------------------------------------------------------------------------
    // -> jobAdded, or jobRefused. The book's name is for the sentences.
    virtual void summarise(BookId book, const SummaryRequest& request) = 0;
    virtual void ask(BookId book, const AskRequest& request) = 0;
    virtual void translate(BookId book, const TranslateRequest& request) = 0;
    virtual void pauseJob(JobId job) = 0;
    virtual void resumeJob(JobId job) = 0;
    virtual void cancelJob(JobId job) = 0;
    virtual void removeJob(JobId job) = 0; // a finished one, from the list
    virtual void refreshJobs() = 0;        // -> jobsChanged

    // --- results -------------------------------------------------------------------------------
    // -> segmentsReady
    virtual void readSegments(BookId book, const QString& from, const QString& to) = 0;
    virtual void exportResult(BookId book, const ExportRequest& request) = 0; // -> exported

    // --- the model -----------------------------------------------------------------------------
    [[nodiscard]] virtual QString modelName() const = 0;
    virtual void chooseModel(const QString& path) = 0; // -> modelChanged
    // Known models that translate between the two, described with size, licence and memory.
    [[nodiscard]] virtual QStringList knownTranslators(const QString& from,
                                                       const QString& to) const = 0;

signals:
    void booksChanged(const QList<longhand::ui::BookView>& books);
    void importProgressed(longhand::ui::ImportId import,
                          const longhand::ui::ProgressView& progress);
    // `book` is 0 when it failed; then `failure` says why.
    void importEnded(longhand::ui::ImportId import, longhand::ui::BookId book, bool alreadyThere,
                     const longhand::ui::Failure& failure);
    void bookOpened(longhand::ui::BookId book, const longhand::ui::BookContents& contents);
    void pageReady(longhand::ui::BookId book, int page, double pixelsPerPoint, const QImage& image);
    void pageFailed(longhand::ui::BookId book, int page, const longhand::ui::Failure& failure);
    void located(longhand::ui::BookId book, const longhand::ui::SourceView& source,
                 const QList<longhand::ui::MarkView>& marks);
    void pageTextRead(longhand::ui::BookId book, const longhand::ui::PageTextView& text);

    void jobsChanged(const QList<longhand::ui::JobView>& jobs);
    void jobAdded(const longhand::ui::JobView& job, const QString& subject); // question or language
    void jobRefused(longhand::ui::JobKind kind, longhand::ui::BookId book,
                    const longhand::ui::Failure& failure);
    // The running jobs, thinned as JobEvents says; `jobEnded` exactly once a start.
    void jobStarted(longhand::ui::JobId job);
    void jobLeftOut(longhand::ui::JobId job, const QString& sentence); // what its model cannot do
    void jobProgressed(longhand::ui::JobId job, const longhand::ui::ProgressView& progress,
                       qint64 unitsDone, qint64 unitsTotal);
    void jobText(longhand::ui::JobId job, int chapter, const QString& piece);
    void chapterSummarised(longhand::ui::JobId job, longhand::ui::BookId book,
                           const longhand::ui::ChapterSummaryView& summary);
    void bookSummarised(longhand::ui::JobId job, longhand::ui::BookId book,
                        const longhand::ui::SummaryView& summary);
    void answered(longhand::ui::JobId job, longhand::ui::BookId book,
                  const longhand::ui::AnswerView& answer);
    void segmentStarted(longhand::ui::JobId job, longhand::ui::BookId book,
                        const longhand::ui::SegmentView& segment);
    void segmentTranslated(longhand::ui::JobId job, longhand::ui::BookId book,
                           const longhand::ui::SegmentView& segment);
    void jobEnded(longhand::ui::JobId job, const longhand::ui::JobEnd& end);

    void segmentsReady(longhand::ui::BookId book, const QString& from, const QString& to,
                       const QList<longhand::ui::SegmentView>& segments);
    void exported(const QString& path, int untranslated);
    void modelChanged(const QString& name);
    void failed(const longhand::ui::Failure& failure);
};

} // namespace longhand::ui
