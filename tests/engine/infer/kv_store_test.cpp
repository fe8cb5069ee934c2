// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/kv_store.h"

#include "engine/infer/kv_file.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace longhand::infer {
namespace {

namespace fs = std::filesystem;
using test::random_tokens;

constexpr std::int64_t kPage = model::KvPool::kPageTokens;

class Store : public ::testing::Test {
protected:
    model::KvSequence read(std::span<const TokenId> tokens)
    {
        model::KvSequence sequence = runner_->make_sequence();
        const model::SequenceTokens part{&sequence, tokens};
        EXPECT_TRUE(runner_->forward(std::span(&part, 1), {}));
        return sequence;
    }
    model::KvSequence with_room(std::int64_t tokens)
    {
        model::KvSequence sequence = runner_->make_sequence();
        EXPECT_TRUE(sequence.reserve(tokens));
        return sequence;
    }
    std::vector<std::byte> page_of(const model::KvSequence& sequence, std::int64_t index)
    {
        std::vector<std::byte> page(runner_->pool().page_bytes());
        runner_->pool().read_page(page, sequence.pages()[static_cast<std::size_t>(index)], -1);
        return page;
    }
    [[nodiscard]] std::uint64_t bytes_for(std::int64_t tokens) const
    {
        return kv_file_shape(runner_->make_sequence(), tokens).bytes();
    }
    std::size_t files() const
    {
        std::error_code none;
        const fs::directory_iterator begin(folder() / "b", none);
        return none ? 0 : static_cast<std::size_t>(std::distance(begin, fs::directory_iterator()));
    }
    [[nodiscard]] fs::path folder() const { return temp_.path() / "kept"; }
    fs::path only_file() const { return fs::directory_iterator(folder() / "b")->path(); }

    test::TemporaryFolder temp_;
    std::unique_ptr<model::Runner> runner_ =
        model::Runner::make(test::tiny_model(), {.positions = 1024, .step_rows = 512}).value();
    KvStore store_{{.folder = folder(), .most_bytes = std::uint64_t{1} << 30}};
    const KvIdentity identity_{.model = "m", .rope = "none", .adapter = {}};
};

TEST_F(Store, WhatWasKeptComesBackBitForBitAsFarAsTheTextsAgree)
{
    const auto tokens = random_tokens(Seed{1}, 5 * kPage + 7);
    const model::KvSequence sequence = read(tokens);
    ASSERT_TRUE(store_.keep(identity_, "b", tokens, sequence).ok());
    const struct {
        std::size_t agree;     // tokens that the new text has in common
        std::int64_t expected;  // whole pages
    } cases[] = {{tokens.size(), 5 * kPage}, {5 * kPage, 5 * kPage}, {3 * kPage + 5, 3 * kPage},
                 {3 * kPage - 1, 2 * kPage}, {kPage, kPage},         {kPage - 1, 0},
                 {0, 0}};
    for (const auto& [agree, expected] : cases) {
        std::vector<TokenId> other(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(agree));
        other.push_back(agree < tokens.size() ? (tokens[agree] + 1) % 256 : 3);
        const KvStore::Match match = store_.find(identity_, "b", other);
        ASSERT_EQ(match.tokens, expected) << agree;
        if (expected == 0)
            continue;
        model::KvSequence restored = with_room(6 * kPage);
        ASSERT_TRUE(store_.restore(match, identity_, restored));
        EXPECT_EQ(restored.length(), expected);
        for (std::int64_t page = 0; page < expected / kPage; ++page)
            EXPECT_EQ(page_of(restored, page), page_of(sequence, page)) << agree << ", " << page;
    }
    // The last token is always left to compute: its logits are wanted.
    EXPECT_EQ(store_.find(identity_, "b", std::span(tokens).first(2 * kPage)).tokens, kPage);
    EXPECT_EQ(store_.find(identity_, "b", {}).tokens, 0);
}

TEST_F(Store, AnotherModelRuleAdapterOrTypeFindsNothing)
{
    const auto tokens = random_tokens(Seed{2}, 3 * kPage);
    ASSERT_TRUE(store_.keep(identity_, "b", tokens, read(tokens)).ok());
    ASSERT_GT(store_.find(identity_, "b", tokens).tokens, 0);
    std::vector<KvIdentity> others(5, identity_);
    others[0].model = "another";
    others[1].rope = "linear:4";
    others[2].adapter = "adapter";
    others[3].dtype = tensor::DType::f32;
    others[4].device = "another";
    for (const KvIdentity& other : others)
        EXPECT_EQ(store_.find(other, "b", tokens).tokens, 0);
    EXPECT_EQ(files(), 1U) << "and leaves alone what is not its own";
}

TEST_F(Store, ATextThatContinuesAKeptOneTakesItsPlace)
{
    const auto tokens = random_tokens(Seed{3}, 4 * kPage);
    const model::KvSequence sequence = read(tokens);
    const auto first = std::span(tokens).first(2 * kPage);
    ASSERT_TRUE(store_.keep(identity_, "b", first, sequence.fork(2 * kPage)).ok());
    ASSERT_TRUE(store_.keep(identity_, "b", tokens, sequence).ok());
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(store_.find(identity_, "b", tokens).stored_tokens, 4 * kPage);
}

TEST_F(Store, AFileCutOffAnywhereIsRemovedAndNeverBelieved)
{
    const auto tokens = random_tokens(Seed{4}, 2 * kPage + 1);
    const model::KvSequence sequence = read(tokens);
    ASSERT_TRUE(store_.keep(identity_, "b", tokens, sequence).ok());
    const std::uint64_t whole = fs::file_size(only_file());
    for (const std::uint64_t bytes : {std::uint64_t{0}, std::uint64_t{3}, std::uint64_t{60},
                                      std::uint64_t{100}, whole / 2, whole - 1, whole + 1}) {
        ASSERT_TRUE(store_.keep(identity_, "b", tokens, sequence).ok());
        fs::resize_file(only_file(), bytes);
        EXPECT_EQ(store_.find(identity_, "b", tokens).tokens, 0) << bytes;
        EXPECT_EQ(files(), 0U) << bytes;
    }
}

TEST_F(Store, ABitFlippedAnywhereIsFoundAtTheLatestWhenItsPageIsTaken)
{
    const auto tokens = random_tokens(Seed{5}, 2 * kPage + 1);
    const model::KvSequence sequence = read(tokens);
    ASSERT_TRUE(store_.keep(identity_, "b", tokens, sequence).ok());
    const std::uint64_t whole = fs::file_size(only_file());
    const std::uint64_t head = whole - 2 * (bytes_for(2 * kPage) -
                                            bytes_for(kPage));
    Random random(Seed{6});
    for (int round = 0; round < 200; ++round) {
        ASSERT_TRUE(store_.keep(identity_, "b", tokens, sequence).ok());
        const fs::path path = only_file();
        // Half of them in the head, which is small.
        const std::uint64_t at = random.below(round % 2 == 0 ? head : whole);
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(static_cast<std::streamoff>(at));
        const int byte = file.get();
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(byte ^ (1 << random.below(8))));
        file.close();
        const KvStore::Match match = store_.find(identity_, "b", tokens);
        model::KvSequence restored = with_room(2 * kPage);
        if (match.tokens > 0 && store_.restore(match, identity_, restored)) {
            // Only the zeros between the parts mean nothing.
            EXPECT_EQ(page_of(restored, 0), page_of(sequence, 0)) << at;
            EXPECT_EQ(page_of(restored, 1), page_of(sequence, 1)) << at;
        } else {
            EXPECT_EQ(restored.length(), 0);
            if (fs::exists(path)) {  // another identity by its name's beginning, or by its content
                EXPECT_EQ(store_.find(identity_, "b", tokens).tokens, 0) << at;
                fs::remove(path);
            }
        }
    }
}

TEST_F(Store, AFileUnderAnothersNameIsRemoved)
{
    const auto one = random_tokens(Seed{7}, kPage + 1);
    const auto two = random_tokens(Seed{8}, kPage + 1);
    ASSERT_TRUE(store_.keep(identity_, "b", one, read(one)).ok());
    const fs::path first = only_file();
    fs::rename(first, temp_.path() / "aside");
    ASSERT_TRUE(store_.keep(identity_, "b", two, read(two)).ok());
    fs::rename(temp_.path() / "aside", only_file());  // the first text under the second's name
    EXPECT_EQ(store_.find(identity_, "b", one).tokens, 0);
    EXPECT_EQ(files(), 0U);
    std::ofstream(folder() / "b" / "notes.txt") << "not ours";
    EXPECT_EQ(store_.find(identity_, "b", one).tokens, 0);
    EXPECT_TRUE(fs::exists(folder() / "b" / "notes.txt"));
}

TEST_F(Store, TheLeastRecentlyUsedGoWhenTheCapIsReached)
{
    const std::uint64_t one = bytes_for(kPage);
    KvStore small({.folder = folder(), .most_bytes = 2 * one});
    std::vector<std::vector<TokenId>> texts;
    const auto hour = std::chrono::hours(1);
    for (std::uint64_t i = 0; i < 3; ++i) {
        texts.push_back(random_tokens(Seed{20 + i}, kPage + 1));
        if (i == 2) {  // the first was used last
            model::KvSequence restored = with_room(kPage);
            ASSERT_TRUE(small.restore(small.find(identity_, "b", texts[0]), identity_, restored));
        }
        ASSERT_TRUE(small.keep(identity_, "b", texts[i], read(texts[i])).ok());
        for (const auto& file : fs::directory_iterator(folder() / "b"))
            fs::last_write_time(file, fs::last_write_time(file) - hour);
    }
    EXPECT_EQ(small.find(identity_, "b", texts[0]).tokens, kPage);
    EXPECT_EQ(small.find(identity_, "b", texts[1]).tokens, 0);
    EXPECT_EQ(small.find(identity_, "b", texts[2]).tokens, kPage);
    KvStore none({.folder = folder(), .most_bytes = one - 1});
    const auto large = random_tokens(Seed{30}, kPage + 1);
    EXPECT_TRUE(none.keep(identity_, "b", large, read(large)).ok());
    EXPECT_EQ(none.find(identity_, "b", large).tokens, 0);
}

TEST_F(Store, EachOwnerHasAFolderThatMayGoAtAnyTime)
{
    const auto one = random_tokens(Seed{40}, kPage + 1);
    const auto two = random_tokens(Seed{41}, kPage + 1);
    ASSERT_TRUE(store_.keep(identity_, "book-1", one, read(one)).ok());
    ASSERT_TRUE(store_.keep(identity_, "book-2", two, read(two)).ok());
    EXPECT_EQ(fs::file_size(fs::directory_iterator(folder() / "book-1")->path()),
              bytes_for(kPage));
    const KvStore::Match match = store_.find(identity_, "book-1", one);
    EXPECT_EQ(match.tokens, kPage);
    EXPECT_EQ(store_.find(identity_, "book-2", one).tokens, 0);
    fs::remove_all(folder() / "book-1");
    model::KvSequence restored = with_room(kPage);
    EXPECT_FALSE(store_.restore(match, identity_, restored)) << "it went meanwhile";
    EXPECT_EQ(store_.find(identity_, "book-1", one).tokens, 0);
    EXPECT_EQ(store_.find(identity_, "book-2", two).tokens, kPage);
}

TEST_F(Store, ACapThatWasLoweredHoldsForWhatIsThereAndEmptyFoldersGo)
{
    const std::uint64_t one = bytes_for(kPage);
    for (std::uint64_t i = 0; i < 3; ++i) {
        const auto text = random_tokens(Seed{60 + i}, kPage + 1);
        const std::string owner = "book-" + std::to_string(i);
        ASSERT_TRUE(store_.keep(identity_, owner, text, read(text)).ok());
        const fs::path file = fs::directory_iterator(folder() / owner)->path();
        fs::last_write_time(file, fs::last_write_time(file) - (3 - i) * std::chrono::hours(1));
    }
    KvStore({.folder = folder(), .most_bytes = 2 * one}).trim();
    EXPECT_FALSE(fs::exists(folder() / "book-0"));
    EXPECT_TRUE(fs::exists(folder() / "book-1"));
    EXPECT_TRUE(fs::exists(folder() / "book-2"));
}

TEST_F(Store, TheLastOfTheDiskIsLeftToOthers)
{
    const auto text = random_tokens(Seed{65}, kPage + 1);
    KvStore careful({.folder = folder(),
                     .most_bytes = std::uint64_t{1} << 30,
                     .least_free_bytes = fs::space(temp_.path()).capacity});
    const auto kept = careful.keep(identity_, "b", text, read(text));
    ASSERT_FALSE(kept.ok());
    EXPECT_EQ(kept.error().kind, ErrorKind::out_of_memory);
    EXPECT_EQ(files(), 0U);
}

TEST_F(Store, AFolderThatCannotBeWrittenIsAnErrorAndLeavesNothing)
{
    std::ofstream(folder()) << "a file where the folder should be";
    const auto tokens = random_tokens(Seed{50}, kPage);
    const auto kept = store_.keep(identity_, "b", tokens, read(tokens));
    ASSERT_FALSE(kept.ok());
    EXPECT_EQ(kept.error().kind, ErrorKind::unreadable);
    EXPECT_EQ(store_.find(identity_, "b", tokens).tokens, 0);
}

}  // namespace
}  // namespace longhand::infer
