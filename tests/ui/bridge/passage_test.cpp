// SPDX-License-Identifier: GPL-3.0-or-later
// Selected words translated through the real queue of jobs, by a generator that recites.
#include "app/tasks/prompts.h"
#include "engine/infer/scripted_generator.h"
#include "tests/support/sample_novel.h"
#include "ui/bridge/local_translations.h"
#include "ui/bridge/text.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <atomic>

namespace longhand::ui {
namespace {

constexpr int kPatience = 20000;
const QString kPassage = QStringLiteral("The gulls had gone before dawn.");
const QString kTarget = QString::fromUtf8("黎明之前海鸥就都飞走了。");

class Passages : public testing::Test {
protected:
    Passages()
    {
        const std::filesystem::path dir = toPath(folder.filePath(QStringLiteral("data")));
        QFile file(folder.filePath(QStringLiteral("book.txt")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("book");
        file.close();
        library = library::Library::open(dir).value();
        id.book = library->add(toPath(file.fileName()), test::sample_novel()).value().book;
        id.to = QStringLiteral("zh");
        jobs = std::make_unique<JobControl>(
            [this, dir](const std::filesystem::path&) {
                jobs::JobRunner::Options options;
                options.data_dir = dir;
                options.prompts = tasks::find_resources() / "prompts";
                options.holder = "window";
                options.generator =
                    [this](const ProgressSink&) -> Result<std::shared_ptr<infer::Generator>> {
                    if (!able)
                        return Error{ErrorKind::not_found, "no model"};
                    return std::shared_ptr<infer::Generator>(
                        std::make_shared<infer::ScriptedGenerator>(
                            [this](const infer::Request&, const std::string& rendered) {
                                ++prompts;
                                return parrot ? rendered : toUtf8(kTarget);
                            }));
                };
                return options;
            },
            std::filesystem::path());
        translations = std::make_unique<LocalTranslations>(dir, *jobs);
        QObject::connect(translations.get(), &Translations::passageTranslated, translations.get(),
                         [this](const QString& text, const QString& sentence) {
                             answers.append({text, sentence});
                         });
    }
    ~Passages() override
    {
        translations.reset();
        jobs.reset();
    }
    bool answered(qsizetype count = 1)
    {
        return QTest::qWaitFor([&] { return answers.size() >= count; }, kPatience);
    }
    std::size_t journalled() { return library->journal().jobs().value().size(); }

    QTemporaryDir folder;
    std::unique_ptr<library::Library> library;
    std::atomic<bool> able = true, parrot = false;
    std::atomic<int> prompts = 0;
    std::unique_ptr<JobControl> jobs;
    std::unique_ptr<LocalTranslations> translations;
    TranslationId id;
    QList<std::pair<QString, QString>> answers;
};

TEST_F(Passages, AreTranslatedAtOnceAndShownWhileTheyAreWritten)
{
    QSignalSpy written(translations.get(), &Translations::passageWritten);
    translations->translatePassage(id, kPassage);
    EXPECT_TRUE(answers.isEmpty()); // the call returned before the work
    ASSERT_TRUE(answered());
    EXPECT_EQ(answers[0].first, kTarget);
    EXPECT_EQ(answers[0].second, QString());
    EXPECT_GE(written.count(), 1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return journalled() == 0; }, kPatience));
    EXPECT_EQ(answers.size(), 1);
}

TEST_F(Passages, AnswerOnceAndOnlyToTheLatestWish)
{
    translations->translatePassage(id, QStringLiteral("Nobody saw them leave the harbour."));
    translations->translatePassage(id, kPassage);
    ASSERT_TRUE(answered());
    ASSERT_TRUE(QTest::qWaitFor([&] { return journalled() == 0; }, kPatience));
    QTest::qWait(200);
    EXPECT_EQ(answers.size(), 1);
    EXPECT_EQ(answers[0].first, kTarget);
}

TEST_F(Passages, ThatAreLeftAreHeardOfNoMore)
{
    translations->translatePassage(id, kPassage);
    translations->leavePassage();
    translations->leavePassage();
    QTest::qWait(400);
    EXPECT_TRUE(answers.isEmpty());
    ASSERT_TRUE(QTest::qWaitFor([&] { return journalled() == 0; }, kPatience));
    translations->translatePassage(id, kPassage);
    ASSERT_TRUE(answered());
    EXPECT_EQ(answers[0].first, kTarget);
}

TEST_F(Passages, ThatFailTheChecksSaySoInASentence)
{
    parrot = true;
    translations->translatePassage(id, kPassage);
    ASSERT_TRUE(answered());
    EXPECT_EQ(answers[0].first, QString());
    EXPECT_EQ(answers[0].second, QStringLiteral("The model could not translate this passage."));
}

TEST_F(Passages, WithoutAModelSayWhyAndLeaveNothingBehind)
{
    able = false;
    translations->translatePassage(id, kPassage);
    ASSERT_TRUE(answered());
    EXPECT_EQ(answers[0].first, QString());
    EXPECT_FALSE(answers[0].second.isEmpty());
    EXPECT_TRUE(QTest::qWaitFor([&] { return journalled() == 0; }, kPatience));
}

TEST_F(Passages, ThatAreTooLongAreRefusedAtOnce)
{
    translations->translatePassage(id, QString(9000, QLatin1Char('a')));
    ASSERT_EQ(answers.size(), 1);
    EXPECT_TRUE(answers[0].second.contains(QStringLiteral("too long")));
    EXPECT_EQ(prompts, 0);
}

} // namespace
} // namespace longhand::ui
