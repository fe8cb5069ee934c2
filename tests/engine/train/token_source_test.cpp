// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/mixture.h"
#include "engine/train/token_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace longhand::train {
namespace {

// Book b holds 1000 b, 1000 b + 1, ...: a token tells where it was cut.
std::vector<std::vector<TokenId>> books(std::initializer_list<int> sizes)
{
    std::vector<std::vector<TokenId>> all;
    for (const int size : sizes) {
        all.emplace_back();
        for (int i = 0; i < size; ++i)
            all.back().push_back(1000 * static_cast<TokenId>(all.size() - 1) + i);
    }
    return all;
}

TEST(BookSource, CutsLieWithinOneBookAndReachAllOfThem)
{
    const auto source =
        make_book_source(books({30, 5, 12}), {.across_books = false, .seed = Seed{1}}).value();
    std::map<TokenId, std::set<TokenId>> begins;
    for (std::uint64_t i = 0; i < 600; ++i) {
        const LabelledTokens cut = source->sequence(i, 10).value();
        ASSERT_EQ(cut.tokens.size(), 10U);
        EXPECT_EQ(cut.labels, cut.tokens);
        EXPECT_EQ(cut.tokens.back() - cut.tokens.front(), 9);
        begins[cut.tokens.front() / 1000].insert(cut.tokens.front() % 1000);
    }
    EXPECT_EQ(begins.size(), 2U);  // the book of 5 tokens has no cut of 10
    EXPECT_EQ(begins[0].size(), 21U);
    EXPECT_EQ(begins[2].size(), 3U);
    EXPECT_EQ(source->tokens(10), 42U);
}

TEST(BookSource, BlocksAreDrawnOnceEachTimeRoundInAnotherOrder)
{
    const auto source =
        make_book_source(books({25}), {.cuts = BookOptions::Cuts::blocks, .seed = Seed{2}}).value();
    std::vector<std::vector<TokenId>> rounds(6);
    for (std::uint64_t i = 0; i < 6 * 5; ++i)
        rounds[i / 5].push_back(source->sequence(i, 5)->tokens.front());
    std::set<std::vector<TokenId>> orders;
    for (std::vector<TokenId> round : rounds) {
        orders.insert(round);
        std::sort(round.begin(), round.end());
        EXPECT_EQ(round, (std::vector<TokenId>{0, 5, 10, 15, 20}));
    }
    EXPECT_GT(orders.size(), 1U);
}

TEST(BookSource, BooksAreJoinedByTheSeparator)
{
    const auto source = make_book_source(books({2, 2}), {.separator = 7}).value();
    EXPECT_EQ(source->sequence(3, 100)->tokens, (std::vector<TokenId>{0, 1, 7, 1000, 1001, 7}));
    EXPECT_EQ(make_book_source({}, {}).error().kind, ErrorKind::invalid);
    const auto apart = make_book_source(books({4}), {.across_books = false}).value();
    EXPECT_EQ(apart->sequence(0, 5).error().kind, ErrorKind::invalid);
}

LabelledTokens sample(TokenId first, int size, int masked)
{
    LabelledTokens made;
    for (int i = 0; i < size; ++i) {
        made.tokens.push_back(first + i);
        made.labels.push_back(i < masked ? -1 : first + i);
    }
    return made;
}

TEST(SampleSource, TooLongAndEmptySamplesAreLeftOutAndTheOthersComeOnceARound)
{
    const auto source = make_sample_source({sample(100, 8, 4), sample(200, 30, 4), sample(300, 6, 6),
                                            sample(400, 9, 2)},
                                           {.seed = Seed{3}})
                            .value();
    std::map<TokenId, int> seen;
    for (std::uint64_t i = 0; i < 10; ++i)
        ++seen[source->sequence(i, 16)->tokens.front()];
    EXPECT_EQ(seen, (std::map<TokenId, int>{{100, 5}, {400, 5}}));
    EXPECT_EQ(source->sequence(0, 4).error().kind, ErrorKind::invalid);
    EXPECT_EQ(make_sample_source({sample(1, 4, 4)}, {}).error().kind, ErrorKind::invalid);
}

TEST(SampleSource, ShortSamplesArePackedWithoutPredictingOneFromAnother)
{
    std::vector<LabelledTokens> samples;
    for (TokenId i = 0; i < 9; ++i)
        samples.push_back(sample(100 * i, 10, 0));
    samples.push_back(sample(2000, 11, 0));  // more than a quarter of 40
    const auto source = make_sample_source(samples, {.pack_to = 40, .seed = Seed{4}}).value();
    std::multiset<TokenId> firsts;
    std::size_t tokens = 0;
    for (std::uint64_t i = 0; i < 4; ++i) {
        const LabelledTokens pack = source->sequence(i, 40).value();
        tokens += pack.tokens.size();
        for (std::size_t t = 0; t < pack.tokens.size(); ++t) {
            const bool begins = t == 0 || pack.tokens[t] != pack.tokens[t - 1] + 1;
            if (begins)
                firsts.insert(pack.tokens[t]);
            EXPECT_EQ(pack.labels[t] < 0, begins && pack.tokens.front() != 2000) << t;
        }
        EXPECT_LE(pack.tokens.size(), 40U);
    }
    EXPECT_EQ(firsts.size(), 10U);
    EXPECT_EQ(tokens, 101U);
}

TEST(Mixture, EachPartKeepsToItsShareOfTheTokens)
{
    // Long cuts beside short samples: shares count tokens, not sequences.
    auto make = [] {
        std::vector<MixturePart> parts;
        parts.push_back({"books", make_book_source(books({900}), {.seed = Seed{5}}).value(), 3.0});
        parts.push_back({"chats", make_sample_source({sample(5, 7, 3)}, {}).value(), 1.0});
        return Mixture::make(std::move(parts)).value();
    };
    Mixture mixture = make();
    for (int i = 0; i < 400; ++i)
        ASSERT_TRUE(mixture.next(64).ok());
    const auto drawn = mixture.drawn();
    const double share = static_cast<double>(drawn[0].tokens) /
                         static_cast<double>(drawn[0].tokens + drawn[1].tokens);
    EXPECT_NEAR(share, 0.75, 0.02);
    Mixture again = make();
    again.go_on_from(drawn);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(again.next(64)->tokens, mixture.next(64)->tokens);
    EXPECT_EQ(Mixture::make({}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(Mixture::make({{"x", nullptr, 0.0}}).error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace longhand::train
