// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ask/ask_pane.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/passage_browser.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace longhand::ui {

AskPane::AskPane(QWidget* parent)
    : QWidget(parent), m_banner(new Banner(this)), m_text(new PassageBrowser(this)),
      m_question(new QLineEdit(this)), m_followUp(new QCheckBox(tr("Follow-up"), this)),
      m_ask(new QPushButton(this)), m_export(new QPushButton(tr("Export…"), this))
{
    setObjectName(QStringLiteral("askPane"));
    m_text->setObjectName(QStringLiteral("answers"));
    m_text->setAccessibleName(tr("Answers"));
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setPlaceholderText(tr("Ask the book…"));
    m_question->setAccessibleName(tr("Your question to the book"));
    m_question->setMaxLength(4000);
    m_followUp->setToolTip(tr("The question refers to the answers above"));
    m_ask->setObjectName(QStringLiteral("ask"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_text, 1);
    auto* first = new QHBoxLayout;
    first->setContentsMargins(10, 8, 10, 4);
    first->addWidget(m_question, 1);
    first->addWidget(m_ask);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(10, 0, 10, 8);
    second->addWidget(m_followUp);
    second->addStretch(1);
    second->addWidget(m_export);
    layout->addLayout(first);
    layout->addLayout(second);

    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (m_running)
            emit stopRequested();
        else
            ask();
    });
    connect(m_question, &QLineEdit::returnPressed, this, [this] {
        if (!m_running)
            ask();
    });
    connect(m_question, &QLineEdit::textChanged, this, &AskPane::updateControls);
    connect(m_export, &QPushButton::clicked, this, &AskPane::exportRequested);
    connect(m_text, &PassageBrowser::sourceActivated, this, &AskPane::sourceActivated);
    connect(m_text, &PassageBrowser::coloursChanged, this, &AskPane::rebuild);
    setBook({}, {});
}

void AskPane::ask()
{
    const QString question = m_question->text().simplified();
    if (question.isEmpty() || !m_document)
        return;
    m_banner->clear();
    emit askRequested({question, m_followUp->isChecked() && !m_answers.isEmpty()});
}

void AskPane::setBook(const DocumentPtr& document, const QList<AnswerView>& answers)
{
    const bool other = !document || !m_document || document->book != m_document->book;
    m_document = document;
    m_answers = answers;
    if (other) {
        m_banner->clear();
        m_question->clear();
        m_followUp->setChecked(false);
    }
    rebuild();
}

void AskPane::rebuild()
{
    m_text->reset();
    if (m_answers.isEmpty() && !m_running && m_document) {
        m_text->title(tr("Ask the book"));
        m_text->text(tr("Answers come from this book alone. Each sentence leads to the page it "
                        "rests on, and when the book does not say, the answer is just that."));
    }
    for (const AnswerView& answer : std::as_const(m_answers))
        write(answer);
    if (m_running) {
        m_text->beginLive(m_asked);
        m_text->live(tr("Reading…"));
    }
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    updateControls();
}

void AskPane::write(const AnswerView& answer)
{
    m_text->heading(answer.question);
    if (!answer.found) {
        // With passages near, "does not say" would claim more than is known.
        m_text->text(answer.closest.isEmpty()
                         ? tr("The book does not say.")
                         : tr("No answer was found in the book. These passages come closest."));
        for (const SourceView& source : answer.closest)
            //: In front of a quotation: what comes nearest to an answer.
            m_text->sourceLine(tr("Closest passage:"), source);
    } else if (!answer.sentences.isEmpty()) {
        m_text->answer(answer.sentences, answer.strategy == Strategy::documentMap
                                             ? QString()
                                             : tr("not from the text"));
    } else {
        m_text->text(answer.text);
    }
    QString note = strategyLine(answer);
    if (!answer.warnings.isEmpty())
        note += QLatin1Char(' ') +
                sentenceCase(answer.warnings.join(QStringLiteral("; "))) + QLatin1Char('.');
    if (!note.isEmpty())
        m_text->aside(note);
}

void AskPane::setRunning(bool running, const QString& question)
{
    if (m_running == running)
        return;
    m_running = running;
    m_asked = question;
    m_silent = running;
    if (running) {
        if (m_answers.isEmpty())
            m_text->reset();
        m_text->beginLive(question);
        m_text->live(tr("Reading…"));
        if (m_question->text().simplified() == question)
            m_question->clear();
    } else {
        m_text->endLive();
        if (m_answers.isEmpty())
            rebuild();
    }
    updateControls();
}

void AskPane::addText(const QString& piece)
{
    if (std::exchange(m_silent, false)) {
        m_text->beginLive(m_asked);
        m_text->live(QString());
    }
    m_text->live(piece);
}

void AskPane::addAnswer(const AnswerView& answer)
{
    m_text->endLive();
    m_answers.append(answer);
    write(answer);
    m_followUp->setChecked(true); // the next question most often refers to this one
    updateControls();
}

void AskPane::showFailure(const QString& sentence, const QString& detail)
{
    m_banner->say(sentence, detail);
    if (m_question->text().isEmpty())
        m_question->setText(m_asked); // nothing typed is lost
}

void AskPane::focusQuestion()
{
    m_question->setFocus(Qt::ShortcutFocusReason);
    m_question->selectAll();
}

void AskPane::updateControls()
{
    m_question->setEnabled(m_document && !m_document->chapters.isEmpty());
    m_followUp->setEnabled(!m_answers.isEmpty());
    m_export->setEnabled(!m_answers.isEmpty());
    m_ask->setText(m_running ? tr("Stop") : tr("Ask"));
    m_ask->setEnabled(m_running ||
                      (m_document != nullptr && !m_question->text().simplified().isEmpty()));
}

} // namespace longhand::ui
