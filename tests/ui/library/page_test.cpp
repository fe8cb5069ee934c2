// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/window_fixture.h"
#include "ui/library/hits_model.h"
#include "ui/library/library_model.h"
#include "ui/library/library_page.h"
#include "ui/reader/flow_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>

namespace longhand::ui {
namespace {

class Page : public WindowTest {
protected:
    void openLibrary(int books, bool pages = false)
    {
        open(books, pages);
        trigger(QStringLiteral("Ctrl+1"));
    }
    QListView* tiles() { return child<QListView>("libraryTiles"); }
    QStringList titles()
    {
        QStringList titles;
        for (int row = 0; row < tiles()->model()->rowCount(); ++row)
            titles << tiles()->model()->index(row, 0).data().toString();
        return titles;
    }
    void type(const QString& words)
    {
        child<QLineEdit>("librarySearch")->setText(words);
    }
    QString notice()
    {
        QStringList texts;
        for (const QLabel* label : child("notice")->findChildren<QLabel*>())
            if (label->isVisible())
                texts << label->text();
        return texts.join(QLatin1Char(' '));
    }
};

TEST_F(Page, ShowsEveryBookAsACardOrInATable)
{
    openLibrary(3);
    EXPECT_TRUE(child("libraryPage")->isVisible());
    EXPECT_FALSE(child("libraryPane")->isVisible());
    EXPECT_EQ(titles().size(), 3);
    child<QAbstractButton>("showTable")->click();
    EXPECT_TRUE(child("libraryTable")->isVisible());
    EXPECT_FALSE(tiles()->isVisible());
    EXPECT_TRUE(child<QLabel>("libraryCounts")->text().startsWith(QStringLiteral("3 books")));
}

TEST_F(Page, OpensABookByKeyboardAndComesBack)
{
    openLibrary(3);
    tiles()->setCurrentIndex(tiles()->model()->index(1, 0));
    QTest::keyClick(tiles(), Qt::Key_Return);
    EXPECT_EQ(window->bookDesk().book(), 2);
    EXPECT_FALSE(child("libraryPage")->isVisible());
    trigger(QStringLiteral("Ctrl+1"));
    EXPECT_TRUE(child("libraryPage")->isVisible());
    EXPECT_EQ(tiles()->currentIndex().row(), 1);
    QTest::keyClick(tiles(), Qt::Key_Return); // the book that is open already
    EXPECT_FALSE(child("libraryPage")->isVisible());
}

TEST_F(Page, SortsInBothViews)
{
    open(0, false);
    for (int i = 1; i <= 3; ++i) {
        BookView book = sampleBook(i, i == 2 ? 9 : i, false);
        book.title = QStringList{QStringLiteral("Banana"), QStringLiteral("apple"),
                                 QStringLiteral("Cherry")}[i - 1];
        assistant.books << book;
    }
    assistant.refreshBooks();
    trigger(QStringLiteral("Ctrl+1"));
    child<QComboBox>("librarySort")->setCurrentIndex(1);
    EXPECT_EQ(titles(), (QStringList{"apple", "Banana", "Cherry"}));
    child<QComboBox>("librarySort")->setCurrentIndex(3);
    EXPECT_EQ(titles().front(), QStringLiteral("apple")); // nine chapters
    child<QAbstractButton>("showTable")->click();
    child<QTreeView>("libraryTable")->header()->setSortIndicator(LibraryModel::Title, Qt::DescendingOrder);
    EXPECT_EQ(titles(), (QStringList{"Cherry", "Banana", "apple"}));
}

TEST_F(Page, TypingNarrowsTheTitlesAndFindsPlacesInTheTexts)
{
    openLibrary(12);
    HitView hit;
    hit.book = 7;
    hit.source = sampleSource(sampleContents(sampleBook(7, 6, false)), 4, 1);
    hit.snippet = QStringLiteral("the ledger lay open");
    hit.marks = {{4, 6}};
    assistant.bookShelf.hits.insert(QStringLiteral("Ledger 7"), {hit});
    trigger(QStringLiteral("Ctrl+Shift+F"));
    type(QStringLiteral("Ledger 7"));
    EXPECT_EQ(titles().size(), 1);
    EXPECT_TRUE(assistant.bookShelf.searches.isEmpty()); // not at every key
    EXPECT_TRUE(comesTrue([&] {
        return assistant.bookShelf.searches == QStringList{QStringLiteral("Ledger 7")};
    }));
    EXPECT_TRUE(child("hits")->isVisible());
    EXPECT_TRUE(child<QLabel>("hitsLine")->text().contains(QStringLiteral("1 place")));
    auto* hits = child<QListView>("hits");
    EXPECT_TRUE(hits->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(
        QStringLiteral("Lighthouse Ledger 7")));
    QTest::keyClick(hits, Qt::Key_Down);
    hits->setCurrentIndex(hits->model()->index(0, 0));
    QTest::keyClick(hits, Qt::Key_Return);
    EXPECT_EQ(window->bookDesk().book(), 7);
    EXPECT_EQ(child<QComboBox>("contents")->currentIndex(), 4);
}

TEST_F(Page, AnAnswerToAnEarlierSearchIsNotShown)
{
    openLibrary(2);
    type(QStringLiteral("new"));
    emit assistant.bookShelf.searched(QStringLiteral("old"), {HitView{}});
    EXPECT_EQ(child<QListView>("hits")->model()->rowCount(), 0);
    type(QString());
    EXPECT_FALSE(child("hits")->isVisible());
}

TEST_F(Page, RemovingIsUndoneByOneButton)
{
    openLibrary(3);
    tiles()->selectAll();
    QTest::keyClick(tiles(), Qt::Key_Delete);
    EXPECT_TRUE(child("welcomePage")->isVisible());
    EXPECT_EQ(assistant.bookShelf.bin.size(), 3);
    EXPECT_TRUE(notice().contains(QStringLiteral("3 books")));
    child<QPushButton>("undoRemoval")->click();
    EXPECT_TRUE(assistant.bookShelf.bin.isEmpty());
    EXPECT_EQ(titles().size(), 3);
    EXPECT_TRUE(child("libraryPage")->isVisible());
}

TEST_F(Page, RemovingOneLeavesThePersonWhereTheyAre)
{
    openLibrary(3);
    tiles()->setCurrentIndex(tiles()->model()->index(0, 0));
    const BookId open = window->bookDesk().book();
    ASSERT_EQ(open, 1);
    QTest::keyClick(tiles(), Qt::Key_Delete);
    EXPECT_TRUE(child("libraryPage")->isVisible()); // the neighbour is not opened
    EXPECT_EQ(window->bookDesk().book(), 0);
    EXPECT_TRUE(notice().contains(QStringLiteral("“The Lighthouse Ledger 1” was removed")));
}

TEST_F(Page, AFolderBecomesItsBooksAndSaysWhatWasLeftOut)
{
    openLibrary(1);
    assistant.bookShelf.found.files = {QStringLiteral("/n/a.txt"), QStringLiteral("/n/b.pdf")};
    assistant.bookShelf.found.others = 3;
    window->addFiles({QStringLiteral("/n")});
    EXPECT_EQ(assistant.bookShelf.looked, QStringList{QStringLiteral("/n")});
    EXPECT_EQ(assistant.imports, (QStringList{"/n/a.txt", "/n/b.pdf"}));
    EXPECT_TRUE(notice().contains(QStringLiteral("3 other files"))) << notice().toStdString();
    EXPECT_EQ(titles().size(), 3); // the files stand above the book at once
}

TEST_F(Page, DuplicatesAreSaidOnceForAll)
{
    openLibrary(2);
    window->addFiles({QStringLiteral("/n/a.txt"), QStringLiteral("/n/b.txt")});
    emit assistant.importEnded(1, 1, true, {});
    EXPECT_FALSE(notice().contains(QStringLiteral("already")));
    emit assistant.importEnded(2, 2, true, {});
    EXPECT_TRUE(notice().contains(QStringLiteral("2 files were already")));
}

TEST_F(Page, AFileThatFailedCanBeTriedAgain)
{
    openLibrary(1);
    window->addFiles({QStringLiteral("/n/a.pdf")});
    emit assistant.importEnded(1, 0, false,
                               describe({ErrorKind::unreadable, "x"}, Doing::importingFile, "a.pdf"));
    EXPECT_EQ(titles().size(), 2);
    emit child<LibraryPage>("libraryPage")->importActionRequested(ImportAction::again, 1);
    EXPECT_EQ(assistant.imports.size(), 2);
    EXPECT_TRUE(window->panes().books->card(0).failure.isEmpty());
    emit child<LibraryPage>("libraryPage")->importActionRequested(ImportAction::dismiss, 2);
    EXPECT_EQ(titles().size(), 1);
}

TEST_F(Page, ABookIsRenamedWithF2)
{
    openLibrary(2);
    tiles()->setCurrentIndex(tiles()->model()->index(0, 0));
    QTest::keyClick(tiles(), Qt::Key_F2);
    auto* dialog = child<QInputDialog>("renameDialog");
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->textValue(), QStringLiteral("The Lighthouse Ledger 1"));
    dialog->setTextValue(QStringLiteral("  Another name "));
    dialog->accept();
    ASSERT_EQ(assistant.bookShelf.renamed.size(), 1);
    EXPECT_EQ(assistant.bookShelf.renamed[0].second, QStringLiteral("Another name"));
}

TEST_F(Page, TellsWhatABookTakesAndFreesWhatItCan)
{
    assistant.bookShelf.use = {1'200'000, 300'000, 0, 50'000, 2'500'000};
    openLibrary(1);
    emit child<LibraryPage>("libraryPage")->bookActionRequested(BookAction::disk, {1});
    auto* parts = child<QTreeWidget>("diskParts");
    ASSERT_NE(parts, nullptr);
    EXPECT_EQ(parts->topLevelItemCount(), 5); // no pages in this book
    EXPECT_EQ(parts->topLevelItem(4)->text(1), QStringLiteral("4.0 MB"));
    EXPECT_TRUE(child<QLabel>("diskLine")->text().contains(QStringLiteral("2.5 MB")));
    child<QPushButton>("freeHistory")->click();
    EXPECT_FALSE(child<QPushButton>("freeHistory")->isEnabled());
    EXPECT_FALSE(child<QPushButton>("freeReadings")->isEnabled());
}

TEST_F(Page, WhatTheModelHasReadOfABookIsShownAndFreedAlone)
{
    assistant.bookShelf.use = {1'000'000, 300'000, 0, 50'000, 2'000'000, 140'000'000};
    openLibrary(1);
    emit child<LibraryPage>("libraryPage")->bookActionRequested(BookAction::disk, {1});
    auto* parts = child<QTreeWidget>("diskParts");
    ASSERT_NE(parts, nullptr);
    EXPECT_EQ(parts->topLevelItemCount(), 6);
    EXPECT_TRUE(child<QLabel>("diskLine")->text().contains(QStringLiteral("140 MB")))
        << child<QLabel>("diskLine")->text().toStdString();
    child<QPushButton>("freeReadings")->click();
    EXPECT_FALSE(child<QPushButton>("freeReadings")->isEnabled());
    EXPECT_TRUE(child<QPushButton>("freeHistory")->isEnabled());
    EXPECT_EQ(parts->topLevelItemCount(), 5);
    EXPECT_EQ(assistant.bookShelf.use.history, 2'000'000);
}

TEST_F(Page, ThePlacesAndTheBinSayWhenSomethingFails)
{
    openLibrary(1);
    emit assistant.bookShelf.failed(
        describe({ErrorKind::busy, "job 3"}, Doing::removingBook));
    bool said = false;
    for (const QLabel* label : window->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("Cancel it in the list of jobs")));
    EXPECT_TRUE(said);
}

} // namespace
} // namespace longhand::ui
