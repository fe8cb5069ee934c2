// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_assistant.h"

#include "app/jobs/importer.h"
#include "app/models/catalogue.h"
#include "ui/bridge/export_job.h"
#include "ui/bridge/page_text.h"
#include "ui/bridge/text.h"
#include "ui/bridge/views.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace longhand::ui {
namespace {

constexpr int kWatchIntervalMs = 3000;

tasks::SummaryLength lengthOf(SummaryLength length)
{
    switch (length) {
    case SummaryLength::brief:
        return tasks::SummaryLength::brief;
    case SummaryLength::medium:
        return tasks::SummaryLength::medium;
    case SummaryLength::extended:
        return tasks::SummaryLength::extended;
    }
    return tasks::SummaryLength::medium;
}

tasks::Audience audienceOf(Audience audience)
{
    switch (audience) {
    case Audience::general:
        return tasks::Audience::general;
    case Audience::expert:
        return tasks::Audience::expert;
    case Audience::young:
        return tasks::Audience::young;
    }
    return tasks::Audience::general;
}

std::vector<library::Source> sourcesOf(const QList<SourceView>& views)
{
    std::vector<library::Source> sources;
    for (const SourceView& view : views)
        sources.push_back(
            {{static_cast<std::uint32_t>(view.chapter), static_cast<std::uint32_t>(view.paragraph),
              view.beginByte, view.endByte},
             toUtf8(view.quote),
             static_cast<std::uint32_t>(std::max(view.page, 0)),
             toUtf8(view.pageLabel)});
    return sources;
}

template <class Out, class In> QList<Out> viewAll(const std::vector<In>& items)
{
    QList<Out> list;
    list.reserve(static_cast<qsizetype>(items.size()));
    for (const In& item : items)
        list.append(view(item));
    return list;
}

Result<BookContents> readContents(library::Library& library, BookId book,
                                  const std::string& language)
{
    BookContents contents;
    TRY(const auto document, library.document(book));
    contents.document = view(book, *document);
    TRY(const auto summary, readSummary(library, book, document->language, language));
    if (summary)
        contents.summary = view(*summary);
    TRY(const auto answers, library.answers(book));
    contents.answers = viewAll<AnswerView>(answers);
    TRY(const auto translations, library.translations(book));
    for (const auto& [key, state] : translations)
        contents.translations.append(view(key, state));
    return contents;
}

} // namespace

LocalAssistant::LocalAssistant(Wiring wiring, QObject* parent)
    : Assistant(parent), m_wiring(std::move(wiring)), m_pages(m_wiring.ingest),
      m_jobs(m_wiring.jobs, m_wiring.model), m_store(m_wiring.dataDir),
      m_importer(m_wiring.dataDir), m_exporter(m_wiring.dataDir), m_shelf(m_wiring.dataDir),
      m_findings(m_wiring.dataDir), m_preferences(m_wiring.settings, m_wiring.dataDir),
      m_translations(m_wiring.dataDir, m_jobs), m_models(m_wiring.dataDir, m_preferences)
{
    connect(&m_pages, &PageDesk::ready, this, &Assistant::pageReady);
    connect(&m_pages, &PageDesk::failed, this, &Assistant::pageFailed);
    connect(&m_shelf, &Shelf::booksMoved, this, [this] {
        refreshBooks();
        refreshJobs();
    });
    connectJobs();
}

void LocalAssistant::connectJobs()
{
    JobEvents* events = &m_jobs.events();
    connect(events, &JobEvents::started, this, &Assistant::jobStarted);
    connect(events, &JobEvents::leftOut, this, &Assistant::jobLeftOut);
    connect(events, &JobEvents::progressed, this, &Assistant::jobProgressed);
    connect(events, &JobEvents::textPiece, this, &Assistant::jobText);
    connect(events, &JobEvents::chapterSummarised, this, &Assistant::chapterSummarised);
    connect(events, &JobEvents::bookSummarised, this, &Assistant::bookSummarised);
    connect(events, &JobEvents::answered, this, &Assistant::answered);
    connect(events, &JobEvents::segmentStarted, this, &Assistant::segmentStarted);
    connect(events, &JobEvents::segmentTranslated, this, &Assistant::segmentTranslated);
    connect(events, &JobEvents::ended, this, &Assistant::jobEnded);
    connect(events, &JobEvents::ended, this, [this](JobId job) { m_live.remove(job); });
    connect(&m_jobs, &JobControl::added, this, [this](const JobView& job, const QString& subject) {
        m_live.insert(job.id);
        emit jobAdded(job, subject);
    });
    connect(&m_jobs, &JobControl::refused, this, &Assistant::jobRefused);
    connect(&m_jobs, &JobControl::failed, this, &Assistant::failed);
    connect(&m_jobs, &JobControl::modelUsed, this, [this] {
        refreshJobs();
        emit modelChanged(modelName());
    });
}

template <class Read, class Show>
void LocalAssistant::withLibrary(LibraryDesk& desk, Doing doing, const QString& subject, Read read,
                                 Show show)
{
    desk.run(this, doing, subject, std::move(read), std::move(show),
             [this](const Failure& failure) { emit failed(failure); });
}

void LocalAssistant::refreshBooks()
{
    withLibrary(
        m_store, Doing::openingLibrary, {},
        [](library::Library& library, const std::stop_token&) { return library.books(); },
        [this](const std::vector<library::Book>& books) {
            const auto views = viewAll<BookView>(books);
            for (const BookView& book : views)
                m_pages.setSource(book.id, book.source);
            emit booksChanged(views);
        });
}

ImportId LocalAssistant::importFile(const QString& path, const QString& password)
{
    const ImportId import = ++m_lastImport;
    ingest::Options options = m_wiring.ingest;
    options.password = toUtf8(password);
    ProgressSink progress = m_importer.progressTo(
        this, [this, import](const ProgressView& shown) { emit importProgressed(import, shown); });
    Task task = m_importer.run(
        this,
        [path, options, progress](library::Library& library, const std::stop_token& stop) {
            return jobs::import_file(toPath(path), options, library, progress, stop);
        },
        [this, import, path, password](const Result<library::Added>& added) {
            m_imports.remove(import);
            if (!added.ok()) {
                emit importEnded(
                    import, 0, false,
                    describe(added.error(), Doing::importingFile, QFileInfo(path).fileName()));
                return;
            }
            if (!password.isEmpty())
                m_pages.setPassword(added.value().book, password);
            emit importEnded(import, added.value().book, added.value().already_there, {});
        });
    m_imports.insert(import, task);
    return import;
}

void LocalAssistant::cancelImport(ImportId import)
{
    if (const auto task = m_imports.find(import); task != m_imports.end())
        task->cancel();
}

void LocalAssistant::removeBook(BookId book)
{
    withLibrary(
        m_store, Doing::removingBook, {},
        [book](library::Library& library, const std::stop_token&) { return library.remove(book); },
        [this] { refreshBooks(); });
}

void LocalAssistant::openBook(BookId book, const QString& language)
{
    withLibrary(
        m_store, Doing::readingBook, {},
        [book, language = toUtf8(language)](library::Library& library, const std::stop_token&) {
            return readContents(library, book, language);
        },
        [this, book](const BookContents& contents) { emit bookOpened(book, contents); });
}

void LocalAssistant::drawPage(BookId book, int page, double pixelsPerPoint)
{
    m_pages.draw(book, page, pixelsPerPoint);
}

void LocalAssistant::locate(BookId book, const SourceView& source)
{
    const document::TextRange range{
        static_cast<std::uint32_t>(source.chapter), static_cast<std::uint32_t>(source.paragraph),
        static_cast<std::uint32_t>(source.beginByte), static_cast<std::uint32_t>(source.endByte)};
    withLibrary(
        m_store, Doing::showingPage, {},
        [book, range](library::Library& library, const std::stop_token&) {
            return library.boxes(book, range);
        },
        [this, book, source](const std::vector<document::PageBox>& boxes) {
            QList<MarkView> marks;
            for (const document::PageBox& box : boxes)
                marks.append(
                    {static_cast<int>(box.page), QRectF(QPointF(static_cast<double>(box.box.x0),
                                                                static_cast<double>(box.box.y0)),
                                                        QPointF(static_cast<double>(box.box.x1),
                                                                static_cast<double>(box.box.y1)))});
            emit located(book, source, marks);
        });
}

void LocalAssistant::readPageText(BookId book, int page)
{
    withLibrary(
        m_store, Doing::showingPage, {},
        [book, page](library::Library& library, const std::stop_token&) -> Result<PageTextView> {
            TRY(const auto document, library.document(book));
            TRY(const auto boxes, library.glyphs(book, static_cast<std::uint32_t>(page)));
            return pageText(*document, boxes, page);
        },
        [this, book](const PageTextView& text) { emit pageTextRead(book, text); });
}

void LocalAssistant::summarise(BookId book, const SummaryRequest& request)
{
    jobs::SummariseJob job;
    job.book = book;
    job.options.length = lengthOf(request.length);
    job.options.focus = toUtf8(request.focus);
    job.options.language = toUtf8(request.language);
    job.options.audience = audienceOf(request.audience);
    for (const int chapter : request.chapters)
        job.options.chapters.push_back(static_cast<std::uint32_t>(chapter));
    job.again = !request.chapters.isEmpty();
    m_jobs.submit(job, JobKind::summarise, book, request.subject());
}

void LocalAssistant::ask(BookId book, const AskRequest& request)
{
    jobs::AskJob job;
    job.book = book;
    job.question = toUtf8(request.question);
    job.follow_up = request.followUp;
    job.options.about = sourcesOf(request.about);
    m_jobs.submit(job, JobKind::ask, book, request.question);
}

void LocalAssistant::translate(BookId book, const TranslateRequest& request)
{
    jobs::TranslateJob job;
    job.book = book;
    job.options.to = toUtf8(request.to);
    job.probe_first = request.probeFirst;
    for (const int chapter : request.chapters)
        job.options.chapters.push_back(static_cast<std::uint32_t>(chapter));
    m_jobs.submit(job, JobKind::translate, book, request.to);
}

void LocalAssistant::pauseJob(JobId job)
{
    m_jobs.pause(job);
}

void LocalAssistant::resumeJob(JobId job)
{
    m_live.insert(job);
    m_jobs.resume(job);
}

void LocalAssistant::cancelJob(JobId job)
{
    m_jobs.cancel(job);
}

void LocalAssistant::removeJob(JobId job)
{
    withLibrary(
        m_store, Doing::startingJob, {},
        [job](library::Library& library, const std::stop_token&) {
            return library.journal().remove(job);
        },
        [this] { refreshJobs(); });
}

void LocalAssistant::refreshJobs()
{
    withLibrary(
        m_store, Doing::openingLibrary, {},
        [](library::Library& library, const std::stop_token&) { return library.journal().jobs(); },
        [this](const std::vector<library::JobRecord>& jobs) {
            QList<JobView> views = viewAll<JobView>(jobs);
            bool elsewhere = false;
            // Nobody works on what a killed program left behind: it waits for the person.
            for (JobView& job : views)
                if (!job.held && !m_live.contains(job.id) &&
                    (job.state == JobState::running || job.state == JobState::queued))
                    job.state = JobState::paused;
            for (const JobView& job : std::as_const(views))
                elsewhere =
                    elsewhere || (job.state == JobState::running && !m_live.contains(job.id));
            emit jobsChanged(views);
            // Another process sends no events: look again while one is at work.
            if (elsewhere && !m_watching) {
                m_watching = true;
                QTimer::singleShot(kWatchIntervalMs, this, [this] {
                    m_watching = false;
                    refreshJobs();
                });
            }
        });
}

void LocalAssistant::readSegments(BookId book, const QString& from, const QString& to)
{
    const library::TranslationKey key{book, toUtf8(from), toUtf8(to)};
    withLibrary(
        m_store, Doing::readingBook, {},
        [key](library::Library& library, const std::stop_token&) { return library.segments(key); },
        [this, book, from, to](const std::vector<library::Segment>& segments) {
            emit segmentsReady(book, from, to, viewAll<SegmentView>(segments));
        });
}

void LocalAssistant::exportResult(BookId book, const ExportRequest& request)
{
    withLibrary(
        m_exporter, Doing::exporting, QFileInfo(request.path).fileName(),
        [book, request](library::Library& library, const std::stop_token&) {
            return exportFromLibrary(library, book, request);
        },
        [this, path = request.path](int untranslated) { emit exported(path, untranslated); });
}

QString LocalAssistant::modelName() const
{
    if (m_wiring.model.empty())
        return tr("no model");
    const QFileInfo file(fromPath(m_wiring.model));
    return file.isDir() ? file.fileName() : file.completeBaseName();
}

void LocalAssistant::chooseModel(const QString& path)
{
    m_wiring.model = toPath(path);
    m_jobs.useModel(m_wiring.model);
}

QStringList LocalAssistant::knownTranslators(const QString& from, const QString& to) const
{
    QStringList names;
    for (const models::KnownModel& model : models::known_translators(toUtf8(from), toUtf8(to)))
        names.append(fromUtf8(models::describe(model)));
    return names;
}

} // namespace longhand::ui
