// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_assistant.h"
#include "ui/library/library_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

QList<BookId> ids(const LibraryModel& model)
{
    QList<BookId> result;
    for (int row = model.importCount(); row < model.rowCount(); ++row)
        result << model.card(row).book.id;
    return result;
}

TEST(LibraryModel, StaysConsistentWhileBooksComeGoAndMove)
{
    LibraryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto books = [](const QList<BookId>& wanted) {
        QList<BookView> list;
        for (const BookId id : wanted)
            list << sampleBook(id, 3, true);
        return list;
    };
    for (const QList<BookId>& wanted :
         QList<QList<BookId>>{{1}, {2, 1}, {3, 2, 1}, {3, 1}, {1, 3}, {9, 1, 8, 3}, {}, {4}, {4}}) {
        model.setBooks(books(wanted));
        EXPECT_EQ(ids(model), wanted);
    }
}

TEST(LibraryModel, AFileIsACardAtOnceAndFillsWhileItIsRead)
{
    LibraryModel model;
    model.setBooks({sampleBook(1, 2, true)});
    model.addImport(7, QStringLiteral("/home/a/Big Book.pdf"));
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.card(0).title(), QStringLiteral("Big Book.pdf"));
    const QString before = model.card(0).subtitle();
    ProgressView progress;
    progress.done = 12;
    progress.total = 340;
    model.setImportProgress(7, progress);
    EXPECT_NE(model.card(0).subtitle(), before);
    EXPECT_TRUE(model.card(0).subtitle().contains(QStringLiteral("340")));
    model.removeImport(7);
    EXPECT_EQ(ids(model), QList<BookId>{1});
}

TEST(LibraryModel, AFailureSaysOnTheCardWhatToDo)
{
    LibraryModel model;
    model.addImport(1, QStringLiteral("/x/locked.pdf"));
    model.setImportFailure(1, describe({ErrorKind::locked, "locked.pdf: no password"},
                                       Doing::importingFile, QStringLiteral("locked.pdf")));
    EXPECT_TRUE(model.card(0).needsPassword);
    EXPECT_TRUE(model.card(0).warning().contains(QStringLiteral("password")));
    EXPECT_TRUE(model.data(model.index(0, 0), Qt::AccessibleTextRole)
                    .toString()
                    .contains(model.card(0).warning()));
}

TEST(LibraryModel, ACardNamesItsFirstProblemAndHowManyMore)
{
    Card card;
    card.book = sampleBook(1, 1, true);
    EXPECT_TRUE(card.warning().isEmpty());
    card.book.problems = {{QStringLiteral("a"), QStringLiteral("First."), {}},
                          {QStringLiteral("b"), QStringLiteral("Second."), {}},
                          {QStringLiteral("c"), QStringLiteral("Third."), {}}};
    EXPECT_TRUE(card.warning().startsWith(QStringLiteral("First.")));
    EXPECT_TRUE(card.warning().contains(QLatin1Char('2')));
    EXPECT_TRUE(card.description().contains(QStringLiteral("Third.")));
}

} // namespace
} // namespace longhand::ui
