// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inspect.h"

#include "app/models/catalogue.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::models {
namespace {

using ::testing::HasSubstr;

class Inspect : public ::testing::Test {
protected:
    Result<ModelFacts> of(const std::string& bytes, const std::string& name = "model.gguf")
    {
        test::write_bytes(folder_.path() / name, bytes);
        return inspect(folder_.path() / name);
    }
    test::TemporaryFolder folder_;
};

TEST_F(Inspect, TellsWhatTheEmbeddedModelIs)
{
    const auto file = test::file_from("LONGHAND_MODELS", std::string(embedded_model().file_name));
    if (!file)
        GTEST_SKIP() << test::missing("LONGHAND_MODELS");
    const auto facts = inspect(*file);
    ASSERT_TRUE(facts.ok()) << facts.error().message;
    EXPECT_TRUE(facts->usable());
    EXPECT_TRUE(facts->chats());
    EXPECT_EQ(facts->architecture, "llama");
    EXPECT_EQ(facts->parameters, 134'515'008U); // the published count, its head tied
    EXPECT_EQ(facts->vocabulary, 49152);
    EXPECT_EQ(facts->claimed_tokens, 8192);
    EXPECT_EQ(facts->measured_tokens, 1024);
    EXPECT_EQ(facts->disk_bytes, embedded_model().file_bytes);
    EXPECT_EQ(facts->licence, "apache-2.0");
    EXPECT_TRUE(facts->languages.empty());
}

TEST_F(Inspect, TellsWhatASmallModelIs)
{
    const auto facts = of(test::small_gguf_model().text("general.license", "mit").build());
    ASSERT_TRUE(facts.ok()) << facts.error().message;
    EXPECT_TRUE(facts->usable()) << facts->refusal->message;
    EXPECT_EQ(facts->name, "model");
    EXPECT_EQ(facts->licence, "mit");
    EXPECT_EQ(facts->claimed_tokens, 64);
    EXPECT_EQ(facts->measured_tokens, 0);
    EXPECT_EQ(facts->vocabulary, 7);
    EXPECT_EQ(facts->chat_template, "chatml");
    EXPECT_FALSE(facts->folder);
}

TEST_F(Inspect, KnowsAModelOfTheCatalogueByItsName)
{
    const auto facts = of(test::small_gguf_model().build(), "EuroLLM-1.7B-Instruct.Q8_0.gguf");
    ASSERT_TRUE(facts.ok());
    EXPECT_THAT(facts->languages, ::testing::Contains("zh"));
    EXPECT_EQ(facts->licence, "Apache-2.0");
}

TEST_F(Inspect, AnArchitectureThatIsNotComputedIsRefusedInTheEnginesWords)
{
    test::GgufBuilder file;
    file.text("general.architecture", "mamba")
        .text("general.name", "A snake\nof a model")
        .tensor("token_embd.weight", {32, 7}, 0, std::string(32 * 7 * 4, '\0'));
    const auto facts = of(file.build());
    ASSERT_TRUE(facts.ok());
    ASSERT_FALSE(facts->usable());
    EXPECT_EQ(facts->refusal->kind, ErrorKind::unsupported);
    EXPECT_THAT(facts->refusal->message, HasSubstr("mamba"));
    EXPECT_EQ(facts->architecture, "mamba");
    EXPECT_EQ(facts->title, "A snake of a model");
    EXPECT_FALSE(facts->chats());
}

TEST_F(Inspect, AWeightTypeThatIsNotReadIsRefusedAndNotCalledDamaged)
{
    const auto facts =
        of(test::small_gguf_model().tensor("more", {256}, 16, std::string(66, '\0')).build());
    ASSERT_TRUE(facts.ok()) << facts.error().message;
    ASSERT_FALSE(facts->usable());
    EXPECT_EQ(facts->refusal->kind, ErrorKind::unsupported);
}

TEST_F(Inspect, AMissingTensorIsFoundBeforeTheModelIsLoaded)
{
    std::string bytes = test::small_gguf_model().build();
    const std::size_t at = bytes.find("blk.1.ffn_down");
    ASSERT_NE(at, std::string::npos);
    bytes[at + 4] = '7';
    const auto facts = of(bytes);
    ASSERT_TRUE(facts.ok());
    ASSERT_FALSE(facts->usable());
    EXPECT_THAT(facts->refusal->message, HasSubstr("blk.1.ffn_down"));
}

TEST_F(Inspect, WhatIsNoModelIsAnError)
{
    EXPECT_EQ(of("This is a letter, not a model.").error().kind, ErrorKind::corrupt);
    EXPECT_EQ(of("").error().kind, ErrorKind::corrupt);
    EXPECT_EQ(inspect(folder_.path() / "nowhere.gguf").error().kind, ErrorKind::not_found);
    EXPECT_FALSE(inspect(folder_.path()).ok()) << "a folder without config.json";
}

TEST_F(Inspect, EveryTruncationAndManyFlippedBitsAreSurvived)
{
    const std::string whole = test::small_gguf_model().build();
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 400) {
        const auto facts = of(whole.substr(0, length));
        EXPECT_TRUE(!facts.ok() || !facts->usable()) << length;
    }
    const std::size_t head = test::small_gguf_model().header().size();
    for (std::size_t at = 0; at < head; at += 3) {
        std::string broken = whole;
        broken[at] = static_cast<char>(static_cast<unsigned char>(broken[at]) ^ 0x41U);
        static_cast<void>(of(broken));
    }
}

TEST(Catalogue, EveryEntryIsComplete)
{
    ASSERT_GE(known_models().size(), 5U);
    for (const KnownModel& model : known_models()) {
        EXPECT_FALSE(model.publisher.empty()) << model.name;
        EXPECT_FALSE(model.licence.empty()) << model.name;
        EXPECT_TRUE(model.page.starts_with("https://")) << model.name;
        EXPECT_GT(model.memory_bytes, model.file_bytes) << model.name;
        EXPECT_TRUE(model.file.empty() || model.file.ends_with(".gguf")) << model.name;
    }
    EXPECT_EQ(card_gb(*find_known("smollm2-1.7b-instruct")), 0);
    EXPECT_EQ(card_gb(*find_known("EuroLLM-9B-Instruct")), 12);
    EXPECT_EQ(card_gb({.memory_bytes = 7'000'000'000}), 8);
    EXPECT_EQ(card_gb({.memory_bytes = 14'000'000'000}), 16);
    EXPECT_EQ(card_gb({.memory_bytes = 20'000'000'000}), 24);
    EXPECT_EQ(find_known("no such model"), nullptr);
}

TEST(Catalogue, AWrongEntryIsNamedWithItsField)
{
    const auto with = [](const std::string& more) {
        return parse_catalogue(R"({"models": [{"name": "A", "file_bytes": 1, "memory_bytes": 2,
                                  "context_tokens": 3)" +
                               more + "}]}");
    };
    EXPECT_TRUE(with("").ok());
    for (const std::string more :
         {R"(, "file": "../../a.gguf", "source": "https://x/a")", R"(, "file": "a.gguf")",
          R"(, "file": "a.gguf", "source": "http://x/a")", R"(, "sha256": "ABC")",
          R"(, "languages": "en")", R"(, "licence": 7)"}) {
        const auto wrong = with(more);
        ASSERT_FALSE(wrong.ok()) << more;
        EXPECT_THAT(wrong.error().message, HasSubstr("A: ")) << more;
    }
    EXPECT_FALSE(parse_catalogue("[]").ok());
    EXPECT_FALSE(parse_catalogue(std::string(5000, '[')).ok());
}

} // namespace
} // namespace longhand::models
