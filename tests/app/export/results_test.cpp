// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export.h"
#include "app/ingest/ingest.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

namespace longhand::exporting {
namespace {

class ResultsTest : public testing::Test {
protected:
    std::filesystem::path out(const std::string& name) { return folder_.path() / name; }
    std::string written(const std::string& name) { return read_file(out(name), 1 << 24).value(); }
    static library::Source source(std::uint32_t chapter, std::uint32_t paragraph, std::uint32_t bytes)
    {
        const std::string text = test::sample_novel().chapters[chapter].paragraphs[paragraph].text;
        const std::uint32_t page = chapter * 2 + paragraph + 1;
        return {{chapter, paragraph, 0, bytes}, text.substr(0, bytes), page, std::to_string(page + 10)};
    }
    static BookFacts book() { return {"The Strait", {"M. Okafor"}, "", std::string(64, 'a')}; }
    static std::vector<library::Answer> answers()
    {
        library::Answer found{.question = "When did it leave?", .text = "At noon. Perhaps.", .found = true,
                              .strategy = library::Strategy::whole, .model = "m"};
        found.sentences = {{"At noon.", {source(0, 0, 23), source(1, 0, 11)}}, {"Perhaps.", {}}};
        library::Answer again = found;
        again.question = "And <b>again</b>?";
        again.about = {source(1, 1, 14)};
        library::Answer none{.question = "And the dragon?", .text = "The book does not say."};
        none.closest = {source(0, 1, 14)};
        return {found, again, none};
    }
    std::string as(FileFormat format)
    {
        return answers_as(format, test::sample_novel(), book(), answers()).value();
    }
    test::TemporaryFolder folder_;
};

TEST_F(ResultsTest, MarkdownCarriesNumberedFootnotesWithChapterPageAndQuotation)
{
    const std::string text = as(FileFormat::markdown);
    EXPECT_NE(text.find("At noon.[^1][^2] Perhaps. *(not from the text)*"), std::string::npos) << text;
    EXPECT_NE(text.find("[^1]: The Ferry, p. 11: “The ferry left Marrow P”"), std::string::npos) << text;
    EXPECT_NE(text.find("[^2]: The Island, p. 13: “"), std::string::npos);
    EXPECT_NE(text.find("*M. Okafor · Questions and answers*"), std::string::npos);
    EXPECT_NE(text.find("**The book does not say.**"), std::string::npos);
    EXPECT_NE(text.find("The closest passages:"), std::string::npos);
    EXPECT_NE(text.find("> A child name"), std::string::npos);
    EXPECT_EQ(text.find("[^4]"), std::string::npos);  // the same passage has one number
    EXPECT_EQ(text.find("<b>"), std::string::npos);
}

TEST_F(ResultsTest, HtmlLinksItsNotesAndEscapesEverything)
{
    const std::string text = as(FileFormat::html);
    EXPECT_NE(text.find("At noon.<sup><a href=\"#note-1\">[1]</a></sup>"), std::string::npos) << text;
    EXPECT_NE(text.find("<li id=\"note-1\"><cite>The Ferry, p. 11</cite>"), std::string::npos);
    EXPECT_NE(text.find("class=\"unsupported\""), std::string::npos);
    EXPECT_NE(text.find("&lt;b&gt;again"), std::string::npos);
    EXPECT_EQ(text.find("<b>again"), std::string::npos);
}

TEST_F(ResultsTest, PlainTextNumbersItsNotes)
{
    const std::string text = as(FileFormat::text);
    EXPECT_NE(text.find("At noon. [1][2] Perhaps. (not from the text)"), std::string::npos) << text;
    EXPECT_NE(text.find("[3] The Ferry, p. 12: “A child named”"), std::string::npos) << text;
    EXPECT_NE(text.find("About this passage:"), std::string::npos);
}

TEST_F(ResultsTest, TheWordsAroundASummaryAreInItsLanguage)
{
    library::Summary summary{.language = "zh-Hans", .model = "m", .step_tokens = 1024};
    library::ChapterSummary chapter{.chapter = 0, .title = "渡轮"};
    chapter.points = {{"渡轮在正午离开。", {source(0, 0, 9)}}};
    chapter.unlocated = {"没有的事。", "也没有。"};
    chapter.steps = 3;
    summary.chapters = {chapter};
    summary.coverage = {100, 99, 1, 1};
    const std::string text =
        summary_as(FileFormat::markdown, test::sample_novel(), book(), summary).value();
    EXPECT_NE(text.find("第 11 页"), std::string::npos) << text;
    EXPECT_NE(text.find("模型有 2 句话"), std::string::npos);
    EXPECT_NE(text.find("分 3 步读完，每步不超过 1024 个词元。"), std::string::npos);
    EXPECT_EQ(text.find("Sources"), std::string::npos);
    EXPECT_EQ(text.find("没有的事"), std::string::npos);
}

TEST_F(ResultsTest, RefusesWhatResultsAreNotWrittenAs)
{
    for (const char* name : {"a.epub", "a.docx"})
        EXPECT_EQ(export_answers(test::sample_novel(), book(), answers(), out(name)).error().kind,
                  ErrorKind::invalid);
    BookFacts own = book();
    ASSERT_TRUE(write_file(out("book.md"), "book").ok());
    own.source_file = out("book.md");
    EXPECT_EQ(export_answers(test::sample_novel(), own, answers(), out("book.md")).error().kind, ErrorKind::invalid);
    EXPECT_EQ(written("book.md"), "book");
}

// Read again with our own reader: what went in comes out, the chapters as the outline says.
class PrintedTest : public ResultsTest {
protected:
    std::string read(const std::string& name)
    {
        auto document = ingest::read_document(out(name), {.reader = ingest::find_reader()}, {}, {});
        EXPECT_TRUE(document.ok()) << document.error().message;
        std::string text;
        if (document.ok()) {
            document_ = std::move(*document);
            for (const auto& chapter : document_.chapters)
                for (const auto& paragraph : chapter.paragraphs)
                    text += paragraph.text + "\n";
            for (const auto& note : document_.notes)
                for (const auto& paragraph : note.paragraphs)
                    text += paragraph.text + "\n";
        }
        return text;
    }
    static bool cannot_print(const Result<void>& done)
    {
        return !done.ok() && done.error().kind == ErrorKind::unsupported;
    }
    document::Document document_;
};

TEST_F(PrintedTest, AConversationBecomesAPdfWithItsNotes)
{
    const auto done = export_answers(test::sample_novel(), book(), answers(), out("a.pdf"));
    if (cannot_print(done))
        GTEST_SKIP() << "built without pango";
    ASSERT_TRUE(done.ok()) << done.error().message;
    const std::string text = read("a.pdf");
    EXPECT_EQ(document_.title, "The Strait");
    for (const char* part : {"When did it leave?", "At noon.", "not from the text", "And the dragon?",
                             "The Ferry, p. 11", "The ferry left Marrow P"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST_F(PrintedTest, ATranslationBecomesAPdfWithAnOutlineAndMarksWhatIsMissing)
{
    TranslationExport translation{.book = book(), .from = "en", .to = "zh", .layout = Layout::source_target};
    for (const auto& [chapter, index] : {std::pair(0U, 0U), {0U, 1U}, {1U, 0U}})
        translation.segments.push_back({.chapter = chapter, .index = index, .source = "s",
                                        .target = "守塔人写下第" + std::to_string(chapter * 2 + index) + "行。",
                                        .status = library::SegmentStatus::done});
    const auto done = export_translation(test::sample_novel(), translation, out("t.pdf"));
    if (!done.ok() && done.error().kind == ErrorKind::unsupported)
        GTEST_SKIP() << "built without pango";
    ASSERT_TRUE(done.ok()) << done.error().message;
    EXPECT_EQ(done->untranslated, 1U);
    const std::string text = read("t.pdf");
    for (const char* part : {"守塔人写下第0行。", "守塔人写下第2行。", "未翻译", "The ferry left Marrow Point"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_LT(text.find("The ferry left"), text.find("守塔人写下第0行。"));
}

}  // namespace
}  // namespace longhand::exporting
