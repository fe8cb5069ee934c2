// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include <gtest/gtest.h>

namespace longhand::document {
namespace {

Box at(float x, float y) { return {x, y, x + 5, y + 10}; }

// "ab é" on page 1, "cd" on its next line, "ef" on page 2; the blanks at the joints have no origin.
Document two_pages()
{
    Document document;
    document.format = Format::pdf;
    document.pages.resize(2);
    document.pages[0].number = 1;
    document.pages[0].glyphs = {at(10, 10), at(15, 10), at(20, 10), at(25, 10), at(10, 22), at(15, 22)};
    document.pages[1].number = 2;
    document.pages[1].glyphs = {at(0, 0), at(10, 10), at(15, 10)};
    Paragraph paragraph;
    paragraph.text = "ab é cd ef";
    paragraph.origins = {{0, 5, 1, 0}, {6, 8, 1, 4}, {9, 11, 2, 1}};
    document.chapters.push_back({.title = "One", .paragraphs = {paragraph}});
    return document;
}

TEST(ListMark, IsLeftToItemsThatBringTheirOwn)
{
    EXPECT_EQ(list_mark("Bread"), "- ");
    EXPECT_EQ(list_mark("3. Bread"), "");
    EXPECT_EQ(list_mark("12) Bread"), "");
    EXPECT_EQ(list_mark("(iv) Bread"), "");
    EXPECT_EQ(list_mark("b) Bread"), "");
    EXPECT_EQ(list_mark("Mr. Bread"), "- ");
    EXPECT_EQ(list_mark("1984 was cold"), "- ");
    EXPECT_EQ(list_mark("(never) again"), "- ");
    EXPECT_EQ(list_mark(""), "- ");
}

TEST(Locate, GivesTheTextOfARangeAndNothingOutside)
{
    const Document document = two_pages();
    EXPECT_EQ(text_of(document, {0, 0, 0, 5}), "ab é");
    EXPECT_EQ(text_of(document, {0, 0, 6, 900}), "cd ef");
    EXPECT_EQ(text_of(document, {0, 1, 0, 5}), "");
    EXPECT_EQ(text_of(document, {1, 0, 0, 5}), "");
    EXPECT_EQ(text_of(document, {0, 0, 5, 3}), "");
}

TEST(Locate, GivesThePagesOfARange)
{
    const Document document = two_pages();
    EXPECT_EQ(pages_of(document, {0, 0, 0, 11}), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(pages_of(document, {0, 0, 0, 8}), (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(pages_of(document, {0, 0, 9, 10}), (std::vector<std::uint32_t>{2}));
    EXPECT_TRUE(pages_of(document, {0, 0, 5, 6}).empty()) << "a blank the cleaning put in";
    EXPECT_TRUE(pages_of(document, {7, 0, 0, 9}).empty());
}

TEST(Locate, GivesOneBoxALineAndPage)
{
    const auto boxes = boxes_of(two_pages(), {0, 0, 0, 11});
    ASSERT_EQ(boxes.size(), 3U);
    EXPECT_EQ(boxes[0].page, 1U);
    EXPECT_EQ(boxes[0].box, (Box{10, 10, 30, 20}));
    EXPECT_EQ(boxes[1].box, (Box{10, 22, 20, 32}));
    EXPECT_EQ(boxes[2].page, 2U);
    EXPECT_EQ(boxes[2].box, (Box{10, 10, 20, 20}));
}

TEST(Locate, CountsGlyphsByCharacterNotByByte)
{
    const auto boxes = boxes_of(two_pages(), {0, 0, 3, 5});  // the two-byte é is the fourth glyph
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].box, (Box{25, 10, 30, 20}));
}

TEST(Locate, WithoutGlyphsOrWithTooFewGivesWhatThereIs)
{
    Document document = two_pages();
    document.pages[0].glyphs.resize(2);
    document.pages[1].glyphs.clear();
    const auto boxes = boxes_of(document, {0, 0, 0, 11});
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].box, (Box{10, 10, 20, 20}));
}

TEST(Locate, FindsPagesWhoseNumbersHaveGaps)
{
    Document document = two_pages();
    document.pages[1].number = 7;
    document.chapters[0].paragraphs[0].origins[2].page = 7;
    const auto boxes = boxes_of(document, {0, 0, 9, 11});
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].page, 7U);
}

}  // namespace
}  // namespace longhand::document
