// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/flowing.h"
#include "tests/app/ingest/flowing/package_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::ingest::flowing {
namespace {

using document::ChapterRole;
using document::ChapterSource;
using document::Document;
using document::Paragraph;
using document::ParagraphKind;
using document::Span;
using document::SpanKind;
using testing::ElementsAre;

Document read(const Entries& entries)
{
    const std::string bytes = zip(entries);
    auto document = read_epub({bytes, "book.epub", {}, nullptr});
    EXPECT_TRUE(document.ok()) << (document.ok() ? "" : document.error().message);
    return document.ok() ? *document : Document{};
}

Document read_page(const std::string& body)
{
    return read(epub_entries({{"a.xhtml", page(body)}}, "<li><a href=\"a.xhtml\">One</a></li>"));
}

std::string words(int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += "word ";
    return out;
}

TEST(Epub, TellsItsTitleAuthorsAndLanguage)
{
    const Document document = read_page("<p>Text.</p>");
    EXPECT_EQ(document.title, "The Lighthouse");
    EXPECT_THAT(document.authors, ElementsAre("Ada Writer"));
    EXPECT_EQ(document.language, "en");
    EXPECT_EQ(document.format, document::Format::epub);
    EXPECT_TRUE(document.problems.empty());
}

TEST(Epub, ChaptersBeginWhereTheTableOfContentsPoints)
{
    const Document document = read(epub_entries(
        {{"cover.xhtml", page("<p>A cover</p>")},
         {"one.xhtml", page("<h1>One</h1><p>first</p>")},
         {"one-b.xhtml", page("<p>goes on</p>")},
         {"two.xhtml", page("<p>tail of one</p><h2 id=\"two\">Two</h2><p>second</p><h2 "
                            "id='three'>Three</h2><p>third</p>")}},
        "<li><a href=\"one.xhtml\">Chapter One</a></li><li><a href=\"two.xhtml#two\">Chapter "
        "Two</a></li>"
        "<li><a href=\"two.xhtml#three\">Chapter Three</a></li>"));
    EXPECT_EQ(document.chapter_source, ChapterSource::navigation);
    EXPECT_THAT(titles_of(document),
                ElementsAre("The Lighthouse", "Chapter One", "Chapter Two", "Chapter Three"));
    EXPECT_EQ(document.chapters[0].role, ChapterRole::front);
    EXPECT_EQ(text_of(document.chapters[1]), "One\nfirst\ngoes on\ntail of one");
    EXPECT_EQ(text_of(document.chapters[2]), "Two\nsecond");
    EXPECT_EQ(document.chapters[2].paragraphs[0].kind, ParagraphKind::heading);
    EXPECT_EQ(document.chapters[2].paragraphs[1].place.part, "OPS/two.xhtml");
    EXPECT_EQ(document.chapters[2].paragraphs[1].place.block, 2);
}

TEST(Epub, SectionsOfAnOrdinaryChapterDivideNothingThoseOfALongPartDo)
{
    const std::string nav = "<li><a href=\"a.xhtml\">Part</a><ol><li><a "
                            "href=\"a.xhtml#s1\">S1</a></li><li><a href=\"a.xhtml#s2\">S2</a></li>"
                            "</ol></li><li><a href=\"b.xhtml\">Other</a></li>";
    const auto book = [&](int size) {
        const std::string text = "<p>" + words(size) + "</p>";
        return read(epub_entries({{"a.xhtml", page("<h1>Part</h1>" + text + "<h2 id='s1'>S1</h2>" +
                                                   text + "<h2 id='s2'>S2</h2>" + text)},
                                  {"b.xhtml", page("<h1>Other</h1>" + text + text + text)}},
                                 nav));
    };
    EXPECT_THAT(titles_of(book(800)), ElementsAre("Part", "Other"));
    const Document large = book(6000);
    EXPECT_THAT(titles_of(large), ElementsAre("Part", "S1", "S2", "Other"));
    EXPECT_EQ(large.chapters[1].level, 2);
}

TEST(Epub, AnOlderPackageIsReadByItsNcx)
{
    Entries entries = epub_entries(
        {{"a.html", page("<h1>A</h1><p>first</p>")}, {"b c.html", page("<h1>B</h1><p>second</p>")}},
        "");
    entries[2].second =
        "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"2.0\">"
        "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:opf=\"http://www.idpf.org/2007/opf\">"
        "<dc:title>Old</dc:title><dc:creator opf:role=\"aut\">Ann</dc:creator>"
        "<dc:creator "
        "opf:role=\"ill\">Bob</dc:creator><dc:language>de</dc:language></metadata><manifest>"
        "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
        "<item id=\"a\" href=\"a.html\" media-type=\"application/xhtml+xml\"/>"
        "<item id=\"b\" href=\"b%20c.html\" media-type=\"application/xhtml+xml\"/></manifest>"
        "<spine toc=\"ncx\"><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";
    entries.emplace_back(
        "OPS/toc.ncx",
        "<?xml version=\"1.0\"?><ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><navMap>"
        "<navPoint id=\"1\"><navLabel><text>Erstes</text></navLabel><content "
        "src=\"a.html\"/></navPoint>"
        "<navPoint id=\"2\"><navLabel><text>Zweites</text></navLabel><content src=\"b%20c.html\"/>"
        "</navPoint></navMap></ncx>");
    const Document document = read(entries);
    EXPECT_EQ(document.title, "Old");
    EXPECT_THAT(document.authors, ElementsAre("Ann"));
    EXPECT_THAT(titles_of(document), ElementsAre("Erstes", "Zweites"));
    EXPECT_EQ(text_of(document.chapters[1]), "B\nsecond");
}

TEST(Epub, SpansCoverTheirWords)
{
    const Document document = read_page(
        "<p>A <em>small <strong>bright</strong></em> lamp, <code>x&lt;1</code>, H<sub>2</sub>O, "
        "<a href=\"https://example.org/\">far</a><img src=\"i.png\" alt=\"A lamp\"/> away.</p>");
    const Paragraph& paragraph = document.chapters.at(0).paragraphs.at(0);
    EXPECT_EQ(paragraph.text, "A small bright lamp, x<1, H2O, far away.");
    std::vector<std::string> seen;
    for (const Span& span : paragraph.spans)
        seen.push_back(std::to_string(static_cast<int>(span.kind)) + ":" +
                       paragraph.text.substr(span.begin, span.end - span.begin) + ":" + span.value);
    EXPECT_THAT(seen, ElementsAre("0:small bright:", "1:bright:", "2:x<1:", "4:2:",
                                  "7:far:https://example.org/", "8::image-1"));
    EXPECT_EQ(document.images.at(0).alt, "A lamp");
    EXPECT_EQ(document.images.at(0).part, "OPS/i.png");
}

TEST(Epub, RubyKeepsBaseAndReading)
{
    const Document document = read_page("<p>この<ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></"
                                        "ruby>と<ruby>海<rt>うみ</rt>辺<rt>べ</rt></ruby>へ。</p>");
    const Paragraph& paragraph = document.chapters.at(0).paragraphs.at(0);
    EXPECT_EQ(paragraph.text, "この灯台と海辺へ。");
    ASSERT_EQ(paragraph.spans.size(), 3U);
    EXPECT_EQ(paragraph.spans[0], (Span{SpanKind::ruby, 6, 12, "とうだい"}));
    EXPECT_EQ(paragraph.spans[1], (Span{SpanKind::ruby, 15, 18, "うみ"}));
    EXPECT_EQ(paragraph.spans[2], (Span{SpanKind::ruby, 18, 21, "べ"}));
}

TEST(Epub, LinesOfMarkupJoinAsTheirScriptWants)
{
    const Document document = read_page(
        "<p>two\n   words</p><p>灯塔\n的光</p><p>one<br/>two</p><p>soft&#173;hyphen&nbsp;x</p>");
    EXPECT_EQ(text_of(document.chapters.at(0)),
              "two words\n灯塔的光\none\ntwo\nsofthyphen\xC2\xA0x");
}

TEST(Epub, TypedNotesStandApartWithTheirReference)
{
    const Document document =
        read_page("<p>It shone<a epub:type=\"noteref\" href=\"#n1\">1</a> all night.</p>"
                  "<aside epub:type=\"footnote\" id=\"n1\"><p>With <em>oil</em>. <a href=\"#r\" "
                  "epub:type=\"backlink\">↩</a></p></aside>"
                  "<p>Next.</p>");
    EXPECT_EQ(text_of(document.chapters.at(0)), "It shone1 all night.\nNext.");
    ASSERT_EQ(document.notes.size(), 1U);
    EXPECT_EQ(document.notes[0].label, "1");
    EXPECT_EQ(document.notes[0].chapter, 0);
    EXPECT_EQ(document.notes[0].paragraphs.at(0).text, "With oil.");
    EXPECT_EQ(document.notes[0].paragraphs.at(0).place.block, 1);
    const Span& span = document.chapters[0].paragraphs[0].spans.at(0);
    EXPECT_EQ(span.kind, SpanKind::note_reference);
    EXPECT_EQ(span.value, document.notes[0].id);
}

TEST(Epub, LinkedNotesInAnotherPageAreFoundByTheirLinkBack)
{
    const Document document = read(epub_entries(
        {{"a.xhtml", page("<p>It shone<a id=\"r1\" href=\"n.xhtml#f1\"><sup>[1]</sup></a> and "
                          "<a href=\"b.xhtml#x\">turned</a>.</p>")},
         {"b.xhtml", page("<h1 id=\"x\">Two</h1><p>More, see <a href=\"a.xhtml\">1</a>.</p>")},
         {"n.xhtml", page("<h1>Notes</h1><p id=\"f1\"><a href=\"a.xhtml#r1\">1</a>. With "
                          "oil.</p><p>Not a note.</p>")}},
        "<li><a href=\"a.xhtml\">One</a></li><li><a href=\"b.xhtml\">Two</a></li><li><a "
        "href=\"n.xhtml\">Notes</a></li>"));
    ASSERT_EQ(document.notes.size(), 1U);
    EXPECT_EQ(document.notes[0].label, "1");
    EXPECT_EQ(document.notes[0].paragraphs.at(0).text, "1. With oil.");
    EXPECT_EQ(document.chapters.at(2).role, ChapterRole::notes);
    EXPECT_EQ(text_of(document.chapters[2]), "Notes\nNot a note.");
    EXPECT_EQ(document.chapters[0].paragraphs[0].spans.back().kind, SpanKind::link);
    EXPECT_EQ(document.chapters[0].paragraphs[0].spans.back().value, "OPS/b.xhtml#x");
}

TEST(Epub, ListsQuotesVerseCodeAndRulesAreTold)
{
    const Document document = read_page(
        "<ul><li>item "
        "<em>one</em><ul><li>inner</li></ul>after</li></ul><blockquote><p>quoted</p></blockquote>"
        "<div class=\"poem\"><p>line</p></div><pre>a\n  b</pre><hr/><figure><img src='x.png' "
        "alt='X'/><figcaption>Fig.</figcaption></figure>");
    std::vector<std::string> seen;
    for (const Paragraph& paragraph : document.chapters.at(0).paragraphs)
        seen.push_back(std::string(to_string(paragraph.kind)) + ":" + paragraph.text);
    EXPECT_THAT(seen, ElementsAre("list_item:item one", "list_item:inner", "list_item:after",
                                  "quote:quoted", "verse:line", "code:a\n  b", "separator:* * *",
                                  "caption:Fig."));
}

TEST(Epub, TablesAreReadRowByRow)
{
    const Document document = read_page(
        "<table><caption>Lamps</caption><thead><tr><th>Name</th><th>Year</th></tr></thead>"
        "<tr><td><p>Eddy</p></td><td>1882</td></tr></table><table><tr><td><p>lay</p><p>out</p></"
        "td></tr></table>");
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].caption, "Lamps");
    EXPECT_THAT(document.tables[0].rows,
                ElementsAre(ElementsAre("Name", "Year"), ElementsAre("Eddy", "1882")));
    const auto& paragraphs = document.chapters.at(0).paragraphs;
    EXPECT_EQ(paragraphs.at(2).text, "Eddy | 1882");
    EXPECT_EQ(paragraphs.at(2).kind, ParagraphKind::table_row);
    EXPECT_EQ(paragraphs.at(2).table, 0);
    EXPECT_EQ(paragraphs.at(3).text, "lay");
    EXPECT_EQ(paragraphs.at(3).kind, ParagraphKind::body);
}

TEST(Epub, RolesComeFromMarkupAndTitles)
{
    const Document document = read(epub_entries(
        {{"a.xhtml", page("<section epub:type=\"dedication\"><p>To the sea.</p></section>")},
         {"b.xhtml", page("<h1>One</h1><p>body text here</p>")},
         {"c.xhtml", page("<section epub:type=\"backmatter bibliography\"><h1>Sources</h1><p>A "
                          "book.</p></section>")},
         {"d.xhtml", page("<h1>Index</h1><p>lamp, 3</p>")}},
        "<li><a href=\"a.xhtml\">For</a></li><li><a href=\"b.xhtml\">One</a></li><li><a "
        "href=\"c.xhtml\">Sources</a></li>"
        "<li><a href=\"d.xhtml\">Index</a></li>"));
    EXPECT_EQ(document.chapters.at(0).role, ChapterRole::front);
    EXPECT_EQ(document.chapters.at(1).role, ChapterRole::body);
    EXPECT_EQ(document.chapters.at(2).role, ChapterRole::bibliography);
    EXPECT_EQ(document.chapters.at(3).role, ChapterRole::index);
}

TEST(Epub, WithoutATableOfContentsHeadingsServe)
{
    const Document document = read(epub_entries({{"a.xhtml", page("<h1>One</h1><p>first</p>")},
                                                 {"b.xhtml", page("<h1>Two</h1><p>second</p>")}},
                                                ""));
    EXPECT_EQ(document.chapter_source, ChapterSource::headings);
    EXPECT_THAT(titles_of(document), ElementsAre("One", "Two"));
}

TEST(Epub, MissingAndFaultyPagesAreNamedAndTheRestIsRead)
{
    Entries entries = epub_entries(
        {{"a.xhtml", page("<p>fine</p>")},
         {"b.xhtml", "<html><body><p>not <b>closed</p><p>more &nosuch; text & so</body>"},
         {"c.xhtml", page("<p>gone</p>")}},
        "<li><a href=\"a.xhtml\">A</a></li>");
    entries.pop_back();
    const Document document = read(entries);
    EXPECT_TRUE(has_problem(document, "missing_parts"));
    EXPECT_TRUE(has_problem(document, "malformed_parts"));
    EXPECT_EQ(text_of(document.chapters.at(0)), "fine\nnot closed\nmore &nosuch; text & so");
}

TEST(Epub, NamesOutsideAsciiAreFound)
{
    const Document document =
        read(epub_entries({{"第一章.xhtml", page("<p>正文</p>", "")}},
                          "<li><a href=\"%E7%AC%AC%E4%B8%80%E7%AB%A0.xhtml\">一</a></li>"));
    EXPECT_EQ(text_of(document.chapters.at(0)), "正文");
    EXPECT_EQ(document.chapters.at(0).title, "一");
}

std::string encryption(const std::string& algorithm, const std::string& uri)
{
    return "<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" "
           "xmlns:enc=\"http://www.w3.org/2001/04/"
           "xmlenc#\"><enc:EncryptedData><enc:EncryptionMethod Algorithm=\"" +
           algorithm + "\"/><enc:CipherData><enc:CipherReference URI=\"" + uri +
           "\"/></enc:CipherData></enc:EncryptedData></encryption>";
}

TEST(Epub, LockedBooksAreRefusedWithAdvice)
{
    Entries entries = epub_entries({{"a.xhtml", "\x91\x03\x7f garbage"}}, "");
    entries.emplace_back("META-INF/encryption.xml",
                         encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/a.xhtml"));
    entries.emplace_back("META-INF/rights.xml", "<rights/>");
    const std::string bytes = zip(entries);
    const auto document = read_epub({bytes, "book.epub", {}, nullptr});
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().kind, ErrorKind::unsupported);
    EXPECT_NE(document.error().message.find("Adobe DRM"), std::string::npos);
    EXPECT_NE(document.error().message.find("ask the shop"), std::string::npos);
}

TEST(Epub, VeiledFontsAreNoLock)
{
    Entries entries = epub_entries({{"a.xhtml", page("<p>open</p>")}}, "");
    entries.emplace_back("META-INF/encryption.xml",
                         encryption("http://www.idpf.org/2008/embedding", "OPS/f.otf"));
    EXPECT_EQ(text_of(read(entries).chapters.at(0)), "open");
}

} // namespace
} // namespace longhand::ingest::flowing
