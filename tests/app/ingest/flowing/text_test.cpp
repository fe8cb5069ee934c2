// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/flowing.h"
#include "tests/app/ingest/flowing/package_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace longhand::ingest::flowing {
namespace {

using document::ChapterRole;
using document::ChapterSource;
using document::Document;
using document::ParagraphKind;
using testing::ElementsAre;

Document read(const std::string& text, const std::string& name = "book.txt")
{
    auto document = read_text({text, name, {}, nullptr});
    EXPECT_TRUE(document.ok());
    return document.ok() ? *document : Document{};
}

// A paragraph of about `words` words.
std::string prose(int words, int seed = 0)
{
    static const char* const kWords[] = {"the",   "lamp", "turned", "slowly", "over",
                                         "a",     "grey", "sea",    "while",  "gulls",
                                         "cried", "and",  "wind",   "rose"};
    std::string out = "Once";
    for (int i = 1; i < words; ++i)
        out += std::string(" ") + kWords[(i * 7 + seed) % 14];
    return out + ".";
}

std::string wrapped(const std::string& text, std::size_t width, const std::string& indent = "")
{
    std::string out, line = indent;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string word = text.substr(begin, end - begin);
        if (line.size() + word.size() + 1 > width) {
            out += line + "\n";
            line.clear();
        }
        line += (line.empty() || line == indent ? "" : " ") + word;
        begin = end + 1;
    }
    return out + line + "\n";
}

TEST(Text, HardWrappedLinesBecomeParagraphsAgain)
{
    const std::string first = prose(80), second = prose(60, 3);
    for (const char* const end : {"\n", "\r\n", "\r"}) {
        std::string text = wrapped(first, 70) + "\n" + wrapped(second, 70);
        std::string with_ends;
        for (const char c : text)
            with_ends += c == '\n' ? std::string(end) : std::string(1, c);
        const Document document = read(with_ends);
        EXPECT_EQ(text_of(document.chapters.at(0)), first + "\n" + second);
    }
}

TEST(Text, IndentedParagraphsWithoutBlankLinesAreTold)
{
    const std::string first = prose(80), second = prose(60, 3), third = prose(70, 5);
    const Document document =
        read(wrapped(first, 66, "   ") + wrapped(second, 66, "   ") + wrapped(third, 66, "   "));
    EXPECT_EQ(text_of(document.chapters.at(0)), first + "\n" + second + "\n" + third);
}

TEST(Text, OneLineAParagraphStaysSo)
{
    const Document document = read("　　灯塔的看守人每天早上都要走到海边。\n　　他说，海是不会说谎"
                                   "的。\n　　那一年冬天很冷。\n");
    EXPECT_EQ(text_of(document.chapters.at(0)),
              "灯塔的看守人每天早上都要走到海边。\n他说，海是不会说谎的。\n那一年冬天很冷。");
}

TEST(Text, WrappedChineseLinesJoinWithoutABlank)
{
    std::string text, whole;
    for (int i = 0; i < 6; ++i) {
        text += "灯塔的看守人每天早上都要走到海边看一看昨夜的风把什么\n";
        whole += "灯塔的看守人每天早上都要走到海边看一看昨夜的风把什么";
    }
    const Document document = read(text + "带来了。\n\n" + text + "带走了。\n");
    EXPECT_EQ(text_of(document.chapters.at(0)), whole + "带来了。\n" + whole + "带走了。");
}

TEST(Text, AHyphenAtALineEndGoesWhenTheTextKnowsTheWord)
{
    std::string text = wrapped(prose(60) + " A lighthouse stood there. " + prose(60), 60);
    text +=
        "\nThe keeper of this old building called the light-\nhouse a friend, and he was a well-\n"
        "known man in all of these grey and windy parts of\nthe country by the sea, as it was said "
        "then.\n";
    const std::string read_text = text_of(read(text).chapters.at(0));
    EXPECT_NE(read_text.find("called the lighthouse a friend"), std::string::npos);
    EXPECT_NE(read_text.find("a well-known man"), std::string::npos);
}

TEST(Text, ADashBetweenWordsTakesNoBlankWhereALineBroke)
{
    const std::string text =
        wrapped(prose(90), 70) +
        "\nThe keeper of this old and windy building said so--\n"
        "and nobody who lived in the small grey village by the sea\n--nobody at all, it was said, "
        "in those days--doubted him.\n\n" +
        wrapped(prose(90, 2), 70);
    EXPECT_THAT(text_of(read(text).chapters.at(0)), testing::HasSubstr("said so--and nobody who"));
    EXPECT_THAT(text_of(read(text).chapters.at(0)),
                testing::HasSubstr("by the sea--nobody at all"));
}

TEST(Text, VerseKeepsItsLines)
{
    const std::string text = wrapped(prose(90), 70) +
                             "\nThe tide goes out\nThe tide comes in\nAnd so do we\n\n" +
                             wrapped(prose(90, 2), 70) + "\n" + wrapped(prose(80, 4), 70);
    const Document document = read(text);
    const auto& verse = document.chapters.at(0).paragraphs.at(1);
    EXPECT_EQ(verse.kind, ParagraphKind::verse);
    EXPECT_EQ(verse.text, "The tide goes out\nThe tide comes in\nAnd so do we");
}

TEST(Text, ChaptersAndVolumesComeFromHeadings)
{
    std::string text = "THE LAMP\n\nby Ada Writer\n\n\n";
    for (int part = 1; part <= 2; ++part) {
        text += "PART " + std::string(part, 'I') + "\n\n\n";
        for (int chapter = 1; chapter <= 3; ++chapter)
            text += "Chapter " + std::to_string(chapter) + "\n\n" +
                    (chapter == 2 ? "THE STORM\n\n\n" : "") + prose(300, chapter) + "\n\n" +
                    prose(200, part) + "\n\n\n";
    }
    const Document document = read(text);
    EXPECT_EQ(document.title, "THE LAMP");
    EXPECT_THAT(document.authors, ElementsAre("Ada Writer"));
    EXPECT_EQ(document.chapter_source, ChapterSource::headings);
    EXPECT_THAT(titles_of(document),
                ElementsAre("THE LAMP", "PART I", "Chapter 1", "Chapter 2: THE STORM", "Chapter 3",
                            "PART II", "Chapter 1", "Chapter 2: THE STORM", "Chapter 3"));
    EXPECT_EQ(document.chapters[0].role, ChapterRole::front);
    EXPECT_EQ(document.chapters[1].level, 1);
    EXPECT_EQ(document.chapters[3].level, 2);
    EXPECT_EQ(document.chapters[3].paragraphs[0].kind, ParagraphKind::heading);
}

TEST(Text, ChineseChaptersKeepTheirTitlesAndSentencesAreNoHeadings)
{
    std::string text = "灯塔\n作者：某人\n\n";
    const char* const numbers[] = {"一", "二", "三", "四"};
    for (const char* const number : numbers) {
        text += std::string("第") + number + "章 海边的信\n";
        for (int i = 0; i < 30; ++i)
            text +=
                "　　灯塔的看守人每天早上都要走到海边，看一看昨夜的风把什么东西带到了沙滩上。\n";
        text += "　　第三回合开始了，他说。\n";
    }
    const Document document = read(text);
    EXPECT_THAT(titles_of(document), ElementsAre("灯塔", "第一章 海边的信", "第二章 海边的信",
                                                 "第三章 海边的信", "第四章 海边的信"));
    EXPECT_EQ(document.language, "zh");
}

TEST(Text, APrintedListOfContentsMakesNoChapters)
{
    std::string text = "CONTENTS\n\n";
    for (int i = 1; i <= 5; ++i)
        text += "Chapter " + std::to_string(i) + "\n\n";
    for (int i = 1; i <= 5; ++i)
        text += "\n\nChapter " + std::to_string(i) + "\n\n" + prose(400, i) + "\n";
    const Document document = read(text);
    EXPECT_THAT(titles_of(document), ElementsAre("CONTENTS", "Chapter 1", "Chapter 2", "Chapter 3",
                                                 "Chapter 4", "Chapter 5"));
    EXPECT_EQ(document.chapters[0].role, ChapterRole::contents);
    EXPECT_GT(document.chapters[5].words(), 300U);
}

TEST(Text, NumeralsCountOnlyWhereTheyRise)
{
    std::string text;
    for (const char* const numeral : {"I", "II", "III", "IV"})
        text += std::string(numeral) + "\n\n" + prose(400) + "\n\n" + prose(100, 3) + "\n\n" +
                (numeral == std::string("II") ? "X\n\n" : "") + prose(100, 1) + "\n\n\n";
    EXPECT_THAT(titles_of(read(text)), ElementsAre("I", "II", "III", "IV"));
}

TEST(Text, ANumberedListInsideAChapterIsNone)
{
    std::string text;
    for (const char* const numeral : {"I", "II", "III", "IV", "V", "VI"}) {
        text += std::string(numeral) + ". The Lamp\n\n" + prose(400) + "\n\n";
        if (numeral == std::string("IV"))
            text += "I. That he came\n\nII. That he saw\n\nIII. That he left\n\n";
        text += prose(300, 1) + "\n\n\n";
    }
    EXPECT_EQ(read(text).chapters.size(), 6U);
}

TEST(Text, NumeralsBeginAgainInEveryVolume)
{
    std::string text;
    for (const char* const book : {"BOOK I. Sea", "BOOK II. Land"}) {
        text += std::string(book) + "\n\n\n";
        for (const char* const numeral : {"I", "II", "III", "IV"})
            text += std::string(numeral) + "\n\n" + prose(500) + "\n\n" + prose(200, 1) + "\n\n\n";
    }
    EXPECT_THAT(titles_of(read(text)), ElementsAre("BOOK I. Sea", "I", "II", "III", "IV",
                                                   "BOOK II. Land", "I", "II", "III", "IV"));
}

TEST(Text, LinesInCapitalsDivideStories)
{
    std::string text = "TALES\n\n\n";
    for (const char* const title : {"THE LAMP", "A LETTER", "WIND"})
        text += std::string(title) + "\n\n\n" + prose(700) + "\n\n" + prose(300, 2) + "\n\n" +
                prose(30, 1) + "\n\n" + prose(60, 4) + "\n\n\n\n";
    EXPECT_THAT(titles_of(read(text, "Tales.txt")),
                ElementsAre("Tales", "THE LAMP", "A LETTER", "WIND"));
}

TEST(Text, WithoutHeadingsPiecesAreNamedByTheirFirstWords)
{
    std::string text;
    for (int i = 0; i < 90; ++i)
        text += prose(100, i) + "\n\n";
    const Document document = read(text);
    EXPECT_EQ(document.chapter_source, ChapterSource::pieces);
    ASSERT_EQ(document.chapters.size(), 3U);
    EXPECT_THAT(document.chapters[0].title, testing::StartsWith("Part 1: Once "));
    EXPECT_THAT(document.chapters[2].title, testing::StartsWith("Part 3: Once "));
    std::size_t words = 0;
    for (const auto& chapter : document.chapters)
        words += chapter.words();
    EXPECT_EQ(words, 9000U);
}

TEST(Text, MissingNumbersAreShownNotMended)
{
    std::string text;
    for (const int i : {1, 2, 3, 5, 6, 7, 8})
        text += "Chapter " + std::to_string(i) + "\n\n" + prose(300, i) + "\n\n\n";
    const Document document = read(text);
    EXPECT_EQ(document.chapters.size(), 7U);
    ASSERT_TRUE(has_problem(document, "chapter_numbers"));
    EXPECT_NE(document.problems[0].message.find("after 3 comes 5"), std::string::npos);
}

TEST(Text, NothingOfTheTextIsLost)
{
    std::string text = "Some words before.\n\n";
    for (int i = 1; i <= 4; ++i)
        text += "Chapter " + std::to_string(i) + "\n\n" + wrapped(prose(200, i), 60) +
                "\n* * *\n\n" + prose(20) + "\n\n";
    const Document document = read(text);
    std::size_t expected = 0, found = 0;
    for (const char c : text)
        expected += c != ' ' && c != '\n' ? 1 : 0;
    for (const auto& chapter : document.chapters)
        for (const char c : text_of(chapter))
            found += c != ' ' && c != '\n' ? 1 : 0;
    EXPECT_EQ(found, expected);
}

TEST(Text, TheFileNameNamesTheBook)
{
    const Document document = read("　　他说。\n", "/x/《灯塔》作者：某人.txt");
    EXPECT_EQ(document.title, "灯塔");
    EXPECT_THAT(document.authors, ElementsAre("某人"));
    EXPECT_EQ(read("text", "a_long_night.txt").title, "a long night");
}

TEST(Text, AnEmptyFileIsSaidSo)
{
    EXPECT_TRUE(has_problem(read(" \n\n \t"), "no_text"));
}

TEST(Text, TwoMegabytesAreDividedInTwoSeconds)
{
    std::string text;
    for (int chapter = 1; text.size() < (2U << 20U); ++chapter) {
        text += "第" + std::to_string(chapter) + "章 海边的信\n";
        for (int i = 0; i < 40; ++i)
            text +=
                "　　灯塔的看守人每天早上都要走到海边，看一看昨夜的风把什么东西带到了沙滩上。\n";
    }
    const auto start = std::chrono::steady_clock::now();
    const Document document = read(text);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_GT(document.chapters.size(), 400U);
    EXPECT_LT(took.count(), 2.0);
}

} // namespace
} // namespace longhand::ingest::flowing
