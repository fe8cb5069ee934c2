// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/ingest.h"
#include "app/ingest/print_pdf.h"
#include "app/ingest/print_protocol.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>

namespace longhand::ingest {
namespace {

// What a program of another project reads from the file.
std::string said_by(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string text;
    std::array<char, 4096> piece{};
    for (std::size_t count = 0; (count = std::fread(piece.data(), 1, piece.size(), pipe.get())) > 0;)
        text.append(piece.data(), count);
    return text;
}

class Print : public testing::Test {
protected:
    void SetUp() override
    {
        auto printer = PdfPrinter::start(LONGHAND_READER_PROGRAM, {}, folder_.path() / "probe.pdf");
        if (!printer.ok() && printer.error().kind == ErrorKind::unsupported)
            GTEST_SKIP() << "built without pango";
        ASSERT_TRUE(printer.ok()) << printer.error().message;
    }
    std::filesystem::path out(const std::string& name) { return folder_.path() / name; }
    std::uint32_t print(const std::string& name, const std::vector<PrintBlock>& blocks,
                        const PrintFacts& facts = {})
    {
        auto printer = PdfPrinter::start(LONGHAND_READER_PROGRAM, facts, out(name)).value();
        for (const PrintBlock& block : blocks) {
            const auto added = printer->add(block);
            EXPECT_TRUE(added.ok()) << added.error().message;
        }
        return printer->finish().value();
    }
    std::string text_of(const std::string& name)
    {
        return said_by("pdftotext -enc UTF-8 '" + out(name).string() + "' - 2>/dev/null");
    }
    test::TemporaryFolder folder_;
};

std::string squeezed(const std::string& text)
{
    std::string out;
    for (const char sign : text)
        if (sign != ' ' && sign != '\n' && sign != '\f')
            out += sign;
    return out;
}

TEST_F(Print, TextComesBackInEveryScript)
{
    const std::vector<std::string> texts = {
        "The ferry left Marrow Point at noon, and “Waldo” slept; naïve façade, 12 €.",
        "守塔人又在账簿上写下一行，风向转为东北。灯塔在暴风雨中亮了八十一年。",
        "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。",
        "등대지기는 장부에 또 한 줄을 적었다.",
        "Смотритель записал ещё одну строку в книгу."};
    std::vector<PrintBlock> blocks;
    const std::array<const char*, 5> languages = {"en", "zh-Hans", "ja", "ko", "ru"};
    for (std::size_t i = 0; i < texts.size(); ++i)
        blocks.push_back({.text = texts[i], .language = languages[i]});
    EXPECT_EQ(print("a.pdf", blocks), 1U);
    const std::string read = squeezed(text_of("a.pdf"));
    for (const std::string& text : texts)
        EXPECT_NE(read.find(squeezed(text)), std::string::npos) << text << "\n" << read;
}

TEST_F(Print, ArabicAndHebrewComeBackInTheirOrder)
{
    print("a.pdf", {{.text = "كتب الحارس سطرا آخر في الدفتر", .language = "ar"},
                    {.text = "השומר כתב עוד שורה ביומן", .language = "he"}});
    const std::string read = text_of("a.pdf");
    for (const char* text : {"كتب الحارس سطرا آخر في الدفتر", "השומר כתב עוד שורה ביומן"})
        EXPECT_NE(read.find(text), std::string::npos) << text << "\n" << read;
}

TEST_F(Print, OurOwnReaderFindsTheChaptersAndTheText)
{
    std::vector<PrintBlock> blocks = {{.style = PrintStyle::title, .text = "The Strait"}};
    for (int chapter = 1; chapter <= 4; ++chapter) {
        blocks.push_back({.style = PrintStyle::heading, .text = "Watch " + std::to_string(chapter),
                          .new_page = chapter > 1});
        for (int i = 0; i < 12; ++i)
            blocks.push_back({.text = "In watch " + std::to_string(chapter) + " the keeper wrote line " +
                                      std::to_string(i) + " and the wind turned north-east again."});
    }
    print("a.pdf", blocks, {.title = "The Strait", .author = "M. Okafor", .language = "en"});
    const auto read = read_document(out("a.pdf"), {.reader = LONGHAND_READER_PROGRAM}, {}, {});
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->title, "The Strait");
    ASSERT_EQ(read->authors.size(), 1U);
    EXPECT_EQ(read->authors[0], "M. Okafor");
    EXPECT_EQ(read->pages.size(), 4U);
    std::vector<std::string> titles;
    std::string text;
    for (const auto& chapter : read->chapters) {
        titles.push_back(chapter.title);
        for (const auto& paragraph : chapter.paragraphs)
            text += paragraph.text + "\n";
    }
    for (int chapter = 1; chapter <= 4; ++chapter) {
        EXPECT_NE(std::find(titles.begin(), titles.end(), "Watch " + std::to_string(chapter)), titles.end());
        EXPECT_NE(text.find("In watch " + std::to_string(chapter) + " the keeper wrote line 11"),
                  std::string::npos);
    }
}

TEST_F(Print, OurOwnReaderReadsAPageThatIsWrittenFromTheRightAlone)
{
    print("a.pdf", {{.text = "كتب الحارس سطرا آخر في الدفتر ثم نام", .language = "ar"},
                    {.text = "فتح الباب رجل من السفينة Aurora عام 1893", .language = "ar"}});
    const auto read = read_document(out("a.pdf"), {.reader = LONGHAND_READER_PROGRAM}, {}, {});
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->pages.at(0).state, document::PageState::text) << read->pages.at(0).reason;
    std::string text;
    for (const auto& chapter : read->chapters)
        for (const auto& paragraph : chapter.paragraphs)
            text += paragraph.text + "\n";
    for (const char* part : {"كتب الحارس سطرا آخر في الدفتر ثم نام", "فتح الباب رجل من السفينة Aurora عام 1893"})
        EXPECT_NE(text.find(part), std::string::npos) << text;
}

TEST_F(Print, AHeadingNeverEndsAPageAndNoLineStandsAlone)
{
    for (int lead = 30; lead < 44; ++lead) {
        std::vector<PrintBlock> blocks;
        for (int i = 0; i < lead; ++i)
            blocks.push_back({.style = PrintStyle::bullet, .text = "line", .label = "•"});
        blocks.push_back({.style = PrintStyle::heading, .text = "Heading", .new_page = false});
        std::string paragraph;
        for (int i = 0; i < 60; ++i)
            paragraph += "word" + std::to_string(i) + " ";
        blocks.push_back({.text = paragraph});
        print("a.pdf", blocks);
        const std::string text = text_of("a.pdf");
        const std::size_t heading = text.find("Heading");
        const std::size_t page_end = text.find('\f', heading);
        EXPECT_LT(text.find("word0", heading), page_end) << lead;
        const std::size_t last_page = text.rfind('\f', text.size() - 2);
        if (const std::size_t last = text.find("word59"); last > last_page && last_page < text.size() &&
                                                          text.find("word", last_page) < text.size()) {
            EXPECT_LT(text.find("word", last_page) + 90, last) << lead;  // more than one line
        }
    }
}

TEST_F(Print, JumpsAddressesAndTheOutlineAreThere)
{
    PrintBlock cited{.text = "It left. 1", .spans = {{PrintSpanKind::superscript, 9, 10, ""},
                                                     {PrintSpanKind::jump, 9, 10, "note-1"},
                                                     {PrintSpanKind::jump, 0, 2, "nowhere"}}};
    PrintBlock note{.style = PrintStyle::note, .text = "See https://example.org", .spans =
                    {{PrintSpanKind::address, 4, 23, "https://example.org"},
                     {PrintSpanKind::address, 0, 3, "javascript:alert(1)"},
                     {PrintSpanKind::address, 0, 3, "https://x'] /Launch (y"}},
                    .label = "1.", .anchor = "note-1"};
    print("a.pdf", {{.style = PrintStyle::heading, .text = "One — 一"}, cited, note});
    const std::string file = read_file(out("a.pdf"), 1 << 22).value();
    EXPECT_EQ(file.find("javascript"), std::string::npos);
    EXPECT_EQ(file.find("Launch"), std::string::npos);
    EXPECT_NE(file.find("/URI"), std::string::npos);
    EXPECT_NE(file.find("/Outlines"), std::string::npos);
    EXPECT_NE(said_by("pdfinfo '" + out("a.pdf").string() + "'").find("Pages:"), std::string::npos);
}

TEST_F(Print, FiveHundredPagesAreSetInBoundedMemory)
{
    auto printer = PdfPrinter::start(LONGHAND_READER_PROGRAM, {.title = "Long", .head = "Long"}, out("long.pdf")).value();
    std::string paragraph;
    for (int i = 0; i < 90; ++i)
        paragraph += "The keeper wrote another line. ";
    for (int i = 0; i < 1100; ++i)
        ASSERT_TRUE(printer->add({.text = std::to_string(i) + " " + paragraph}).ok());
    // of the only child this test has
    const std::string peak = said_by("for p in $(pgrep -P " + std::to_string(::getpid()) +
                                     " longhand-reade); do grep VmHWM /proc/$p/status; done");
    const std::uint32_t pages = printer->finish().value();
    EXPECT_GE(pages, 500U);
    const std::size_t digit = peak.find_first_of("0123456789");
    ASSERT_NE(digit, std::string::npos) << peak;
    EXPECT_LT(std::stol(peak.substr(digit)), 200 * 1024) << peak;  // kB
    EXPECT_NE(text_of("long.pdf").find("1099 The keeper"), std::string::npos);
}

TEST_F(Print, RubyStandsAboveItsWordAndAnEndlessParagraphIsSetInParts)
{
    PrintBlock ruby{.text = "漢字を読む", .spans = {{PrintSpanKind::ruby, 0, 6, "かんじ"}}, .language = "ja"};
    print("a.pdf", {ruby});
    EXPECT_NE(text_of("a.pdf").find("かんじ"), std::string::npos);
    std::string endless;
    while (endless.size() < (600U << 10U))
        endless += "word ";
    EXPECT_GT(print("b.pdf", {{.text = endless, .spans = {{PrintSpanKind::emphasis, 0, 500000, ""}}}}), 50U);
}

TEST_F(Print, LeavesNothingBehindWhenItIsNotFinishedAndKeepsTheOldFile)
{
    ASSERT_TRUE(write_file(out("a.pdf"), "old").ok());
    {
        auto printer = PdfPrinter::start(LONGHAND_READER_PROGRAM, {}, out("a.pdf")).value();
        ASSERT_TRUE(printer->add({.text = "new"}).ok());
        EXPECT_EQ(printer->add({.text = "é", .spans = {{PrintSpanKind::strong, 1, 2, ""}}}).error().kind,
                  ErrorKind::corrupt);
    }
    EXPECT_EQ(read_file(out("a.pdf"), 100).value(), "old");
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder_.path()))
        ++files;
    EXPECT_EQ(files, 1);
    EXPECT_FALSE(PdfPrinter::start(LONGHAND_READER_PROGRAM, {}, folder_.path() / "no" / "where.pdf").ok());
    EXPECT_FALSE(PdfPrinter::start("/no/such/reader", {}, out("b.pdf")).ok());
}

TEST(PrintProtocol, BelievesNoBlockThatWasCutOrTurned)
{
    PrintBlock block{.text = "Ein Wörtchen", .spans = {{PrintSpanKind::emphasis, 0, 3, "x"}}, .label = "•"};
    const std::string packed = pack(block);
    const auto unpack = [](const std::string& bytes) {
        return unpack_print_block(std::as_bytes(std::span(bytes)));
    };
    EXPECT_EQ(unpack(packed)->text, block.text);
    for (std::size_t size = 0; size < packed.size(); ++size)
        EXPECT_FALSE(unpack(packed.substr(0, size)).ok()) << size;
    for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
        std::string turned = packed;
        turned[bit / 8] = static_cast<char>(turned[bit / 8] ^ (1 << (bit % 8)));
        const auto read = unpack(turned);
        for (const PrintSpan& span : read.ok() ? read->spans : std::vector<PrintSpan>())
            EXPECT_LE(span.end, read->text.size());
    }
    block.spans[0].end = 99;
    EXPECT_FALSE(unpack(pack(block)).ok());
}

}  // namespace
}  // namespace longhand::ingest
