// SPDX-License-Identifier: GPL-3.0-or-later
// A passage is selected, on a page or in the text, and something is asked of it.
#include "tests/ui/support/window_fixture.h"
#include "ui/reader/flow_view.h"
#include "ui/reader/page_area.h"
#include "ui/reader/page_selection.h"
#include "ui/reader/passage_bar.h"
#include "ui/reader/reader_pane.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTextFrame>
#include <QTreeWidget>

namespace longhand::ui {
namespace {

class ReaderWindow : public WindowTest {
protected:
    PageArea* pages() { return child<PageArea>("pageArea"); }
    FlowView* flow() { return child<FlowView>("flowView"); }
    ReaderPane* reader() { return child<ReaderPane>("readerPane"); }
    // Where a point of the page in view lies on the screen.
    QPoint at(double x, double y)
    {
        const QRectF page = pages()->pageRect(pages()->currentPage() - 1);
        return (page.topLeft() + QPointF(x, y) * pages()->scale()).toPoint();
    }
    // Of samplePageText: a line every 18 points from 300 on, a character every 6 from 72 on.
    void drag(int line, int from, int to)
    {
        QWidget* view = pages()->viewport();
        const double y = 306.0 + 18.0 * line;
        QTest::mousePress(view, Qt::LeftButton, {}, at(75.0 + 6.0 * from, y));
        QTest::mouseMove(view, at(75.0 + 6.0 * (from + 1), y));
        QMouseEvent move(QEvent::MouseMove, at(75.0 + 6.0 * to, y),
                         view->mapToGlobal(at(75.0 + 6.0 * to, y)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(view, &move);
        QTest::mouseRelease(view, Qt::LeftButton, {}, at(75.0 + 6.0 * to, y));
    }
    // "keeper 1" in the second paragraph: characters 5 to 12.
    void selectOnPage()
    {
        open(1, true, {1200, 800});
        ASSERT_TRUE(comesTrue([&] { return !pages()->currentText().glyphs.isEmpty(); }));
        drag(1, 5, 12);
    }
    // The same words in the text, by keys alone.
    void selectInText()
    {
        open(1, false, {1200, 800});
        trigger(QStringLiteral("Ctrl+2"));
        ASSERT_TRUE(flow()->hasFocus());
        QTest::keyClick(flow(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(flow(), Qt::Key_Down);
        QTest::keyClick(flow(), Qt::Key_Home);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(flow(), Qt::Key_Right);
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(flow(), Qt::Key_Right, Qt::ShiftModifier);
    }
};

TEST_F(ReaderWindow, WordsOfAPageAreSelectedWithTheMouse)
{
    selectOnPage();
    EXPECT_EQ(pages()->selectedText(), QStringLiteral("keeper 1"));
    const auto passage = reader()->selection();
    ASSERT_TRUE(passage);
    EXPECT_EQ(passage->chapter, 0);
    EXPECT_EQ(passage->paragraph, 1);
    EXPECT_EQ(passage->beginByte, 6U); // "Café " has six bytes
    EXPECT_EQ(passage->endByte, 14U);
    EXPECT_EQ(passage->page, 1);
}

TEST_F(ReaderWindow, AClickTakesTheSelectionAwayAndADoubleClickSelectsAWord)
{
    selectOnPage();
    EXPECT_TRUE(comesTrue([&] { return child("passageBar")->isVisible(); }));
    QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, at(75, 306));
    EXPECT_FALSE(reader()->selection());
    EXPECT_FALSE(child("passageBar")->isVisible());
    QTest::mouseDClick(pages()->viewport(), Qt::LeftButton, {}, at(75 + 6 * 8, 324));
    EXPECT_EQ(pages()->selectedText(), QStringLiteral("keeper"));
}

TEST_F(ReaderWindow, ASelectedPassageIsAskedAbout)
{
    selectOnPage();
    ASSERT_TRUE(comesTrue([&] { return child("passageBar")->isVisible(); }));
    QTest::mouseClick(child<QPushButton>("askPassage"), Qt::LeftButton);
    EXPECT_EQ(child<QTabWidget>("tabs")->currentIndex(), 1);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Who is it?"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ASSERT_EQ(assistant.questions.size(), 1);
    EXPECT_EQ(assistant.questions.front().question, QStringLiteral("Who is it?"));
    ASSERT_EQ(assistant.questions.front().about.size(), 1);
    EXPECT_EQ(assistant.questions.front().about.front().quote, QStringLiteral("keeper 1"));
}

TEST_F(ReaderWindow, ASelectedPassageIsExplainedByKeysAlone)
{
    selectInText();
    trigger(QStringLiteral("Ctrl+Shift+E"));
    ASSERT_EQ(assistant.questions.size(), 1);
    EXPECT_FALSE(assistant.questions.front().question.isEmpty());
    ASSERT_EQ(assistant.questions.front().about.size(), 1);
    const SourceView& about = assistant.questions.front().about.front();
    EXPECT_EQ(about.quote, QStringLiteral("keeper 1"));
    EXPECT_EQ(about.paragraph, 1);
    EXPECT_EQ(about.beginByte, 6U);
    EXPECT_EQ(child<QTabWidget>("tabs")->currentIndex(), 1);
}

TEST_F(ReaderWindow, ASelectedPassageIsTranslatedBelowTheText)
{
    selectInText();
    trigger(QStringLiteral("Ctrl+Shift+T"));
    EXPECT_EQ(assistant.work.passages, QStringList{QStringLiteral("keeper 1")});
    EXPECT_EQ(assistant.work.passageId.book, 1);
    auto* text = child<QTextBrowser>("passageTranslation");
    ASSERT_TRUE(text->isVisible());
    emit assistant.work.passageWritten(QString::fromUtf8("守塔"));
    EXPECT_EQ(text->toPlainText(), QString::fromUtf8("守塔"));
    emit assistant.work.passageTranslated(QString::fromUtf8("守塔人"), {});
    EXPECT_EQ(text->toPlainText(), QString::fromUtf8("守塔人"));
    QTest::mouseClick(child<QPushButton>("copyTranslation"), Qt::LeftButton);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QString::fromUtf8("守塔人"));
    QTest::keyClick(text, Qt::Key_Escape);
    EXPECT_FALSE(text->isVisible());
    EXPECT_EQ(assistant.work.passagesLeft, 1);
}

TEST_F(ReaderWindow, APassageThatCannotBeTranslatedSaysWhyInItsPlace)
{
    selectInText();
    trigger(QStringLiteral("Ctrl+Shift+T"));
    emit assistant.work.passageTranslated({}, QStringLiteral("The model cannot do it."));
    EXPECT_EQ(child<QTextBrowser>("passageTranslation")->toPlainText(),
              QStringLiteral("The model cannot do it."));
}

TEST_F(ReaderWindow, WithoutASelectionTheCommandsSayWhatToDo)
{
    open(1, true);
    trigger(QStringLiteral("Ctrl+Shift+L"));
    EXPECT_EQ(window->statusBar()->currentMessage(),
              QStringLiteral("Select a passage of the book first."));
    EXPECT_TRUE(assistant.questions.isEmpty());
}

TEST_F(ReaderWindow, TheContentsStandBesideTheBookAndLeadIntoIt)
{
    open(1, true, {1200, 800});
    auto* contents = child<QTreeWidget>("contentsTree");
    ASSERT_TRUE(contents->isVisible());
    ASSERT_EQ(contents->topLevelItemCount(), 6);
    EXPECT_EQ(contents->topLevelItem(3)->text(1), QStringLiteral("4"));
    contents->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(contents, Qt::Key_Down);
    QTest::keyClick(contents, Qt::Key_Return);
    EXPECT_EQ(pages()->currentPage(), 4);
    pages()->showPage(6);
    EXPECT_EQ(contents->currentItem(), contents->topLevelItem(5));
}

TEST_F(ReaderWindow, PartsWithinPartsAreIndented)
{
    const BookView book = sampleBook(1, 3, false);
    BookContents contents = sampleContents(book);
    auto document = std::make_shared<DocumentView>(*contents.document);
    document->chapters[1].level = 2;
    contents.document = document;
    assistant.books << book;
    assistant.contents.insert(1, contents);
    open(0, false, {1200, 800});
    auto* tree = child<QTreeWidget>("contentsTree");
    ASSERT_EQ(tree->topLevelItemCount(), 2);
    EXPECT_EQ(tree->topLevelItem(0)->childCount(), 1);
    EXPECT_TRUE(tree->isColumnHidden(1)); // there are no pages
}

TEST_F(ReaderWindow, ABookIsOpenedWhereItWasLeft)
{
    open(2, true, {1200, 800});
    const BookId first = reader()->book();
    pages()->showPage(5);
    emit assistant.bookOpened(0, {}); // not asked for: changes nothing
    window->bookDesk().openBook(first == 1 ? 2 : 1);
    ASSERT_NE(reader()->book(), first);
    EXPECT_EQ(pages()->currentPage(), 1);
    window->bookDesk().openBook(first);
    EXPECT_EQ(pages()->currentPage(), 5);
}

TEST_F(ReaderWindow, ATextIsOpenedWhereItWasLeftAfterARestart)
{
    const QTemporaryDir folder;
    options.settingsFile = folder.filePath(QStringLiteral("window.ini"));
    open(1, false);
    reader()->goToChapter(4);
    window->close();
    window = std::make_unique<MainWindow>(assistant, options);
    window->show();
    EXPECT_TRUE(flow()->toPlainText().startsWith(QStringLiteral("Watch 5")));
}

TEST_F(ReaderWindow, EveryPlaceFoundIsCountedAndMarked)
{
    open(1, true, {1200, 800});
    ASSERT_TRUE(comesTrue([&] { return !pages()->currentText().glyphs.isEmpty(); }));
    const QImage before = pages()->viewport()->grab().toImage();
    trigger(QStringLiteral("Ctrl+F"));
    QTest::keyClicks(child<QLineEdit>("findText"), QStringLiteral("ledger"));
    EXPECT_TRUE(comesTrue(
        [&] { return child<QLabel>("findState")->text().startsWith(QStringLiteral("12 place")); }));
    // The line "Café keeper 1 wrote line 1 in the ledger." ends with it: characters 34 to 39.
    const QPoint word = at(75 + 6 * 36, 324);
    EXPECT_NE(pages()->viewport()->grab().toImage().pixel(word), before.pixel(word));
    QTest::keyClick(child<QLineEdit>("findText"), Qt::Key_Escape);
    EXPECT_FALSE(child("findBar")->isVisible());
    EXPECT_EQ(pages()->viewport()->grab().toImage().pixel(word), before.pixel(word));
}

TEST_F(ReaderWindow, ScreenReadersHearTheTextOfThePageInView)
{
    open(1, true, {1200, 800});
    ASSERT_TRUE(comesTrue([&] { return !pages()->currentText().glyphs.isEmpty(); }));
    QAccessibleInterface* page = QAccessible::queryAccessibleInterface(pages());
    ASSERT_NE(page, nullptr);
    QAccessibleTextInterface* text = page->textInterface();
    ASSERT_NE(text, nullptr);
    EXPECT_EQ(text->text(0, 7), QStringLiteral("Watch 1"));
    EXPECT_EQ(text->characterCount(), pages()->currentText().text.size());
    const QRect first = text->characterRect(0);
    EXPECT_EQ(text->offsetAtPoint(first.center()), 0);
}

TEST(FlowText, ANoteAndAReadingAreShownWhereTheyBelong)
{
    ChapterView chapter;
    ParagraphView paragraph;
    paragraph.text = QString::fromUtf8("漢字 and a note1");
    paragraph.spans = {{SpanKind::ruby, 0, 2, QString::fromUtf8("かんじ")},
                       {SpanKind::note, 13, 14, QStringLiteral("1 A footnote.")}};
    chapter.paragraphs.append(paragraph);
    FlowView view;
    view.setChapter(chapter, QStringLiteral("ja"));
    QTextCursor cursor(view.document());
    cursor.setPosition(1);
    EXPECT_EQ(cursor.charFormat().toolTip(), QString::fromUtf8("かんじ"));
    cursor.setPosition(14);
    EXPECT_EQ(cursor.charFormat().toolTip(), QStringLiteral("1 A footnote."));
    cursor.setPosition(8);
    EXPECT_TRUE(cursor.charFormat().toolTip().isEmpty());
}

TEST(FlowText, LinesStayReadableInAWideWindow)
{
    const BookContents contents = sampleContents(sampleBook(1, 1, false));
    FlowView view;
    view.resize(2400, 800);
    view.show();
    view.setChapter(contents.document->chapters.front(), QStringLiteral("en"));
    const QTextFrameFormat wide = view.document()->rootFrame()->frameFormat();
    const double measure = 2400 - wide.leftMargin() - wide.rightMargin();
    const double letter = QFontMetricsF(view.document()->defaultFont()).averageCharWidth();
    EXPECT_LT(measure / letter, 90.0);
    view.resize(400, 800);
    EXPECT_LT(view.document()->rootFrame()->frameFormat().leftMargin(), 40.0);
}

TEST(FlowText, ARightToLeftParagraphRunsFromTheRight)
{
    ChapterView chapter;
    chapter.paragraphs.append({ParagraphKind::body, QString::fromUtf8("كتب الحارس سطرا."), {}, 0});
    chapter.paragraphs.append({ParagraphKind::body, QStringLiteral("A line."), {}, 0});
    FlowView view;
    view.resize(500, 300);
    view.show();
    view.setChapter(chapter, QStringLiteral("ar"));
    QTextCursor arabic(view.document());
    QTextCursor latin(view.document()->lastBlock());
    EXPECT_GT(view.cursorRect(arabic).left(), 250);
    EXPECT_LT(view.cursorRect(latin).left(), 250);
}

TEST(PageGeometry, AChineseCharacterIsAWordOfItsOwn)
{
    PageTextView text;
    text.text = QString::fromUtf8("守塔 keeper");
    for (qsizetype i = 0; i < text.text.size(); ++i)
        text.glyphs.append({0, 0, 0, 0, QRectF(10.0 * static_cast<double>(i), 0, 10, 12), i});
    EXPECT_EQ(wordAt(text, 1), std::pair(qsizetype{1}, qsizetype{1}));
    EXPECT_EQ(wordAt(text, 5), std::pair(qsizetype{3}, qsizetype{8}));
    EXPECT_EQ(glyphAt(text, QPointF(34, 200)), 3); // nearest of the nearest line
}

TEST(PageGeometry, APassageOverSeveralParagraphsIsTheLongestPartOfIt)
{
    const BookContents contents = sampleContents(sampleBook(1, 1, true));
    const PageTextView text = samplePageText(contents, 1);
    const auto passage = passageOf(text, 3, text.glyphs.size() - 1);
    ASSERT_TRUE(passage);
    EXPECT_EQ(passage->paragraph, 1);
    EXPECT_EQ(passage->quote, contents.document->chapters[0].paragraphs[1].text);
    EXPECT_EQ(linesOf(text, 0, text.glyphs.size() - 1).size(), 3);
    EXPECT_FALSE(passageOf(text, 4, 2));
}

} // namespace
} // namespace longhand::ui
