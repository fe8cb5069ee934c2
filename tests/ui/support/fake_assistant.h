// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_findings.h"
#include "tests/ui/support/fake_models.h"
#include "tests/ui/support/fake_preferences.h"
#include "tests/ui/support/fake_shelf.h"
#include "tests/ui/support/fake_translations.h"
#include "ui/bridge/assistant.h"

#include <QHash>
#include <QSet>

namespace longhand::ui {

// A page as it would be read: its paragraphs one below the other from (72, 300), a line each, a
// character every 6 points.
PageTextView samplePageText(const BookContents& contents, int page);

// Remembers what the window asked for and says what a test tells it to.
class FakeAssistant : public Assistant {
    Q_OBJECT
public:
    FakeAssistant() { connect(&bookShelf, &Shelf::booksMoved, this, &FakeAssistant::refreshBooks); }
    Shelf& shelf() override { return bookShelf; }
    Findings& findings() override { return found; }
    Models& models() override { return modelFiles; }
    Preferences& preferences() override { return kept; }
    Translations& translations() override { return work; }
    void refreshBooks() override
    {
        QList<BookView> shown = books;
        shown.removeIf([this](const BookView& book) { return bookShelf.bin.contains(book.id); });
        emit booksChanged(shown);
    }
    ImportId importFile(const QString& path, const QString& password) override
    {
        imports.append(path);
        passwords.append(password);
        return imports.size();
    }
    void cancelImport(ImportId import) override { cancelledImports.append(import); }
    void removeBook(BookId book) override
    {
        books.removeIf([book](const BookView& view) { return view.id == book; });
        emit booksChanged(books);
    }
    void openBook(BookId book, const QString& language) override
    {
        opened.append(book);
        openedLanguage = language;
        if (contents.contains(book))
            emit bookOpened(book, contents.value(book));
    }
    void drawPage(BookId book, int page, double pixelsPerPoint) override
    {
        drawn.append(page);
        if (!answersPages)
            return;
        QImage image(QSize(595, 842) * pixelsPerPoint, QImage::Format_RGB32);
        image.fill(Qt::white);
        emit pageReady(book, page, pixelsPerPoint, image);
    }
    void locate(BookId book, const SourceView& source) override
    {
        emit located(book, source, {{source.page, QRectF(72, 300, 400, 14)}});
    }
    void readPageText(BookId book, int page) override
    {
        pagesRead.append(page);
        if (contents.contains(book))
            emit pageTextRead(book, samplePageText(contents.value(book), page));
    }
    void summarise(BookId book, const SummaryRequest& request) override
    {
        summaries.append(request);
        add(JobKind::summarise, book, request.subject());
    }
    void ask(BookId book, const AskRequest& request) override
    {
        questions.append(request);
        add(JobKind::ask, book, request.question);
    }
    void translate(BookId book, const TranslateRequest& request) override
    {
        translateRequests.append(request);
        add(JobKind::translate, book, request.to);
    }
    void pauseJob(JobId job) override { paused.append(job); }
    void resumeJob(JobId job) override { resumed.append(job); }
    void cancelJob(JobId job) override { cancelled.append(job); }
    void removeJob(JobId job) override { removed.append(job); }
    void refreshJobs() override { emit jobsChanged(jobs); }
    void readSegments(BookId book, const QString& from, const QString& to) override
    {
        emit segmentsReady(book, from, to, segments);
    }
    void exportResult(BookId, const ExportRequest& request) override { exports.append(request); }
    [[nodiscard]] QString modelName() const override { return QStringLiteral("Example-1B"); }
    void chooseModel(const QString& path) override { emit modelChanged(path); }
    [[nodiscard]] QStringList knownTranslators(const QString&, const QString&) const override
    {
        return {QStringLiteral("Example-Translator-2B (1.8 GB, Apache-2.0)")};
    }

    FakeShelf bookShelf;
    FakeFindings found;
    FakePreferences kept;
    FakeTranslations work;
    FakeModels modelFiles;
    QList<BookView> books;
    QHash<BookId, BookContents> contents;
    QList<SegmentView> segments;
    QList<JobView> jobs;
    bool answersPages = true;

    QStringList imports, passwords;
    QList<ImportId> cancelledImports;
    QList<BookId> opened;
    QString openedLanguage;
    QList<int> drawn, pagesRead;
    QList<SummaryRequest> summaries;
    QList<AskRequest> questions;
    QList<TranslateRequest> translateRequests;
    QList<ExportRequest> exports;
    QList<JobId> paused, resumed, cancelled, removed;
    JobId lastJob = 0;

private:
    void add(JobKind kind, BookId book, const QString& subject)
    {
        JobView job;
        job.id = ++lastJob;
        job.kind = kind;
        job.book = book;
        emit jobAdded(job, subject);
    }
};

// A book of `chapters` chapters, three paragraphs each; with pages, a chapter a page.
BookView sampleBook(BookId id, int chapters, bool pages);
BookContents sampleContents(const BookView& book);
SourceView sampleSource(const BookContents& contents, int chapter, int paragraph);

} // namespace longhand::ui
