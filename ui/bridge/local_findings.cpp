// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_findings.h"

#include "ui/bridge/export_job.h"
#include "ui/bridge/views.h"

namespace longhand::ui {
namespace {

std::vector<std::int64_t> idsOf(const QList<qint64>& ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

LocalFindings::LocalFindings(const std::filesystem::path& dataDir, QObject* parent)
    : Findings(parent), m_store(dataDir)
{
}

template <class Read, class Show>
void LocalFindings::withLibrary(Doing doing, Read read, Show show)
{
    m_store.run(this, doing, {}, std::move(read), std::move(show),
                [this](const Failure& failure) { emit failed(failure); });
}

void LocalFindings::showEarlier(BookId book, const std::vector<library::EarlierSummary>& earlier)
{
    QList<EarlierSummaryView> views;
    for (const library::EarlierSummary& one : earlier)
        views.append({one.id, view(one.head), static_cast<int>(one.chapters)});
    emit earlierRead(book, views);
}

void LocalFindings::showAnswers(BookId book, const std::vector<library::Answer>& answers)
{
    QList<AnswerView> views;
    for (const library::Answer& answer : answers)
        views.append(view(answer));
    emit answersRead(book, views);
}

void LocalFindings::readEarlier(BookId book)
{
    withLibrary(
        Doing::readingBook,
        [book](library::Library& library, const std::stop_token&) {
            return library.earlier_summaries(book);
        },
        [this, book](const std::vector<library::EarlierSummary>& earlier) {
            showEarlier(book, earlier);
        });
}

void LocalFindings::openEarlier(BookId book, qint64 id)
{
    withLibrary(
        Doing::readingBook,
        [book, id](library::Library& library, const std::stop_token&) {
            return library.earlier_summary(book, id);
        },
        [this, book, id](const library::Summary& summary) {
            emit earlierOpened(book, id, view(summary));
        });
}

void LocalFindings::removeEarlier(BookId book, qint64 id)
{
    withLibrary(
        Doing::changingBook,
        [book, id](library::Library& library,
                   const std::stop_token&) -> Result<std::vector<library::EarlierSummary>> {
            TRY(library.remove_earlier_summary(book, id));
            return library.earlier_summaries(book);
        },
        [this, book](const std::vector<library::EarlierSummary>& earlier) {
            showEarlier(book, earlier);
        });
}

template <class Change> void LocalFindings::changeAnswers(BookId book, Change change)
{
    withLibrary(
        Doing::changingBook,
        [book, change = std::move(change)](
            library::Library& library,
            const std::stop_token&) mutable -> Result<std::vector<library::Answer>> {
            TRY(change(library));
            return library.answers(book);
        },
        [this, book](const std::vector<library::Answer>& answers) { showAnswers(book, answers); });
}

void LocalFindings::readAnswers(BookId book)
{
    changeAnswers(book, [](library::Library&) -> Result<void> { return {}; });
}

void LocalFindings::removeAnswers(BookId book, const QList<qint64>& ids)
{
    changeAnswers(book, [book, ids = idsOf(ids)](library::Library& library) {
        return library.remove_answers(book, ids);
    });
}

void LocalFindings::restoreAnswers(BookId book, const QList<qint64>& ids)
{
    changeAnswers(book, [book, ids = idsOf(ids)](library::Library& library) {
        return library.restore_answers(book, ids);
    });
}

void LocalFindings::copy(BookId book, const ExportRequest& request, CopyForm form)
{
    withLibrary(
        Doing::exporting,
        [book, request](library::Library& library, const std::stop_token&) {
            return copyFromLibrary(library, book, request);
        },
        [this, form](const CopiedText& text) { emit copied(text, form); });
}

} // namespace longhand::ui
