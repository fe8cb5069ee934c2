// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ask/ask_pane.h"

#include "ui/common/banner.h"
#include "ui/common/copy_button.h"
#include "ui/common/format.h"
#include "ui/common/passage_browser.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace longhand::ui {
namespace {

constexpr qsizetype kShown = 40;     // answers of a long conversation, the rest on request
constexpr qsizetype kSearchable = 4; // from so many on there is something to search
constexpr int kFoldEarlier = 0;

} // namespace

AskPane::AskPane(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_banner(new Banner(this)),
      m_text(new PassageBrowser(this)), m_aboutBox(new QWidget(this)),
      m_aboutText(new QLabel(m_aboutBox)), m_aboutClear(new QToolButton(m_aboutBox)),
      m_question(new QLineEdit(this)), m_followUp(new QCheckBox(tr("Follow-up"), this)),
      m_ask(new QPushButton(this)), m_copy(new CopyButton(this)), m_clear(new QToolButton(this)),
      m_export(new QPushButton(tr("Export…"), this))
{
    setObjectName(QStringLiteral("askPane"));
    makeControls();
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
    connect(m_search, &QLineEdit::textChanged, this, &AskPane::rebuild);
    connect(m_aboutClear, &QToolButton::clicked, this, [this] {
        m_about.clear();
        showAbout();
        m_question->setFocus();
    });
    connect(m_export, &QPushButton::clicked, this, &AskPane::exportRequested);
    connect(m_copy, &CopyButton::copyRequested, this,
            [this](CopyForm form) { emit copyRequested({}, form); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        QList<qint64> ids;
        for (const AnswerView& answer : std::as_const(m_answers))
            ids << answer.id;
        emit removeRequested(ids);
    });
    connect(m_text, &PassageBrowser::sourceActivated, this, &AskPane::sourceActivated);
    connect(m_text, &PassageBrowser::actionActivated, this, &AskPane::act);
    connect(m_text, &PassageBrowser::foldActivated, this, [this](int) {
        m_all = true;
        rebuild();
    });
    connect(m_text, &PassageBrowser::coloursChanged, this, &AskPane::rebuild);
    setBook({}, {});
}

void AskPane::makeControls()
{
    m_search->setObjectName(QStringLiteral("searchAnswers"));
    m_search->setPlaceholderText(tr("Search in this conversation"));
    m_search->setAccessibleName(tr("Search in this conversation"));
    m_search->setClearButtonEnabled(true);
    m_text->setObjectName(QStringLiteral("answers"));
    m_text->setAccessibleName(tr("Answers"));
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setPlaceholderText(tr("Ask the book…"));
    m_question->setAccessibleName(tr("Your question to the book"));
    m_question->setMaxLength(4000);
    m_followUp->setObjectName(QStringLiteral("followUp"));
    m_followUp->setToolTip(tr("The question refers to the answers above"));
    m_ask->setObjectName(QStringLiteral("ask"));
    m_copy->setObjectName(QStringLiteral("copyAnswers"));
    m_clear->setObjectName(QStringLiteral("clearAnswers"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Remove this conversation"));
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_export->setObjectName(QStringLiteral("exportAnswers"));
    m_aboutBox->setObjectName(QStringLiteral("aboutPassage"));
    m_aboutText->setTextFormat(Qt::PlainText);
    m_aboutText->setWordWrap(true);
    m_aboutClear->setText(QStringLiteral("✕"));
    m_aboutClear->setAccessibleName(tr("Do not ask about this passage"));
    m_aboutClear->setToolTip(tr("Do not ask about this passage"));
    m_aboutClear->setFocusPolicy(Qt::StrongFocus);
    m_aboutClear->setAutoRaise(true);

    auto* about = new QHBoxLayout(m_aboutBox);
    about->setContentsMargins(12, 6, 8, 0);
    about->addWidget(m_aboutText, 1);
    about->addWidget(m_aboutClear, 0, Qt::AlignTop);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(10, 8, 10, 0);
    search->addWidget(m_search);
    auto* first = new QHBoxLayout;
    first->setContentsMargins(10, 8, 10, 4);
    first->setSpacing(6);
    first->addWidget(m_question, 1);
    first->addWidget(m_ask);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(10, 2, 10, 8);
    second->setSpacing(6);
    second->addWidget(m_followUp);
    second->addStretch(1);
    second->addWidget(m_clear);
    second->addWidget(m_copy);
    second->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(search);
    layout->addWidget(m_banner);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_aboutBox);
    layout->addLayout(first);
    layout->addLayout(second);
}

void AskPane::ask()
{
    const QString question = m_question->text().simplified();
    if (question.isEmpty() || !m_document)
        return;
    send({question, m_followUp->isChecked() && !m_answers.isEmpty(), m_about});
}

void AskPane::send(const AskRequest& request)
{
    m_banner->clear();
    m_search->clear();
    m_last = request;
    m_about.clear();
    showAbout();
    emit askRequested(request);
}

void AskPane::setBook(const DocumentPtr& document, const QList<AnswerView>& answers)
{
    const bool other = !document || !m_document || document->book != m_document->book;
    m_document = document;
    m_text->setBook(document);
    if (other) {
        m_banner->clear();
        m_question->clear();
        m_search->clear();
        m_followUp->setChecked(false);
        m_about.clear();
        m_all = false;
        m_last = {};
        m_asked.clear();
    }
    suggest();
    showAbout();
    setAnswers(answers);
}

void AskPane::setAnswers(const QList<AnswerView>& answers)
{
    m_answers = answers;
    for (AnswerView& answer : m_answers)
        if (answer.id == 0)
            answer.id = m_nextId--;
    rebuild();
}

// Questions that only facts of the book go into.
void AskPane::suggest()
{
    m_suggestions.clear();
    if (!m_document || m_document->chapters.isEmpty())
        return;
    QStringList titles;
    for (const ChapterView& chapter : m_document->chapters)
        if (chapter.body && !chapter.title.isEmpty() && chapter.title.size() <= 60)
            titles << chapter.title;
    if (!titles.isEmpty())
        //: A question to a book; %1 is the title of a chapter.
        m_suggestions << tr("What happens in “%1”?").arg(titles.front());
    if (titles.size() > 1)
        //: A question to a book; %1 is the title of a chapter.
        m_suggestions << tr("What happens in “%1”?").arg(titles.back());
    if (m_document->chapters.size() > 1)
        m_suggestions << tr("How many chapters does the book have?");
}

QList<AnswerView> AskPane::found() const
{
    const QString words = m_search->text().simplified();
    if (words.isEmpty())
        return m_answers;
    QList<AnswerView> left;
    for (const AnswerView& answer : m_answers)
        if (answer.question.contains(words, Qt::CaseInsensitive) ||
            answer.text.contains(words, Qt::CaseInsensitive) ||
            std::any_of(answer.sentences.begin(), answer.sentences.end(),
                        [&words](const AnswerSentenceView& sentence) {
                            return sentence.text.contains(words, Qt::CaseInsensitive);
                        }))
            left << answer;
    return left;
}

const AnswerView* AskPane::answer(qint64 id) const
{
    const auto at = std::find_if(m_answers.begin(), m_answers.end(),
                                 [id](const AnswerView& answer) { return answer.id == id; });
    return at == m_answers.end() ? nullptr : &*at;
}

void AskPane::writeEmpty()
{
    if (m_document->chapters.isEmpty()) {
        m_text->title(tr("Nothing to ask"));
        m_text->text(tr("This file has no text; a scan has to go through a text recogniser "
                        "first."));
        return;
    }
    m_text->title(tr("Ask the book"));
    m_text->text(tr("Answers come from this book alone. Each sentence leads to the page it "
                    "rests on, and when the book does not say, the answer is just that."));
    if (!m_suggestions.isEmpty())
        m_text->aside(tr("To begin with:"));
    for (qsizetype i = 0; i < m_suggestions.size(); ++i)
        m_text->actions({{QStringLiteral("suggest/%1").arg(i), m_suggestions.at(i)}});
}

void AskPane::rebuild()
{
    m_text->reset();
    if (m_answers.isEmpty() && !m_running && m_document)
        writeEmpty();
    QList<AnswerView> shown = found();
    const bool searching = !m_search->text().simplified().isEmpty();
    if (searching && shown.isEmpty())
        m_text->text(tr("No question or answer has these words."));
    if (!searching && !m_all && shown.size() > kShown) {
        const int hidden = static_cast<int>(shown.size() - kShown);
        shown = shown.mid(hidden);
        m_text->fold(kFoldEarlier, tr("Show %n earlier question(s)", nullptr, hidden));
    }
    for (const AnswerView& answer : std::as_const(shown))
        write(answer, answer.id == m_answers.back().id);
    if (m_running) {
        m_text->beginLive(m_asked);
        m_text->live(tr("Reading…"));
        m_silent = true;
    }
    m_text->settle(m_text->verticalScrollBar()->maximum());
    updateControls();
}

void AskPane::writeNotFound(const AnswerView& answer)
{
    // With passages near, "does not say" would claim more than is known.
    m_text->notice(answer.closest.isEmpty()
                       ? tr("The book does not say.")
                       : tr("No answer was found in the book. These passages come closest."));
    for (const SourceView& source : answer.closest)
        //: In front of a quotation: what comes nearest to an answer.
        m_text->quotation(source, tr("Closest passage:"));
}

void AskPane::write(const AnswerView& answer, bool last)
{
    m_text->question(answer.question);
    for (const SourceView& about : answer.about)
        //: In front of a quotation that a question is about.
        m_text->quotation(about, tr("About:"));
    const bool facts = answer.strategy == Strategy::documentMap;
    if (!answer.found) {
        writeNotFound(answer);
    } else if (!answer.sentences.isEmpty()) {
        m_text->answer(answer.sentences, facts ? QString() : tr("not from the text"));
        const auto unsupported = std::count_if(
            answer.sentences.begin(), answer.sentences.end(),
            [](const AnswerSentenceView& sentence) { return sentence.sources.isEmpty(); });
        if (!facts && unsupported * 2 > answer.sentences.size())
            m_text->notice(tr("Weak evidence: most of this answer was not found in the book."));
    } else {
        m_text->text(answer.text);
    }
    QStringList notes{strategyLine(answer)};
    if (answer.followUp)
        notes << tr("The questions before it were in view.");
    if (!answer.warnings.isEmpty())
        notes << sentence(remarks(answer.warnings));
    notes.removeAll(QString());
    if (!notes.isEmpty())
        m_text->aside(notes.join(QLatin1Char(' ')));
    writeActions(answer, last);
}

void AskPane::writeActions(const AnswerView& answer, bool last)
{
    const QString id = QLatin1Char('/') + QString::number(answer.id);
    QList<PassageBrowser::Action> actions;
    if (last)
        actions.append({QStringLiteral("follow") + id, tr("Follow up")});
    actions.append({QStringLiteral("again") + id, tr("Ask again")});
    actions.append({QStringLiteral("edit") + id, tr("Edit")});
    actions.append({QStringLiteral("copy") + id, tr("Copy")});
    actions.append({QStringLiteral("remove") + id, tr("Remove")});
    m_text->actions(actions);
}

void AskPane::act(const QString& action)
{
    const QString what = action.section(QLatin1Char('/'), 0, 0);
    const qint64 number = action.section(QLatin1Char('/'), 1).toLongLong();
    if (what == QLatin1String("suggest")) {
        if (!m_running && number < m_suggestions.size())
            send({m_suggestions.at(number), false, {}});
        return;
    }
    const AnswerView* chosen = answer(number);
    if (chosen == nullptr)
        return;
    if (what == QLatin1String("again") && !m_running) {
        send({chosen->question, chosen->followUp, chosen->about});
    } else if (what == QLatin1String("edit")) {
        m_about = chosen->about;
        m_followUp->setChecked(chosen->followUp);
        m_question->setText(chosen->question);
        showAbout();
        focusQuestion();
    } else if (what == QLatin1String("follow")) {
        m_followUp->setChecked(true);
        focusQuestion();
    } else if (what == QLatin1String("copy")) {
        emit copyRequested({number}, CopyForm::rich);
    } else if (what == QLatin1String("remove")) {
        emit removeRequested({number});
    }
}

void AskPane::askAbout(const SourceView& passage)
{
    m_about = {passage};
    showAbout();
    focusQuestion();
}

void AskPane::explain(const SourceView& passage)
{
    //: A question to the model about a passage that somebody selected.
    send({tr("What does this passage mean?"), false, {passage}});
}

void AskPane::showAbout()
{
    m_aboutBox->setVisible(!m_about.isEmpty());
    if (m_about.isEmpty()) {
        m_question->setPlaceholderText(tr("Ask the book…"));
        return;
    }
    QString quote = m_about.front().quote.simplified();
    if (quote.size() > 160)
        quote = quote.left(160) + QChar(0x2026);
    //: Above the line for a question: the passage it will be about, and its page.
    m_aboutText->setText(tr("About “%1” (%2)").arg(quote, pageName(m_about.front())));
    m_question->setPlaceholderText(tr("Ask about this passage…"));
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
    AnswerView added = answer;
    if (added.id == 0)
        added.id = m_nextId--;
    m_answers.append(added);
    // The answer before it is the last no more, and no search hides the new one.
    const bool running = std::exchange(m_running, false);
    rebuild();
    m_running = running;
    m_silent = false;
    updateControls();
}

void AskPane::showFailure(const QString& sentence, const QString& detail)
{
    m_banner->say(sentence, detail);
    connect(m_banner->addButton(tr("Try again")), &QPushButton::clicked, this, [this] {
        if (!m_running && !m_last.question.isEmpty())
            send(AskRequest(m_last));
    });
    if (m_question->text().isEmpty())
        m_question->setText(m_asked.isEmpty() ? m_last.question : m_asked); // nothing is lost
}

void AskPane::showRemoved(const QList<qint64>& ids)
{
    m_banner->say(tr("%n question(s) removed.", nullptr, static_cast<int>(ids.size())), {},
                  Banner::Mood::note);
    connect(m_banner->addButton(tr("Undo")), &QPushButton::clicked, this, [this, ids] {
        m_banner->clear();
        emit restoreRequested(ids);
    });
    connect(m_banner->addButton(tr("Hide")), &QPushButton::clicked, m_banner, &Banner::clear);
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
    m_copy->setEnabled(!m_answers.isEmpty());
    m_clear->setEnabled(!m_answers.isEmpty() && !m_running);
    m_search->setVisible(m_answers.size() >= kSearchable);
    m_ask->setText(m_running ? tr("Stop") : tr("Ask"));
    m_ask->setEnabled(m_running ||
                      (m_document != nullptr && !m_question->text().simplified().isEmpty()));
}

} // namespace longhand::ui
