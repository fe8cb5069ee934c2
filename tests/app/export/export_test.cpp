// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export.h"
#include "app/export/inline_text.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

namespace longhand::exporting {
namespace {

using document::Span;
using document::SpanKind;

class ExportTest : public testing::Test {
protected:
    std::filesystem::path out(const std::string& name) { return folder_.path() / name; }
    std::string written(const std::string& name) { return read_file(out(name), 1 << 20).value(); }

    // Half translated: the first chapter and the first paragraph of the second.
    TranslationExport half(Layout layout = Layout::target)
    {
        TranslationExport translation{.book = {"The Strait", {"M. Okafor"}, "", std::string(64, 'a')},
                                      .from = "en", .to = "zh", .layout = layout};
        for (const auto& [chapter, index] : {std::pair(0U, 0U), {0U, 1U}, {1U, 0U}})
            translation.segments.push_back({.chapter = chapter, .index = index, .source = "s",
                                            .target = "译文" + std::to_string(chapter) + std::to_string(index),
                                            .status = library::SegmentStatus::done});
        translation.segments.push_back({.chapter = 1, .index = 1, .source = "s",
                                        .status = library::SegmentStatus::failed});
        return translation;
    }

    test::TemporaryFolder folder_;
};

TEST_F(ExportTest, WritesEveryFormatBySuffixAndMarksWhatIsMissing)
{
    for (const char* name : {"a.txt", "a.md", "a.html"}) {
        const auto report = export_translation(test::sample_novel(), half(), out(name));
        ASSERT_TRUE(report.ok()) << to_string(report.error());
        EXPECT_EQ(report->translated, 3U);
        EXPECT_EQ(report->untranslated, 1U);
        const std::string text = written(name);
        EXPECT_NE(text.find("译文00"), std::string::npos) << name;
        EXPECT_NE(text.find("未翻译"), std::string::npos) << name;
        EXPECT_NE(text.find("Anders laughed about it for years."), std::string::npos) << name;
        EXPECT_EQ(text.find("The ferry left"), std::string::npos) << name;
    }
    EXPECT_EQ(export_translation(test::sample_novel(), half(), out("a.odt")).error().kind, ErrorKind::invalid);
}

TEST_F(ExportTest, PutsSourceAndTargetInTheOrderAskedFor)
{
    ASSERT_TRUE(export_translation(test::sample_novel(), half(Layout::source_target), out("s.txt")).ok());
    std::string text = written("s.txt");
    EXPECT_LT(text.find("The ferry left"), text.find("译文00"));
    ASSERT_TRUE(export_translation(test::sample_novel(), half(Layout::target_source), out("t.txt")).ok());
    text = written("t.txt");
    EXPECT_GT(text.find("The ferry left"), text.find("译文00"));
}

TEST_F(ExportTest, RefusesToWriteOverTheBook)
{
    ASSERT_TRUE(write_file(out("book.txt"), "book").ok());
    TranslationExport translation = half();
    translation.book.source_file = out("book.txt");
    EXPECT_EQ(export_translation(test::sample_novel(), translation, out("book.txt")).error().kind, ErrorKind::invalid);
    EXPECT_EQ(written("book.txt"), "book");
    EXPECT_NE(free_name(folder_.path(), "book", "zh", ".txt"), out("book.txt"));
}

TEST_F(ExportTest, WritesSummariesAndAnswersWithTheirPages)
{
    library::Summary summary{.language = "en", .model = "m"};
    library::ChapterSummary chapter{.chapter = 0, .title = "The Ferry"};
    chapter.points = {{"It left at noon.", {{{0, 0, 0, 10}, "The ferry", 1, "11"}}}};
    chapter.unlocated = {"Invented."};
    summary.chapters = {chapter};
    summary.coverage = {100, 100, 1, 0};
    for (const char* name : {"s.md", "s.txt", "s.html"}) {
        ASSERT_TRUE(export_summary(test::sample_novel(), half().book, summary, out(name)).ok()) << name;
        const std::string text = written(name);
        EXPECT_NE(text.find("It left at noon."), std::string::npos);
        EXPECT_EQ(text.find("Invented."), std::string::npos);
        EXPECT_NE(text.find("1 statement of the model not found"), std::string::npos);
        EXPECT_NE(text.find("11"), std::string::npos) << text;
    }
    library::Answer answer{.question = "When?", .text = "At noon.", .found = true};
    answer.sentences = {{"At noon.", chapter.points[0].sources}, {"Perhaps.", {}}};
    ASSERT_TRUE(export_answers(test::sample_novel(), half().book, {answer}, out("a.md")).ok());
    EXPECT_NE(written("a.md").find("When?"), std::string::npos);
}

TEST(InlineText, EscapesWhatWouldBeMarkup)
{
    EXPECT_EQ(escape_xml("a < b & \"c\"\x01"), "a &lt; b &amp; &quot;c&quot;");
    const std::string text = "a <b> c";
    EXPECT_EQ(render_inline(text, {{SpanKind::emphasis, 2, 5, ""}}, xhtml_style({})), "a <em>&lt;b&gt;</em> c");
    // a script is no link
    EXPECT_EQ(render_inline("x", {{SpanKind::link, 0, 1, "javascript:alert(1)"}}, xhtml_style({})).find("href"),
              std::string::npos);
}

}  // namespace
}  // namespace longhand::exporting
