// SPDX-License-Identifier: GPL-3.0-or-later
// Where chapters begin in PDFs made by hand.
#include "app/ingest/pdf_document.h"
#include "tests/app/ingest/sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::ingest {
namespace {

using document::ChapterRole;
using document::ChapterSource;
using document::Document;
using test::Sheet;
using testing::ElementsAre;

// A document written line by line from the top of a page on, pages as they fill.
class Manuscript {
public:
    Manuscript& line(std::string_view text, const test::Type& type = {}, float x = 60)
    {
        if (sheets_.empty() || y_ > 740)
            page();
        sheets_.back().line(x, y_, text, type);
        y_ += type.size * 1.2F;
        return *this;
    }
    Manuscript& heading(std::string_view text, const test::Type& type = {14, "Serif-Bold"}, float x = 60)
    {
        y_ += 20;
        line(text, type, x);
        y_ += 8;
        return *this;
    }
    Manuscript& words(std::size_t lines)
    {
        for (std::size_t i = 0; i < lines; ++i)
            line(test::filler(i));
        return *this;
    }
    Manuscript& page()
    {
        sheets_.emplace_back(static_cast<std::uint32_t>(sheets_.size() + 1));
        y_ = 60;
        return *this;
    }
    Manuscript& outline(std::string_view title, std::int32_t level, std::uint32_t page)
    {
        outline_.push_back({std::string(title), level, page});
        return *this;
    }
    [[nodiscard]] Document read() const
    {
        RawDocument raw;
        for (const Sheet& sheet : sheets_)
            raw.pages.push_back(sheet.page());
        raw.page_count = static_cast<std::uint32_t>(raw.pages.size());
        raw.outline = outline_;
        return compose_pdf(raw, "manuscript.pdf");
    }

private:
    std::vector<Sheet> sheets_;
    std::vector<OutlineEntry> outline_;
    float y_ = 0;
};

std::vector<std::string> titles_of(const Document& document)
{
    std::vector<std::string> titles;
    for (const auto& chapter : document.chapters)
        titles.push_back(chapter.title);
    return titles;
}

TEST(PdfChapters, AreTheNumberedSectionsOfAPaperWithoutOutline)
{
    Manuscript paper;
    paper.heading("Of Lamps", {20, "Serif-Bold"}).words(4);
    paper.heading("1 Introduction").words(30).heading("1.1 Oil", {12, "Serif-Bold"}).words(20);
    paper.heading("2 Method").words(40).heading("3 Results").words(40).heading("References").words(10);
    const Document document = paper.read();
    EXPECT_EQ(document.chapter_source, ChapterSource::headings);
    EXPECT_EQ(document.title, "Of Lamps");
    EXPECT_EQ(document.language, "en");
    EXPECT_THAT(titles_of(document),
                ElementsAre("Of Lamps", "1 Introduction", "2 Method", "3 Results", "References"));
    EXPECT_EQ(document.chapters[4].role, ChapterRole::bibliography);
}

TEST(PdfChapters, AreRomanSectionsSetNoLargerThanTheText)
{
    Manuscript paper;
    for (const char* title : {"I. THE STAIRS", "II. THE BOATS", "III. THE WINTER, ETC."}) {
        paper.heading(title, {}, 160).words(20);
        paper.heading("A. A part of it", {}, 160).words(20);
    }
    const Document document = paper.read();
    EXPECT_THAT(titles_of(document), ElementsAre("I. THE STAIRS", "II. THE BOATS", "III. THE WINTER, ETC."));
    EXPECT_EQ(document.chapters[1].paragraphs[0].kind, document::ParagraphKind::heading);
}

TEST(PdfChapters, AreNotTheSectionsThatEveryChapterCountsForItself)
{
    Manuscript book;
    for (const char* title : {"The Stairs", "The Boats", "The Winter"}) {
        book.heading(title, {20, "Serif-Bold"});
        for (const char* section : {"1 Morning", "2 Evening"})
            book.heading(section).words(40);
    }
    EXPECT_THAT(titles_of(book.read()), ElementsAre("The Stairs", "The Boats", "The Winter"));
}

TEST(PdfChapters, ThatAreATitleAloneGoWithTheirFirstSection)
{
    Manuscript book;
    std::uint32_t page = 0;
    for (const char* part : {"Part A", "Part B"}) {
        book.page().heading(part, {20, "Serif-Bold"});
        book.outline(part, 1, ++page);
        for (const char* section : {"Morning", "Evening"}) {
            book.page().heading(section).words(50);
            book.outline(section, 2, ++page);
        }
    }
    const Document document = book.read();
    EXPECT_EQ(document.chapter_source, ChapterSource::outline);
    EXPECT_THAT(titles_of(document), ElementsAre("Morning", "Evening", "Morning", "Evening"));
    EXPECT_EQ(document.chapters[2].paragraphs[0].text, "Part B");
}

TEST(PdfChapters, BehindAListOfContentsAreNoPartOfIt)
{
    Manuscript book;
    book.page().heading("Contents");
    for (const char* entry : {"The Stairs . . . . . . . 3", "The Boats . . . . . . . 4", "The Winter . . . . . . . 5"})
        book.line(entry);
    book.page().heading("To the Reader").words(30);
    for (const char* title : {"The Stairs", "The Boats", "The Winter"})
        book.page().heading(title).words(50);
    const Document document = book.read();
    EXPECT_EQ(document.chapter_source, ChapterSource::contents_page);
    EXPECT_THAT(titles_of(document),
                ElementsAre("Contents", "To the Reader", "The Stairs", "The Boats", "The Winter"));
    EXPECT_EQ(document.chapters[0].role, ChapterRole::contents);
    EXPECT_EQ(document.chapters[0].paragraphs.size(), 4U);
    EXPECT_EQ(document.chapters[1].role, ChapterRole::body);
    EXPECT_EQ(document.title, "manuscript");
}

}  // namespace
}  // namespace longhand::ingest
