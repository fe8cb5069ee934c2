// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findings_desk.h"

#include "ui/ask/ask_pane.h"
#include "ui/shell/book_desk.h"
#include "ui/summary/summary_pane.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <utility>

namespace longhand::ui {

FindingsDesk::FindingsDesk(Assistant& assistant, const Panes& panes, BookDesk& books,
                           QWidget* window)
    : QObject(window), m_assistant(assistant), m_findings(assistant.findings()), m_panes(panes),
      m_books(books)
{
    connectSummary();
    connectAnswers();
    connect(&m_findings, &Findings::copied, this, &FindingsDesk::copied);
    connect(&m_findings, &Findings::failed, &m_books, [this](const Failure& failure) {
        if (!failure.cancelled)
            emit m_books.troubled(failure);
    });
}

void FindingsDesk::connectSummary()
{
    connect(&m_books, &BookDesk::bookShown, this, [this](BookId book) {
        if (book != 0)
            m_findings.readEarlier(book);
    });
    connect(&m_findings, &Findings::earlierRead, this,
            [this](BookId book, const QList<EarlierSummaryView>& earlier) {
                if (book == m_books.book())
                    m_panes.summary->setEarlier(earlier);
            });
    connect(&m_findings, &Findings::earlierOpened, this,
            [this](BookId book, qint64 id, const SummaryView& summary) {
                if (book == m_books.book())
                    m_panes.summary->showEarlier(id, summary);
            });
    connect(m_panes.summary, &SummaryPane::earlierWanted, this,
            [this](qint64 id) { m_findings.openEarlier(m_books.book(), id); });
    connect(m_panes.summary, &SummaryPane::earlierRemoveRequested, this,
            [this](qint64 id) { m_findings.removeEarlier(m_books.book(), id); });
    connect(m_panes.summary, &SummaryPane::copyRequested, this, [this](CopyForm form) {
        ExportRequest request;
        request.kind = ExportKind::summary;
        request.language = m_panes.summary->language();
        request.earlier = m_panes.summary->earlier();
        m_findings.copy(m_books.book(), request, form);
    });
    connect(&m_assistant, &Assistant::jobAdded, this, [this](const JobView& job) {
        if (job.kind == JobKind::summarise && job.book == m_books.book())
            m_panes.summary->beginAnew();
        m_began = m_began || job.kind == JobKind::summarise;
    });
    // The first chapter of a new summary tells that the one before it was put away.
    connect(&m_assistant, &Assistant::chapterSummarised, this, [this](JobId, BookId book) {
        if (std::exchange(m_began, false))
            m_findings.readEarlier(book);
    });
    connect(&m_assistant, &Assistant::bookSummarised, this,
            [this](JobId, BookId book) { m_findings.readEarlier(book); });
}

void FindingsDesk::connectAnswers()
{
    connect(&m_findings, &Findings::answersRead, this,
            [this](BookId book, const QList<AnswerView>& answers) {
                if (book == m_books.book())
                    m_panes.ask->setAnswers(answers);
            });
    connect(m_panes.ask, &AskPane::removeRequested, this, [this](const QList<qint64>& ids) {
        m_findings.removeAnswers(m_books.book(), ids);
        m_panes.ask->showRemoved(ids);
    });
    connect(m_panes.ask, &AskPane::restoreRequested, this, [this](const QList<qint64>& ids) {
        m_findings.restoreAnswers(m_books.book(), ids);
    });
    connect(m_panes.ask, &AskPane::copyRequested, this,
            [this](const QList<qint64>& ids, CopyForm form) {
                ExportRequest request;
                request.kind = ExportKind::answers;
                request.answers = ids;
                m_findings.copy(m_books.book(), request, form);
            });
}

void FindingsDesk::copied(const CopiedText& text, CopyForm form)
{
    auto* mime = new QMimeData;
    mime->setText(form == CopyForm::markdown ? text.markdown : text.plain);
    if (form == CopyForm::rich)
        mime->setHtml(text.html);
    if (form != CopyForm::plain)
        mime->setData(QStringLiteral("text/markdown"), text.markdown.toUtf8());
    QApplication::clipboard()->setMimeData(mime);
    emit m_books.said(form == CopyForm::markdown ? tr("Copied as Markdown.")
                      : form == CopyForm::plain  ? tr("Copied as plain text.")
                                                 : tr("Copied with its sources."));
}

} // namespace longhand::ui
