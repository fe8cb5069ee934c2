// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_assistant.h"

#include "app/tasks/prompts.h"
#include "engine/infer/scripted_generator.h"
#include "ui/bridge/text.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

constexpr int kPatience = 20000;

class Local : public testing::Test {
protected:
    Local()
    {
        QFile file(folder.filePath(QStringLiteral("book.md")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("# The Ledger\n\n## 1. The Rock\n\nMaren Renn came to the rock in October, when "
                   "the boats had stopped. She found sixty-two volumes of a ledger in the tower "
                   "and read them through the winter, one every second evening, by the light of "
                   "the small lamp.\n\n## 2. The Lamp\n\nThe big lamp failed twice that year. The "
                   "second time a coaster struck the reef below the tower. Josefa Lind rowed out "
                   "three times and saved seven men, and nobody on the mainland ever heard her "
                   "name.\n");
        file.close();
        path = file.fileName();
        open(folder.filePath(QStringLiteral("data")));
    }
    void open(const QString& dataDir)
    {
        LocalAssistant::Wiring wiring;
        wiring.dataDir = toPath(dataDir);
        wiring.ingest.reader = ingest::find_reader();
        wiring.model = "/models/first.gguf";
        wiring.jobs = [dir = wiring.dataDir](const std::filesystem::path&) {
            jobs::JobRunner::Options options;
            options.data_dir = dir;
            options.prompts = tasks::find_resources() / "prompts";
            options.holder = "window";
            options.generator =
                [](const ProgressSink&) -> Result<std::shared_ptr<infer::Generator>> {
                return std::shared_ptr<infer::Generator>(std::make_shared<infer::ScriptedGenerator>(
                    std::vector<std::string>{"- Josefa Lind rowed out three times."}));
            };
            return options;
        };
        assistant = std::make_unique<LocalAssistant>(std::move(wiring));
    }
    BookId import()
    {
        QSignalSpy ended(assistant.get(), &Assistant::importEnded);
        assistant->importFile(path, {});
        if (!ended.wait(kPatience))
            return 0;
        const auto failure = ended.at(0).at(3).value<Failure>();
        EXPECT_TRUE(failure.sentence.isEmpty()) << failure.detail.toStdString();
        alreadyThere = ended.at(0).at(2).toBool();
        return ended.at(0).at(1).toLongLong();
    }

    QTemporaryDir folder;
    QString path;
    std::unique_ptr<LocalAssistant> assistant;
    bool alreadyThere = false;
};

TEST_F(Local, AFileBecomesABookThatCanBeOpened)
{
    const BookId book = import();
    ASSERT_NE(book, 0);
    EXPECT_FALSE(alreadyThere);
    QList<BookView> books;
    QObject::connect(assistant.get(), &Assistant::booksChanged, assistant.get(),
                     [&](const QList<BookView>& list) { books = list; });
    assistant->refreshBooks();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !books.isEmpty(); }, kPatience));
    EXPECT_EQ(books[0].id, book);
    EXPECT_EQ(books[0].fileName, QStringLiteral("book.md"));
    BookContents contents;
    QObject::connect(assistant.get(), &Assistant::bookOpened, assistant.get(),
                     [&](BookId, const BookContents& opened) { contents = opened; });
    assistant->openBook(book, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return contents.document != nullptr; }, kPatience));
    EXPECT_EQ(contents.document->chapters.size(), books[0].chapters);
    EXPECT_TRUE(contents.summary.chapters.isEmpty());
    EXPECT_EQ(import(), book);
    EXPECT_TRUE(alreadyThere);
}

TEST_F(Local, AFileThatIsNotThereIsSaidInASentence)
{
    QSignalSpy ended(assistant.get(), &Assistant::importEnded);
    assistant->importFile(folder.filePath(QStringLiteral("nothing.pdf")), {});
    ASSERT_TRUE(ended.wait(kPatience));
    EXPECT_EQ(ended.at(0).at(1).toLongLong(), 0);
    EXPECT_TRUE(
        ended.at(0).at(3).value<Failure>().sentence.contains(QStringLiteral("nothing.pdf")));
}

TEST_F(Local, ALibraryThatCannotBeOpenedIsSaidAndNothingElseHappens)
{
    open(path); // a file where the folder should be
    QSignalSpy failed(assistant.get(), &Assistant::failed);
    assistant->refreshBooks();
    ASSERT_TRUE(failed.wait(kPatience));
    EXPECT_FALSE(failed.at(0).at(0).value<Failure>().sentence.isEmpty());
}

TEST_F(Local, ASummaryIsAnnouncedRunsChapterByChapterAndIsKept)
{
    const BookId book = import();
    ASSERT_NE(book, 0);
    QStringList order;
    const auto note = [&](const char* what) { order << QLatin1String(what); };
    Assistant* face = assistant.get();
    QObject::connect(face, &Assistant::jobAdded, face, [&] { note("added"); });
    QObject::connect(face, &Assistant::jobStarted, face, [&] { note("started"); });
    QObject::connect(face, &Assistant::chapterSummarised, face, [&] { note("chapter"); });
    JobEnd end;
    QObject::connect(face, &Assistant::jobEnded, face, [&](JobId, const JobEnd& value) {
        end = value;
        note("ended");
    });
    assistant->summarise(book, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return order.contains(QStringLiteral("ended")); }, kPatience))
        << order.join(' ').toStdString();
    EXPECT_TRUE(end.complete) << end.detail.toStdString();
    EXPECT_EQ(order.indexOf(QStringLiteral("added")), 0);
    EXPECT_EQ(order.indexOf(QStringLiteral("started")), 1);
    EXPECT_GE(order.count(QStringLiteral("chapter")), 1);

    BookContents contents;
    QObject::connect(face, &Assistant::bookOpened, face,
                     [&](BookId, const BookContents& opened) { contents = opened; });
    assistant->openBook(book, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return contents.document != nullptr; }, kPatience));
    EXPECT_GE(contents.summary.chapters.size(), 1);

    QSignalSpy exported(face, &Assistant::exported);
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("summary.md"));
    assistant->exportResult(book, request);
    ASSERT_TRUE(exported.wait(kPatience));
    QFile written(request.path);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_GT(written.size(), 20);
}

TEST_F(Local, AnotherModelIsNamedAndTheJobsAreListedAnew)
{
    EXPECT_EQ(assistant->modelName(), QStringLiteral("first"));
    QSignalSpy changed(assistant.get(), &Assistant::modelChanged);
    QSignalSpy jobs(assistant.get(), &Assistant::jobsChanged);
    assistant->chooseModel(QStringLiteral("/models/second.Q4_0.gguf"));
    ASSERT_TRUE(changed.wait(kPatience));
    EXPECT_EQ(changed.at(0).at(0).toString(), QStringLiteral("second.Q4_0"));
    if (jobs.isEmpty()) {
        EXPECT_TRUE(jobs.wait(kPatience));
    }
}

TEST_F(Local, GoingAwayInTheMiddleOfAnImportEndsCleanly)
{
    for (int i = 0; i < 5; ++i)
        assistant->importFile(path, {});
    assistant.reset();
}

} // namespace
} // namespace longhand::ui
