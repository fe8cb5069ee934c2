// SPDX-License-Identifier: GPL-3.0-or-later
// HTML files and Markdown.
#include "app/ingest/flowing/flowing.h"
#include "tests/app/ingest/flowing/package_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::ingest::flowing {
namespace {

using document::Document;
using document::Paragraph;
using document::ParagraphKind;
using document::SpanKind;
using testing::ElementsAre;

Document html(const std::string& bytes)
{
    auto document = read_html({bytes, "page.html", {}, nullptr});
    EXPECT_TRUE(document.ok());
    return document.ok() ? *document : Document{};
}

Document markdown(const std::string& bytes)
{
    auto document = read_markdown({bytes, "notes.md", {}, nullptr});
    EXPECT_TRUE(document.ok());
    return document.ok() ? *document : Document{};
}

std::vector<std::string> kinds_and_texts(const Document& document)
{
    std::vector<std::string> out;
    for (const auto& chapter : document.chapters)
        for (const Paragraph& paragraph : chapter.paragraphs)
            out.push_back(std::string(to_string(paragraph.kind)) + ":" + paragraph.text);
    return out;
}

TEST(Html, IsReadHoweverUntidy)
{
    const Document document =
        html("<!DOCTYPE html><html lang=en><head><title>A lamp</title><script>no()</script>"
             "<body><h1>One<p>first <b>bold<p>second &eacute;&mdash;<br>line<script>x</script>"
             "<h1>Two</h1><ul><li>a<li>b</ul>");
    EXPECT_EQ(document.title, "A lamp");
    EXPECT_EQ(document.language, "en");
    EXPECT_THAT(kinds_and_texts(document),
                ElementsAre("heading:One", "body:first bold", "body:second é—\nline", "heading:Two",
                            "list_item:a", "list_item:b"));
    EXPECT_THAT(titles_of(document), ElementsAre("One", "Two"));
}

TEST(Html, ItsCharsetIsObeyed)
{
    EXPECT_EQ(text_of(html("<html><head><meta charset=\"gb2312\"><body><p>\xB5\xC6\xCB\xFE</p>")
                          .chapters.at(0)),
              "灯塔");
    EXPECT_EQ(text_of(html("<meta http-equiv='Content-Type' content='text/html; "
                           "charset=iso-8859-1'><p>caf\xE9 \x93x\x94")
                          .chapters.at(0)),
              "café “x”");
    EXPECT_EQ(text_of(html("<meta charset=\"latin1\"><p>灯塔").chapters.at(0)), "灯塔");
    const auto asked = read_html({"<p>\xB5\xC6\xCB\xFE</p>", "x", "GB18030", nullptr});
    EXPECT_EQ(text_of(asked->chapters.at(0)), "灯塔");
}

TEST(Markdown, BlocksAndSpansAreTold)
{
    const Document document = markdown("# The *lamp*\n\nSome **bold** text with `code` and [a "
                                       "link](https://example.org).\nSame paragraph.\n\n"
                                       "> quoted\n\n- one\n- two\n\n1. first\n\n```\nint x;\n  "
                                       "y\n```\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
    EXPECT_THAT(
        kinds_and_texts(document),
        ElementsAre("heading:The lamp", "body:Some bold text with code and a link. Same paragraph.",
                    "quote:quoted", "list_item:one", "list_item:two", "list_item:first",
                    "code:int x;\n  y", "separator:* * *", "table_row:a | b", "table_row:1 | 2"));
    EXPECT_EQ(document.title, "The lamp");
    const Paragraph& paragraph = document.chapters.at(0).paragraphs.at(1);
    ASSERT_EQ(paragraph.spans.size(), 3U);
    EXPECT_EQ(paragraph.spans[0].kind, SpanKind::strong);
    EXPECT_EQ(paragraph.spans[2].value, "https://example.org");
    EXPECT_EQ(document.tables.at(0).rows.size(), 2U);
}

TEST(Markdown, NotesStandApart)
{
    const Document document = markdown(
        "It shone[^1] and [^none].\n\n[^1]: With *oil*.\n    More.\n\nNext.\n\n```\n[^1]\n```\n");
    EXPECT_THAT(kinds_and_texts(document),
                ElementsAre("body:It shone1 and [^none].", "body:Next.", "code:[^1]"));
    ASSERT_EQ(document.notes.size(), 1U);
    EXPECT_EQ(document.notes[0].label, "1");
    EXPECT_EQ(document.notes[0].paragraphs.at(0).text, "With oil. More.");
    EXPECT_EQ(document.chapters.at(0).paragraphs.at(0).spans.at(0).value, document.notes[0].id);
}

TEST(Markdown, FrontMatterNamesTheBook)
{
    const Document document =
        markdown("---\ntitle: \"The Lamp\"\nauthor: Ada Writer\nlang: fr\ntags: x\n---\n\nText.\n");
    EXPECT_EQ(document.title, "The Lamp");
    EXPECT_THAT(document.authors, ElementsAre("Ada Writer"));
    EXPECT_EQ(document.language, "fr");
    EXPECT_THAT(kinds_and_texts(document), ElementsAre("body:Text."));
}

TEST(Markdown, HeadingsMakeChapters)
{
    std::string text = "# Book\n\nIntro.\n\n";
    for (int i = 1; i <= 3; ++i) {
        text += "## Chapter " + std::to_string(i) + "\n\n";
        for (int k = 0; k < 1200; ++k)
            text += "word ";
        text += "\n\n### Section\n\ntext\n\n";
    }
    EXPECT_THAT(titles_of(markdown(text)),
                ElementsAre("Book", "Chapter 1", "Chapter 2", "Chapter 3"));
}

TEST(Markdown, RawHtmlIsReadAsSuch)
{
    EXPECT_THAT(kinds_and_texts(
                    markdown("One\n\n<div><p>two <em>x</em></p></div>\n\nA<br>B &amp; &copy;\n")),
                ElementsAre("body:One", "body:two x", "body:A\nB & ©"));
}

} // namespace
} // namespace longhand::ingest::flowing
