// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_findings.h"

#include "engine/base/mapped_file.h"
#include "ui/bridge/export_job.h"
#include "ui/bridge/text.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

constexpr int kPatience = 20000;

// A real library with one book, an earlier summary, the current one and two answers.
class LocalFindingsTest : public testing::Test {
protected:
    LocalFindingsTest()
    {
        const std::filesystem::path data = toPath(folder.filePath(QStringLiteral("data")));
        library = library::Library::open(data).value();
        const std::filesystem::path file = toPath(folder.filePath(QStringLiteral("book.txt")));
        EXPECT_TRUE(write_file(file, "The ferry left at noon.").ok());
        document::Document document;
        document.title = "The Strait";
        document.language = "en";
        document.chapters.push_back(
            {.title = "One", .paragraphs = {{.text = "The ferry left at noon."}}});
        book = library->add(file, document).value().book;
        const library::Source source{{0, 0, 0, 9}, "The ferry", 0, ""};
        for (const char* text : {"What it said before.", "What it says now."}) {
            EXPECT_TRUE(library->begin_summary(book, {.language = "en", .length = "short",
                                                      .audience = "young", .made_unix_s = 1000}).ok());
            library::ChapterSummary chapter{.chapter = 0, .title = "One"};
            chapter.points = {{text, {source}}};
            EXPECT_TRUE(library->save_summary_chapter(book, "en", "m", chapter).ok());
        }
        for (const char* question : {"When?", "Who?"})
            ids << library->add_answer(book, {.question = question, .text = "At noon.", .found = true,
                                              .sentences = {{"At noon.", {source}}},
                                              .about = {source}}).value();
        findings = std::make_unique<LocalFindings>(data);
    }

    QTemporaryDir folder;
    std::unique_ptr<library::Library> library;
    std::unique_ptr<LocalFindings> findings;
    BookId book = 0;
    QList<qint64> ids;
};

TEST_F(LocalFindingsTest, EarlierSummariesAreListedOpenedAndForgotten)
{
    QSignalSpy listed(findings.get(), &Findings::earlierRead);
    findings->readEarlier(book);
    ASSERT_TRUE(listed.wait(kPatience));
    const auto earlier = listed.at(0).at(1).value<QList<EarlierSummaryView>>();
    ASSERT_EQ(earlier.size(), 1);
    EXPECT_EQ(earlier[0].head.length, SummaryLength::brief);
    EXPECT_EQ(earlier[0].head.audience, Audience::young);
    EXPECT_TRUE(earlier[0].head.optionsKnown);
    EXPECT_EQ(earlier[0].head.made.toSecsSinceEpoch(), 1000);
    QSignalSpy opened(findings.get(), &Findings::earlierOpened);
    findings->openEarlier(book, earlier[0].id);
    ASSERT_TRUE(opened.wait(kPatience));
    EXPECT_EQ(opened.at(0).at(2).value<SummaryView>().chapters.at(0).points.at(0).text,
              QStringLiteral("What it said before."));
    findings->removeEarlier(book, earlier[0].id);
    ASSERT_TRUE(listed.wait(kPatience));
    EXPECT_TRUE(listed.at(1).at(1).value<QList<EarlierSummaryView>>().isEmpty());
    QSignalSpy failed(findings.get(), &Findings::failed);
    findings->openEarlier(book, earlier[0].id);
    ASSERT_TRUE(failed.wait(kPatience));
    EXPECT_FALSE(failed.at(0).at(0).value<Failure>().sentence.isEmpty());
}

TEST_F(LocalFindingsTest, AnswersAreRemovedAndTakenBack)
{
    QSignalSpy read(findings.get(), &Findings::answersRead);
    findings->removeAnswers(book, {ids[0]});
    ASSERT_TRUE(read.wait(kPatience));
    auto answers = read.at(0).at(1).value<QList<AnswerView>>();
    ASSERT_EQ(answers.size(), 1);
    EXPECT_EQ(answers[0].id, ids[1]);
    ASSERT_EQ(answers[0].about.size(), 1);
    EXPECT_EQ(answers[0].about[0].quote, QStringLiteral("The ferry"));
    EXPECT_TRUE(answers[0].made.isValid());
    findings->restoreAnswers(book, {ids[0]});
    ASSERT_TRUE(read.wait(kPatience));
    EXPECT_EQ(read.at(1).at(1).value<QList<AnswerView>>().size(), 2);
}

TEST_F(LocalFindingsTest, OneAnswerOrASummaryIsCopiedInThreeForms)
{
    QSignalSpy copied(findings.get(), &Findings::copied);
    ExportRequest request;
    request.kind = ExportKind::answers;
    request.answers = {ids[1]};
    findings->copy(book, request, CopyForm::markdown);
    ASSERT_TRUE(copied.wait(kPatience));
    auto text = copied.at(0).at(0).value<CopiedText>();
    EXPECT_EQ(copied.at(0).at(1).value<CopyForm>(), CopyForm::markdown);
    EXPECT_TRUE(text.markdown.contains(QStringLiteral("At noon.[^1]")));
    EXPECT_TRUE(text.plain.contains(QStringLiteral("At noon. [1]")));
    EXPECT_TRUE(text.html.contains(QStringLiteral("#note-1")));
    EXPECT_TRUE(text.plain.contains(QStringLiteral("Who?")));
    EXPECT_FALSE(text.plain.contains(QStringLiteral("When?")));
    request = {};
    request.kind = ExportKind::summary;
    findings->copy(book, request, CopyForm::rich);
    ASSERT_TRUE(copied.wait(kPatience));
    text = copied.at(1).at(0).value<CopiedText>();
    EXPECT_TRUE(text.plain.contains(QStringLiteral("What it says now.")));
    EXPECT_FALSE(text.plain.contains(QStringLiteral("What it said before.")));
}

} // namespace
} // namespace longhand::ui
