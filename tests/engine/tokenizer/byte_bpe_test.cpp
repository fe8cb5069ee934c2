// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/merge_queue.h"
#include "engine/tokenizer/pre_tokenizer.h"
#include "engine/tokenizer/tokenizer.h"

#include "engine/base/random.h"

#include <gtest/gtest.h>

#include <map>

namespace longhand::tokenizer {
namespace {

std::vector<std::string> words(std::string_view pre, std::string_view text)
{
    std::vector<std::string> all;
    auto rules = PreTokenizer::named(pre);
    EXPECT_TRUE(rules.ok());
    rules->split(text, [&](std::string_view word) { all.emplace_back(word); });
    return all;
}

using Words = std::vector<std::string>;

TEST(PreTokenizer, KeepsOneBlankBeforeAWordAndLeavesTheOthers)
{
    EXPECT_EQ(words("gpt-2", "a  bc d"), (Words{"a", " ", " bc", " d"}));
    EXPECT_EQ(words("gpt-2", "end   "), (Words{"end", "   "}));
    EXPECT_EQ(words("gpt-2", "a\n\n b"), (Words{"a", "\n\n", " b"}));
    EXPECT_EQ(words("gpt-2", "a\n\nb"), (Words{"a", "\n", "\n", "b"}));
}

TEST(PreTokenizer, CutsContractionsNumbersAndSignsApart)
{
    EXPECT_EQ(words("gpt-2", "we'll pay $12.50"),
              (Words{"we", "'ll", " pay", " $", "12", ".", "50"}));
    EXPECT_EQ(words("gpt-2", "x 'says"), (Words{"x", " '", "says"}));
    EXPECT_EQ(words("smollm", "in 1984!"), (Words{"in", " ", "1", "9", "8", "4", "!"}));
}

// What the Python package tokenizers (0.23) makes of one line with the Split expressions of the
// models' own tokenizer.json.
TEST(PreTokenizer, CutsAsTheModelsOwnTokenizersDo)
{
    const std::string text =
        "I'LL pay 12345\342\202\254 to NASAfan,\n\n  "
        "\346\235\261\344\272\254\343\201\256\347\251\272 dont/\r\n x\302\240y  e\314\201t\001 ";
    const std::vector<std::pair<std::string, Words>> expected = {
        {"llama-bpe",
         {"I",
          "'LL",
          " pay",
          " ",
          "123",
          "45",
          "\342\202\254",
          " to",
          " NASAfan",
          ",\n\n",
          " ",
          " \346\235\261\344\272\254\343\201\256\347\251\272",
          " dont",
          "/\r\n",
          " x",
          "\302\240y",
          " ",
          " e",
          "\314\201t",
          "\001",
          " "}},
        {"qwen2", {"I",
                   "'LL",
                   " pay",
                   " ",
                   "1",
                   "2",
                   "3",
                   "4",
                   "5",
                   "\342\202\254",
                   " to",
                   " NASAfan",
                   ",\n\n",
                   " ",
                   " \346\235\261\344\272\254\343\201\256\347\251\272",
                   " dont",
                   "/\r\n",
                   " x",
                   "\302\240y",
                   " ",
                   " e",
                   "\314\201t",
                   "\001",
                   " "}},
        {"deepseek-v3", {"I",
                         "'LL",
                         " pay",
                         " ",
                         "123",
                         "45",
                         "\342\202\254",
                         " to",
                         " NASAfan",
                         ",\n\n",
                         "  ",
                         "\346\235\261\344\272\254\343\201\256\347\251\272",
                         " dont",
                         "/\r\n",
                         " x",
                         "\302\240y",
                         " ",
                         " e\314\201t",
                         "\001",
                         " "}},
        {"gpt-4o",
         {"I'LL", " pay", " ", "123", "45", "\342\202\254", " to", " NASAfan", ",\n\n", " ",
          " \346\235\261\344\272\254\343\201\256\347\251\272", " dont", "/\r\n", " x", "\302\240y",
          " ", " e\314\201t", "\001", " "}},
        {"deepseek-coder",
         {"I",
          "'",
          "LL",
          " pay",
          " ",
          "1",
          "2",
          "3",
          "4",
          "5",
          "\342\202\254",
          " to",
          " NASAfan",
          ",",
          "\n",
          "\n",
          " ",
          " ",
          "\346\235\261\344\272\254\343\201\256\347\251\272",
          " dont",
          "/",
          "\r",
          "\n",
          " x",
          "\302\240y",
          " ",
          " e",
          "\314\201",
          "t",
          "\001 "}},
    };
    for (const auto& [pre, cut] : expected)
        EXPECT_EQ(words(pre, text), cut) << pre;
}

TEST(PreTokenizer, KnowsTheNamesThatFilesGiveTheSameRule)
{
    for (const char* pre : {"llama3", "llama-v3", "dbrx", "smaug-bpe"})
        EXPECT_EQ(words(pre, "It'S 12345 !"), words("llama-bpe", "It'S 12345 !")) << pre;
    EXPECT_EQ(words("phi-2", "in 1984"), words("gpt-2", "in 1984"));
    EXPECT_FALSE(PreTokenizer::named("").ok());
}

TEST(PreTokenizer, LosesNoByteWhateverTheTextIs)
{
    Random random(Seed{3});
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i)
            text += static_cast<char>(random.next_u64() % (round % 2 == 0 ? 256 : 128));
        for (const char* pre :
             {"gpt-2", "smollm", "llama-bpe", "deepseek-llm", "falcon", "tekken", "default"}) {
            std::string joined;
            for (const std::string& word : words(pre, text)) {
                EXPECT_FALSE(word.empty());
                joined += word;
            }
            EXPECT_EQ(joined, text);
        }
    }
}

TEST(PreTokenizer, RefusesAnUnknownNameByName)
{
    const auto rules = PreTokenizer::named("qwen9");
    ASSERT_FALSE(rules.ok());
    EXPECT_EQ(rules.error().kind, ErrorKind::unsupported);
    EXPECT_NE(rules.error().message.find("qwen9"), std::string::npos);
}

// A vocabulary over the letters a to d with a few merges; unused bytes have no token.
Vocabulary letters()
{
    Vocabulary vocabulary;
    vocabulary.pre = "gpt-2";
    vocabulary.tokens = {"<|end|>", "a", "b", "c", "d", "ab", "cd", "abcd", "bc", "<|fake|>"};
    vocabulary.types.assign(vocabulary.tokens.size(), TokenType::normal);
    vocabulary.types[0] = TokenType::control;
    vocabulary.types[9] = TokenType::user_defined;
    vocabulary.merges = {"b c", "a b", "c d", "ab cd"};
    vocabulary.eos = 0;
    return vocabulary;
}

TEST(ByteBpe, AppliesTheBestMergeFirst)
{
    const auto tokenizer = Tokenizer::make(letters());
    ASSERT_TRUE(tokenizer.ok());
    EXPECT_EQ((*tokenizer)->encode("abcd"), (std::vector<TokenId>{1, 8, 4})); // b c goes first
    EXPECT_EQ((*tokenizer)->encode("abab"), (std::vector<TokenId>{5, 5}));
    EXPECT_EQ((*tokenizer)->encode("abdcd"), (std::vector<TokenId>{5, 4, 6}));
}

TEST(ByteBpe, JoinsOverAByteThatHasNoTokenInLongWordsAsInShortOnes)
{
    const auto tokenizer = Tokenizer::make(letters());
    ASSERT_TRUE(tokenizer.ok());
    EXPECT_EQ((*tokenizer)->encode("axb"), (std::vector<TokenId>{5}));
    std::string word;
    for (int i = 0; i < 30; ++i)
        word += "axb";
    EXPECT_EQ((*tokenizer)->encode(word), std::vector<TokenId>(30, 5));
}

TEST(ByteBpe, NeverMakesASpecialTokenFromText)
{
    const auto tokenizer = Tokenizer::make(letters());
    ASSERT_TRUE(tokenizer.ok());
    for (const char* text : {"<|end|>", "a<|end|>b", "<|fake|>"})
        for (const TokenId id : (*tokenizer)->encode(text)) {
            EXPECT_NE(id, 0);
            EXPECT_NE(id, 9);
        }
    EXPECT_EQ((*tokenizer)->special("<|end|>"), 0);
    EXPECT_EQ((*tokenizer)->special("ab"), -1);
    EXPECT_EQ((*tokenizer)->piece(0), "");
}

TEST(ByteBpe, FindsUserDefinedTokensOfTextBeforeAnythingElseTheLongestFirst)
{
    Vocabulary vocabulary = letters();
    vocabulary.tokens.insert(vocabulary.tokens.end(), {"  ", "    "});
    vocabulary.types.insert(vocabulary.types.end(), 2, TokenType::user_defined);
    const auto tokenizer = Tokenizer::make(vocabulary);
    ASSERT_TRUE(tokenizer.ok());
    EXPECT_EQ((*tokenizer)->encode("ab      cd"), (std::vector<TokenId>{5, 11, 10, 6}));
    EXPECT_EQ((*tokenizer)->piece(11), "    ");
}

TEST(ByteBpe, TakesAWordThatIsATokenWholeWhereTheModelDoes)
{
    Vocabulary vocabulary = letters();
    vocabulary.merges = {"b c"};
    EXPECT_EQ(Tokenizer::make(vocabulary).value()->encode("abcd"), (std::vector<TokenId>{1, 8, 4}));
    vocabulary.pre = "llama-bpe";
    EXPECT_EQ(Tokenizer::make(vocabulary).value()->encode("abcd"), (std::vector<TokenId>{7}));
}

TEST(ByteBpe, RefusesVocabulariesThatContradictThemselves)
{
    Vocabulary lengths = letters();
    lengths.types.pop_back();
    EXPECT_EQ(Tokenizer::make(lengths).error().kind, ErrorKind::corrupt);
    Vocabulary outside = letters();
    outside.eos = 99;
    EXPECT_EQ(Tokenizer::make(outside).error().kind, ErrorKind::corrupt);
    Vocabulary merge = letters();
    merge.merges = {"ab"};
    EXPECT_EQ(Tokenizer::make(merge).error().kind, ErrorKind::corrupt);
    EXPECT_EQ(Tokenizer::make(Vocabulary{}).error().kind, ErrorKind::corrupt);
}

// The scan for short words and the queue for long ones must agree with the plain definition.
TEST(MergeQueue, MakesTheSameJointsAsTheDefinition)
{
    Random random(Seed{11});
    for (int round = 0; round < 200; ++round) {
        std::map<std::pair<TokenId, TokenId>, Merge> table;
        for (TokenId i = 0; i < 60; ++i)
            table.emplace(std::pair(static_cast<TokenId>(random.next_u64() % 12),
                                    static_cast<TokenId>(random.next_u64() % 12)),
                          Merge{static_cast<double>(random.next_u64() % 20),
                                static_cast<TokenId>(random.next_u64() % 12)});
        const auto find = [&](const Symbol& left, const Symbol& right) -> std::optional<Merge> {
            const auto found = table.find({left.token, right.token});
            if (found == table.end())
                return std::nullopt;
            return found->second;
        };
        std::vector<Symbol> symbols;
        const auto count = static_cast<std::uint32_t>(1 + random.next_u64() % 70);
        for (std::uint32_t i = 0; i < count; ++i)
            symbols.push_back({static_cast<TokenId>(random.next_u64() % 12), i, i + 1});
        std::vector<Symbol> expected = symbols;
        while (true) {
            std::size_t best = expected.size();
            double rank = 0.0;
            for (std::size_t i = 0; i + 1 < expected.size(); ++i)
                if (const auto merge = find(expected[i], expected[i + 1]);
                    merge && (best == expected.size() || merge->rank < rank)) {
                    best = i;
                    rank = merge->rank;
                }
            if (best == expected.size())
                break;
            expected[best].token = find(expected[best], expected[best + 1])->token;
            expected[best].end = expected[best + 1].end;
            expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(best) + 1);
        }
        merge_symbols(symbols, find);
        ASSERT_EQ(symbols.size(), expected.size());
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            EXPECT_EQ(symbols[i].token, expected[i].token);
            EXPECT_EQ(symbols[i].begin, expected[i].begin);
            EXPECT_EQ(symbols[i].end, expected[i].end);
        }
    }
}

} // namespace
} // namespace longhand::tokenizer
