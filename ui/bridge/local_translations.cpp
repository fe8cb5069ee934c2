// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_translations.h"

#include "ui/bridge/text.h"
#include "ui/bridge/views.h"

#include <QFileInfo>

namespace longhand::ui {
namespace {

constexpr qsizetype kMostSteps = 50; // that can be undone

library::TranslationKey keyOf(const TranslationId& id)
{
    return {id.book, toUtf8(id.from), toUtf8(id.to)};
}

jobs::SegmentPlace placeOf(PlaceView place)
{
    return {static_cast<std::uint32_t>(place.chapter), static_cast<std::uint32_t>(place.index)};
}

TermView termView(const library::Term& term)
{
    return {static_cast<TermKind>(term.kind),
            static_cast<TermStatus>(term.status),
            fromUtf8(term.source),
            fromUtf8(term.target),
            fromUtf8(term.note),
            static_cast<Gender>(term.gender),
            fromUtf8(term.address),
            static_cast<int>(term.count),
            fromUtf8(term.samples)};
}

library::Term termOf(const TermView& term)
{
    library::Term result;
    result.kind = static_cast<library::TermKind>(term.kind);
    result.status = static_cast<library::TermStatus>(term.status);
    result.source = toUtf8(term.source);
    result.target = toUtf8(term.target);
    result.note = toUtf8(term.note);
    result.gender = static_cast<library::Gender>(term.gender);
    result.address = toUtf8(term.address);
    result.count = static_cast<std::uint32_t>(term.count);
    for (const QString& sample : term.samples)
        result.samples.push_back(toUtf8(sample));
    return result;
}

QList<TermView> termViews(const std::vector<library::Term>& terms)
{
    QList<TermView> views;
    views.reserve(static_cast<qsizetype>(terms.size()));
    for (const library::Term& term : terms)
        views.append(termView(term));
    return views;
}

QList<SegmentView> segmentViews(const std::vector<library::Segment>& segments)
{
    QList<SegmentView> views;
    views.reserve(static_cast<qsizetype>(segments.size()));
    for (const library::Segment& segment : segments)
        views.append(view(segment));
    return views;
}

} // namespace

LocalTranslations::LocalTranslations(const std::filesystem::path& dataDir, JobControl& jobs,
                                     QObject* parent)
    : Translations(parent), m_jobs(jobs), m_finder(dataDir), m_store(dataDir)
{
    connect(&m_jobs.events(), &JobEvents::segmentTranslated, this,
            [this](JobId job, BookId, const SegmentView& segment) {
                if (m_again.contains(job))
                    emit segmentsChanged(m_again.value(job).first, {segment});
            });
    hearPassages();
    connect(&m_jobs.events(), &JobEvents::ended, this, [this](JobId job, const JobEnd& end) {
        if (!m_again.contains(job))
            return;
        const auto [id, place] = m_again.take(job);
        emit retranslated(id, place, end.unsupported ? tr("Every attempt failed the checks. The "
                                                          "translation stays as it was.")
                                                     : end.sentence);
    });
}

void LocalTranslations::show(const TranslationId& id, const std::vector<library::Segment>& segments)
{
    if (!segments.empty())
        emit segmentsChanged(id, segmentViews(segments));
}

void LocalTranslations::correct(const TranslationId& id, Keep keep, Correct correct,
                                std::function<void(const jobs::Correction&)> done,
                                std::function<void()> ended)
{
    m_store.run(
        this, Doing::changingBook, {},
        [correct = std::move(correct)](library::Library& library, const std::stop_token& stop) {
            return correct(library, stop);
        },
        [this, id, keep, done = std::move(done), ended](const jobs::Correction& correction) {
            if (ended)
                ended();
            if (keep == Keep::step && !correction.before.empty()) {
                Steps& steps = m_undo[id];
                steps.append(correction);
                if (steps.size() > kMostSteps)
                    steps.removeFirst();
            }
            show(id, correction.now);
            emit undoChanged(id, static_cast<int>(m_undo.value(id).size()));
            if (done)
                done(correction);
        },
        [this, ended](const Failure& failure) {
            if (ended)
                ended();
            emit failed(failure);
        });
}

void LocalTranslations::edit(const TranslationId& id, PlaceView place, const QString& target)
{
    correct(id, Keep::step,
            [key = keyOf(id), place = placeOf(place),
             target = toUtf8(target)](library::Library& library, const std::stop_token&) {
                return jobs::edit_segment(library, key, place, target);
            });
}

void LocalTranslations::setLocked(const TranslationId& id, const QList<PlaceView>& places,
                                  bool locked)
{
    std::vector<jobs::SegmentPlace> all;
    for (const PlaceView& place : places)
        all.push_back(placeOf(place));
    correct(id, Keep::step,
            [key = keyOf(id), all, locked](library::Library& library, const std::stop_token&) {
                return jobs::lock_segments(library, key, all, locked);
            });
}

void LocalTranslations::replaceAll(const TranslationId& id, const ReplaceRequest& request)
{
    tasks::Replacement wanted;
    wanted.find = toUtf8(request.find);
    wanted.by = toUtf8(request.by);
    wanted.regex = request.regex;
    wanted.match_case = request.matchCase;
    wanted.whole_words = request.wholeWords;
    std::optional<std::uint32_t> chapter;
    if (request.chapter >= 0)
        chapter = static_cast<std::uint32_t>(request.chapter);
    correct(
        id, Keep::step,
        [key = keyOf(id), wanted, chapter](library::Library& library, const std::stop_token& stop) {
            return jobs::replace_all(library, key, wanted, chapter, stop);
        },
        [this, id](const jobs::Correction& correction) {
            emit replaced(id, static_cast<int>(correction.before.size()));
        });
}

void LocalTranslations::undo(const TranslationId& id)
{
    if (m_undo.value(id).isEmpty() || m_undoing)
        return;
    m_undoing = true;
    // The step goes when it is undone: one that failed can be tried again.
    correct(
        id, Keep::nothing,
        [key = keyOf(id), step = m_undo[id].last()](library::Library& library,
                                                    const std::stop_token&) {
            return jobs::undo(library, key, step);
        },
        [this, id](const jobs::Correction&) {
            m_undo[id].removeLast();
            emit undoChanged(id, static_cast<int>(m_undo[id].size()));
        },
        [this] { m_undoing = false; });
}

void LocalTranslations::readHistory(const TranslationId& id, PlaceView place)
{
    m_store.run(
        this, Doing::readingBook, {},
        [key = keyOf(id), at = placeOf(place)](library::Library& library, const std::stop_token&) {
            return library.segment_history(key, at.chapter, at.index);
        },
        [this, id, place](const std::vector<library::Segment>& versions) {
            emit historyRead(id, place, segmentViews(versions));
        },
        [this](const Failure& failure) { emit failed(failure); });
}

void LocalTranslations::takeBack(const TranslationId& id, PlaceView place, int version)
{
    correct(id, Keep::step,
            [key = keyOf(id), at = placeOf(place),
             version](library::Library& library, const std::stop_token&) -> Result<jobs::Correction> {
                TRY(const auto versions, library.segment_history(key, at.chapter, at.index));
                if (version < 0 || static_cast<std::size_t>(version) >= versions.size())
                    return Error{ErrorKind::not_found, "this version is no longer there"};
                return jobs::take_back(library, key, versions[static_cast<std::size_t>(version)]);
            });
}

void LocalTranslations::retranslate(const TranslationId& id, PlaceView place,
                                    const QString& instruction)
{
    jobs::RetranslateJob job;
    job.book = id.book;
    job.chapter = placeOf(place).chapter;
    job.index = placeOf(place).index;
    job.options.from = toUtf8(id.from);
    job.options.to = toUtf8(id.to);
    job.options.instruction = toUtf8(instruction);
    m_jobs.submitQuietly(job, this, [this, id, place](const Result<library::JobId>& number) {
        if (number.ok())
            m_again.insert(number.value(), {id, place});
        else
            emit retranslated(id, place, describe(number.error(), Doing::startingJob).sentence);
    });
}

void LocalTranslations::changeTerms(const TranslationId& id,
                                    std::function<Result<void>(library::Library&)> change)
{
    struct Changed {
        std::vector<library::Term> terms;
        std::vector<library::Segment> segments; // with other warnings now
    };
    m_store.run(
        this, Doing::changingBook, {},
        [key = keyOf(id), change = std::move(change)](library::Library& library,
                                                      const std::stop_token&) -> Result<Changed> {
            if (change) {
                TRY(change(library));
            }
            Changed changed;
            TRY(changed.terms, library.terms(key));
            if (change) {
                TRY(changed.segments, jobs::review_stored(library, key));
            }
            return changed;
        },
        [this, id](const Changed& changed) {
            emit termsRead(id, termViews(changed.terms));
            show(id, changed.segments);
        },
        [this](const Failure& failure) { emit failed(failure); });
}

void LocalTranslations::readTerms(const TranslationId& id)
{
    changeTerms(id, {});
}

void LocalTranslations::findTerms(const TranslationId& id)
{
    const ProgressSink progress = m_finder.progressTo(
        this, [this, id](const ProgressView& shown) { emit termsProgressed(id, shown); });
    m_finder.run(
        this, Doing::working, {},
        [key = keyOf(id), progress](library::Library& library, const std::stop_token& stop) {
            return jobs::find_terms(library, key, progress, stop);
        },
        [this, id](const std::vector<library::Term>& terms) {
            emit termsRead(id, termViews(terms));
        },
        [this](const Failure& failure) { emit failed(failure); });
}

void LocalTranslations::saveTerms(const TranslationId& id, const QList<TermView>& terms)
{
    std::vector<library::Term> all;
    for (const TermView& term : terms)
        all.push_back(termOf(term));
    changeTerms(id, [key = keyOf(id), all](library::Library& library) {
        return library.save_terms(key, all);
    });
}

void LocalTranslations::removeTerms(const TranslationId& id, const QStringList& sources)
{
    std::vector<std::string> all;
    for (const QString& source : sources)
        all.push_back(toUtf8(source));
    changeTerms(id, [key = keyOf(id), all](library::Library& library) {
        return library.remove_terms(key, all);
    });
}

void LocalTranslations::importTerms(const TranslationId& id, const QString& path)
{
    changeTerms(id, [key = keyOf(id), path = toPath(path)](library::Library& library) -> Result<void> {
        TRY(const std::size_t count, jobs::import_terms(library, key, path));
        static_cast<void>(count);
        return {};
    });
}

void LocalTranslations::exportTerms(const TranslationId& id, const QString& path)
{
    m_store.run(
        this, Doing::exporting, QFileInfo(path).fileName(),
        [key = keyOf(id), path = toPath(path)](library::Library& library, const std::stop_token&) {
            return jobs::export_terms(library, key, path);
        },
        [this, path] { emit said(tr("Written: %1").arg(path)); },
        [this](const Failure& failure) { emit failed(failure); });
}

void LocalTranslations::skipChapter(JobId job, int chapter)
{
    m_jobs.skipChapter(job, chapter);
}

void LocalTranslations::stopAfterChapter(JobId job, bool stop)
{
    m_jobs.stopAfterChapter(job, stop);
}

void LocalTranslations::estimate(const QList<BookId>& books, const QString& to)
{
    std::vector<jobs::JobRequest> requests;
    for (const BookId book : books) {
        jobs::TranslateJob job;
        job.book = book;
        job.options.to = toUtf8(to);
        requests.emplace_back(job);
    }
    const int count = static_cast<int>(books.size());
    m_jobs.estimate(requests, this, [this, count](const jobs::Estimate& estimate) {
        emit estimated({count, static_cast<qint64>(estimate.tokens * 3 / 4), estimate.seconds});
    });
}

void LocalTranslations::startBatch(const QList<BookId>& books, const QString& to)
{
    for (const BookId book : books) {
        jobs::TranslateJob job;
        job.book = book;
        job.options.to = toUtf8(to);
        m_jobs.submit(job, JobKind::translate, book, to);
    }
}

} // namespace longhand::ui
