// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/views.h"

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

TEST(Views, ABookWithoutATitleIsCalledByItsFile)
{
    library::Book book;
    book.file_name = "红楼梦.txt";
    EXPECT_EQ(view(book).title, QString::fromUtf8("红楼梦.txt"));
    book.title = "Dream";
    EXPECT_EQ(view(book).title, QStringLiteral("Dream"));
}

TEST(Views, ProblemsOfABookAreSentencesWithTheirPages)
{
    library::Book book;
    book.problems.push_back({"scan_pages", "3 pages have no text.", {4, 5, 9}});
    const auto problems = view(book).problems;
    ASSERT_EQ(problems.size(), 1);
    EXPECT_EQ(problems[0].pages, (QList<int>{4, 5, 9}));
    EXPECT_TRUE(problems[0].sentence.startsWith(QLatin1String("3 ")));
}

TEST(Views, SpansOfAParagraphAreCountedInUtf16)
{
    document::Document document;
    document::Chapter chapter;
    document::Paragraph paragraph;
    paragraph.text = "第一 bold";
    paragraph.spans.push_back({document::SpanKind::strong, 7, 11, ""});
    chapter.paragraphs.push_back(paragraph);
    document.chapters.push_back(chapter);
    const DocumentPtr shown = view(5, document);
    const ParagraphView& first = shown->chapters[0].paragraphs[0];
    ASSERT_EQ(first.spans.size(), 1);
    EXPECT_EQ(first.text.mid(first.spans[0].begin, first.spans[0].end - first.spans[0].begin),
              QStringLiteral("bold"));
    EXPECT_EQ(shown->book, 5);
}

TEST(Views, ASummaryKeepsItsSourcesAndItsDoubts)
{
    library::ChapterSummary chapter;
    chapter.chapter = 2;
    chapter.points.push_back({"A point.", {{{2, 4, 10, 20}, "the quote", 17, "xv"}}});
    chapter.unlocated.push_back("invented");
    chapter.origin = library::PointOrigin::extract;
    const ChapterSummaryView shown = view(chapter);
    ASSERT_EQ(shown.points.size(), 1);
    const SourceView& source = shown.points[0].sources.at(0);
    EXPECT_EQ(source.chapter, 2);
    EXPECT_EQ(source.paragraph, 4);
    EXPECT_EQ(source.beginByte, 10U);
    EXPECT_EQ(source.page, 17);
    EXPECT_EQ(source.pageLabel, QStringLiteral("xv"));
    EXPECT_EQ(shown.unlocated, QStringList{"invented"});
    EXPECT_TRUE(shown.extract);
}

} // namespace
} // namespace longhand::ui
