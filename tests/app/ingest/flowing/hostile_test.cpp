// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that mean harm: every one ends in a document or an error, soon, and the program lives.
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/xhtml_blocks.h"
#include "engine/base/random.h"
#include "tests/app/ingest/flowing/package_builder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace longhand::ingest::flowing {
namespace {

std::string repeated(const std::string& text, std::size_t times)
{
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

std::string small_epub()
{
    return zip(epub_entries(
        {{"a.xhtml",
          page("<h1>One</h1><p>It <em>shone</em><a epub:type='noteref' href='#n'>1</a>.</p>"
               "<table><tr><td>a</td><td>b</td></tr></table>"
               "<aside epub:type='footnote' id='n'><p>Oil.</p></aside>")},
         {"b.xhtml", page("<h1>Two</h1><p>" + repeated("many words here ", 200) + "</p>")}},
        "<li><a href='a.xhtml'>One</a></li><li><a href='b.xhtml'>Two</a></li>"));
}

double seconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Hostile, AnEpubCutAtAnyByteEndsInAState)
{
    const std::string whole = small_epub();
    for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 1 : 7) {
        const auto document =
            read_epub({std::string_view(whole).substr(0, size), "cut.epub", {}, nullptr});
        if (!document.ok()) {
            EXPECT_EQ(document.error().kind, ErrorKind::corrupt)
                << size << ": " << document.error().message;
        }
    }
}

TEST(Hostile, AnEpubWithFlippedBitsEndsInAState)
{
    const std::string whole = small_epub();
    Random random(Seed{11});
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = whole;
        for (std::uint64_t flips = 1 + random.below(4); flips > 0; --flips)
            bytes[random.below(bytes.size())] ^= static_cast<char>(1U << random.below(8));
        const auto document = read_epub({bytes, "flipped.epub", {}, nullptr});
        if (document.ok()) {
            EXPECT_LE(document->words(), 10'000U);
        }
    }
}

TEST(Hostile, PagesOfFlippedBitsAreReadAndWrittenBack)
{
    const std::string whole =
        page("<h1>One</h1><p>It <em>shone</em> &amp; <ruby>海<rt>うみ</rt></ruby>.</p>"
             "<ul><li>a<br/><br/>b</li></ul><!-- c --><![CDATA[ d ]]>");
    Random random(Seed{5});
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = whole;
        for (std::uint64_t flips = 1 + random.below(6); flips > 0; --flips)
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        (void)read_html({bytes, "page.html", {}, nullptr});
        const auto replaced = replace_blocks(
            bytes, [](int) { return std::optional<std::string>("x<em>y</em>"); }, "de");
        if (replaced.ok()) {
            EXPECT_TRUE(block_texts(*replaced).ok());
        }
    }
}

TEST(Hostile, ABombOfZerosStops)
{
    Entries entries = epub_entries({{"a.xhtml", "x"}}, "");
    entries.back().second = "<html><body><p>" + std::string(70U << 20U, ' ') + "</p></body></html>";
    const std::string bytes = zip(entries);
    ASSERT_LT(bytes.size(), 200'000U);
    Result<document::Document> document = Error{};
    EXPECT_LT(seconds([&] { document = read_epub({bytes, "bomb.epub", {}, nullptr}); }), 10.0);
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().kind, ErrorKind::corrupt);
}

TEST(Hostile, EntitiesOfADocumentTypeDoNotGrow)
{
    std::string type =
        "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">";
    for (char c = 'b'; c <= 'z'; ++c)
        type += std::string("<!ENTITY ") + c + " \"" +
                repeated(std::string("&") + static_cast<char>(c - 1) + ";", 20) + "\">";
    type += "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
    const std::string xhtml =
        "<?xml version=\"1.0\"?>" + type + "<html><body><p>&z; &file; &a;</p></body></html>";
    std::vector<std::string> texts;
    EXPECT_LT(seconds([&] { texts = *block_texts(xhtml); }), 1.0);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_EQ(texts[0].substr(0, 11), "&z; &file; ");
    EXPECT_LT(texts[0].size(), 100U);
}

TEST(Hostile, AShortEntityIsRepeatedOnlySoOften)
{
    const std::string xhtml = "<!DOCTYPE html [<!ENTITY a \"" + std::string(390, 'a') +
                              "\">]><html><body><p>" + repeated("&a;", 100'000) +
                              "</p></body></html>";
    EXPECT_LT(block_texts(xhtml)->at(0).size(), 2U << 20U);
}

TEST(Hostile, AbsurdNestingIsNoTrouble)
{
    for (const std::size_t depth : {1'000U, 300'000U}) {
        for (const char* const name :
             {"div", "b", "span", "table><tr><td", "ul><li", "blockquote"}) {
            const std::string start = "<" + std::string(name) + ">";
            const std::string body = repeated(start, depth) + "deep";
            EXPECT_LT(seconds([&] {
                          (void)read_html({"<html><body>" + body, "deep.html", {}, nullptr});
                          (void)block_texts("<html><body>" + body + "</body></html>");
                      }),
                      20.0)
                << name << " " << depth;
        }
    }
    const auto document =
        read_html({"<html><body>" + repeated("<div>", 1000) + "deep", "deep.html", {}, nullptr});
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(text_of(document->chapters.at(0)), "deep");
}

TEST(Hostile, MarkdownOfBracketsEndsSoon)
{
    for (const char* const piece :
         {"[", "![", "> ", "*a _b ", "`", "[^1]", "|a|b\n|-|-\n", "<a>", "- ", "\\", "&#x41;"}) {
        EXPECT_LT(seconds([&] {
                      (void)read_markdown({repeated(piece, 20'000), "x.md", {}, nullptr});
                  }),
                  10.0)
            << piece;
    }
}

TEST(Hostile, RandomBytesAreSomeText)
{
    Random random(Seed{3});
    for (int round = 0; round < 200; ++round) {
        std::string bytes(1 + random.below(3000), '\0');
        for (char& c : bytes)
            c = static_cast<char>(random.below(256));
        for (const auto format : {document::Format::text, document::Format::html,
                                  document::Format::markdown, document::Format::epub})
            (void)read(format, {bytes, "noise", {}, nullptr});
    }
}

TEST(Hostile, LinesWithoutEndAreSomeText)
{
    EXPECT_LT(seconds([&] {
                  (void)read_text({std::string(8U << 20U, 'x'), "one line", {}, nullptr});
                  (void)read_text({repeated("a\n", 2'000'000), "many lines", {}, nullptr});
                  (void)read_text({repeated("Chapter 1\n\n", 200'000), "headings", {}, nullptr});
                  (void)read_text({repeated("第一章\n", 200'000), "headings", {}, nullptr});
                  (void)read_text({repeated("I\n\n", 300'000), "numerals", {}, nullptr});
              }),
              30.0);
}

TEST(Hostile, PathsThatClimbOutOfThePackageFindNothing)
{
    Entries entries = epub_entries(
        {{"../../../etc/passwd", page("<p>x</p>")}, {"a.xhtml", page("<p>in</p>")}}, "");
    const std::string bytes = zip(entries);
    const auto document = read_epub({bytes, "slip.epub", {}, nullptr});
    ASSERT_TRUE(document.ok());
    EXPECT_TRUE(has_problem(*document, "missing_parts"));
}

} // namespace
} // namespace longhand::ingest::flowing
