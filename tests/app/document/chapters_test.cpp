// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/chapters.h"

#include <gtest/gtest.h>

namespace longhand::document {
namespace {

// Three chapters of 2, 3 and 1 paragraphs called "0" to "5"; paragraph 3 refers to a note.
Document book()
{
    Document book;
    int number = 0;
    for (const int count : {2, 3, 1}) {
        Chapter chapter{.title = "Chapter " + std::to_string(book.chapters.size() + 1)};
        for (int i = 0; i < count; ++i)
            chapter.paragraphs.push_back({.text = std::to_string(number++)});
        book.chapters.push_back(std::move(chapter));
    }
    book.chapters[1].paragraphs[1].spans.push_back({SpanKind::note_reference, 0, 1, "n1"});
    book.notes.push_back({.id = "n1", .chapter = 1});
    return book;
}

std::string shape(const Document& book)
{
    std::string shape;
    for (const Chapter& chapter : book.chapters) {
        shape += shape.empty() ? "" : "|";
        for (const Paragraph& paragraph : chapter.paragraphs)
            shape += paragraph.text;
    }
    return shape;
}

TEST(Chapters, TheirOwnStartsGiveTheBookBack)
{
    const Document same = with_chapters(book(), chapter_starts(book())).value();
    EXPECT_EQ(shape(same), "01|234|5");
    EXPECT_EQ(same.chapters[1].title, "Chapter 2");
    EXPECT_EQ(same.notes[0].chapter, 1);
}

TEST(Chapters, AreJoinedAndDividedWithoutLosingAParagraph)
{
    const Document changed = with_chapters(book(), {{0, "A"}, {1, "B"}, {4, "C", 2}}).value();
    EXPECT_EQ(shape(changed), "0|123|45");
    EXPECT_EQ(changed.chapters[2].level, 2);
    EXPECT_EQ(changed.notes[0].chapter, 1);
    EXPECT_EQ(shape(with_chapters(book(), {{0, "All"}}).value()), "012345");
}

TEST(Chapters, StartsThatMakeNoBookAreRefused)
{
    EXPECT_EQ(with_chapters(book(), {}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(with_chapters(book(), {{1, "late"}}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(with_chapters(book(), {{0, ""}, {3, ""}, {3, ""}}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(with_chapters(book(), {{0, ""}, {4, ""}, {2, ""}}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(with_chapters(book(), {{0, ""}, {6, ""}}).error().kind, ErrorKind::invalid);
}

TEST(Chapters, AnEmptyOneGivesItsNameToTheNext)
{
    Document volumes = book();
    volumes.chapters.insert(volumes.chapters.begin() + 1, Chapter{.title = "Volume Two"});
    const auto starts = chapter_starts(volumes);
    ASSERT_EQ(starts.size(), 3U);
    EXPECT_EQ(starts[1].title, "Volume Two. Chapter 2");
    EXPECT_TRUE(with_chapters(volumes, starts).ok());
}

TEST(Chapters, EveryParagraphIsFoundAgainAfterAMove)
{
    const Document before = book();
    const Document after = with_chapters(before, {{0, "A"}, {1, "B"}, {5, "C"}}).value();
    const ChapterMove move(before, after);
    for (std::uint32_t c = 0; c < before.chapters.size(); ++c)
        for (std::uint32_t p = 0; p < before.chapters[c].paragraphs.size(); ++p) {
            const auto moved = move.paragraph(c, p);
            ASSERT_TRUE(moved);
            EXPECT_EQ(after.chapters[moved->first].paragraphs[moved->second].text,
                      before.chapters[c].paragraphs[p].text);
        }
    EXPECT_FALSE(move.paragraph(0, 2));
    EXPECT_FALSE(move.paragraph(9, 0));
    EXPECT_EQ(move.chapter(2), 2U);
    EXPECT_FALSE(move.chapter(0));
    EXPECT_EQ(move.range({1, 2, 3, 4}), (TextRange{1, 3, 3, 4}));
}

}  // namespace
}  // namespace longhand::document
