// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/findings_fixture.h"
#include "ui/ask/ask_pane.h"
#include "ui/common/passage_paint.h"

#include <QCheckBox>
#include <QScrollBar>
#include <QSignalSpy>

namespace longhand::ui {
namespace {

class Ask : public FindingsTest {
protected:
    void openWith(QList<AnswerView> answers, QSize size = {1000, 700})
    {
        assistant.found.answers[1] = answers;
        open(1, true, size);
        showTab(1);
        assistant.found.readAnswers(1);
    }
    void type(const QString& question)
    {
        auto* line = child<QLineEdit>("question");
        line->clear();
        QTest::keyClicks(line, question);
        QTest::keyClick(line, Qt::Key_Return);
    }
};

TEST_F(Ask, AQuestionIsTypedAnsweredAndItsChipPreviewsAndOpens)
{
    openWith({});
    type(QStringLiteral("Who wrote it?"));
    ASSERT_EQ(assistant.questions.size(), 1);
    EXPECT_EQ(assistant.questions[0].question, QStringLiteral("Who wrote it?"));
    EXPECT_FALSE(assistant.questions[0].followUp);
    emit assistant.jobStarted(1);
    EXPECT_EQ(child<QPushButton>("ask")->text(), QStringLiteral("Stop"));
    emit assistant.jobText(1, 0, QStringLiteral("The kee"));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("The kee")));
    answerJob(1, foundAnswer(QStringLiteral("Who wrote it?"), 11));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("The keeper wrote it.")));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("900 of 1,500 tokens")));
    EXPECT_TRUE(child<QLineEdit>("question")->text().isEmpty());
    QTest::mouseMove(browser("answers")->viewport(), chip("answers", QStringLiteral("p. 3")));
    EXPECT_TRUE(previews(QStringLiteral("Café keeper 3")));
    QSignalSpy opened(browser("answers"), &PassageBrowser::sourceActivated);
    click("answers", QStringLiteral("p. 3"));
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(Ask, StoppingCancelsTheQuestionAndKeepsWhatWasTyped)
{
    openWith({});
    type(QStringLiteral("Who?"));
    emit assistant.jobStarted(1);
    press("ask");
    EXPECT_EQ(assistant.cancelled, QList<JobId>{1});
    JobEnd end;
    end.state = JobState::cancelled;
    emit assistant.jobEnded(1, end);
    EXPECT_EQ(child<QPushButton>("ask")->text(), QStringLiteral("Ask"));
    EXPECT_FALSE(textOf("answers").contains(QStringLiteral("Reading")));
}

TEST_F(Ask, TheSameQuestionCanBeAskedAgainOrChanged)
{
    openWith({foundAnswer(QStringLiteral("Who wrote it?"), 11)});
    click("answers", QStringLiteral("Ask again"));
    ASSERT_EQ(assistant.questions.size(), 1);
    EXPECT_EQ(assistant.questions[0].question, QStringLiteral("Who wrote it?"));
    emit assistant.jobStarted(1);
    answerJob(1, foundAnswer(QStringLiteral("Who wrote it?"), 12));
    click("answers", QStringLiteral("Edit"));
    auto* line = child<QLineEdit>("question");
    EXPECT_EQ(line->text(), QStringLiteral("Who wrote it?"));
    EXPECT_TRUE(line->hasFocus());
    type(QStringLiteral("Who wrote it first?"));
    ASSERT_EQ(assistant.questions.size(), 2);
    EXPECT_EQ(assistant.questions[1].question, QStringLiteral("Who wrote it first?"));
}

TEST_F(Ask, AFollowUpIsMarkedAndTheAnswerSaysSo)
{
    openWith({foundAnswer(QStringLiteral("Who wrote it?"), 11)});
    EXPECT_FALSE(child<QCheckBox>("followUp")->isChecked());
    click("answers", QStringLiteral("Follow up"));
    EXPECT_TRUE(child<QCheckBox>("followUp")->isChecked());
    type(QStringLiteral("And when?"));
    ASSERT_EQ(assistant.questions.size(), 1);
    EXPECT_TRUE(assistant.questions[0].followUp);
    emit assistant.jobStarted(1);
    AnswerView answer = foundAnswer(QStringLiteral("And when?"), 12);
    answer.followUp = true;
    answerJob(1, answer);
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("questions before it were in view")));
}

TEST_F(Ask, TheFirstQuestionOfABookIsNeverAFollowUp)
{
    openWith({});
    EXPECT_FALSE(child<QCheckBox>("followUp")->isEnabled());
}

TEST_F(Ask, WhatTheBookDoesNotSayLooksDifferent)
{
    AnswerView none;
    none.id = 3;
    none.question = QStringLiteral("And the dragon?");
    AnswerView near = none;
    near.id = 4;
    near.closest = {sampleSource(sampleContents(sampleBook(1, 6, true)), 4, 1)};
    openWith({none, near});
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("\u25C7  The book does not say.")));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("No answer was found in the book")));
    bool shaded = false;
    for (QTextBlock block = browser("answers")->document()->begin(); block.isValid(); block = block.next())
        shaded = shaded || (block.text().contains(QStringLiteral("does not say")) &&
                            block.blockFormat().intProperty(kCardFormat) ==
                                static_cast<int>(PassageCard::notice));
    EXPECT_TRUE(shaded);
    click("answers", QStringLiteral("p. 5"));
}

TEST_F(Ask, WeakEvidenceIsSaid)
{
    AnswerView weak = foundAnswer(QStringLiteral("Why?"), 3);
    weak.sentences = {{QStringLiteral("Perhaps."), {}}, {QStringLiteral("Maybe."), {}},
                      weak.sentences.isEmpty() ? AnswerSentenceView{} : AnswerSentenceView{
                          QStringLiteral("It is so."), {}}};
    openWith({});
    weak.sentences[2].sources = {source(1)};
    assistant.found.answers[1] = {weak};
    assistant.found.readAnswers(1);
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Weak evidence")));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Perhaps.  \u25C7 not from the text")));
    AnswerView facts = weak;
    facts.strategy = Strategy::documentMap;
    assistant.found.answers[1] = {facts};
    assistant.found.readAnswers(1);
    EXPECT_FALSE(textOf("answers").contains(QStringLiteral("Weak evidence")));
    EXPECT_FALSE(textOf("answers").contains(QStringLiteral("not from the text")));
}

TEST_F(Ask, EveryFailureIsSaidAndTheQuestionIsNotLost)
{
    openWith({});
    type(QStringLiteral("Who?"));
    for (const ErrorKind kind : {ErrorKind::out_of_memory, ErrorKind::not_found,
                                 ErrorKind::unsupported, ErrorKind::internal, ErrorKind::invalid}) {
        emit assistant.jobStarted(assistant.lastJob);
        JobEnd end;
        end.state = JobState::failed;
        end.sentence = describe({kind, "why"}, Doing::working).sentence;
        ASSERT_FALSE(end.sentence.isEmpty());
        emit assistant.jobEnded(assistant.lastJob, end);
        EXPECT_TRUE(says("askPane", end.sentence));
        EXPECT_EQ(child<QLineEdit>("question")->text(), QStringLiteral("Who?"));
        pressIn("askPane", QStringLiteral("Try again"));
    }
    EXPECT_EQ(assistant.questions.size(), 6);
    EXPECT_EQ(assistant.questions.last().question, QStringLiteral("Who?"));
}

TEST_F(Ask, FirstQuestionsAreMadeOfTheBooksOwnChapters)
{
    openWith({});
    EXPECT_TRUE(textOf("answers").contains(QString::fromUtf8("What happens in “Watch 1”?")));
    EXPECT_TRUE(textOf("answers").contains(QString::fromUtf8("What happens in “Watch 6”?")));
    click("answers", QStringLiteral("How many chapters"));
    ASSERT_EQ(assistant.questions.size(), 1);
    EXPECT_TRUE(assistant.questions[0].question.startsWith(QStringLiteral("How many chapters")));
}

TEST_F(Ask, TheConversationIsThereAgainAndASearchLeavesWhatMatches)
{
    QList<AnswerView> answers;
    for (int i = 0; i < 6; ++i)
        answers << foundAnswer(QStringLiteral("Question number %1?").arg(i), 20 + i);
    openWith(answers);
    auto* search = child<QLineEdit>("searchAnswers");
    ASSERT_TRUE(search->isVisible());
    QTest::keyClicks(search, QStringLiteral("NUMBER 4"));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Question number 4?")));
    EXPECT_FALSE(textOf("answers").contains(QStringLiteral("Question number 3?")));
    search->setText(QStringLiteral("zebra"));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("No question or answer has these words")));
    type(QStringLiteral("New?")); // a new question ends the search
    EXPECT_TRUE(search->text().isEmpty());
}

TEST_F(Ask, ALongConversationShowsItsEndAndTheRestOnRequest)
{
    QList<AnswerView> answers;
    for (int i = 0; i < 60; ++i)
        answers << foundAnswer(QStringLiteral("Question number %1?").arg(i), 20 + i);
    openWith(answers);
    EXPECT_FALSE(textOf("answers").contains(QStringLiteral("Question number 5?")));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Question number 59?")));
    auto* bar = browser("answers")->verticalScrollBar();
    EXPECT_TRUE(comesTrue([bar] { return bar->value() == bar->maximum(); }));
    click("answers", QStringLiteral("20 earlier question"));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Question number 5?")));
}

TEST_F(Ask, OneQuestionOrAllCanBeRemovedAndTakenBack)
{
    openWith({foundAnswer(QStringLiteral("First?"), 1), foundAnswer(QStringLiteral("Second?"), 2)});
    click("answers", QStringLiteral("Remove"));
    EXPECT_FALSE(textOf("answers").contains(QStringLiteral("First?")));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Second?")));
    pressIn("askPane", QStringLiteral("Undo"));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("First?")));
    press("clearAnswers");
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Ask the book")));
    EXPECT_TRUE(says("askPane", QStringLiteral("2 question")));
    pressIn("askPane", QStringLiteral("Undo"));
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Second?")));
}

TEST_F(Ask, OneAnswerOrTheConversationIsCopiedAndExported)
{
    openWith({foundAnswer(QStringLiteral("First?"), 1), foundAnswer(QStringLiteral("Second?"), 2)});
    click("answers", QStringLiteral("Copy"));
    ASSERT_EQ(assistant.found.copies.size(), 1);
    EXPECT_EQ(assistant.found.copies[0].kind, ExportKind::answers);
    EXPECT_EQ(assistant.found.copies[0].answers, QList<qint64>{1});
    EXPECT_EQ(QApplication::clipboard()->mimeData()->html(), QStringLiteral("<p>rich</p>"));
    child<QToolButton>("copyAnswers")->menu()->actions().at(1)->trigger();
    ASSERT_EQ(assistant.found.copies.size(), 2);
    EXPECT_TRUE(assistant.found.copies[1].answers.isEmpty());
    EXPECT_EQ(QApplication::clipboard()->mimeData()->text(), QStringLiteral("*markdown*"));
    press("exportAnswers");
    chooseFile(QStringLiteral("/tmp/a.pdf"));
    ASSERT_EQ(assistant.exports.size(), 1);
    EXPECT_EQ(assistant.exports[0].kind, ExportKind::answers);
}

TEST_F(Ask, AQuestionAboutAPassageShowsItAndSendsItAlong)
{
    openWith({});
    window->panes().ask->askAbout(source(3));
    EXPECT_TRUE(child<QWidget>("aboutPassage")->isVisible());
    EXPECT_TRUE(says("askPane", QStringLiteral("Café keeper 4 wrote line 1")));
    EXPECT_TRUE(child<QLineEdit>("question")->hasFocus());
    type(QStringLiteral("What does this mean?"));
    ASSERT_EQ(assistant.questions.size(), 1);
    ASSERT_EQ(assistant.questions[0].about.size(), 1);
    EXPECT_EQ(assistant.questions[0].about[0].chapter, 3);
    EXPECT_FALSE(child<QWidget>("aboutPassage")->isVisible()); // it went with its question
    emit assistant.jobStarted(1);
    AnswerView answer = foundAnswer(QStringLiteral("What does this mean?"), 5);
    answer.about = assistant.questions[0].about;
    answerJob(1, answer);
    EXPECT_TRUE(textOf("answers").contains(QString::fromUtf8("About: “Café keeper 4")));
    click("answers", QStringLiteral("Ask again"));
    ASSERT_EQ(assistant.questions.size(), 2);
    EXPECT_EQ(assistant.questions[1].about.size(), 1);
}

TEST_F(Ask, APassageCanBePutAsideAgain)
{
    openWith({});
    window->panes().ask->askAbout(source(3));
    for (auto* button : child<QWidget>("aboutPassage")->findChildren<QToolButton*>())
        QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_FALSE(child<QWidget>("aboutPassage")->isVisible());
    type(QStringLiteral("Who?"));
    EXPECT_TRUE(assistant.questions.at(0).about.isEmpty());
}

TEST_F(Ask, EverythingIsReachedByKeysAlone)
{
    openWith({foundAnswer(QStringLiteral("First?"), 1)});
    trigger(QStringLiteral("Ctrl+L"));
    EXPECT_TRUE(child<QLineEdit>("question")->hasFocus());
    QSet<QString> seen;
    for (int i = 0; i < 60; ++i) {
        if (QWidget* focus = QApplication::focusWidget())
            seen.insert(focus->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char* name : {"question", "followUp", "clearAnswers", "copyAnswers", "exportAnswers",
                             "answers"})
        EXPECT_TRUE(seen.contains(QLatin1String(name))) << name;
    browser("answers")->setFocus();
    QStringList links;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(browser("answers"), Qt::Key_Tab);
        links << browser("answers")->textCursor().selectedText().replace(QChar(0x00A0), QLatin1Char(' '));
    }
    EXPECT_TRUE(links.contains(QStringLiteral("Ask again"))) << links.join(QLatin1Char('|')).toStdString();
}

TEST_F(Ask, ANarrowWindowKeepsEveryButtonInThePane)
{
    openWith({foundAnswer(QStringLiteral("First?"), 1)}, {640, 480});
    QTest::qWait(50);
    auto* pane = child<QWidget>("askPane");
    for (const char* name : {"question", "ask", "followUp", "clearAnswers", "copyAnswers", "exportAnswers"}) {
        const auto* widget = child<QWidget>(name);
        const QRect there(widget->mapTo(pane, QPoint(0, 0)), widget->size());
        EXPECT_TRUE(pane->rect().contains(there)) << name;
    }
}

TEST_F(Ask, AnotherBookHasAnotherConversation)
{
    assistant.found.answers[1] = {foundAnswer(QStringLiteral("x"), 1)};
    open(2, true);
    showTab(1);
    assistant.found.readAnswers(1);
    window->panes().ask->askAbout(source(3));
    window->bookDesk().openBook(2);
    EXPECT_TRUE(textOf("answers").contains(QStringLiteral("Ask the book")));
    EXPECT_FALSE(child<QWidget>("aboutPassage")->isVisible());
    emit assistant.answered(9, 1, foundAnswer(QStringLiteral("of the other"), 2));
    EXPECT_FALSE(textOf("answers").contains(QStringLiteral("of the other")));
}

TEST_F(Ask, AChineseConversationIsShownAsItIs)
{
    AnswerView answer;
    answer.id = 9;
    answer.question = QString::fromUtf8("谁写下了这一行？");
    answer.found = true;
    answer.sentences = {{QString::fromUtf8("守塔人写下的。"), {}}, {QString::fromUtf8("在第三夜。"), {}}};
    openWith({});
    answer.sentences[0].sources = {source(2)};
    answer.sentences[1].sources = {source(2)};
    assistant.found.answers[1] = {answer};
    assistant.found.readAnswers(1);
    EXPECT_TRUE(textOf("answers").contains(QString::fromUtf8("守塔人写下的。")));
    child<QLineEdit>("question")->setText(QString::fromUtf8("然后呢？")); // as an input method does
    press("ask");
    EXPECT_EQ(assistant.questions.at(0).question, QString::fromUtf8("然后呢？"));
}

} // namespace
} // namespace longhand::ui
