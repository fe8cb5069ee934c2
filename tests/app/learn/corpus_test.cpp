// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learn/corpus.h"
#include "app/learn/texts.h"
#include "engine/base/sha256.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace longhand::learn {
namespace {

TEST(Texts, WhatIsNamedValidIsNeverTrainedOn)
{
    for (const char* name : {"valid/book.txt", "data/valid.jsonl", "a/books-valid.txt",
                             "Valid/x.txt", "validation_set.txt", "qa.valid.jsonl"})
        EXPECT_TRUE(is_for_measuring(name)) << name;
    for (const char* name : {"train/book.txt", "invalid.txt", "validity.txt", "valide.txt"})
        EXPECT_FALSE(is_for_measuring(name)) << name;
    const test::TemporaryFolder folder;
    for (const char* name : {"train", "valid"})
        std::filesystem::create_directories(folder.path() / name);
    test::write_bytes(folder.path() / "train" / "b.txt", "b");
    test::write_bytes(folder.path() / "train" / "a.txt", "a");
    test::write_bytes(folder.path() / "valid" / "c.txt", "c");
    const FoundTexts found = find_texts({folder.path()}).value();
    EXPECT_EQ(found.files, (std::vector<std::filesystem::path>{folder.path() / "train" / "a.txt",
                                                               folder.path() / "train" / "b.txt"}));
    EXPECT_EQ(found.left_out.size(), 1U);
    EXPECT_EQ(find_texts({folder.path() / "valid" / "c.txt"}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(find_texts({folder.path() / "absent"}).error().kind, ErrorKind::not_found);
}

TEST(Texts, APlainTextIsReadByteForByte)
{
    const test::TemporaryFolder folder;
    const std::string text = "Chapter 1\n\n  One  line.\r\nAnother\tone.\n\n\n\xC3\xA9.";
    test::write_bytes(folder.path() / "book", text);
    EXPECT_EQ(read_text(folder.path() / "book", {}, {}).value(), text);
}

TEST(Texts, ADocumentsParagraphsStandBehindOneAnother)
{
    document::Document document;
    document.chapters.resize(2);
    document.chapters[0].paragraphs.resize(3);
    document.chapters[0].paragraphs[0].text = "One";
    document.chapters[0].paragraphs[2].text = "Two";
    document.chapters[1].paragraphs.resize(1);
    document.chapters[1].paragraphs[0].text = "Three";
    EXPECT_EQ(text_of(document), "One\n\nTwo\n\nThree");
}

std::vector<CorpusText> texts(int count)
{
    std::vector<CorpusText> all;
    for (int i = 0; i < count; ++i)
        all.push_back({"book " + std::to_string(i),
                       std::string(40, static_cast<char>('a' + i))});
    return all;
}

TEST(Corpus, HeldOutTextsAreNeverLearnedFromAndStayTheSame)
{
    const auto tokenizer = test::byte_tokenizer();
    const CorpusOptions options{.held_out = 2, .across_texts = false, .seed = Seed{1}};
    const Corpus corpus = make_corpus(texts(8), *tokenizer, options).value();
    std::set<TokenId> learned;
    std::set<TokenId> kept;
    for (std::uint64_t i = 0; i < 200; ++i) {
        learned.insert(corpus.train->sequence(i, 10)->tokens.front());
        kept.insert(corpus.held_out->sequence(i, 10)->tokens.front());
    }
    EXPECT_EQ(learned.size(), 6U);
    EXPECT_EQ(kept.size(), 2U);
    for (const TokenId token : kept)
        EXPECT_EQ(learned.count(token), 0U);
    std::vector<CorpusText> fewer = texts(8);
    std::erase_if(fewer, [&](const CorpusText& text) {
        return text.text.front() == static_cast<char>(*learned.begin());
    });
    const Corpus again = make_corpus(fewer, *tokenizer, options).value();
    EXPECT_EQ(std::count_if(again.split.begin(), again.split.end(),
                            [&](const SplitEntry& entry) { return entry.held_out; }),
              2);
    for (std::uint64_t i = 0; i < 50; ++i)
        EXPECT_EQ(kept.count(again.held_out->sequence(i, 10)->tokens.front()), 1U);
    EXPECT_NE(again.digest, corpus.digest);
}

TEST(Corpus, TheRecordNamesEveryTextWithItsDigestAndPart)
{
    const auto tokenizer = test::byte_tokenizer();
    const Corpus corpus = make_corpus(texts(3), *tokenizer, {.held_out = 1}).value();
    const auto record =
        nlohmann::json::parse(split_record(corpus.split, R"({"recipe": "lora"})"));
    EXPECT_EQ(record["recipe"], "lora");
    ASSERT_EQ(record["split"].size(), 3U);
    int held_out = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(record["split"][i]["sha256"], sha256(texts(3)[i].text));
        EXPECT_EQ(record["split"][i]["tokens"], 40);
        held_out += record["split"][i]["part"] == "held out" ? 1 : 0;
    }
    EXPECT_EQ(held_out, 1);
    EXPECT_EQ(make_corpus(texts(1), *tokenizer, {.held_out = 1}).error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace longhand::learn
