// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/xhtml_blocks.h"

#include "tests/app/ingest/flowing/package_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace longhand::ingest::flowing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string replaced(const std::string& body, const std::map<int, std::string>& texts,
                     const std::string& language = "de")
{
    const auto result = replace_blocks(
        page(body),
        [&](int block) -> std::optional<std::string> {
            const auto found = texts.find(block);
            return found == texts.end() ? std::nullopt : std::optional(found->second);
        },
        language);
    EXPECT_TRUE(result.ok());
    return result.ok() ? *result : std::string();
}

TEST(XhtmlBlocks, AreCountedAsRunsOfInlineText)
{
    const auto texts =
        block_texts(page("<h1>One</h1><div>before <p>inside</p> after</div><p> </p>"
                         "<ul><li>a<ul><li>b</li></ul>c</li></ul><p>x<br/><br/>y</p>"));
    EXPECT_THAT(*texts, ElementsAre("One", "before", "inside", "after", "a", "b", "c", "x", "y"));
}

TEST(XhtmlBlocks, TextIsReplacedAndNothingElse)
{
    const std::string out =
        replaced("<h1 class=\"t\">One</h1><p>It <em>shone</em>.</p><p>Stay.</p>",
                 {{0, "Eins"}, {1, "Es <em>leuchtete</em> &amp; mehr."}});
    EXPECT_THAT(
        out,
        HasSubstr("<h1 class=\"t\">Eins</h1><p>Es <em>leuchtete</em> &amp; mehr.</p><p>Stay.</p>"));
    EXPECT_THAT(out, HasSubstr("<!DOCTYPE html>"));
    EXPECT_THAT(out, HasSubstr("xml:lang=\"de\""));
    EXPECT_THAT(out, HasSubstr(" lang=\"de\""));
    EXPECT_THAT(out, HasSubstr("<title>A page</title>"));
}

TEST(XhtmlBlocks, ImagesIdsAndNotesOfABlockSurvive)
{
    const std::string out = replaced(
        "<p><a id=\"p12\"/>The <span id=\"here\">lamp</span><img src=\"i.png\" alt=\"\"/> shone"
        "<a epub:type=\"noteref\" id=\"r1\" href=\"#n1\">1</a>.</p>",
        {{0, "Die Lampe leuchtete."}});
    EXPECT_THAT(out, HasSubstr("<p><a id=\"p12\"></a>Die Lampe leuchtete."));
    EXPECT_THAT(out, HasSubstr("id=\"here\""));
    EXPECT_THAT(out, HasSubstr("<img src=\"i.png\" alt=\"\"/>"));
    EXPECT_THAT(out, HasSubstr("<a epub:type=\"noteref\" id=\"r1\" href=\"#n1\">1</a>"));
    EXPECT_THAT(out, Not(HasSubstr("shone")));
}

TEST(XhtmlBlocks, ALinkOfTheFragmentTakesOverTheOriginalsAttributes)
{
    const std::string out = replaced(
        "<p>It shone<a epub:type=\"noteref\" id=\"r1\" class=\"s\" href=\"#n1\">1</a>.</p>",
        {{0, "Es<a href=\"#n1\">1</a> leuchtete."}});
    EXPECT_THAT(out, HasSubstr("<p>Es<a href=\"#n1\" epub:type=\"noteref\" id=\"r1\" "
                               "class=\"s\">1</a> leuchtete.</p>"));
}

TEST(XhtmlBlocks, TheElementAroundAWholeBlockStays)
{
    const std::string out =
        replaced("<ol><li>\n <a href=\"a.xhtml\">One</a>\n</li></ol><p><em>All</em></p>",
                 {{0, "Eins"}, {1, "<em>Alles</em>"}});
    EXPECT_THAT(out, HasSubstr("<li>\n <a href=\"a.xhtml\">Eins</a>\n</li>"));
    EXPECT_THAT(out, HasSubstr("<p><em>Alles</em></p>"));
}

TEST(XhtmlBlocks, RowsAreDividedIntoTheirCells)
{
    const std::string table = "<table><tr><th>Name</th><td><p>Year</p></td></tr></table>";
    EXPECT_THAT(replaced(table, {{0, "Wer | <b>Jahr</b>"}}),
                HasSubstr("<th>Wer</th><td><p><b>Jahr</b></p></td>"));
    EXPECT_THAT(replaced(table, {{0, "Wer"}}), HasSubstr("<th>Wer</th><td><p>Year</p></td>"));
    EXPECT_THAT(replaced(table, {{0, "a | b | c"}}), HasSubstr("<th>a</th><td><p>b | c</p></td>"));
}

TEST(XhtmlBlocks, FormulasComeBackWhereTheirTextIs)
{
    const std::string math =
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"x^2\"><mi>x</mi></math>";
    const std::string out =
        replaced("<p>If " + math + " holds.</p>", {{0, "Wenn <code>x^2</code> gilt."}});
    EXPECT_THAT(out, HasSubstr("<p>Wenn " + math + " gilt.</p>"));
}

TEST(XhtmlBlocks, AFormulaWithoutMarkReplacesItsTextAsAWordOrComesLast)
{
    const std::string math = "<math alttext=\"x\"><mi>x</mi></math>";
    EXPECT_THAT(replaced("<p>If " + math + " holds.</p>", {{0, "Extra: x <b>gilt</b>."}}),
                HasSubstr("<p>Extra: " + math + " <b>gilt</b>.</p>"));
    EXPECT_THAT(replaced("<p>If " + math + " holds.</p>", {{0, "Gilt es?"}}),
                HasSubstr("<p>Gilt es?" + math + "</p>"));
}

TEST(XhtmlBlocks, WhatStandsBesideTheTextStaysThere)
{
    EXPECT_THAT(
        replaced("<ol><li><a href=\"a\">One</a> <ol hidden=\"hidden\"><li>no</li></ol></li></ol>",
                 {{0, "Eins"}}),
        HasSubstr("<li><a href=\"a\">Eins</a> <ol hidden=\"hidden\"><li>no</li></ol></li>"));
    EXPECT_THAT(replaced("<p><img src=\"i\" alt=\"\"/><b>One</b><img src=\"j\" alt=\"\"/></p>",
                         {{0, "Eins"}}),
                HasSubstr("<p><img src=\"i\" alt=\"\"/><b>Eins</b><img src=\"j\" alt=\"\"/></p>"));
}

TEST(XhtmlBlocks, AFragmentThatIsNoXmlIsPlainText)
{
    EXPECT_THAT(replaced("<p>One</p>", {{0, "a < b & c"}}), HasSubstr("<p>a &lt; b &amp; c</p>"));
    EXPECT_THAT(replaced("<p>One</p>", {{0, "</p><script>x</script>"}}),
                HasSubstr("<p>&lt;/p&gt;&lt;script&gt;"));
}

TEST(XhtmlBlocks, LanguageAndDirectionFollow)
{
    const auto arabic = replace_blocks(
        page("<p>x</p>", "xml:lang=\"en\" lang=\"en-GB\""), [](int) { return std::nullopt; }, "ar");
    EXPECT_THAT(*arabic, HasSubstr("xml:lang=\"ar\" lang=\"ar\" dir=\"rtl\""));
    const std::string old =
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"x.dtd\">"
        "<html><body xml:lang=\"en\"><p xml:lang=\"la\">x</p><p>y</p></body></html>";
    const auto german = replace_blocks(
        old, [](int) { return std::nullopt; }, "de");
    EXPECT_THAT(*german,
                HasSubstr("<html xml:lang=\"de\"><body xml:lang=\"de\"><p xml:lang=\"la\">"));
    EXPECT_THAT(*german, HasSubstr("DTD XHTML 1.1"));
}

TEST(XhtmlBlocks, OtherEncodingsAndNamedCharactersBecomeUtf8)
{
    const std::string xhtml =
        "<?xml version=\"1.0\" "
        "encoding=\"ISO-8859-1\"?><html><body><p>caf\xE9&nbsp;&mdash;</p></body></html>";
    const auto out = replace_blocks(
        xhtml, [](int) { return std::nullopt; }, "");
    EXPECT_THAT(*out, HasSubstr("encoding=\"utf-8\""));
    EXPECT_THAT(*out, HasSubstr("<p>café\xC2\xA0—</p>"));
}

TEST(XhtmlBlocks, TextsOfAPackageDocumentAreReplaced)
{
    const auto out = replace_element_texts(
        "<?xml version=\"1.0\"?><package xmlns:dc=\"d\"><dc:title "
        "id=\"t\">Old</dc:title><dc:language>en</dc:language></package>",
        "title", [](std::string_view text) { return std::optional(std::string(text) + " & new"); });
    EXPECT_THAT(
        *out,
        HasSubstr("<dc:title id=\"t\">Old &amp; new</dc:title><dc:language>en</dc:language>"));
    EXPECT_FALSE(replace_element_texts("<a><b></a>", "b", [](std::string_view) {
                     return std::nullopt;
                 }).ok());
}

} // namespace
} // namespace longhand::ingest::flowing
