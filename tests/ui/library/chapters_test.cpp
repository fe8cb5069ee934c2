// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/window_fixture.h"
#include "ui/library/chapter_list.h"
#include "ui/library/library_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTreeView>

namespace longhand::ui {
namespace {

QList<ChapterStartView> startsOf(const DocumentPtr& document)
{
    QList<ChapterStartView> starts;
    int at = 0;
    for (const ChapterView& chapter : document->chapters) {
        starts.append({at, chapter.title, chapter.level, 1});
        at += static_cast<int>(chapter.paragraphs.size());
    }
    return starts;
}

TEST(ChapterList, JoinsDividesRenamesAndUndoesStepByStep)
{
    const DocumentPtr document = sampleContents(sampleBook(1, 4, true)).document;
    ChapterList list(document);
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto first = startsOf(document);
    list.begin(first);
    EXPECT_FALSE(list.canUndo());
    EXPECT_FALSE(list.join(0));
    EXPECT_TRUE(list.join(2));
    EXPECT_EQ(list.rowCount(), 3);
    EXPECT_EQ(list.paragraphs(1), (std::pair{3, 9}));
    EXPECT_TRUE(list.divide(4));
    EXPECT_FALSE(list.divide(4));
    EXPECT_FALSE(list.divide(-1));
    EXPECT_FALSE(list.divide(999));
    EXPECT_EQ(list.rowOf(4), 2);
    EXPECT_EQ(list.starts().at(2).paragraph, 4);
    EXPECT_FALSE(list.starts().at(2).title.isEmpty());
    EXPECT_TRUE(list.setData(list.index(0, 0), QStringLiteral(" A  name "), Qt::EditRole));
    EXPECT_EQ(list.starts().at(0).title, QStringLiteral("A name"));
    EXPECT_FALSE(list.setData(list.index(0, 1), 4, Qt::EditRole));
    for (int i = 0; i < 3; ++i)
        list.undo();
    EXPECT_EQ(list.starts(), first);
    EXPECT_FALSE(list.isChanged());
    EXPECT_FALSE(list.canUndo());
}

TEST(ChapterList, TheWordsOfItsChaptersAddUpToTheBook)
{
    const DocumentPtr document = sampleContents(sampleBook(1, 4, true)).document;
    ChapterList list(document);
    list.begin({{0, QStringLiteral("All"), 1, 1}});
    qint64 words = 0;
    for (const ChapterView& chapter : document->chapters)
        words += chapter.words;
    const qint64 shown =
        QLocale().toLongLong(list.index(0, ChapterList::Words).data().toString());
    EXPECT_LE(std::abs(shown - words), 1);
}

class Editor : public WindowTest {
protected:
    void openEditor()
    {
        open(2, false);
        assistant.bookShelf.starts = startsOf(assistant.contents.value(1).document);
        emit child<LibraryPage>("libraryPage")->bookActionRequested(BookAction::chapters, {1});
    }
    QTreeView* rows() { return child<QTreeView>("chapterRows"); }
};

TEST_F(Editor, SavesWhatWasArranged)
{
    openEditor();
    ASSERT_NE(child("chapterEditor"), nullptr);
    EXPECT_EQ(rows()->model()->rowCount(), 6);
    EXPECT_FALSE(child<QPushButton>("saveChapters")->isEnabled());
    rows()->setCurrentIndex(rows()->model()->index(3, 0));
    child<QPushButton>("joinChapter")->click();
    EXPECT_EQ(rows()->currentIndex().row(), 2);
    auto* text = child<QListView>("chapterText");
    text->setCurrentIndex(text->model()->index(1, 0));
    child<QPushButton>("divideChapter")->click();
    EXPECT_EQ(rows()->model()->rowCount(), 6);
    auto* undo = child<QPushButton>("undoChapters");
    EXPECT_EQ(undo->shortcut(), QKeySequence(QKeySequence::Undo));
    undo->click();
    EXPECT_EQ(rows()->model()->rowCount(), 5);
    child<QPushButton>("saveChapters")->click();
    EXPECT_EQ(assistant.bookShelf.set.size(), 5);
    EXPECT_FALSE(child("chapterEditor")->isVisible());
    EXPECT_EQ(assistant.opened.count(1), 2); // read again under its new chapters
}

TEST_F(Editor, AsksWhatHeadingsLookLikeBeforeItUsesThem)
{
    openEditor();
    assistant.bookShelf.fitting = {{0, QStringLiteral("Front"), 1, 0}, {6, QStringLiteral("Part 1"), 1, 1}};
    child<QComboBox>("headingPattern")->setEditText(QStringLiteral("Part #"));
    child<QPushButton>("tryPattern")->click();
    EXPECT_EQ(assistant.bookShelf.patterns, QStringList{QStringLiteral("Part #")});
    EXPECT_TRUE(child<QLabel>("patternResult")->text().contains(QStringLiteral("2 chapters")));
    EXPECT_EQ(rows()->model()->rowCount(), 6);
    child<QPushButton>("usePattern")->click();
    EXPECT_EQ(rows()->model()->rowCount(), 2);
    assistant.bookShelf.fitting.clear();
    child<QPushButton>("tryPattern")->click();
    EXPECT_FALSE(child<QPushButton>("usePattern")->isEnabled());
    EXPECT_TRUE(child<QLabel>("patternResult")->text().contains(QStringLiteral("No paragraph")));
}

TEST_F(Editor, SaysWhyItCouldNotSaveAndKeepsTheWork)
{
    openEditor();
    rows()->setCurrentIndex(rows()->model()->index(1, 0));
    child<QPushButton>("joinChapter")->click();
    emit assistant.bookShelf.failed(describe({ErrorKind::busy, "job 3"}, Doing::changingBook));
    EXPECT_TRUE(child("chapterEditor")->isVisible());
    EXPECT_EQ(rows()->model()->rowCount(), 5);
}

TEST_F(Editor, OpensForABookThatIsNotTheOneShown)
{
    open(2, false);
    ASSERT_EQ(window->bookDesk().book(), 1);
    assistant.bookShelf.starts = startsOf(assistant.contents.value(2).document);
    emit child<LibraryPage>("libraryPage")->bookActionRequested(BookAction::chapters, {2});
    ASSERT_NE(child("chapterEditor"), nullptr);
    EXPECT_TRUE(child("chapterEditor")->windowTitle().contains(QStringLiteral("Ledger 2")));
}

} // namespace
} // namespace longhand::ui
