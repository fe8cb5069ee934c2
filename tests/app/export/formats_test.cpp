// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/csv.h"
#include "app/export/export.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace longhand::exporting {
namespace {

using library::Segment;
using library::SegmentStatus;

class FormatsTest : public testing::Test {
protected:
    std::filesystem::path out(const std::string& name) { return folder_.path() / name; }
    std::string written(const std::string& name) { return read_file(out(name), 1 << 20).value(); }
    // What a tool of another hand says about a written file; empty when the tool is not there.
    std::string said(const std::string& command, const std::string& name)
    {
        const std::string line = command + " '" + out(name).string() + "' > '" + out("said").string() + "' 2>&1";
        return std::system(line.c_str()) == 0 ? written("said") : std::string();
    }
    TranslationExport translation(Layout layout = Layout::target)
    {
        const document::Document book = test::sample_novel();
        TranslationExport made{.book = {"The Strait", {"M. Okafor"}, "", std::string(64, 'a')},
                               .from = "en", .to = "zh", .layout = layout};
        // Out of order on purpose; the last paragraph is missing.
        for (const auto& [chapter, index] : {std::pair(1U, 0U), {0U, 0U}, {0U, 1U}})
            made.segments.push_back({.chapter = chapter, .index = index,
                                     .source = book.chapters[chapter].paragraphs[index].text,
                                     .target = "<译文> & \"" + std::to_string(chapter) + std::to_string(index) + "\"",
                                     .status = SegmentStatus::done});
        return made;
    }

    test::TemporaryFolder folder_;
};

TEST_F(FormatsTest, TheTablesHoldEverySegmentInTheOrderOfTheBook)
{
    TranslationExport made = translation();
    made.segments[0].status = SegmentStatus::warned;
    made.segments[0].warnings = {"numbers", "length"};
    made.segments[0].author = library::Author::person;
    made.segments[0].locked = true;
    ASSERT_TRUE(export_translation(test::sample_novel(), made, out("t.csv")).ok());
    const auto rows = document::parse_csv(written("t.csv"));
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 4U);
    EXPECT_EQ((*rows)[0][0], "chapter");
    EXPECT_EQ((*rows)[1][3], "<译文> & \"00\"");
    EXPECT_EQ((*rows)[3], (std::vector<std::string>{"2", "1", made.segments[0].source, made.segments[0].target,
                                                    "warned", "numbers length", "person", "yes"}));
}

TEST_F(FormatsTest, ATranslationMemoryHoldsWhatIsTranslatedAndNothingElse)
{
    TranslationExport made = translation();
    made.segments[1].status = SegmentStatus::failed;
    ASSERT_TRUE(export_translation(test::sample_novel(), made, out("t.tmx")).ok());
    const std::string tmx = written("t.tmx");
    EXPECT_EQ(tmx.find("tuid=\"1-1\""), std::string::npos);
    EXPECT_LT(tmx.find("tuid=\"1-2\""), tmx.find("tuid=\"2-1\""));
    EXPECT_NE(tmx.find("&lt;译文&gt; &amp; &quot;01&quot;"), std::string::npos);
    EXPECT_NE(tmx.find("srclang=\"en\""), std::string::npos);
    if (std::system("xmllint --version > /dev/null 2>&1") == 0) {
        EXPECT_EQ(std::system(("xmllint --noout '" + out("t.tmx").string() + "'").c_str()), 0);
    }
}

TEST_F(FormatsTest, AWordDocumentIsAPackageOfWellFormedPartsInEveryLayout)
{
    for (const Layout layout :
         {Layout::target, Layout::source_target, Layout::target_source, Layout::two_columns}) {
        const auto report = export_translation(test::sample_novel(), translation(layout), out("t.docx"));
        ASSERT_TRUE(report.ok()) << to_string(report.error());
        EXPECT_EQ(report->translated, 3U);
        EXPECT_EQ(report->untranslated, 1U);
        if (std::system("unzip -v > /dev/null 2>&1") != 0)
            GTEST_SKIP() << "unzip is not installed";
        EXPECT_NE(said("unzip -t", "t.docx"), "");
        for (const char* part : {"'\\[Content_Types\\].xml'", "_rels/.rels", "word/document.xml"}) {
            const std::string line =
                "unzip -p '" + out("t.docx").string() + "' " + part + " > '" + out("part.xml").string() + "'";
            ASSERT_EQ(std::system(line.c_str()), 0) << part;
            if (std::system("xmllint --version > /dev/null 2>&1") == 0) {
                EXPECT_EQ(std::system(("xmllint --noout '" + out("part.xml").string() + "'").c_str()), 0) << part;
            }
        }
        const std::string text = written("part.xml");
        EXPECT_NE(text.find("&lt;译文&gt;"), std::string::npos);
        const std::size_t source = text.find("The ferry left Marrow Point");
        const std::size_t target = text.find("00&quot;") != std::string::npos ? text.find("00&quot;") : text.find("00\"");
        EXPECT_EQ(source == std::string::npos, layout == Layout::target);
        EXPECT_EQ(text.find("<w:tbl>") != std::string::npos, layout == Layout::two_columns);
        EXPECT_TRUE(layout != Layout::source_target || source < target);
        EXPECT_TRUE(layout != Layout::target_source || target < source);
        // What is not translated stands in its own language.
        EXPECT_NE(text.find("In the morning the fog was gone."), std::string::npos);
    }
}

TEST_F(FormatsTest, TwoColumnsAreATableInWebPagesAndMarkdownAndRefusedInPlainText)
{
    ASSERT_TRUE(export_translation(test::sample_novel(), translation(Layout::two_columns), out("t.html")).ok());
    EXPECT_NE(written("t.html").find("<table"), std::string::npos);
    ASSERT_TRUE(export_translation(test::sample_novel(), translation(Layout::two_columns), out("t.md")).ok());
    EXPECT_NE(written("t.md").find("|"), std::string::npos);
    const auto refused = export_translation(test::sample_novel(), translation(Layout::two_columns), out("t.txt"));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
    EXPECT_FALSE(std::filesystem::exists(out("t.txt")));
}

TEST_F(FormatsTest, EveryLayoutMakesAnEbookThatPassesItsChecker)
{
    // Where the kernel does not start archives by themselves, by the runtime.
    std::string checker;
    if (std::system("epubcheck --version > /dev/null 2>&1") == 0)
        checker = "epubcheck";
    else if (std::filesystem::exists("/usr/share/java/epubcheck.jar") &&
             std::system("java -version > /dev/null 2>&1") == 0)
        checker = "java -jar /usr/share/java/epubcheck.jar";
    if (checker.empty())
        GTEST_SKIP() << "epubcheck is not installed";
    for (const Layout layout : {Layout::target_source, Layout::two_columns}) {
        ASSERT_TRUE(export_translation(test::sample_novel(), translation(layout), out("t.epub")).ok());
        EXPECT_EQ(std::system((checker + " -q '" + out("t.epub").string() + "'").c_str()), 0);
    }
}

}  // namespace
}  // namespace longhand::exporting
