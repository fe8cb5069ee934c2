// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/session.h"

#include "engine/base/utf8.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/engine/infer/session_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace longhand::infer {
namespace {

using namespace test_session;
using testing::ElementsAreArray;
using testing::HasSubstr;

TEST(Session, TheAnswerAndItsLogProbabilitiesAreThoseOfTheModel)
{
    const auto session = test::tiny_session();
    const auto prompt = random_tokens(Seed{1}, 40, 256);
    const Completion answer = run_one(*session, request_for(prompt));
    ASSERT_EQ(answer.tokens.size(), 24U);
    EXPECT_EQ(answer.finish, Finish::length);
    EXPECT_EQ(answer.prompt_tokens, 40);
    EXPECT_EQ(answer.reused_tokens, 0);
    EXPECT_EQ(answer.text, test::byte_tokenizer()->decode(answer.tokens));
    ASSERT_EQ(answer.log_probabilities.size(), 24U);

    // The same tokens read in one go: each one's probability among all tokens, mask or not.
    std::vector<TokenId> all = prompt;
    all.insert(all.end(), answer.tokens.begin(), answer.tokens.end());
    const auto logits = test::logits_of(session->model().transformer, all, 64);
    double sum = 0.0;
    double expected_sum = 0.0;
    for (std::size_t i = 0; i < answer.tokens.size(); ++i) {
        const auto row =
            std::span(logits).subspan((39 + i) * test::kTinyVocabulary, test::kTinyVocabulary);
        double total = 0.0;
        for (const float logit : row)
            total += std::exp(static_cast<double>(logit));
        const double expected =
            static_cast<double>(row[static_cast<std::size_t>(answer.tokens[i])]) - std::log(total);
        EXPECT_NEAR(answer.log_probabilities[i], expected, 1e-4) << i;
        sum += static_cast<double>(answer.log_probabilities[i]);
        expected_sum += expected;
    }
    EXPECT_NEAR(sum, expected_sum, 1e-3);
}

TEST(Session, GreedyTakesTheMostProbableToken)
{
    const auto session = test::tiny_session();
    const auto prompt = random_tokens(Seed{2}, 10, 256);
    Request request = request_for(prompt, 1);
    request.mask = nullptr;
    request.sampling.temperature = 0.0F;
    const Completion answer = run_one(*session, request);
    const auto logits = test::logits_of(session->model().transformer, prompt, 16);
    const auto row = std::span(logits).last(test::kTinyVocabulary);
    const auto best = std::max_element(row.begin(), row.end()) - row.begin();
    if (best == 257) // the end of an answer
        EXPECT_TRUE(answer.tokens.empty());
    else
        EXPECT_THAT(answer.tokens, testing::ElementsAre(static_cast<TokenId>(best)));
}

TEST(Session, TheSameSeedGivesTheSameAnswerAndAnotherGivesAnother)
{
    const auto session = test::tiny_session();
    Request request = request_for(random_tokens(Seed{3}, 20, 256), 40);
    const Completion first = run_one(*session, request);
    EXPECT_EQ(run_one(*session, request).text, first.text);
    request.seed = Seed{18};
    EXPECT_NE(run_one(*session, request).text, first.text);
}

TEST(Session, ARequestThatCannotWorkLosesNoOther)
{
    const auto session = test::tiny_session();
    std::vector<Request> requests(6, request_for(random_tokens(Seed{4}, 20, 256), 5));
    requests[1].prompt = RawTokens{random_tokens(Seed{5}, 250, 256)};
    requests[1].max_tokens = 7;
    requests[2].prompt = RawTokens{{test::kTinyVocabulary}};
    requests[3].sampling.top_p = 2.0F;
    requests[4].prompt = RawTokens{};
    const auto results = run(*session, requests);
    EXPECT_TRUE(results[0].ok());
    EXPECT_TRUE(results[5].ok());
    for (const std::size_t i : {1U, 2U, 3U, 4U}) {
        ASSERT_FALSE(results[i].ok()) << i;
        EXPECT_EQ(results[i].error().kind, ErrorKind::invalid);
    }
    // The whole context is named, and what was asked for.
    EXPECT_THAT(results[1].error().message, HasSubstr("250"));
    EXPECT_THAT(results[1].error().message, HasSubstr("256"));
    EXPECT_THAT(results[1].error().message, HasSubstr("7"));
    requests[1].max_tokens = 6; // just fits
    EXPECT_TRUE(run(*session, std::span(requests).subspan(1, 1))[0].ok());
    requests[1].max_tokens = 2147483647;
    EXPECT_FALSE(run(*session, std::span(requests).subspan(1, 1))[0].ok());
    requests[1].max_tokens = 0;
    EXPECT_FALSE(run(*session, std::span(requests).subspan(1, 1))[0].ok());
}

TEST(Session, WhatItLacksIsUnsupported)
{
    const auto session = test::tiny_session();
    Request chat = request_for({1}); // the tiny model has no template
    chat.prompt = Chat{{{Role::user, "hello"}}, ""};
    EXPECT_EQ(run(*session, std::span(&chat, 1))[0].error().kind, ErrorKind::unsupported);
}

TEST(Session, APrefixIsReadOnceAndChangesNoLogit)
{
    for (const std::int64_t prefix_tokens : {1, 31, 32, 33, 100}) {
        const auto session = test::tiny_session(on_cpu());
        const auto prefix_ids = random_tokens(Seed{6}, prefix_tokens, 256);
        const auto rest = random_tokens(Seed{7}, 30, 256);
        const auto prefix = session->read_prefix(RawTokens{prefix_ids}, {}, {});
        ASSERT_TRUE(prefix.ok()) << prefix.error().message;
        EXPECT_EQ((*prefix)->tokens(), prefix_tokens);
        Request with = request_for(rest);
        with.prefix = *prefix;
        const Completion found = run_one(*session, with);
        EXPECT_EQ(found.reused_tokens, prefix_tokens);
        EXPECT_EQ(found.prompt_tokens, prefix_tokens + 30);

        std::vector<TokenId> whole = prefix_ids;
        whole.insert(whole.end(), rest.begin(), rest.end());
        const Completion expected = run_one(*test::tiny_session(on_cpu()), request_for(whole));
        EXPECT_EQ(found.text, expected.text);
        for (std::size_t i = 0; i < expected.tokens.size(); ++i)
            EXPECT_NEAR(found.log_probabilities[i], expected.log_probabilities[i], 1e-4);
        // Many continue from it, and it stays as it was.
        const std::vector<Request> many(3, with);
        for (const auto& again : run(*session, many)) {
            ASSERT_TRUE(again.ok());
            EXPECT_EQ(again->text, expected.text);
            EXPECT_GE(again->reused_tokens, prefix_tokens);
        }
    }
}

TEST(Session, APrefixOfAnotherSessionOrTooLongIsInvalid)
{
    const auto session = test::tiny_session();
    const auto other = test::tiny_session();
    Request request = request_for({1, 2});
    request.prefix = other->read_prefix(RawTokens{{1, 2, 3}}, {}, {}).value();
    EXPECT_EQ(run(*session, std::span(&request, 1))[0].error().kind, ErrorKind::invalid);
    for (const std::int64_t tokens : {0, 256, 1000})
        EXPECT_EQ(
            session->read_prefix(RawTokens{random_tokens(Seed{1}, tokens, 256)}, {}, {}).error().kind,
            ErrorKind::invalid);
}

TEST(Session, HeldPrefixesThatFillTheCacheAreNamedAndRoomReturnsWithTheLastHandle)
{
    test::TinySessionOptions options;
    options.context = 128;
    options.kv_tokens = 128;
    const auto session = test::tiny_session(options);
    auto held = session->read_prefix(RawTokens{random_tokens(Seed{8}, 100, 256)}, {}, {}).value();
    const Request request = request_for(random_tokens(Seed{9}, 40, 256), 20);
    const auto refused = run(*session, std::span(&request, 1));
    ASSERT_FALSE(refused[0].ok());
    EXPECT_EQ(refused[0].error().kind, ErrorKind::out_of_memory);
    held = nullptr;
    EXPECT_TRUE(run(*session, std::span(&request, 1))[0].ok());
}

TEST(Session, WhatARequestReadIsNotReadAgain)
{
    const auto session = test::tiny_session();
    const auto prompt = random_tokens(Seed{10}, 70, 256);
    const Completion first = run_one(*session, request_for(prompt, 10));
    EXPECT_EQ(first.reused_tokens, 0);
    EXPECT_EQ(run_one(*session, request_for(prompt, 10)).reused_tokens, 69);
    // The next turn of a conversation: prompt, answer (its last token was never read), more.
    std::vector<TokenId> longer = prompt;
    longer.insert(longer.end(), first.tokens.begin(), first.tokens.end());
    longer.push_back(5);
    const Completion next = run_one(*session, request_for(longer, 4));
    EXPECT_EQ(next.reused_tokens, 79);
    EXPECT_EQ(next.text, run_one(*test::tiny_session(), request_for(longer, 4)).text);
}

TEST(Session, AStopWhileDecodingIsNoticedWithinOneToken)
{
    const auto session = test::tiny_session();
    std::stop_source source;
    std::string shown;
    const Request request = request_for(random_tokens(Seed{11}, 10, 256), 100);
    const auto result = generate_one(
        *session, request,
        [&](std::string_view piece) {
            shown += piece;
            if (shown.size() == 3)
                source.request_stop();
        },
        source.get_token());
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->finish, Finish::cancelled);
    EXPECT_EQ(result->tokens.size(), 3U);
    EXPECT_EQ(result->text, shown);
    EXPECT_EQ(result->text, run_one(*test::tiny_session(), request).text.substr(0, 3));
}

TEST(Session, AStopWhileReadingIsNoticedWithinOneChunk)
{
    const auto session = test::tiny_session(); // chunks of 32
    std::stop_source source;
    const auto prompt = random_tokens(Seed{12}, 200, 256);
    const ProgressSink stop_at_once = [&](const Progress& progress) {
        EXPECT_EQ(progress.phase, "prefill");
        source.request_stop();
    };
    const auto result =
        generate_one(*session, request_for(prompt), {}, source.get_token(), stop_at_once);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->finish, Finish::cancelled);
    EXPECT_TRUE(result->tokens.empty());
    EXPECT_LE(run_one(*session, request_for(prompt)).reused_tokens, 32);
    EXPECT_EQ(session->read_prefix(RawTokens{random_tokens(Seed{13}, 100, 256)}, {}, source.get_token())
                  .error()
                  .kind,
              ErrorKind::cancelled);
}

TEST(Session, AStopBeforeTheStartGivesEveryRequestBackCancelled)
{
    const auto session = test::tiny_session();
    std::stop_source source;
    source.request_stop();
    const std::vector<Request> requests(3, request_for(random_tokens(Seed{14}, 10, 256)));
    for (const auto& result : session->generate(requests, {}, source.get_token())) {
        ASSERT_TRUE(result.ok());
        EXPECT_EQ(result->finish, Finish::cancelled);
        EXPECT_EQ(result->text, "");
    }
}

TEST(Session, AStopStringEndsTheAnswerAndNothingOfItIsShown)
{
    const auto session = test::tiny_session();
    Request request = request_for(random_tokens(Seed{15}, 20, 256), 60);
    const std::string whole = run_one(*session, request).text;
    ASSERT_EQ(whole.size(), 60U);
    for (const std::size_t length : {1U, 2U, 5U}) {
        const std::string stop = whole.substr(30, length);
        request.stop = {"never to be found", stop};
        std::string shown;
        const auto result =
            generate_one(*session, request, [&](std::string_view piece) { shown += piece; }, {});
        ASSERT_TRUE(result.ok());
        EXPECT_EQ(result->finish, Finish::stop);
        EXPECT_EQ(result->text, whole.substr(0, whole.find(stop)));
        EXPECT_EQ(shown, result->text);
    }
}

TEST(Session, TextIsWholeCharactersWhateverTheTokensAre)
{
    const auto session = test::tiny_session();
    Request request = request_for(random_tokens(Seed{16}, 20, 256), 80);
    // Bytes of two- and three-byte characters, in any order.
    request.mask = std::make_shared<Only>(std::vector<TokenId>{'a', 0xC3, 0xA9, 0xE6, 0x9C, 0x88});
    std::string shown;
    const auto result = generate_one(*session, request,
                                     [&](std::string_view piece) {
                                         EXPECT_TRUE(utf8::is_valid(piece));
                                         shown += piece;
                                     },
                                     {});
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->tokens.size(), 80U);
    EXPECT_EQ(shown, result->text);
    const std::string bytes = test::byte_tokenizer()->decode(result->tokens);
    EXPECT_EQ(result->text, utf8::sanitise(std::string_view(bytes).substr(
                                0, bytes.size() - utf8::incomplete_tail(bytes))));
}

TEST(Session, AnAnswerThatOnlyRepeatsItselfEndsUnlessThatIsWanted)
{
    const auto session = test::tiny_session();
    Request request = request_for(random_tokens(Seed{17}, 10, 256), 100);
    request.mask = std::make_shared<Only>(std::vector<TokenId>{'a'});
    Completion answer = run_one(*session, request);
    EXPECT_EQ(answer.finish, Finish::loop);
    EXPECT_EQ(answer.text, std::string(49, 'a'));
    request.stop_loops = false;
    answer = run_one(*session, request);
    EXPECT_EQ(answer.finish, Finish::length);
    EXPECT_EQ(answer.text, std::string(100, 'a'));
}

TEST(Session, AMaskIsObeyedSeesWhatWasGeneratedAndMayEndTheAnswer)
{
    // Allows 'x', then 'y', then 'z', then nothing.
    class Spelling : public TokenMask {
    public:
        void apply(std::span<const TokenId> generated, std::vector<bool>& allowed) const override
        {
            std::fill(allowed.begin(), allowed.end(), false);
            if (generated.size() < 3)
                allowed[static_cast<std::size_t>("xyz"[generated.size()])] = true;
        }
    };
    for (const float temperature : {0.0F, 1.0F}) {
        const auto session = test::tiny_session();
        Request request = request_for(random_tokens(Seed{18}, 10, 256), 100);
        request.mask = std::make_shared<Spelling>();
        request.sampling.temperature = temperature;
        const Completion answer = run_one(*session, request);
        EXPECT_EQ(answer.text, "xyz");
        EXPECT_EQ(answer.finish, Finish::stop);
    }
}

TEST(Session, AnEndTokenEndsTheAnswerAndIsNoPartOfIt)
{
    const auto session = test::tiny_session();
    Request request = request_for(random_tokens(Seed{19}, 10, 256), 100);
    request.mask = std::make_shared<Only>(std::vector<TokenId>{257});
    const Completion answer = run_one(*session, request);
    EXPECT_EQ(answer.finish, Finish::stop);
    EXPECT_TRUE(answer.tokens.empty());
    EXPECT_EQ(answer.text, "");
}

TEST(Session, ProgressCountsPromptAndAnswerToTheirEnds)
{
    const auto session = test::tiny_session();
    std::vector<Progress> reports;
    const auto result =
        generate_one(*session, request_for(random_tokens(Seed{20}, 100, 256), 12), {}, {},
                     [&](const Progress& progress) { reports.push_back(progress); });
    ASSERT_TRUE(result.ok());
    ASSERT_FALSE(reports.empty());
    std::uint64_t prefilled = 0;
    for (const Progress& report : reports) {
        EXPECT_LE(report.done, report.total);
        EXPECT_EQ(report.unit, "tokens");
        if (report.phase == "prefill") {
            EXPECT_GE(report.done, prefilled);
            prefilled = report.done;
            EXPECT_EQ(report.total, 100U);
        }
    }
    EXPECT_EQ(prefilled, 100U);
}

} // namespace
} // namespace longhand::infer
