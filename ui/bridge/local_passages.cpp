// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_translations.h"
#include "ui/bridge/text.h"

namespace longhand::ui {

void LocalTranslations::hearPassages()
{
    connect(&m_jobs.events(), &JobEvents::textPiece, this,
            [this](JobId job, int, const QString& piece) {
                if (job == m_passage)
                    emit passageWritten(piece);
            });
    connect(&m_jobs.events(), &JobEvents::passageTranslated, this,
            [this](JobId job, const QString& text) {
                if (job != m_passage)
                    return;
                m_passage = 0;
                emit passageTranslated(text, {});
            });
    connect(&m_jobs.events(), &JobEvents::ended, this, [this](JobId job, const JobEnd& end) {
        if (job != m_passage) // another one's, or it was heard of already
            return;
        m_passage = 0;
        QString sentence = end.sentence;
        if (end.unsupported)
            sentence = tr("The model could not translate this passage.");
        else if (sentence.isEmpty())
            sentence = tr("The translation of this passage was stopped.");
        emit passageTranslated({}, sentence);
    });
}

void LocalTranslations::translatePassage(const TranslationId& id, const QString& passage)
{
    leavePassage();
    const int turn = m_passageTurn;
    jobs::PassageJob job;
    job.book = id.book;
    job.passage = toUtf8(passage);
    job.options.from = toUtf8(id.from);
    job.options.to = toUtf8(id.to);
    if (job.passage.size() > tasks::kMostPassageBytes) {
        emit passageTranslated({}, tr("This passage is too long to be translated at once. Select "
                                      "less, or translate the chapter."));
        return;
    }
    m_jobs.submitQuietly(job, this, [this, turn](const Result<library::JobId>& number) {
        if (turn != m_passageTurn) {
            if (number.ok())
                m_jobs.cancel(number.value());
            return;
        }
        if (number.ok())
            m_passage = number.value();
        else
            emit passageTranslated({}, describe(number.error(), Doing::startingJob).sentence);
    });
}

void LocalTranslations::leavePassage()
{
    ++m_passageTurn;
    if (m_passage != 0)
        m_jobs.cancel(m_passage);
    m_passage = 0;
}

} // namespace longhand::ui
