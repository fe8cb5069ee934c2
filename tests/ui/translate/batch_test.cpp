// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/translate/translate_fixture.h"
#include "ui/library/library_page.h"
#include "ui/translate/batch_dialog.h"

#include <QTreeWidget>

namespace longhand::ui {
namespace {

class Batch : public TranslateWindow {
protected:
    BatchDialog* openBatch(const QList<BookId>& books)
    {
        open(4, false);
        emit window->findChild<LibraryPage*>()->bookActionRequested(BookAction::translate, books);
        return child<BatchDialog>("batchDialog");
    }
    QString state(int row)
    {
        return child<QTreeWidget>("batchBooks")->topLevelItem(row)->text(2);
    }
    void added(JobId job, BookId book)
    {
        JobView view;
        view.id = job;
        view.kind = JobKind::translate;
        view.book = book;
        emit assistant.jobAdded(view, QStringLiteral("de"));
    }
};

TEST_F(Batch, BooksChosenInTheLibraryAreTickedAndEstimatedTogether)
{
    BatchDialog* dialog = openBatch({1, 3});
    ASSERT_TRUE(dialog->isVisible());
    EXPECT_EQ(dialog->chosen(), (QList<BookId>{1, 3}));
    EXPECT_TRUE(text("batchLine").endsWith(QStringLiteral("Together about 2 hours.")));
    child<QTreeWidget>("batchBooks")->topLevelItem(3)->setCheckState(0, Qt::Checked);
    EXPECT_TRUE(text("batchLine").endsWith(QStringLiteral("Together about 3 hours.")));
    for (int row = 0; row < 4; ++row)
        child<QTreeWidget>("batchBooks")->topLevelItem(row)->setCheckState(0, Qt::Unchecked);
    EXPECT_FALSE(child<QPushButton>("batchStart")->isEnabled());
}

TEST_F(Batch, OneAfterTheOtherWithTheTimeLeftOfAll)
{
    BatchDialog* dialog = openBatch({1, 2, 3});
    const auto to = child<QComboBox>("batchLanguage");
    to->setCurrentIndex(to->findData(QStringLiteral("de")));
    child<QPushButton>("batchStart")->click();
    EXPECT_EQ(assistant.work.batch, (QList<BookId>{1, 2, 3}));
    EXPECT_EQ(assistant.work.batchTo, QStringLiteral("de"));
    for (const int each : {1, 2, 3})
        added(each, each);
    emit assistant.jobStarted(1);
    ProgressView progress;
    progress.etaSeconds = 1800;
    emit assistant.jobProgressed(1, progress, 9, 18);
    EXPECT_EQ(text("batchLine"),
              QStringLiteral("0 of 3 books are through. All of them: about 2 h 30 min left."));
    JobEnd end;
    end.complete = true;
    emit assistant.jobEnded(1, end);
    emit assistant.jobStarted(2);
    EXPECT_TRUE(text("batchLine").startsWith(QStringLiteral("1 of 3 books are through.")));
    EXPECT_NE(state(0), state(2));
    dialog->close(); // the work goes on; opened again it is shown as it stands
    emit window->findChild<LibraryPage*>()->bookActionRequested(BookAction::translate, {4});
    EXPECT_TRUE(text("batchLine").startsWith(QStringLiteral("1 of 3 books are through.")));
    EXPECT_FALSE(child<QPushButton>("batchStart")->isEnabled());
}

} // namespace
} // namespace longhand::ui
