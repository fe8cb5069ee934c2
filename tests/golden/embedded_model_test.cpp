// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded model beside another implementation that reads the same file in f32.
#include "engine/eval/perplexity.h"
#include "engine/infer/session.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace longhand {
namespace {

class EmbeddedModel : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const auto file = test::embedded_model_file();
        golden_ = test::reference("smollm2-135m-instruct");
        if (!file || !golden_)
            return;
        auto model = infer::load_model(*file, {.backend = tensor::make_cpu_backend(), .context = 1024});
        ASSERT_TRUE(model.ok()) << to_string(model.error());
        transformer_ = model->transformer;
        tokenizer_ = model->tokenizer;
        chat_ = model->chat_template;
        session_ = infer::Session::open(std::move(*model)).value();
    }
    static void TearDownTestSuite()
    {
        session_.reset();
        transformer_.reset();
    }
    void SetUp() override
    {
        if (!golden_)
            GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
        if (session_ == nullptr)
            GTEST_SKIP() << test::missing("LONGHAND_MODELS");
    }

    inline static std::optional<test::Reference> golden_;
    inline static std::shared_ptr<const model::Transformer> transformer_;
    inline static std::shared_ptr<const tokenizer::Tokenizer> tokenizer_;
    inline static std::optional<tokenizer::ChatTemplate> chat_;
    inline static std::unique_ptr<infer::Session> session_;
};

TEST_F(EmbeddedModel, TokenisesFourTextsAsTheReferenceDoes)
{
    for (const auto& [name, about] : golden_->about.at("texts").items()) {
        const auto text = about.at("text").get<std::string>();
        EXPECT_EQ(tokenizer_->encode(text), about.at("ids").get<std::vector<TokenId>>()) << name;
        EXPECT_EQ(tokenizer_->decode(tokenizer_->encode(text)), text) << name;
    }
}

TEST_F(EmbeddedModel, PredictsTheFourTextsAsWellAsTheReference)
{
    for (const auto& [name, about] : golden_->about.at("texts").items()) {
        const std::vector<std::vector<TokenId>> stream = {golden_->ids(name + "/input_ids")};
        const auto length = static_cast<std::int64_t>(stream.front().size());
        const auto score = eval::sliding_window(transformer_, stream, length, length - 1, {});
        ASSERT_TRUE(score.ok()) << to_string(score.error());
        const auto expected = about.at("mean_nll").get<double>();
        std::printf("%s: mean NLL %.4f, reference %.4f\n", name.c_str(), score->mean_nll, expected);
        EXPECT_NEAR(score->mean_nll, expected, 0.02) << name;
    }
}

TEST_F(EmbeddedModel, RendersChatsAndAnswersThemGreedilyAsTheReferenceDoes)
{
    for (const auto& chat : golden_->about.at("chats")) {
        infer::Chat conversation;
        std::vector<tokenizer::ChatTurn> turns;
        for (const auto& message : chat.at("messages")) {
            const bool system = message.at("role") == "system";
            const auto content = message.at("content").get<std::string>();
            conversation.messages.push_back({system ? infer::Role::system : infer::Role::user, content});
            turns.push_back({system ? tokenizer::ChatRole::system : tokenizer::ChatRole::user, content});
        }
        EXPECT_EQ(chat_->render_text(turns, true), chat.at("rendered").get<std::string>());
        EXPECT_EQ(chat_->encode(*tokenizer_, turns, true).value(),
                  chat.at("prompt_ids").get<std::vector<TokenId>>());
        infer::Request request;
        request.prompt = conversation;
        request.stop_loops = false;
        request.max_tokens = static_cast<std::int32_t>(chat.at("greedy_ids").size());
        const auto answer = infer::generate_one(*session_, request, {}, {});
        ASSERT_TRUE(answer.ok()) << to_string(answer.error());
        const auto expected = chat.at("greedy_ids").get<std::vector<TokenId>>();
        const auto margins = chat.at("margins").get<std::vector<double>>();
        std::size_t certain = 0;  // as long as the reference itself was sure
        while (certain < margins.size() && margins[certain] > 0.3)
            ++certain;
        std::printf("greedy: %zu of %zu tokens are certain\n", certain, expected.size());
        for (std::size_t i = 0; i < certain && !tokenizer_->ends_generation(expected[i]); ++i) {
            ASSERT_LT(i, answer->tokens.size());
            ASSERT_EQ(answer->tokens[i], expected[i]) << "at " << i << ": " << answer->text;
        }
    }
}

TEST_F(EmbeddedModel, HasThePerplexityOfTheReferenceOverABook)
{
    const std::vector<TokenId> book = golden_->ids("book/input_ids");
    for (const auto& row : golden_->about.at("ppl")) {
        const std::int64_t window = row.at("window");
        if (window > 2048)
            continue;  // minutes on a processor; measured apart
        const std::vector<std::vector<TokenId>> stream = {
            {book.begin(), book.begin() + row.at("tokens").get<std::ptrdiff_t>()}};
        const auto score = eval::sliding_window(transformer_, stream, window,
                                                row.at("advance").get<std::int64_t>(), {});
        ASSERT_TRUE(score.ok()) << to_string(score.error());
        const auto expected = row.at("ppl").get<double>();
        std::printf("window %d: perplexity %.3f, reference %.3f, ratio %.4f, %.0f s\n",
                    static_cast<int>(window), score->perplexity, expected,
                    score->perplexity / expected, score->seconds);
        EXPECT_EQ(score->scored_tokens, row.at("scored").get<std::int64_t>());
        EXPECT_NEAR(score->perplexity / expected, 1.0, 0.01);
    }
}

}  // namespace
}  // namespace longhand
