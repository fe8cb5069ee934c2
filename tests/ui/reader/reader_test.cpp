// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_assistant.h"
#include "ui/reader/find_text.h"
#include "ui/reader/flow_view.h"
#include "ui/reader/page_area.h"
#include "ui/reader/reader_pane.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

QList<PageView> pages(int count)
{
    QList<PageView> list;
    for (int i = 1; i <= count; ++i)
        list.append({i, {}, PageState::text, QSizeF(595, 842)});
    return list;
}

QImage paper(double pixels)
{
    QImage image(QSize(595, 842) * pixels, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

TEST(PageArea, AsksForOnePageAtATimeAndOnlyForThoseInView)
{
    PageArea area;
    area.resize(600, 500);
    QSignalSpy wanted(&area, &PageArea::pageWanted);
    area.setPages(pages(500));
    area.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&area));
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first().at(0).toInt(), 1);
    area.showPage(400);
    EXPECT_EQ(wanted.count(), 1); // the first is not answered yet
    area.setImage(1, wanted.first().at(1).toDouble(), paper(0.2));
    ASSERT_EQ(wanted.count(), 2);
    EXPECT_GE(wanted.last().at(0).toInt(), 399);
    EXPECT_EQ(area.currentPage(), 400);
}

TEST(PageArea, KeepsThePageInViewWhenZooming)
{
    PageArea area;
    area.resize(600, 500);
    area.setPages(pages(50));
    area.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&area));
    area.showPage(20);
    const double before = area.scale();
    area.zoom(1.5);
    EXPECT_NEAR(area.scale(), before * 1.5, 1e-9);
    EXPECT_EQ(area.currentPage(), 20);
    area.fitWidth();
    EXPECT_EQ(area.currentPage(), 20);
}

TEST(PageArea, APageThatCannotBeDrawnDoesNotStopTheOthers)
{
    PageArea area;
    area.resize(600, 2000);
    QSignalSpy wanted(&area, &PageArea::pageWanted);
    area.setPages(pages(3));
    area.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&area));
    area.setFailed(1, QStringLiteral("This page cannot be shown."));
    ASSERT_EQ(wanted.count(), 2);
    EXPECT_EQ(wanted.last().at(0).toInt(), 2);
}

TEST(PageArea, AMarkIsPaintedWhereItLies)
{
    PageArea area;
    area.resize(619, 900); // 12 pixels of margin on both sides: scale 1
    area.setPages(pages(1));
    area.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&area));
    area.resize(595 + 24 + area.width() - area.viewport()->width(), 900);
    ASSERT_NEAR(area.scale(), 1.0, 0.01);
    area.setImage(1, area.scale() * area.devicePixelRatioF(), paper(1.0));
    const auto at = [&](int x, int y) {
        const QImage shot = area.viewport()->grab().toImage();
        return shot.pixelColor(12 + x, 12 + y);
    };
    EXPECT_EQ(at(200, 107), QColor(Qt::white));
    area.setMarks({{1, QRectF(100, 100, 300, 14)}});
    EXPECT_NE(at(200, 107), QColor(Qt::white));
    EXPECT_EQ(at(200, 140), QColor(Qt::white));
}

TEST(FlowView, AParagraphIsABlockAndTheMarkCoversItsWords)
{
    const BookContents contents = sampleContents(sampleBook(1, 1, false));
    ChapterView chapter = contents.document->chapters.front();
    chapter.paragraphs[1].text = QStringLiteral("two\nlines of one paragraph");
    FlowView view;
    view.setChapter(chapter, QStringLiteral("en"));
    EXPECT_EQ(view.document()->blockCount(), 3);
    view.mark(1, 4, 9);
    const auto selections = view.extraSelections();
    ASSERT_EQ(selections.size(), 1);
    EXPECT_EQ(selections.front().cursor.selectedText(), QStringLiteral("lines"));
}

TEST(FlowView, TextThatLooksLikeMarkupIsShownAsItIs)
{
    ChapterView chapter;
    chapter.paragraphs.append({ParagraphKind::body, QStringLiteral("<b>&amp;</b>"), {}, 0});
    FlowView view;
    view.setChapter(chapter, QStringLiteral("en"));
    EXPECT_EQ(view.toPlainText(), QStringLiteral("<b>&amp;</b>"));
}

TEST(FindText, FindsEveryPlaceOfTheBookWhateverItsCase)
{
    const BookContents contents = sampleContents(sampleBook(1, 3, true));
    const auto hits = findAll(*contents.document, QStringLiteral("LINE 2"));
    ASSERT_EQ(hits.size(), 3);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(hits.at(i).chapter, i);
        EXPECT_EQ(hits.at(i).paragraph, 2);
        EXPECT_EQ(hits.at(i).quote, QStringLiteral("line 2"));
        EXPECT_EQ(hits.at(i).page, i + 1);
    }
    EXPECT_TRUE(findAll(*contents.document, QStringLiteral("kraken")).isEmpty());
    EXPECT_TRUE(findAll(*contents.document, QString()).isEmpty());
    EXPECT_TRUE(findAll(DocumentView{}, QStringLiteral("x")).isEmpty());
}

TEST(FindText, CountsInBytesWhereCharactersAreLonger)
{
    DocumentView document;
    document.chapters.append(ChapterView{});
    document.chapters[0].paragraphs.append(
        {ParagraphKind::body, QString::fromUtf8("é one é two é"), {}, 0});
    QList<quint32> begins;
    for (const SourceView& hit : findAll(document, QString::fromUtf8("é")))
        begins << hit.beginByte;
    EXPECT_EQ(begins, (QList<quint32>{0, 7, 14})); // é is two of them
}

TEST(FindText, GoesForwardsBackwardsAndRound)
{
    QList<SourceView> hits(3);
    for (int i = 0; i < 3; ++i)
        hits[i].chapter = 2 * i;
    SourceView at; // the first place itself
    EXPECT_EQ(nextHit(hits, at, Direction::forwards), 1);
    EXPECT_EQ(nextHit(hits, at, Direction::backwards), 2);
    at.chapter = 3;
    EXPECT_EQ(nextHit(hits, at, Direction::forwards), 2);
    EXPECT_EQ(nextHit(hits, at, Direction::backwards), 1);
    at.chapter = 4;
    EXPECT_EQ(nextHit(hits, at, Direction::forwards), 0);
    EXPECT_EQ(nextHit({}, at, Direction::forwards), -1);
}

TEST(ReaderPane, APassageOfABookWithPagesIsLookedUpOnItsPage)
{
    const BookContents contents = sampleContents(sampleBook(1, 30, true));
    ReaderPane pane;
    pane.resize(500, 600);
    pane.show();
    QSignalSpy locate(&pane, &ReaderPane::locateWanted);
    pane.setDocument(contents.document);
    EXPECT_TRUE(pane.showsPages());
    pane.showSource(sampleSource(contents, 17, 2));
    EXPECT_EQ(locate.count(), 1);
    EXPECT_EQ(pane.findChild<PageArea*>()->currentPage(), 18);
    EXPECT_EQ(pane.findChild<QComboBox*>("contents")->currentIndex(), 17);
}

TEST(ReaderPane, APassageOfABookWithoutPagesIsMarkedInItsText)
{
    const BookContents contents = sampleContents(sampleBook(1, 5, false));
    ReaderPane pane;
    pane.resize(500, 600);
    pane.show();
    pane.setDocument(contents.document);
    EXPECT_FALSE(pane.showsPages());
    const SourceView source = sampleSource(contents, 3, 2);
    pane.showSource(source);
    auto* flow = pane.findChild<FlowView*>();
    ASSERT_EQ(flow->extraSelections().size(), 1);
    EXPECT_EQ(flow->extraSelections().front().cursor.selectedText(), source.quote);
}

TEST(ReaderPane, SwitchingToTheTextKeepsThePlace)
{
    const BookContents contents = sampleContents(sampleBook(1, 30, true));
    ReaderPane pane;
    pane.resize(500, 600);
    pane.show();
    pane.setDocument(contents.document);
    pane.showPage(12);
    pane.setShowsPages(false);
    EXPECT_TRUE(pane.findChild<FlowView*>()->toPlainText().startsWith(QStringLiteral("Watch 12")));
    pane.setShowsPages(true);
    EXPECT_EQ(pane.findChild<PageArea*>()->currentPage(), 12);
}

TEST(ReaderPane, FindingGoesOnWithEachEnter)
{
    const BookContents contents = sampleContents(sampleBook(1, 5, false));
    ReaderPane pane;
    pane.resize(500, 600);
    pane.show();
    pane.setDocument(contents.document);
    pane.openFind();
    auto* words = pane.findChild<QLineEdit*>("findText");
    QTest::keyClicks(words, QStringLiteral("line 1"));
    for (const int place : {1, 2}) {
        QTest::keyClick(words, Qt::Key_Return);
        EXPECT_EQ(pane.findChild<QComboBox*>("contents")->currentIndex(), place - 1);
        EXPECT_EQ(pane.findChild<QLabel*>("findState")->text(),
                  QStringLiteral("%1 of 5").arg(place));
    }
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(pane.findChild<QComboBox*>("contents")->currentIndex(), 0);
}

TEST(ReaderPane, AClosedBookShowsNothing)
{
    ReaderPane pane;
    pane.setDocument(sampleContents(sampleBook(1, 3, true)).document);
    pane.setDocument({});
    EXPECT_EQ(pane.book(), 0);
    EXPECT_EQ(pane.findChild<PageArea*>()->currentPage(), 0);
    pane.showSource(SourceView{});
    pane.showPage(4);
}

} // namespace
} // namespace longhand::ui
