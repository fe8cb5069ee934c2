// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/translate/translate_fixture.h"
#include "ui/translate/side_view.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QMenu>
#include <QPlainTextEdit>

#include <functional>

namespace longhand::ui {
namespace {

class Proofreading : public TranslateWindow {
protected:
    void openTable(int done = 2)
    {
        openPane(done);
        part(TranslatePane::Proofread);
    }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    void waitForTyping() { QTest::qWait(200); }
};

TEST_F(Proofreading, AParagraphIsEditedInPlaceByKeys)
{
    openTable();
    EXPECT_EQ(table()->model()->rowCount(), 18);
    select(1);
    QTest::keyClick(table(), Qt::Key_F2);
    auto* editor = child<QPlainTextEdit>("targetEditor");
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Neu geschrieben."));
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_EQ(assistant.work.edits.size(), 1);
    EXPECT_EQ(assistant.work.edits[0].first.index, 1);
    EXPECT_EQ(assistant.work.edits[0].second, QStringLiteral("Neu geschrieben."));
    EXPECT_EQ(cell(1, 2), QStringLiteral("Neu geschrieben."));
    EXPECT_EQ(cell(1, 3), QString::fromUtf8("✎ edited"));
    EXPECT_TRUE(child<QPushButton>("undoCorrection")->isEnabled());
    child<QPushButton>("undoCorrection")->click();
    EXPECT_EQ(assistant.work.undone, 1);
}

TEST_F(Proofreading, EscapeLeavesAParagraphAsItWas)
{
    openTable();
    select(0);
    QTest::keyClick(table(), Qt::Key_F2);
    auto* editor = child<QPlainTextEdit>("targetEditor");
    ASSERT_NE(editor, nullptr);
    QTest::keyClicks(editor, QStringLiteral(" More."));
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_TRUE(assistant.work.edits.isEmpty());
}

TEST_F(Proofreading, ALockedParagraphCannotBeEditedOrTranslatedAgain)
{
    openTable();
    select(2);
    child<QPushButton>("lock")->click();
    EXPECT_EQ(cell(2, 3), QString::fromUtf8("✓ done · locked"));
    EXPECT_FALSE(child<QPushButton>("retranslate")->isEnabled());
    EXPECT_FALSE(table()->model()->flags(table()->model()->index(2, 2)).testFlag(Qt::ItemIsEditable));
    EXPECT_EQ(child<QPushButton>("lock")->text(), QStringLiteral("Unloc&k"));
    child<QPushButton>("lock")->click();
    EXPECT_EQ(cell(2, 3), QString::fromUtf8("✓ done"));
}

TEST_F(Proofreading, AParagraphIsTranslatedAgainWithAnInstruction)
{
    openTable();
    select(3);
    auto* instruction = child<QLineEdit>("instruction");
    QTest::keyClicks(instruction, QStringLiteral("more formal"));
    QTest::keyClick(instruction, Qt::Key_Return);
    ASSERT_EQ(assistant.work.instructions, QStringList{QStringLiteral("more formal")});
    EXPECT_EQ(assistant.work.again.second.chapter, 1);
    EXPECT_EQ(text("proofreadSaid"), QString::fromUtf8("Translating again…"));
    SegmentView better = segment(1, 0);
    better.target = QStringLiteral("Der Wärter verfasste eine Zeile.");
    emit assistant.work.segmentsChanged(pane()->id(), {better});
    emit assistant.work.retranslated(pane()->id(), {1, 0}, {});
    EXPECT_EQ(cell(3, 2), better.target);
    EXPECT_EQ(text("proofreadSaid"), QStringLiteral("Paragraph 1 of chapter 2 is translated again."));
    emit assistant.work.retranslated(pane()->id(), {1, 0}, QStringLiteral("It failed."));
    EXPECT_EQ(text("proofreadSaid"), QStringLiteral("It failed."));
}

TEST_F(Proofreading, AReplacementIsShownBeforeItIsMadeAndTakenBackAsOne)
{
    openTable();
    child<QPushButton>("openReplace")->click();
    child<QLineEdit>("replaceFind")->setText(QStringLiteral("Wärter 1"));
    child<QLineEdit>("replaceBy")->setText(QStringLiteral("Hüterin"));
    waitForTyping();
    EXPECT_EQ(table()->model()->rowCount(), 3);
    EXPECT_EQ(cell(0, 2), QStringLiteral("Hüterin schrieb Zeile 0."));
    EXPECT_TRUE(text("proofreadSaid").startsWith(QStringLiteral("3 paragraph")));
    EXPECT_TRUE(assistant.work.replacements.isEmpty());
    child<QPushButton>("replaceAll")->click();
    ASSERT_EQ(assistant.work.replacements.size(), 1);
    EXPECT_EQ(assistant.work.replacements[0].by, QStringLiteral("Hüterin"));
    EXPECT_TRUE(text("proofreadSaid").endsWith(QStringLiteral("Undo takes all of them back.")));
    EXPECT_EQ(table()->model()->rowCount(), 18);
    EXPECT_EQ(cell(1, 2), QStringLiteral("Hüterin schrieb Zeile 1."));
    child<QPushButton>("undoCorrection")->click();
    EXPECT_EQ(assistant.work.undone, 1);
}

TEST_F(Proofreading, APatternIsAppliedWithItsGroupsAndABrokenOneSaysSo)
{
    openTable();
    child<QPushButton>("openReplace")->click();
    child<QCheckBox>("replaceRegex")->setChecked(true);
    child<QLineEdit>("replaceFind")->setText(QStringLiteral("Wärter (\\d)"));
    child<QLineEdit>("replaceBy")->setText(QStringLiteral("$1. Wärter"));
    waitForTyping();
    EXPECT_EQ(cell(0, 2), QStringLiteral("1. Wärter schrieb Zeile 0."));
    child<QLineEdit>("replaceFind")->setText(QStringLiteral("("));
    waitForTyping();
    EXPECT_EQ(text("proofreadSaid"), QStringLiteral("This pattern is not complete."));
    EXPECT_FALSE(child<QPushButton>("replaceAll")->isEnabled());
}

TEST_F(Proofreading, EachCheckIsAFilterOfItsOwn)
{
    const QList<std::pair<QString, QString>> checks{
        {QStringLiteral("untranslated"), QStringLiteral("Left in the source language")},
        {QStringLiteral("empty"), QStringLiteral("Nothing came back")},
        {QStringLiteral("length_unusual"), QStringLiteral("Unusually long or short")},
        {QStringLiteral("repetition"), QStringLiteral("Repeats itself")},
        {QStringLiteral("same_as_neighbour"), QStringLiteral("The same as the paragraph beside it")},
        {QStringLiteral("quotes"), QStringLiteral("Numbers, quotation marks or punctuation")},
        {QStringLiteral("glossary"), QStringLiteral("A term of the glossary is missing")},
        {QStringLiteral("language"), QStringLiteral("In another language")},
        {QStringLiteral("gender"), QStringLiteral("Pronouns against the character sheet")}};
    for (int i = 0; i < checks.size(); ++i) {
        SegmentView doubtful = segment(i / 3, i % 3);
        doubtful.status = SegmentStatus::warned;
        doubtful.warningNames = {checks[i].first};
        doubtful.warnings = {checks[i].second};
        assistant.segments << doubtful;
    }
    openTable(0);
    for (int i = 0; i < checks.size(); ++i) {
        choose("filterWarning", checks[i].second);
        ASSERT_EQ(table()->model()->rowCount(), 1) << checks[i].first.toStdString();
        EXPECT_EQ(cell(0, 1), segment(i / 3, i % 3).source);
        EXPECT_EQ(cell(0, 3), QString::fromUtf8("▲ to check"));
    }
    choose("filterWarning", QStringLiteral("With a warning"));
    EXPECT_EQ(table()->model()->rowCount(), 9);
    EXPECT_EQ(text("segmentCounts"), QStringLiteral("9 of 18 paragraphs"));
}

TEST_F(Proofreading, StatesChaptersAndWordsFilterTogether)
{
    openTable();
    choose("filterStatus", QStringLiteral("Waiting"));
    EXPECT_EQ(table()->model()->rowCount(), 12);
    choose("filterStatus", QStringLiteral("Done"));
    child<QComboBox>("filterChapter")->setCurrentIndex(2);
    EXPECT_EQ(table()->model()->rowCount(), 3);
    child<QLineEdit>("filterText")->setText(QStringLiteral("zeile 2"));
    waitForTyping();
    EXPECT_EQ(table()->model()->rowCount(), 1);
    EXPECT_EQ(cell(0, 2), QStringLiteral("Wärter 2 schrieb Zeile 2."));
}

TEST_F(Proofreading, AnEarlierVersionCanBeTakenBack)
{
    openTable();
    SegmentView first = segment(0, 0);
    first.target = QStringLiteral("Die erste Fassung.");
    assistant.work.history = {first, segment(0, 0)};
    select(0);
    child<QPushButton>("history")->click();
    auto* menu = child<QMenu>("historyMenu");
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().size(), 2);
    EXPECT_FALSE(menu->actions()[0]->isEnabled()); // the one that stands now
    EXPECT_TRUE(menu->actions()[1]->text().contains(first.target));
    menu->actions()[1]->trigger();
    EXPECT_EQ(assistant.work.takenBack, 0);
    menu->close();
}

TEST_F(Proofreading, TwentyThousandParagraphsAnswerWithinATenthOfASecond)
{
    BookView book = sampleBook(1, 20, false);
    BookContents contents = sampleContents(book);
    auto document = std::make_shared<DocumentView>(*contents.document);
    for (int c = 0; c < document->chapters.size(); ++c) {
        QList<ParagraphView>& paragraphs = document->chapters[c].paragraphs;
        while (paragraphs.size() < 1000) {
            ParagraphView paragraph;
            paragraph.text = QStringLiteral("The keeper wrote line %1 of the ledger while the wind "
                                            "turned to the north-east and the lamp burned low.")
                                 .arg(paragraphs.size());
            paragraphs.append(paragraph);
        }
        for (int p = 0; p < 1000; ++p) {
            SegmentView each = segment(c, p);
            each.source = paragraphs.at(p).text;
            if (p % 50 == 0) {
                each.status = SegmentStatus::warned;
                each.warningNames = {QStringLiteral("numbers")};
            }
            assistant.segments << each;
        }
    }
    contents.document = document;
    assistant.books << book;
    assistant.contents.insert(1, contents);
    window = std::make_unique<MainWindow>(assistant, options);
    window->show();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    emit assistant.bookOpened(1, contents);
    trigger(QStringLiteral("Ctrl+5"));
    part(TranslatePane::Proofread);
    ASSERT_EQ(table()->model()->rowCount(), 20'000);
    const auto measure = [](const char* what, const std::function<void()>& act) {
        QElapsedTimer clock;
        clock.start();
        act();
        QCoreApplication::processEvents();
        const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        std::printf("%s: %.1f ms\n", what, ms);
        EXPECT_LT(ms, 100.0) << what;
    };
    measure("filter by warning", [&] {
        choose("filterWarning", QStringLiteral("Numbers, quotation marks or punctuation"));
    });
    EXPECT_EQ(table()->model()->rowCount(), 400);
    measure("no filter", [&] { child<QComboBox>("filterWarning")->setCurrentIndex(0); });
    measure("scroll to the end", [&] { table()->scrollToBottom(); });
    measure("select", [&] { select(19'000); });
    measure("edit", [&] { table()->model()->setData(table()->model()->index(19'000, 2), QStringLiteral("x")); });
    measure("all to locked", [&] { choose("filterStatus", QStringLiteral("Locked")); });
    measure("and back", [&] { child<QComboBox>("filterStatus")->setCurrentIndex(0); });
    measure("side by side", [&] { part(TranslatePane::Side); });
    auto* side = child<SideView>("sideBySide");
    measure("to the end of the book", [&] { QTest::keyClick(side, Qt::Key_End); });
    measure("a finished paragraph", [&] {
        emit assistant.work.segmentsChanged(pane()->id(), {segment(19, 999)});
    });
    part(TranslatePane::Proofread);
    child<QPushButton>("openReplace")->click();
    measure("preview of a replacement", [&] {
        child<QLineEdit>("replaceFind")->setText(QStringLiteral("Zeile 99"));
        emit child<QCheckBox>("replaceCase")->toggled(true);
    });
    EXPECT_EQ(table()->model()->rowCount(), 20 * 11);
}

} // namespace
} // namespace longhand::ui
