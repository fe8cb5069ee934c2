// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/chapter_pattern.h"

#include <chrono>
#include <gtest/gtest.h>

namespace longhand::ingest {
namespace {

document::Document book(const std::vector<std::string>& paragraphs)
{
    document::Document book;
    book.chapters.emplace_back();
    for (const std::string& text : paragraphs)
        book.chapters[0].paragraphs.push_back({.text = text});
    return book;
}

bool fits(const std::string& pattern, const std::string& text)
{
    const auto starts = chapters_by_pattern(book({"Before.", text}), pattern);
    return !starts.empty() && starts.back().paragraph == 1;
}

TEST(ChapterPattern, ReadsNumbersAsHeadingsWriteThem)
{
    for (const char* heading : {"Chapter 7", "CHAPTER VII", "Chapter seven", "Chapter 7. The Storm",
                                "chapter  XII:   The  Harbour"})
        EXPECT_TRUE(fits("Chapter #*", heading)) << heading;
    for (const char* text : {"Chapter and verse", "In chapter 7 they sail", "A Chapter 7", ""})
        EXPECT_FALSE(fits("Chapter #*", text)) << text;
    EXPECT_TRUE(fits("第#回 *", "第一百二十回 忠義堂石碣受天文"));
    EXPECT_TRUE(fits("第#回 *", "第12回"));
    EXPECT_FALSE(fits("第#回 *", "第三天回来"));
    EXPECT_TRUE(fits("The * Day", "The Third Day"));
    EXPECT_TRUE(fits("#", "XIV"));
    EXPECT_FALSE(fits("#", "fourteen sheep"));
}

TEST(ChapterPattern, KeepsWhatStandsBeforeTheFirstHeading)
{
    const auto starts = chapters_by_pattern(book({"A word.", "Part 1", "x", "Part 2", "y"}), "part #");
    ASSERT_EQ(starts.size(), 3U);
    EXPECT_EQ(starts[0].paragraph, 0U);
    EXPECT_EQ(starts[0].role, document::ChapterRole::front);
    EXPECT_EQ(starts[1].title, "Part 1");
    EXPECT_EQ(starts[2].paragraph, 3U);
}

TEST(ChapterPattern, APatternThatSaysNothingFindsNothing)
{
    for (const char* pattern : {"", "*", " * *", "Kapitel #"})
        EXPECT_TRUE(chapters_by_pattern(book({"One", "Chapter 1", "Two"}), pattern).empty()) << pattern;
}

TEST(ChapterPattern, TakesNoTimeOnHostilePatterns)
{
    const std::string stars = "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(fits(stars, std::string(200, 'a')));
    EXPECT_FALSE(fits(std::string(5000, '#'), std::string(200, '7')));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

}  // namespace
}  // namespace longhand::ingest
