// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/tokenizer.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <limits>

namespace longhand::tokenizer {
namespace {

// Byte tokens, the blank, and a few pieces whose scores prefer "▁the" to "th".
Vocabulary small()
{
    Vocabulary vocabulary;
    vocabulary.kind = Vocabulary::Kind::sentencepiece;
    const auto add = [&](std::string text, float score, TokenType type) {
        vocabulary.tokens.push_back(std::move(text));
        vocabulary.scores.push_back(score);
        vocabulary.types.push_back(type);
    };
    add("<unk>", 0, TokenType::unknown);
    add("<s>", 0, TokenType::control);
    add("</s>", 0, TokenType::control);
    for (int i = 0; i < 256; ++i) {
        char name[8];
        std::snprintf(name, sizeof name, "<0x%02X>", static_cast<unsigned>(i));
        add(name, 0, TokenType::byte);
    }
    for (const char* sign : {"\xE2\x96\x81", "t", "h", "e", "<", "s", ">"})
        add(sign, -100, TokenType::normal);
    add("th", -1, TokenType::normal);
    add("the", -2, TokenType::normal);
    add("\xE2\x96\x81the", -3, TokenType::normal);
    vocabulary.unknown = 0;
    vocabulary.bos = 1;
    vocabulary.eos = 2;
    return vocabulary;
}

TEST(SentencePieceBpe, MergesByScoreAndPutsABlankFirst)
{
    const auto tokenizer = Tokenizer::make(small());
    ASSERT_TRUE(tokenizer.ok());
    const std::vector<TokenId> ids = (*tokenizer)->encode("the the");
    EXPECT_EQ(ids, (std::vector<TokenId>{268, 268}));
    EXPECT_EQ((*tokenizer)->decode(ids), "the the");
    EXPECT_EQ((*tokenizer)->encode("the", /*at_start=*/false), (std::vector<TokenId>{267}));
}

TEST(SentencePieceBpe, FallsBackToBytesAndGivesThemBack)
{
    const auto tokenizer = Tokenizer::make(small());
    ASSERT_TRUE(tokenizer.ok());
    for (const std::string text : {"the \xE6\x9D\xB1", "\n\nthe", "a\xFF\xFEz", "", " ", "  the"})
        EXPECT_EQ((*tokenizer)->decode((*tokenizer)->encode(text)), text);
    EXPECT_EQ((*tokenizer)->encode("\n", false), (std::vector<TokenId>{3 + 10}));
}

TEST(SentencePieceBpe, NeverMakesAControlTokenFromText)
{
    const auto tokenizer = Tokenizer::make(small());
    ASSERT_TRUE(tokenizer.ok());
    const std::vector<TokenId> ids = (*tokenizer)->encode("<s>the</s><0x41>");
    for (const TokenId id : ids)
        EXPECT_GT(id, 2);
    EXPECT_EQ((*tokenizer)->decode(ids), "<s>the</s><0x41>");
}

TEST(SentencePieceBpe, SignsItDoesNotKnowNeverBecomeAControlToken)
{
    Vocabulary vocabulary;
    vocabulary.kind = Vocabulary::Kind::sentencepiece;
    vocabulary.tokens = {"<unk>", "</s>", "a"};
    vocabulary.types = {TokenType::unknown, TokenType::control, TokenType::normal};
    vocabulary.add_space_prefix = false;
    vocabulary.unknown = 0;
    EXPECT_EQ(Tokenizer::make(vocabulary).value()->encode("aza"), (std::vector<TokenId>{2, 0, 2}));
    vocabulary.unknown = 1;
    EXPECT_EQ(Tokenizer::make(vocabulary).value()->encode("aza"), (std::vector<TokenId>{2, 2}));
}

TEST(SentencePieceBpe, RefusesScoresThatAreNoNumbers)
{
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Vocabulary vocabulary = small();
        vocabulary.scores.back() = bad;
        const auto tokenizer = Tokenizer::make(vocabulary);
        ASSERT_FALSE(tokenizer.ok());
        EXPECT_EQ(tokenizer.error().kind, ErrorKind::corrupt);
    }
}

TEST(SentencePieceModel, RefusesBytesThatAreNoModel)
{
    Vocabulary vocabulary;
    vocabulary.kind = Vocabulary::Kind::sentencepiece_model;
    vocabulary.model = "not a model";
    const auto tokenizer = Tokenizer::make(vocabulary);
    ASSERT_FALSE(tokenizer.ok());
    EXPECT_EQ(tokenizer.error().kind, ErrorKind::corrupt);
}

} // namespace
} // namespace longhand::tokenizer
