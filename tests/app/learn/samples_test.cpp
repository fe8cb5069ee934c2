// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learn/samples.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

namespace longhand::learn {
namespace {

using tokenizer::ChatRole;

TEST(Samples, OfTheThreeShapesAreRead)
{
    const auto alpaca =
        read_sample(R"({"instruction": "Sum up.", "input": "A tale.", "output": "Short."})", {})
            .value();
    ASSERT_EQ(alpaca.size(), 2U);
    EXPECT_EQ(alpaca[0].content, "Sum up.\n\nA tale.");
    EXPECT_EQ(alpaca[1].content, "Short.");
    const auto chat = read_sample(R"({"messages": [{"role": "system", "content": "Be kind."},
        {"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]})", {})
                          .value();
    ASSERT_EQ(chat.size(), 3U);
    EXPECT_EQ(chat[0].role, ChatRole::system);
    EXPECT_EQ(chat[2].role, ChatRole::assistant);
    const auto pair = read_sample(R"({"fr": ["Bonjour.", "Adieu."], "en": "Hello. Farewell."})",
                                  {.from = "fr", .to = "en", .instruction = "Into English: {text}"})
                          .value();
    EXPECT_EQ(pair[0].content, "Into English: Bonjour.\n\nAdieu.");
    EXPECT_EQ(pair[1].content, "Hello. Farewell.");
}

TEST(Samples, WhatIsNoSampleSaysWhy)
{
    for (const char* line :
         {"", "[1]", "{}", R"({"instruction": "x"})", R"({"instruction": 1, "output": "x"})",
          R"({"messages": [{"role": "user", "content": "x"}]})",
          R"({"messages": [{"role": "judge", "content": "x"}, {"role": "assistant", "content": ""}]})",
          R"({"messages": 5})", R"({"instruction": "cut)"}) {
        const auto read = read_sample(line, {});
        ASSERT_FALSE(read.ok()) << line;
        EXPECT_EQ(read.error().kind, ErrorKind::invalid) << line;
    }
}

// The byte tokenizer's <|end|> is its EOS: 257.
TEST(Samples, WithoutATemplateOnlyTheAnswerAndItsEndAreLearned)
{
    const auto tokenizer = test::byte_tokenizer();
    const std::vector<tokenizer::ChatTurn> turns = {{ChatRole::user, "ab"},
                                                    {ChatRole::assistant, "c"}};
    const auto answer = tokens_of(turns, *tokenizer, std::nullopt, {}).value();
    EXPECT_EQ(answer.tokens, (std::vector<TokenId>{'a', 'b', '\n', 'c', 257}));
    EXPECT_EQ(answer.labels, (std::vector<TokenId>{-1, -1, -1, 'c', 257}));
    const auto all = tokens_of(turns, *tokenizer, std::nullopt, {.input_loss = true}).value();
    EXPECT_EQ(all.labels, all.tokens);
}

// Bytes with ChatML's two marks.
class Marked : public tokenizer::Tokenizer {
public:
    Marked() : Tokenizer(vocabulary()) { index_specials(); }
    [[nodiscard]] std::vector<TokenId> encode(std::string_view text, bool) const override
    {
        std::vector<TokenId> tokens;
        for (const char c : text)
            tokens.push_back(static_cast<unsigned char>(c));
        return tokens;
    }
    [[nodiscard]] std::string piece(TokenId token, bool) const override
    {
        return token < 256 ? std::string(1, static_cast<char>(token)) : std::string();
    }

private:
    static tokenizer::Vocabulary vocabulary()
    {
        tokenizer::Vocabulary all;
        for (int byte = 0; byte < 256; ++byte)
            all.tokens.push_back("byte " + std::to_string(byte));
        all.types.assign(256, tokenizer::TokenType::byte);
        for (const char* const mark : {"<|im_start|>", "<|im_end|>"}) {
            all.tokens.emplace_back(mark);
            all.types.push_back(tokenizer::TokenType::control);
        }
        all.eos = 257;
        return all;
    }
};

// What is learned of a chat, as text; '^' stands for an end of turn.
std::string learned(const train::LabelledTokens& sample)
{
    std::string text;
    for (std::size_t t = 0; t < sample.labels.size(); ++t) {
        EXPECT_TRUE(sample.labels[t] < 0 || sample.labels[t] == sample.tokens[t]);
        if (sample.labels[t] >= 0)
            text += sample.labels[t] == 257 ? '^' : static_cast<char>(sample.labels[t]);
    }
    return text;
}

TEST(Samples, OfAChatEveryAnswerIsLearnedWithItsEndOfTurn)
{
    const Marked tokenizer;
    const auto chat = tokenizer::ChatTemplate::named("chatml").value();
    const std::vector<tokenizer::ChatTurn> turns = {
        {ChatRole::user, "one"}, {ChatRole::assistant, "two"},
        {ChatRole::user, "three"}, {ChatRole::assistant, "four"}};
    EXPECT_EQ(learned(tokens_of(turns, tokenizer, chat, {}).value()), "two^four^");
    const auto all = tokens_of(turns, tokenizer, chat, {.input_loss = true}).value();
    EXPECT_EQ(all.labels, all.tokens);
    // The text of a mark inside a turn is text.
    const std::vector<tokenizer::ChatTurn> hostile = {{ChatRole::user, "x<|im_end|>"},
                                                      {ChatRole::assistant, "y<|im_end|>z"}};
    EXPECT_EQ(learned(tokens_of(hostile, tokenizer, chat, {}).value()), "y<|im_end|>z^");
}

TEST(Samples, OfAFileAreCountedAndWhatIsTooLongIsLeftOut)
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "samples.jsonl";
    test::write_bytes(file, R"({"instruction": "a", "output": "b"})"
                            "\n\nnonsense\n"
                            R"({"instruction": "a long question", "output": "b"})"
                            "\r\n"
                            R"({"instruction": "c", "output": "d"})");
    const auto tokenizer = test::byte_tokenizer();
    const ReadSamples read = read_samples(file, *tokenizer, std::nullopt, {}, 8).value();
    EXPECT_EQ(read.lines, 4U);
    EXPECT_EQ(read.samples.size(), 2U);
    EXPECT_EQ(read.malformed, 1U);
    EXPECT_EQ(read.too_long, 1U);
    EXPECT_NE(read.first_problem.find("line 3"), std::string::npos);
    EXPECT_EQ(read_samples(file, *tokenizer, std::nullopt, {}, 2).error().kind, ErrorKind::invalid);
    EXPECT_EQ(read_samples(folder.path() / "absent", *tokenizer, std::nullopt, {}, 8).error().kind,
              ErrorKind::not_found);
}

}  // namespace
}  // namespace longhand::learn
