// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/locate.h"
#include "app/context/pieces.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

namespace longhand::context {
namespace {

class LocatorTest : public testing::Test {
protected:
    LocatorTest() : book_(test::sample_novel())
    {
        std::vector<document::TextRange> all;
        for (std::uint32_t c = 0; c < 2; ++c)
            for (const auto& range : ranges_of(book_, c))
                all.push_back(range);
        locator_.emplace(book_, all);
    }
    std::vector<std::uint32_t> pages(std::string_view text, std::string_view quotation = {},
                                     std::string_view question = {})
    {
        std::vector<std::uint32_t> found;
        for (const auto& source : locator_->locate({text, quotation, question}).sources)
            found.push_back(source.page);
        return found;
    }
    using Pages = std::vector<std::uint32_t>;

    document::Document book_;
    std::optional<Locator> locator_;
};

TEST_F(LocatorTest, GivesKnownSentencesTheirExactPage)
{
    for (const auto& chapter : book_.chapters)
        for (const auto& paragraph : chapter.paragraphs)
            for (const auto& [begin, end] : document::sentences(paragraph.text)) {
                const std::string sentence = paragraph.text.substr(begin, end - begin);
                const auto located = locator_->locate({sentence, {}, {}});
                EXPECT_EQ(located.evidence, Evidence::quotation);
                ASSERT_EQ(located.sources.size(), 1U) << sentence;
                EXPECT_EQ(located.sources[0].page, paragraph.first_page());
                EXPECT_EQ(located.sources[0].page_label, std::to_string(paragraph.first_page() + 10));
                EXPECT_NE(sentence.find(located.sources[0].quote.substr(0, 20)), std::string::npos);
            }
}

TEST_F(LocatorTest, FindsWhatIsSaidInOtherWords)
{
    EXPECT_EQ(pages("Captain Ilse Brandt sailed the strait for thirty years."), Pages{1});
    EXPECT_EQ(pages("Anders Lund lit the lamp by hand because the generator failed."), Pages{3});
    EXPECT_EQ(pages("Ilse Brandt", {}, "Who was the captain of the ferry?"), Pages{1});
}

TEST_F(LocatorTest, LeavesInventedSentencesUnlocated)
{
    for (const char* invented :
         {"Captain Robert Hale sank the ferry in a storm.", "The passengers ate forty bananas.",
          "The lighthouse was built in 1887 by a Dutch company.", "Everybody died.",
          "The king of Denmark came aboard at Marrow Point.", "It is a story about love and loss."})
        EXPECT_TRUE(pages(invented).empty()) << invented;
}

TEST_F(LocatorTest, RefusesATrueQuotationThatProvesSomethingElse)
{
    EXPECT_TRUE(pages("The dragon burned the village of Skarholt.", "The bell rang at ten minutes past twelve").empty());
}

TEST_F(LocatorTest, TakesNumbersAtTheirWord)
{
    EXPECT_FALSE(pages("The ferry left with eleven passengers and a crate of oranges.").empty());
    EXPECT_TRUE(pages("The ferry left with 58 passengers and a crate of oranges.").empty());
}

TEST_F(LocatorTest, LooksOnlyWhereSomethingWasSent)
{
    const Locator first(book_, ranges_of(book_, 0));
    EXPECT_TRUE(first.locate({"They landed on Hull Island after dark.", {}, {}}).sources.empty());
}

TEST_F(LocatorTest, CitesAtMostTwoPages)
{
    for (const char* text : {"The ferry left Marrow Point, the bell rang, they landed on Hull Island and the "
                             "crate of oranges was left on the pier.",
                             "Oranges, fog, bell, lamp, crate, pier, keeper, child, sea."}) {
        const auto sources = locator_->locate({text, {}, {}}).sources;
        std::set<std::uint32_t> distinct;
        for (const auto& source : sources)
            distinct.insert(source.page);
        EXPECT_LE(distinct.size(), 2U);
    }
}

TEST_F(LocatorTest, ForgivesQuotesDashesAndHyphens)
{
    EXPECT_EQ(locator_->find_quotation("the fog came down before she had reached the \u201Cbuoy\u201D").sources.size(), 1U);
    EXPECT_EQ(locator_->find_quotation("The keeper \u2014 Anders Lund \u2014 had lit the big lamp").sources.size(), 1U);
}

}  // namespace
}  // namespace longhand::context
