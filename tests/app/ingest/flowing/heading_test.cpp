// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/heading_numbers.h"
#include "app/ingest/flowing/heading_patterns.h"

#include <gtest/gtest.h>

namespace longhand::ingest::flowing {
namespace {

struct Case {
    const char* line;
    HeadingRank rank;
    int number;
};

TEST(Headings, OfManyLanguagesAreRead)
{
    const Case cases[] = {
        {"CHAPTER IV. The Wager", HeadingRank::chapter, 4},
        {"Chapter 12", HeadingRank::chapter, 12},
        {"Chapter Twenty-One: A Storm", HeadingRank::chapter, 21},
        {"CHAPTER THE FIRST", HeadingRank::chapter, 1},
        {"C H A P T E R  I I", HeadingRank::chapter, 2},
        {"*** CHAPTER III ***", HeadingRank::chapter, 3},
        {"Book the Second--the Golden Key", HeadingRank::volume, 2},
        {"PART ONE", HeadingRank::volume, 1},
        {"Chapter 2.IV. The Keeper.", HeadingRank::chapter, 4},
        {"Erstes Kapitel", HeadingRank::chapter, 1},
        {"3. Kapitel: Am See", HeadingRank::chapter, 3},
        {"Zweiter Teil", HeadingRank::volume, 2},
        {"CHAPITRE PREMIER", HeadingRank::chapter, 1},
        {"Première partie", HeadingRank::volume, 1},
        {"Capítulo 7", HeadingRank::chapter, 7},
        {"Глава 5", HeadingRank::chapter, 5},
        {"Часть первая", HeadingRank::volume, 1},
        {"第三章 海边的信", HeadingRank::chapter, 3},
        {"第一百二十回　归来", HeadingRank::chapter, 120},
        {"【第12章】风", HeadingRank::chapter, 12},
        {"第１２話", HeadingRank::chapter, 12},
        {"卷五 开源盛世", HeadingRank::volume, 5},
        {"第二部", HeadingRank::volume, 2},
        {"제3장 바다", HeadingRank::chapter, 3},
        {"楔子", HeadingRank::named, -1},
        {"プロローグ", HeadingRank::named, -1},
        {"Prologue", HeadingRank::named, -1},
        {"APPENDIX B", HeadingRank::named, -1},
        {"XIV", HeadingRank::roman, 14},
        {"II. The Carpet", HeadingRank::roman, 2},
        {"12", HeadingRank::arabic, 12},
        {"12. The Lamp", HeadingRank::arabic, 12},
        {"十二", HeadingRank::han, 12},
        {"一、灯塔", HeadingRank::han, 1},
        {"THE LAMP ROOM", HeadingRank::capitals, -1},
    };
    for (const Case& each : cases) {
        const auto match = match_heading(each.line);
        ASSERT_TRUE(match.has_value()) << each.line;
        EXPECT_EQ(static_cast<int>(match->rank), static_cast<int>(each.rank)) << each.line;
        EXPECT_EQ(match->number, each.number) << each.line;
    }
}

TEST(Headings, SentencesThatBeginLikeOneAreNone)
{
    for (const char* const line :
         {"Chapter 6 explores how the tide turns the sand.", "Part of the crew had gone ashore",
          "Part I took was small.", "Book a room for me", "I went down to the sea.",
          "Letter from home", "第三回合开始了", "第一部分的内容", "第九部队出发了",
          "第二节课下课以后，他走了出去。", "第一章的内容很长，我没有看完。", "序列号",
          "一天早上他走了", "he said", "Introduction of the lamp", "Notes on sailing",
          "Section of the wall", "Indexes rise.", "chapter 3"}) {
        const auto match = match_heading(line);
        EXPECT_FALSE(match.has_value()) << line;
    }
}

TEST(Headings, NumbersOfAllScriptsAreUnderstood)
{
    EXPECT_EQ(han_number_at(U"两千三百零四", 0)->value, 2304);
    EXPECT_EQ(han_number_at(U"十", 0)->value, 10);
    EXPECT_EQ(han_number_at(U"廿一", 0)->value, 21);
    EXPECT_EQ(han_number_at(U"一二三", 0)->value, 123);
    EXPECT_EQ(han_number_at(U"壹佰贰拾", 0)->value, 120);
    EXPECT_EQ(number_at(U"mcmxc", 0)->value, 1990);
    EXPECT_FALSE(number_at(U"iiv", 0).has_value());
    EXPECT_FALSE(number_at(U"mild", 0).has_value());
    EXPECT_FALSE(han_number_at(U"九千万万万万万万万", 0).has_value());
}

} // namespace
} // namespace longhand::ingest::flowing
