// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/library/sample_book.h"

namespace longhand::library {
namespace {

std::vector<std::uint32_t> paragraphs(const std::vector<Hit>& hits)
{
    std::vector<std::uint32_t> all;
    for (const Hit& hit : hits)
        all.push_back(hit.range.paragraph);
    return all;
}
using Numbers = std::vector<std::uint32_t>;

TEST_F(LibraryTest, FindsWordsInEveryScript)
{
    add("a.txt", {"The harbour master sang.", "天快黑的时候，船长把海图折好。", "彼は東京へ行った。",
                  "Le café était fermé.", "Он читал книгу."});
    EXPECT_EQ(paragraphs(library_->search("harbour", {}).value()), Numbers{0});
    EXPECT_EQ(paragraphs(library_->search("HARBOUR sang", {}).value()), Numbers{0});
    EXPECT_EQ(paragraphs(library_->search("船", {}).value()), Numbers{1});
    EXPECT_EQ(paragraphs(library_->search("海图", {}).value()), Numbers{1});
    EXPECT_EQ(paragraphs(library_->search("图海", {}).value()), Numbers{});
    EXPECT_EQ(paragraphs(library_->search("東京", {}).value()), Numbers{2});
    EXPECT_EQ(paragraphs(library_->search("cafe", {}).value()), Numbers{3});
    EXPECT_EQ(paragraphs(library_->search("книгу", {}).value()), Numbers{4});
}

TEST_F(LibraryTest, MarksTheMatchInASnippetWithoutTraces)
{
    add("a.txt", {"船长把海图折好，放进抽屉。"});
    const auto hits = library_->search("海图", {}).value();
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].snippet, "船长把\u2068海图\u2069折好，放进抽屉。");
    EXPECT_GT(hits[0].score, 0.0);
}

TEST_F(LibraryTest, TakesEverySignOfAQueryAsText)
{
    add("a.txt", {"plain words"});
    for (const char* query : {"\"", "a\" OR \"b", "NEAR(a b)", "plain*", "body:plain", "()", "-plain",
                              "^plain", "'; DROP TABLE books; --", "\xFF\xFE", "", "   "})
        EXPECT_TRUE(library_->search(query, {}).ok()) << query;
    EXPECT_EQ(library_->books().value().size(), 1U);
}

TEST_F(LibraryTest, SearchesOneBookAndRanksTheBestFirst)
{
    const BookId first = add("a.txt", {"whale", "the whale and the sea and the sky and more and more"});
    const BookId second = add("b.txt", {"whale whale whale"});
    EXPECT_EQ(library_->search("whale", {}).value().size(), 3U);
    EXPECT_EQ(library_->search("whale", {.book = second}).value().size(), 1U);
    const auto hits = library_->search("whale", {.book = first}).value();
    ASSERT_EQ(hits.size(), 2U);
    EXPECT_GT(hits[0].score, hits[1].score);
    EXPECT_EQ(library_->search("whale", {.limit = 1}).value().size(), 1U);
}

TEST_F(LibraryTest, FindsPassagesForAQuestionByAnyOfItsWords)
{
    add("a.txt", {"The captain was called Alvarez.", "船长的名字是李四。", "Nothing else."});
    EXPECT_EQ(paragraphs(library_->search("Who was the captain of the zeppelin?", {.any_word = true}).value()).front(), 0U);
    EXPECT_EQ(paragraphs(library_->search("谁是船长？", {.any_word = true}).value()), Numbers{1});
}

TEST_F(LibraryTest, AWordStillBeingTypedFindsLongerOnes)
{
    add("a.txt", {"The ferryman waited.", "渡船靠岸了。"});
    EXPECT_TRUE(library_->search("ferrym", {}).value().empty());
    EXPECT_EQ(library_->search("ferrym", {.last_word_begins = true}).value().size(), 1U);
    EXPECT_EQ(library_->search("the ferrym", {.last_word_begins = true}).value().size(), 1U);
    EXPECT_TRUE(library_->search("ferrym waited", {.last_word_begins = true}).value().empty());
    EXPECT_TRUE(library_->search("ferrym ", {.last_word_begins = true}).value().empty());
    EXPECT_EQ(library_->search("渡", {.last_word_begins = true}).value().size(), 1U);
}

}  // namespace
}  // namespace longhand::library
