// SPDX-License-Identifier: GPL-3.0-or-later
// Pages made by hand, and the text a person would read on them.
#include "app/ingest/pdf_document.h"
#include "engine/base/utf8.h"
#include "tests/app/ingest/sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::ingest {
namespace {

using document::Document;
using document::Paragraph;
using document::ParagraphKind;
using test::document_of;
using test::Sheet;
using testing::ElementsAre;

std::vector<const Paragraph*> paragraphs_of(const Document& document)
{
    std::vector<const Paragraph*> all;
    for (const auto& chapter : document.chapters)
        for (const Paragraph& paragraph : chapter.paragraphs)
            all.push_back(&paragraph);
    return all;
}

std::vector<std::string> texts_of(const Document& document)
{
    std::vector<std::string> all;
    for (const Paragraph* paragraph : paragraphs_of(document))
        all.push_back(paragraph->text);
    return all;
}

Document composed(const RawDocument& raw) { return compose_pdf(raw, "sheet.pdf"); }

// Every character with an origin is the character of that glyph.
void expect_ways_back(const Document& document, const RawDocument& raw)
{
    for (const Paragraph* paragraph : paragraphs_of(document)) {
        for (const document::Origin& origin : paragraph->origins) {
            ASSERT_LE(origin.end, paragraph->text.size());
            const std::u32string& glyphs = raw.pages.at(origin.page - 1).text;
            std::size_t glyph = origin.first_glyph;
            for (std::size_t at = origin.begin; at < origin.end; ++glyph) {
                ASSERT_LT(glyph, glyphs.size());
                ASSERT_EQ(utf8::next(paragraph->text, at), glyphs[glyph]) << paragraph->text;
            }
        }
    }
}

TEST(PdfLayout, ColumnsAreReadOneAfterTheOtherBelowTheTitle)
{
    Sheet sheet(1);
    sheet.line(150, 50, "Of Lamps and Their Keepers", {20, "Serif-Bold"});
    const std::vector<const char*> left = {
        "The first column opens the text of", "this page and its lines are filled",
        "from edge to edge as lines in books", "often are, until the column has come",
        "to its lower end, where the sentence"};
    const std::vector<const char*> right = {
        "goes on in the second column, which", "begins at the height of the first one",
        "and is as wide as the first one was,", "so that nobody who reads it needs to",
        "wonder in which order to take them."};
    for (std::size_t i = 0; i < left.size(); ++i) {
        const auto y = 100 + 12 * static_cast<float>(i);
        sheet.line(60, y, left[i]);    // as a PDF often has it: line by line across the page
        sheet.line(310, y, right[i]);
    }
    const RawDocument raw = document_of({sheet});
    const Document document = composed(raw);
    EXPECT_THAT(texts_of(document),
                ElementsAre("Of Lamps and Their Keepers",
                            "The first column opens the text of this page and its lines are filled "
                            "from edge to edge as lines in books often are, until the column has "
                            "come to its lower end, where the sentence goes on in the second "
                            "column, which begins at the height of the first one and is as wide as "
                            "the first one was, so that nobody who reads it needs to wonder in "
                            "which order to take them."));
    expect_ways_back(document, raw);
}

TEST(PdfLayout, HyphensAtLineEndsAreJoinedAsTheRestOfTheTextWritesThem)
{
    Sheet sheet(1);
    sheet.lines(60, 60, {"The lighthouse was well-known along the whole coast for its lamp, and a",
                         "visitor who asked for the way was always sent up there: to the light-",
                         "house and its keeper, who was a kind man, patient, and more than well-",
                         "known for the tales that he told about ships, and for the bread he bak-",
                         "ed."});
    const RawDocument raw = document_of({sheet});
    const Document document = composed(raw);
    EXPECT_THAT(texts_of(document),
                ElementsAre("The lighthouse was well-known along the whole coast for its lamp, and "
                            "a visitor who asked for the way was always sent up there: to the "
                            "lighthouse and its keeper, who was a kind man, patient, and more than "
                            "well-known for the tales that he told about ships, and for the bread "
                            "he baked."));
    expect_ways_back(document, raw);
}

TEST(PdfLayout, RunningHeadsAndPageNumbersLeaveTheTextAndStayKnown)
{
    RawDocument raw;
    for (std::uint32_t number = 1; number <= 6; ++number) {
        Sheet sheet(number);
        sheet.line(60, 30, number % 2 == 0 ? "The Keeper of the Light" : "The Second Winter");
        sheet.line(60, 80, "Page " + std::string(1, static_cast<char>('a' + number)) +
                               " says something of its own here, and no more than that.");
        sheet.line(60, 92, test::filler(number));
        sheet.line(300, 770, std::to_string(number + 10));
        raw.pages.push_back(sheet.page());
    }
    raw.page_count = 6;
    const Document document = composed(raw);
    for (const std::string& text : texts_of(document)) {
        EXPECT_EQ(text.find("Winter"), std::string::npos) << text;
        EXPECT_EQ(text.find("Keeper of"), std::string::npos) << text;
        EXPECT_EQ(text.find_first_of("0123456789"), std::string::npos) << text;
    }
    EXPECT_THAT(document.pages.at(1).removed, ElementsAre("The Keeper of the Light", "12"));
    EXPECT_THAT(document.pages.at(2).removed, ElementsAre("The Second Winter", "13"));
}

TEST(PdfLayout, AParagraphGoesOnOverAPageBreak)
{
    Sheet first(1);
    first.lines(60, 700, {"He took the lamp down from its hook and went, slowly and with one hand on",
                          "the wall, up the two hundred steps which he had climbed every evening"});
    Sheet second(2);
    second.lines(60, 60, {"since his father had died; then he lit the wick and looked at the dark sea.",
                          "   In the morning they came."});
    const RawDocument raw = document_of({first, second});
    const Document document = composed(raw);
    ASSERT_EQ(texts_of(document).size(), 2U);
    EXPECT_EQ(texts_of(document)[0],
              "He took the lamp down from its hook and went, slowly and with one hand on the wall, "
              "up the two hundred steps which he had climbed every evening since his father had "
              "died; then he lit the wick and looked at the dark sea.");
    EXPECT_EQ(texts_of(document)[1], "In the morning they came.");
    const auto whole = static_cast<std::uint32_t>(texts_of(document)[0].size());
    EXPECT_THAT(document::pages_of(document, {0, 0, 0, whole}), ElementsAre(1, 2));
    expect_ways_back(document, raw);
}

TEST(PdfLayout, CharactersLeadBackToTheirBoxes)
{
    Sheet sheet(1);
    sheet.lines(60, 60, {"one two three four five six seven eight nine ten eleven twelve thirteen",
                         "fourteen."});
    const Document document = composed(document_of({sheet}));
    const std::string text = texts_of(document).at(0);
    const auto at = [&](const char* word) { return static_cast<std::uint32_t>(text.find(word)); };
    // "two": the characters 4 to 6 of the line, each 5 points wide.
    const auto two = document::boxes_of(document, {0, 0, at("two"), at("two") + 3});
    ASSERT_EQ(two.size(), 1U);
    EXPECT_EQ(two[0].page, 1U);
    EXPECT_EQ(two[0].box, (document::Box{80, 60, 95, 70}));
    // over the line break: one box a line
    const auto both = document::boxes_of(document, {0, 0, at("thirteen"), at("fourteen") + 8});
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[1].box, (document::Box{60, 72, 100, 82}));
}

TEST(PdfLayout, FootnotesStandApartFromTheText)
{
    Sheet sheet(1);
    sheet.line(60, 60, "The lamp was filled with oil").add("1", {6}, -1).add(" each evening, as it had been in every");
    sheet.line(60, 72, "year before, and the keeper wrote the hour into his book, by candle light.");
    sheet.lines(60, 84, {"Nobody asked him to, and nobody ever came to read what he had written there."});
    sheet.line(60, 740, "1", {5}).add(" Whale oil at first, and paraffin after the war; see the books of", {8});
    sheet.line(60, 750, "the harbour office.", {8});
    const Document document = composed(document_of({sheet}));
    ASSERT_EQ(document.notes.size(), 1U);
    EXPECT_EQ(document.notes[0].label, "1");
    EXPECT_EQ(document.notes[0].chapter, 0);
    ASSERT_EQ(document.notes[0].paragraphs.size(), 1U);
    EXPECT_EQ(document.notes[0].paragraphs[0].text,
              "Whale oil at first, and paraffin after the war; see the books of the harbour office.");
    for (const std::string& text : texts_of(document))
        EXPECT_EQ(text.find("paraffin"), std::string::npos) << text;
}

TEST(PdfLayout, ShortNotesCountOnAndThoseAsLargeAsTheTextAreNotesToo)
{
    Sheet small(1);
    small.line(60, 60, test::filler(0)).line(60, 72, test::filler(1));
    small.line(60, 700, "1. Oil of whales, at first.", {8}).line(60, 710, "2. Paraffin.", {8});
    Sheet large(2);
    large.line(60, 60, test::filler(2)).line(60, 500, "the lamp of the harbour").add("3", {6}, -1);
    large.line(60, 600, "4", {6}).add(" is no note, for nothing calls it", {10}, -2);
    large.line(60, 700, "3", {6}).add(" See the books of the harbour office.", {10}, -2);
    const Document document = composed(document_of({small, large}));
    std::vector<std::string> notes;
    for (const auto& note : document.notes)
        notes.push_back(note.label + ": " + note.paragraphs.at(0).text);
    EXPECT_THAT(notes, ElementsAre("1: Oil of whales, at first.", "2: Paraffin.",
                                   "3: See the books of the harbour office."));
}

TEST(PdfLayout, ATableIsReadRowByRow)
{
    Sheet sheet(1);
    sheet.line(60, 60, "These are the hours at which the lamp was lit and put out in that year, by month.");
    sheet.cells(90, {{60, "Month"}, {200, "Lit"}, {300, "Out"}});
    sheet.cells(102, {{60, "January"}, {200, "16:10"}, {300, "8:05"}});
    sheet.cells(114, {{60, "February"}, {200, "17:00"}, {300, "7:20"}});
    sheet.cells(126, {{60, "March"}, {200, "18:15"}, {300, "6:30"}});
    const Document document = composed(document_of({sheet}));
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows,
              (std::vector<std::vector<std::string>>{{"Month", "Lit", "Out"},
                                                     {"January", "16:10", "8:05"},
                                                     {"February", "17:00", "7:20"},
                                                     {"March", "18:15", "6:30"}}));
    const auto paragraphs = paragraphs_of(document);
    ASSERT_EQ(paragraphs.size(), 5U);
    EXPECT_EQ(paragraphs[2]->kind, ParagraphKind::table_row);
    EXPECT_EQ(paragraphs[2]->table, 0);
    EXPECT_EQ(paragraphs[2]->text, "January | 16:10 | 8:05");
}

TEST(PdfLayout, AuthorsSideBySideAreReadOneAfterTheOther)
{
    Sheet sheet(1);
    sheet.line(150, 40, "Of Lamps and Their Keepers", {20, "Serif-Bold"});
    // lines centred on 150 and on 400
    sheet.cells(90, {{125, "Ann Keeper"}, {367.5F, "Robert Boatman"}});
    sheet.cells(102, {{105, "House of the Light"}, {390, "Port"}});
    sheet.cells(114, {{130, "Northend"}, {370, "Southend, East"}});
    sheet.line(60, 190, "The text of the paper begins here, and its first line is as wide as the page itself is.");
    EXPECT_THAT(texts_of(composed(document_of({sheet}))),
                ElementsAre("Of Lamps and Their Keepers", "Ann Keeper House of the Light Northend",
                            "Robert Boatman Port Southend, East",
                            "The text of the paper begins here, and its first line is as wide as the page "
                            "itself is."));
}

TEST(PdfLayout, ListItemsAreParagraphsOfTheirOwn)
{
    Sheet sheet(1);
    sheet.lines(60, 60, {"Before the winter the keeper went to the town and brought back with him:"});
    sheet.lines(75, 72, {"1. oil for the lamp, twelve barrels of it, and two more in case the spring"});
    sheet.lines(90, 84, {"should be late;"});
    sheet.lines(75, 96, {"2. wicks;", "3. flour."});
    const Document document = composed(document_of({sheet}));
    EXPECT_THAT(texts_of(document),
                ElementsAre("Before the winter the keeper went to the town and brought back with him:",
                            "1. oil for the lamp, twelve barrels of it, and two more in case the "
                            "spring should be late;",
                            "2. wicks;", "3. flour."));
    const auto paragraphs = paragraphs_of(document);
    for (std::size_t i = 1; i < 4; ++i)
        EXPECT_EQ(paragraphs[i]->kind, ParagraphKind::list_item) << i;
}

TEST(PdfLayout, NotesInTheMarginDoNotBreakTheTextTheyStandBeside)
{
    Sheet sheet(1);
    for (std::size_t i = 0; i < 8; ++i) {
        std::string line(test::filler(i));
        line.resize(60, 'x');  // justified
        sheet.line(60, 60 + 12 * static_cast<float>(i), line);
        if (i == 3)
            sheet.add("see page 4", {8}, 0, 20);
        if (i == 5)
            sheet.add(" over");  // an overfull line
    }
    const RawDocument raw = document_of({sheet});
    const auto texts = texts_of(composed(raw));
    ASSERT_EQ(texts.size(), 2U);
    EXPECT_EQ(texts[0].size(), 8U * 61 - 1 + 5);
    EXPECT_EQ(texts[1], "see page 4");
}

TEST(PdfLayout, ANarrowBlockIsOneParagraphOnAWidePage)
{
    Sheet sheet(1);
    sheet.line(270, 60, "A. Keeper");
    sheet.lines(150, 72, {"This is an abstract that is set narrower than the text of the",
                          "page, and its lines break at an edge of their own, and not at",
                          "that of the page."});
    sheet.lines(60, 130, {"The text of the page is set in longer lines, and nobody would take them for a part of it,",
                          "since they begin further to the left and end further to the right than those above them.",
                          "Here it ends."});
    EXPECT_THAT(texts_of(composed(document_of({sheet}))),
                ElementsAre("A. Keeper",
                            "This is an abstract that is set narrower than the text of the page, and its "
                            "lines break at an edge of their own, and not at that of the page.",
                            "The text of the page is set in longer lines, and nobody would take them for "
                            "a part of it, since they begin further to the left and end further to the "
                            "right than those above them. Here it ends."));
}

TEST(PdfLayout, BulletsAreNoPartOfTheText)
{
    Sheet sheet(1);
    sheet.lines(60, 60, {"Before the winter the keeper went to the town and brought back with him:"});
    sheet.lines(75, 72, {"• oil;", "– wicks;", "•flour."});
    const Document document = composed(document_of({sheet}));
    EXPECT_THAT(texts_of(document),
                ElementsAre("Before the winter the keeper went to the town and brought back with him:",
                            "oil;", "wicks;", "•flour."));
    EXPECT_EQ(paragraphs_of(document)[1]->kind, ParagraphKind::list_item);
}

TEST(PdfLayout, LinesOfAListOfContentsLoseTheirDotsAndAreNoTable)
{
    Sheet dotted(1);
    dotted.lines(60, 60, {"The Stairs . . . . . . . . . . . . . . . 1", "The Boats . . . . . . . . . . . . 9, 11-13"});
    Sheet gaps(2);
    gaps.cells(60, {{60, "The Stairs"}, {355, "1"}});
    gaps.cells(72, {{60, "The Boats"}, {355, "9"}});
    gaps.cells(84, {{60, "The Winter"}, {350, "17"}});
    const Document document = composed(document_of({dotted, gaps}));
    EXPECT_THAT(texts_of(document), ElementsAre("The Stairs 1", "The Boats 9, 11-13", "The Stairs 1",
                                                "The Boats 9", "The Winter 17"));
    EXPECT_TRUE(document.tables.empty());
}

TEST(PdfLayout, HeadsThatCountPagesGoThoughTheirWordsComeOnce)
{
    RawDocument raw;
    for (std::uint32_t number = 1; number <= 20; ++number) {
        Sheet sheet(number);
        const std::string title = "Section " + std::string(1, static_cast<char>('A' + number));
        sheet.line(60, 30, number % 2 == 0 ? std::to_string(number) + " " + title
                                           : title + " " + std::to_string(number));
        sheet.line(60, 50, test::filler(number));
        sheet.line(60, 62, test::filler(number + 1));
        raw.pages.push_back(sheet.page());
    }
    raw.page_count = 20;
    for (const std::string& text : texts_of(composed(raw)))
        EXPECT_EQ(text.find("Section"), std::string::npos) << text;
}

TEST(PdfLayout, AShortPaperLosesTheHeadsOfItsFewPages)
{
    RawDocument raw;
    for (std::uint32_t number = 1; number <= 5; ++number) {
        Sheet sheet(number);
        if (number > 1)
            sheet.line(60, 30, number % 2 == 0 ? "Of Lamps, Keeper et al." : "Conference on Lamps, Winter");
        sheet.line(60, 60, test::filler(number));
        sheet.line(60, 72, test::filler(number + 1));
        raw.pages.push_back(sheet.page());
    }
    raw.page_count = 5;
    for (const std::string& text : texts_of(composed(raw)))
        EXPECT_EQ(text.find("Lamps"), std::string::npos) << text;
}

TEST(PdfLayout, HanLinesJoinWithoutBlanks)
{
    Sheet sheet(1);
    sheet.lines(60, 60, {"灯塔看守人每天晚上都要爬上两百级台阶去点亮那盏灯然后看着", "海面直到最后一条船回家。"});
    const RawDocument raw = document_of({sheet});
    const Document document = composed(raw);
    EXPECT_THAT(texts_of(document),
                ElementsAre("灯塔看守人每天晚上都要爬上两百级台阶去点亮那盏灯然后看着海面直到最后一条船回家。"));
    expect_ways_back(document, raw);
}

TEST(PdfLayout, HanPunctuationThatReachesIntoItsNeighbourStaysOnItsLine)
{
    Sheet sheet(1);
    sheet.line(60, 60, "看守人说“灯亮了”").line(136, 60, "，然后就下楼去了。");
    EXPECT_THAT(texts_of(composed(document_of({sheet}))),
                ElementsAre("看守人说“灯亮了”，然后就下楼去了。"));
}

TEST(PdfLayout, PagesKeepTheirLabelsStatesAndSizes)
{
    RawDocument raw = document_of({Sheet(1, 400, 500).label("iv").line(60, 60, "A line of text."),
                                   Sheet(2).label("1")});
    raw.pages[1].state = document::PageState::scan;
    raw.pages[1].reason = "A picture.";
    const Document document = composed(raw);
    ASSERT_EQ(document.pages.size(), 2U);
    EXPECT_EQ(document.pages[0].label, "iv");
    EXPECT_EQ(document.pages[0].width, 400);
    EXPECT_EQ(document.pages[0].height, 500);
    EXPECT_EQ(document.pages[0].glyphs.size(), raw.pages[0].text.size());
    EXPECT_EQ(document.pages[1].label, "1");
    EXPECT_EQ(document.pages[1].state, document::PageState::scan);
    EXPECT_EQ(document.pages[1].reason, "A picture.");
    ASSERT_EQ(document.problems.size(), 1U);
    EXPECT_EQ(document.problems[0].kind, "scan_pages");
    EXPECT_THAT(document.problems[0].pages, ElementsAre(2));
}

}  // namespace
}  // namespace longhand::ingest
