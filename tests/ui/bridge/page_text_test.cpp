// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/page_text.h"

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

// "é b" on page 1, joined with a blank that the cleaning put in to "c", and "d" on page 2.
document::Document twoPages()
{
    document::Paragraph paragraph;
    paragraph.text = "\xC3\xA9 b c d"; // é: two bytes
    paragraph.origins = {{0, 4, 1, 2}, {5, 6, 1, 9}, {7, 8, 2, 0}};
    document::Document book;
    book.chapters.emplace_back();
    book.chapters.emplace_back();
    book.chapters[1].paragraphs = {document::Paragraph{}, paragraph};
    return book;
}

std::vector<document::Box> boxes(int count)
{
    std::vector<document::Box> result;
    for (int i = 0; i < count; ++i)
        result.push_back({static_cast<float>(i), 0.0F, static_cast<float>(i + 1), 2.0F});
    return result;
}

TEST(PageText, EveryCharacterHasItsPlaceInTheBookAndOnThePage)
{
    const PageTextView view = pageText(twoPages(), boxes(10), 1);
    EXPECT_EQ(view.text, QString::fromUtf8("é b c\n"));
    ASSERT_EQ(view.glyphs.size(), 5);
    const GlyphView& b = view.glyphs.at(2);
    EXPECT_EQ(b.chapter, 1);
    EXPECT_EQ(b.paragraph, 1);
    EXPECT_EQ(b.beginByte, 3U);
    EXPECT_EQ(b.endByte, 4U);
    EXPECT_EQ(b.at, 2);
    EXPECT_EQ(b.rect, QRectF(4, 0, 1, 2)); // the third of those from 2 on
    EXPECT_TRUE(view.glyphs.at(3).rect.isEmpty());
    EXPECT_EQ(view.glyphs.at(4).rect, QRectF(9, 0, 1, 2));
}

TEST(PageText, APageHasWhatStandsOnItAndNothingElse)
{
    EXPECT_EQ(pageText(twoPages(), boxes(10), 2).text, QStringLiteral("d\n"));
    EXPECT_TRUE(pageText(twoPages(), boxes(10), 3).glyphs.isEmpty());
}

TEST(PageText, AGlyphTheLibraryDoesNotKnowHasNoPlace)
{
    const PageTextView view = pageText(twoPages(), boxes(3), 1);
    ASSERT_EQ(view.glyphs.size(), 5);
    EXPECT_FALSE(view.glyphs.at(0).rect.isEmpty());
    EXPECT_TRUE(view.glyphs.at(1).rect.isEmpty());
}

} // namespace
} // namespace longhand::ui
