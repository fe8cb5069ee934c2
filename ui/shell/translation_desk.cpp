// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/translation_desk.h"

#include "ui/common/format.h"
#include "ui/jobs/jobs_model.h"
#include "ui/library/library_page.h"
#include "ui/library/library_pane.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/dialogs.h"
#include "ui/translate/batch_dialog.h"
#include "ui/translate/glossary_part.h"
#include "ui/translate/proofread_part.h"
#include "ui/translate/translate_pane.h"
#include "ui/translate/watch_part.h"

namespace longhand::ui {

TranslationDesk::TranslationDesk(Assistant& assistant, const Panes& panes, BookDesk& books,
                                 QWidget* window)
    : QObject(window), m_assistant(assistant), m_work(assistant.translations()), m_panes(panes),
      m_books(books), m_window(window)
{
    connectCorrections();
    connectGlossary();
    connectJobs();
    connect(&m_work, &Translations::said, this, &TranslationDesk::said);
    connect(&m_work, &Translations::failed, this, [this](const Failure& failure) {
        m_panes.translate->glossary().endFinding();
        if (!failure.cancelled)
            emit troubled(failure);
    });
    connect(m_panes.translate, &TranslatePane::exportRequested, this,
            [this](const ExportForm& form, ExportLayout layout) {
                exportTranslation(form.suffix, form.name, layout);
            });
}

bool TranslationDesk::isShown(const TranslationId& id) const
{
    return id.book != 0 && id == m_panes.translate->id();
}

void TranslationDesk::connectCorrections()
{
    TranslatePane& pane = *m_panes.translate;
    ProofreadPart& proofread = pane.proofread();
    connect(&pane, &TranslatePane::editRequested, this,
            [this, &pane](PlaceView place, const QString& target) {
                m_work.edit(pane.id(), place, target);
            });
    connect(&proofread, &ProofreadPart::lockRequested, this,
            [this, &pane](const QList<PlaceView>& places, bool locked) {
                m_work.setLocked(pane.id(), places, locked);
            });
    connect(&proofread, &ProofreadPart::replaceRequested, this,
            [this, &pane](const ReplaceRequest& request) { m_work.replaceAll(pane.id(), request); });
    connect(&proofread, &ProofreadPart::undoRequested, this,
            [this, &pane] { m_work.undo(pane.id()); });
    connect(&proofread, &ProofreadPart::historyWanted, this,
            [this, &pane](PlaceView place) { m_work.readHistory(pane.id(), place); });
    connect(&proofread, &ProofreadPart::takeBackRequested, this,
            [this, &pane](PlaceView place, int version) {
                m_work.takeBack(pane.id(), place, version);
            });
    connect(&proofread, &ProofreadPart::retranslateRequested, this,
            [this, &pane](PlaceView place, const QString& instruction) {
                m_work.retranslate(pane.id(), place, instruction);
            });
    connect(&m_work, &Translations::segmentsChanged, this,
            [this, &pane](const TranslationId& id, const QList<SegmentView>& segments) {
                if (isShown(id))
                    pane.changeSegments(segments);
            });
    connect(&m_work, &Translations::undoChanged, this,
            [this, &proofread](const TranslationId& id, int steps) {
                if (isShown(id))
                    proofread.setUndoSteps(steps);
            });
    connect(&m_work, &Translations::replaced, this,
            [this, &proofread](const TranslationId& id, int segments) {
                if (isShown(id))
                    proofread.showReplaced(segments);
            });
    connect(&m_work, &Translations::historyRead, this,
            [this, &proofread](const TranslationId& id, PlaceView place,
                               const QList<SegmentView>& versions) {
                if (isShown(id))
                    proofread.showHistory(place, versions);
            });
    connect(&m_work, &Translations::retranslated, this,
            [this, &proofread](const TranslationId& id, PlaceView place, const QString& sentence) {
                if (isShown(id))
                    proofread.endRetranslation(place, sentence);
            });
    connect(&pane, &TranslatePane::segmentsWanted, this,
            [&proofread] { proofread.setUndoSteps(0); });
}

void TranslationDesk::connectGlossary()
{
    TranslatePane& pane = *m_panes.translate;
    GlossaryPart& glossary = pane.glossary();
    connect(&pane, &TranslatePane::segmentsWanted, this, [this, &pane] {
        if (pane.id().book != 0)
            m_work.readTerms(pane.id());
    });
    connect(&glossary, &GlossaryPart::findRequested, this,
            [this, &pane] { m_work.findTerms(pane.id()); });
    connect(&glossary, &GlossaryPart::saveRequested, this,
            [this, &pane](const QList<TermView>& terms) { m_work.saveTerms(pane.id(), terms); });
    connect(&glossary, &GlossaryPart::removeRequested, this,
            [this, &pane](const QStringList& sources) { m_work.removeTerms(pane.id(), sources); });
    connect(&glossary, &GlossaryPart::importRequested, this, [this, &pane] {
        askForGlossary(m_window, QString(), [this, id = pane.id()](const QString& path) {
            m_work.importTerms(id, path);
        });
    });
    connect(&glossary, &GlossaryPart::exportRequested, this, [this, &pane] {
        //: Name of an exported file; %1 is a book's title.
        const QString name = tr("%1 - glossary").arg(m_books.title());
        askForGlossary(m_window, name, [this, id = pane.id()](const QString& path) {
            m_work.exportTerms(id, path);
        });
    });
    connect(&m_work, &Translations::termsRead, this,
            [this, &glossary](const TranslationId& id, const QList<TermView>& terms) {
                if (isShown(id))
                    glossary.setTerms(terms);
            });
    connect(&m_work, &Translations::termsProgressed, this,
            [this, &glossary](const TranslationId& id, const ProgressView& progress) {
                if (isShown(id))
                    glossary.showFinding(progress);
            });
}

JobId TranslationDesk::runningJob() const
{
    const JobView* job = m_panes.queue->job(m_panes.queue->running());
    return job != nullptr && job->kind == JobKind::translate && job->book == m_books.book()
               ? job->id
               : 0;
}

void TranslationDesk::connectJobs()
{
    WatchPart& watch = m_panes.translate->watch();
    connect(&watch, &WatchPart::skipRequested, this, [this](int chapter) {
        if (const JobId job = runningJob(); job != 0)
            m_work.skipChapter(job, chapter);
    });
    connect(&watch, &WatchPart::stopAfterChapterRequested, this, [this](bool stop) {
        if (const JobId job = runningJob(); job != 0)
            m_work.stopAfterChapter(job, stop);
    });
    connect(&m_assistant, &Assistant::jobProgressed, this,
            [this](JobId job, const ProgressView& progress) {
                m_left.insert(job, progress.etaSeconds);
                const JobView* known = m_panes.queue->job(job);
                if (known != nullptr && known->kind == JobKind::translate &&
                    known->book == m_books.book())
                    m_panes.translate->setProgress(progress);
                showBatch();
            });
    const auto act = [this](BookAction action, const QList<BookId>& books) {
        if (action == BookAction::translate)
            openBatch(books);
    };
    connect(m_panes.page, &LibraryPage::bookActionRequested, this, act);
    connect(m_panes.library, &LibraryPane::bookActionRequested, this, act);
    connect(&m_assistant, &Assistant::booksChanged, this,
            [this](const QList<BookView>& books) { m_shelf = books; });
    connect(&m_work, &Translations::estimated, this, [this](const BatchView& estimate) {
        if (m_batch)
            m_batch->setEstimate(estimate);
    });
    connect(&m_assistant, &Assistant::jobAdded, this, [this](const JobView& job) {
        if (m_batch && m_batch->started() && job.kind == JobKind::translate &&
            m_batch->chosen().contains(job.book)) {
            m_batchJobs.insert(job.book, job.id);
            showBatch();
        }
    });
    connect(&m_assistant, &Assistant::jobStarted, this, &TranslationDesk::showBatch);
    connect(&m_assistant, &Assistant::jobEnded, this, &TranslationDesk::showBatch);
}

void TranslationDesk::openBatch(const QList<BookId>& chosen)
{
    if (!m_batch) {
        m_batch = new BatchDialog(m_window);
        connect(m_batch, &BatchDialog::estimateWanted, &m_work, &Translations::estimate);
        connect(m_batch, &BatchDialog::startRequested, this,
                [this](const QList<BookId>& books, const QString& to) {
                    m_batchJobs.clear();
                    m_work.startBatch(books, to);
                });
    }
    bool atWork = false; // then it is shown as it stands
    for (const JobId job : std::as_const(m_batchJobs))
        if (const JobView* known = m_panes.queue->job(job))
            atWork = atWork || !isOver(known->state);
    if (!atWork)
        m_batch->setBooks(m_shelf, chosen);
    showBatch();
    m_batch->open();
}

void TranslationDesk::showBatch()
{
    if (!m_batch || !m_batch->started())
        return;
    double left = 0.0;
    QList<BookId> waiting;
    for (auto it = m_batchJobs.cbegin(); it != m_batchJobs.cend(); ++it) {
        const JobView* job = m_panes.queue->job(it.value());
        if (job == nullptr)
            continue;
        const bool over = isOver(job->state);
        m_batch->setState(it.key(),
                          job->state == JobState::queued ? jobStateWord(job->state)
                                                         : m_panes.queue->howFar(it.value()),
                          over);
        if (job->state == JobState::running)
            left += std::max(0.0, m_left.value(it.value(), 0.0));
        else if (!over)
            waiting << it.key();
    }
    m_batch->setSecondsLeft(left + m_batch->secondsWaiting(waiting));
}

void TranslationDesk::exportTranslation(const QString& suffix, const QString& name,
                                        ExportLayout layout)
{
    const TranslationId id = m_panes.translate->id();
    if (id.book == 0)
        return;
    askForTranslationFile(m_window, m_books.title() + QLatin1Char('.') + id.to, name, suffix,
                          [this, id, layout](const QString& path) {
                              m_assistant.exportResult(id.book, {ExportKind::translation, path, {},
                                                                 id.from, id.to, layout, {}});
                          });
}

} // namespace longhand::ui
