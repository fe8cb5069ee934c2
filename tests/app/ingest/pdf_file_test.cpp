// SPDX-License-Identifier: GPL-3.0-or-later
// Small PDFs read and drawn by the real reader child.
#include "app/ingest/ingest.h"
#include "tests/app/ingest/pdf_writer.h"
#include "tests/support/environment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace longhand::ingest {
namespace {

using document::Document;
using document::PageState;
using test::PdfWriter;
using testing::ElementsAre;

class PdfFiles : public testing::Test {
protected:
    std::filesystem::path file(const std::string& bytes)
    {
        const auto path = folder_.path() / "sheet.pdf";
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    static Options options()
    {
        Options options;
        options.reader = LONGHAND_READER_PROGRAM;
        return options;
    }
    Result<Document> read(const PdfWriter& pdf)
    {
        return read_document(file(pdf.bytes()), options(), nullptr, {});
    }

private:
    longhand::test::TemporaryFolder folder_;
};

// Three chapters of one page each, with headings.
PdfWriter book()
{
    PdfWriter pdf;
    pdf.title("The Keeper of the Light");
    const std::vector<std::string> titles = {"The Stairs", "The Boats", "The Winter"};
    for (std::size_t i = 0; i < titles.size(); ++i) {
        pdf.page().text(50, 540, titles[i], 18, true);
        pdf.text(50, 500, "Part " + std::to_string(i + 1) + " opens with this line, which is long enough to go on");
        pdf.text(50, 488, "in the next one, where it ends.");
        pdf.outline(1, titles[i], static_cast<int>(i + 1));
    }
    return pdf;
}

std::vector<std::string> texts_of(const document::Chapter& chapter)
{
    std::vector<std::string> texts;
    for (const auto& paragraph : chapter.paragraphs)
        texts.push_back(paragraph.text);
    return texts;
}

TEST_F(PdfFiles, AreReadIntoChaptersOfTheirOutline)
{
    const auto document = read(book());
    ASSERT_TRUE(document.ok()) << document.error().message;
    EXPECT_EQ(document->format, document::Format::pdf);
    EXPECT_EQ(document->title, "The Keeper of the Light");
    EXPECT_EQ(document->language, "en");
    EXPECT_EQ(document->chapter_source, document::ChapterSource::outline);
    EXPECT_TRUE(document->problems.empty());
    ASSERT_EQ(document->chapters.size(), 3U);
    EXPECT_EQ(document->chapters[1].title, "The Boats");
    EXPECT_EQ(document->chapters[1].first_page(), 2U);
    EXPECT_THAT(texts_of(document->chapters[1]),
                ElementsAre("The Boats", "Part 2 opens with this line, which is long enough to go on "
                                         "in the next one, where it ends."));
}

TEST_F(PdfFiles, CharactersLieWhereTheyWereSet)
{
    const auto document = read(book());
    ASSERT_TRUE(document.ok()) << document.error().message;
    const auto boxes = document::boxes_of(*document, {0, 1, 0, 4});  // "Part", at (50, 500)
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].page, 1U);
    EXPECT_NEAR(boxes[0].box.x0, 50, 0.6);
    EXPECT_LT(boxes[0].box.y0, 94);  // the base line is 100 points from the top
    EXPECT_GT(boxes[0].box.y1, 99);
    // Helvetica's P, a, r and t are 667 + 556 + 333 + 278 thousandths wide.
    EXPECT_NEAR(boxes[0].box.x1, 50 + 18.34, 0.6);
}

TEST_F(PdfFiles, EveryLevelOfAnOutlineIsWalked)
{
    PdfWriter pdf;
    for (int i = 1; i <= 4; ++i) {
        pdf.page().text(50, 540, "Section " + std::to_string(i), 14, true);
        for (int line = 0; line < 30; ++line)
            pdf.text(50, 500 - 12 * line, "Words of a page that is full of words, so that it has some weight.");
    }
    pdf.outline(1, "Part A", 1).outline(2, "Section 1", 1).outline(2, "Section 2", 2);
    pdf.outline(1, "Part B", 3).outline(2, "Section 3", 3).outline(2, "Section 4", 4);
    const auto document = read(pdf);
    ASSERT_TRUE(document.ok()) << document.error().message;
    std::vector<std::string> titles;
    for (const auto& chapter : document->chapters)
        titles.push_back(chapter.title);
    EXPECT_THAT(titles, ElementsAre("Section 1", "Section 2", "Section 3", "Section 4"));
}

TEST_F(PdfFiles, PagesTellTheirStateAndLabel)
{
    PdfWriter pdf = book();
    pdf.page();                           // nothing
    pdf.page().picture();                 // a scan
    pdf.page().raw("50 50 100 100 re f\n");  // a black square
    pdf.label_pages_from(1, "/S /r").label_pages_from(3, "/S /D");
    const auto document = read(pdf);
    ASSERT_TRUE(document.ok()) << document.error().message;
    std::vector<PageState> states;
    std::vector<std::string> labels;
    for (const document::Page& page : document->pages) {
        states.push_back(page.state);
        labels.push_back(page.label);
        EXPECT_EQ(page.reason.empty(), page.state == PageState::text) << page.number;
        EXPECT_EQ(page.width, 400);
        EXPECT_EQ(page.height, 600);
    }
    EXPECT_THAT(states, ElementsAre(PageState::text, PageState::text, PageState::text, PageState::empty,
                                    PageState::scan, PageState::scan));
    EXPECT_THAT(labels, ElementsAre("i", "ii", "1", "2", "3", "4"));
    ASSERT_EQ(document->problems.size(), 1U);
    EXPECT_EQ(document->problems[0].kind, "scan_pages");
    EXPECT_THAT(document->problems[0].pages, ElementsAre(5, 6));
}

TEST_F(PdfFiles, WithoutTextSayWhyAndWhatToDo)
{
    PdfWriter blank;
    blank.page().page();
    PdfWriter scanned;
    scanned.page().picture().page().picture().page();
    const std::vector<std::pair<PdfWriter, std::string>> cases = {{blank, "blank"}, {scanned, "OCR"}};
    for (const auto& [pdf, word] : cases) {
        const auto document = read(pdf);
        ASSERT_TRUE(document.ok()) << document.error().message;
        EXPECT_EQ(document->words(), 0U);
        ASSERT_EQ(document->problems.size(), 1U);
        EXPECT_EQ(document->problems[0].kind, "no_text");
        EXPECT_NE(document->problems[0].message.find(word), std::string::npos)
            << document->problems[0].message;
        EXPECT_EQ(document->problems[0].pages.size(), document->pages.size());
    }
    const auto none = read(PdfWriter());
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().kind, ErrorKind::corrupt);
}

TEST_F(PdfFiles, AnEncryptedOneSaysThatItIsLocked)
{
    const auto path = file(book().lock().bytes());
    const auto without = read_document(path, options(), nullptr, {});
    ASSERT_FALSE(without.ok());
    EXPECT_EQ(without.error().kind, ErrorKind::locked);
    Options with = options();
    with.password = "guess";
    const auto wrong = read_document(path, with, nullptr, {});
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.error().kind, ErrorKind::locked) << wrong.error().message;
    EXPECT_NE(wrong.error().message, without.error().message);
    const auto drawn = PageRenderer::open(path, options());
    ASSERT_FALSE(drawn.ok());
    EXPECT_EQ(drawn.error().kind, ErrorKind::locked);
}

TEST_F(PdfFiles, ProgressCountsThePages)
{
    std::vector<std::uint64_t> seen;
    const auto path = file(book().bytes());
    const auto document = read_document(path, options(), [&](const Progress& progress) {
        EXPECT_EQ(progress.total, 3U);
        seen.push_back(progress.done);
    }, {});
    ASSERT_TRUE(document.ok()) << document.error().message;
    EXPECT_THAT(seen, ElementsAre(1, 2, 3));
}

TEST_F(PdfFiles, AStoppedReadingIsCancelled)
{
    std::stop_source source;
    const auto path = file(book().bytes());
    const auto document = read_document(
        path, options(), [&](const Progress&) { source.request_stop(); }, source.get_token());
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().kind, ErrorKind::cancelled);
}

TEST_F(PdfFiles, PagesAreDrawnAtTheSizeAskedFor)
{
    PdfWriter pdf;
    pdf.page().raw("1 0 0 rg 0 300 200 300 re f\n");  // the upper left quarter is red
    pdf.page().text(50, 540, "A line.");
    const auto renderer = PageRenderer::open(file(pdf.bytes()), options());
    ASSERT_TRUE(renderer.ok()) << renderer.error().message;
    const auto pixels = (*renderer)->render(1, 0.5);
    ASSERT_TRUE(pixels.ok()) << pixels.error().message;
    EXPECT_EQ(pixels->width, 200);
    EXPECT_EQ(pixels->height, 300);
    ASSERT_EQ(pixels->argb.size(), 200U * 300U);
    EXPECT_EQ(pixels->argb[50 * 200 + 50], 0xFFFF0000U);
    EXPECT_EQ(pixels->argb[250 * 200 + 150], 0xFFFFFFFFU);
    const auto large = (*renderer)->render(2, 1000.0);  // clamped to 64 million pixels
    ASSERT_TRUE(large.ok()) << large.error().message;
    EXPECT_LE(large->argb.size(), 64'100'000U);
    EXPECT_GT(large->argb.size(), 60'000'000U);
}

TEST_F(PdfFiles, PagesThatAreNotThereAreInvalidAndTheNextOneIsDrawn)
{
    const auto renderer = PageRenderer::open(file(book().bytes()), options());
    ASSERT_TRUE(renderer.ok()) << renderer.error().message;
    for (const std::uint32_t page : {0U, 4U, 4'000'000'000U}) {
        const auto pixels = (*renderer)->render(page, 1.0);
        ASSERT_FALSE(pixels.ok()) << page;
        EXPECT_EQ(pixels.error().kind, ErrorKind::invalid);
    }
    for (const double scale : {0.0, -1.0, std::nan("")})
        EXPECT_FALSE((*renderer)->render(1, scale).ok()) << scale;
    EXPECT_TRUE((*renderer)->render(3, 1.0).ok());
}

}  // namespace
}  // namespace longhand::ingest
