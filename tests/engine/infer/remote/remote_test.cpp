// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/remote_generator.h"

#include "tests/support/model_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace longhand::infer::remote {
namespace {

using namespace std::chrono_literals;
using test::ModelServer;
using testing::HasSubstr;

RemoteOptions quick(const ModelServer& server)
{
    return {.url = server.url(),
            .attempts = 6,
            .first_pause = 5ms,
            .longest_pause = 200ms,
            .idle_timeout = 2000ms,
            .max_line_bytes = 4096,
            .max_answer_bytes = 65536};
}

Request question(const std::string& text)
{
    Request request;
    request.prompt = Chat{{{Role::system, "Be brief."}, {Role::user, text}}, ""};
    request.max_tokens = 64;
    return request;
}

// What a server that behaves so makes of one question.
Result<Completion> ask(const ModelServer& server, const Request& request,
                       std::string* shown = nullptr, RemoteOptions* options = nullptr)
{
    auto generator = open_remote(options != nullptr ? *options : quick(server), {});
    if (!generator.ok())
        return generator.error();
    return generate_one(**generator, request,
                        [&](std::string_view piece) {
                            if (shown != nullptr)
                                *shown += piece;
                        },
                        {});
}

void answer_well(const ModelServer::Line& line)
{
    line.head(200, "text/event-stream; charset=utf-8");
    line.say("Ada ");
    line.say("Lovelace.");
    line.end();
}

TEST(Remote, StreamsAnAnswerAndSaysWhatItIs)
{
    ModelServer server([](const auto&, const auto& line) { answer_well(line); });
    auto generator = open_remote(quick(server), {});
    ASSERT_TRUE(generator.ok()) << to_string(generator.error());
    EXPECT_EQ((*generator)->model_name(), "small");
    EXPECT_EQ((*generator)->context_length(), 4096);
    EXPECT_TRUE((*generator)->count_tokens("some words").estimated);
    std::string shown;
    const auto answer = generate_one(**generator, question("Who?"),
                                     [&](std::string_view piece) { shown += piece; }, {});
    ASSERT_TRUE(answer.ok()) << to_string(answer.error());
    EXPECT_EQ(answer->text, "Ada Lovelace.");
    EXPECT_EQ(shown, "Ada Lovelace.");
    EXPECT_EQ(answer->finish, Finish::stop);
    const auto calls = server.calls();
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].path, "/v1/chat/completions");
    EXPECT_THAT(calls[0].body, HasSubstr(R"({"content":"Be brief.","role":"system"})"));
    EXPECT_EQ(calls[0].head.find("Authorization"), std::string::npos);
}

TEST(Remote, SaysThatTheBudgetEndedAnAnswer)
{
    ModelServer server([](const auto&, const auto& line) {
        line.head(200, "text/event-stream");
        line.say("so far");
        line.end("length");
    });
    const auto answer = ask(server, question("a"));
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->finish, Finish::length);
}

TEST(Remote, EndsAtAStopStringThatTheServerOverlooks)
{
    ModelServer server([](const auto&, const auto& line) {
        line.head(200, "text/event-stream");
        for (const char* text : {"one E", "ND two", " three"})
            line.say(text);
        line.end();
    });
    Request request = question("a");
    request.stop = {"END"};
    std::string shown;
    const auto answer = ask(server, request, &shown);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->text, "one ");
    EXPECT_EQ(shown, "one ");
}

TEST(Remote, TriesAgainWhatIsLikelyToPass)
{
    ModelServer server([](const ModelServer::Call& call, const auto& line) {
        if (call.number == 0) {
            line.head(500, "application/json");
        } else if (call.number == 1) {
            line.head(200, "text/event-stream");
            line.say("Ada "); // cut off
        } else if (call.number == 2) {
            line.head(200, "text/event-stream");
            line.send("data: {not json\n\n");
        } else {
            answer_well(line);
        }
    });
    std::string shown;
    const auto answer = ask(server, question("a"), &shown);
    ASSERT_TRUE(answer.ok()) << to_string(answer.error());
    EXPECT_EQ(answer->text, "Ada Lovelace.");
    EXPECT_EQ(shown, "Ada Lovelace."); // no piece twice
    EXPECT_EQ(server.calls().size(), 4U);
}

TEST(Remote, WaitsAsLongAsTheServerAsks)
{
    ModelServer server([](const ModelServer::Call& call, const auto& line) {
        if (call.number == 0)
            line.head(429, "application/json", "Retry-After: 1\r\n");
        else
            answer_well(line);
    });
    RemoteOptions options = quick(server);
    options.longest_pause = 5000ms;
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(ask(server, question("a"), nullptr, &options).ok());
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 1000ms);
}

TEST(Remote, GivesUpOnAServerThatIsAwayTooLongAndSaysWhy)
{
    ModelServer server([](const auto&, const auto& line) {
        line.head(503, "application/json");
        line.send(R"({"error":{"message":"no worker is free"}})");
    });
    RemoteOptions options = quick(server);
    options.attempts = 2; // counts answers, and none comes
    options.patience = 300ms;
    const auto answer = ask(server, question("a"), nullptr, &options);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().kind, ErrorKind::unreadable);
    EXPECT_THAT(answer.error().message, HasSubstr("no worker is free"));
    EXPECT_GT(server.calls().size(), 3U);
}

TEST(Remote, GivesUpOnAnswersThatNobodyCanUseAfterItsAttempts)
{
    ModelServer server([](const auto&, const auto& line) {
        line.head(200, "text/event-stream");
        line.send("data: {not json\n\n");
    });
    const auto answer = ask(server, question("a"));
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().kind, ErrorKind::corrupt);
    EXPECT_THAT(answer.error().message, HasSubstr("6 times"));
    EXPECT_EQ(server.calls().size(), 6U);
}

TEST(Remote, DoesNotRepeatWhatCannotPass)
{
    for (const auto& [status, kind] : {std::pair(400, ErrorKind::invalid),
                                       {401, ErrorKind::invalid},
                                       {404, ErrorKind::not_found}}) {
        ModelServer server(
            [status = status](const auto&, const auto& line) { line.head(status, "text/plain"); });
        const auto answer = ask(server, question("a"));
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().kind, kind) << status;
        EXPECT_EQ(server.calls().size(), 1U) << status;
    }
}

TEST(Remote, RefusesAPageWhereAnAnswerWasExpected)
{
    ModelServer server([](const auto&, const auto& line) {
        line.head(200, "text/html");
        line.send("<html>");
    });
    const auto answer = ask(server, question("a"));
    ASSERT_FALSE(answer.ok());
    EXPECT_THAT(answer.error().message, HasSubstr("text/html"));
}

TEST(Remote, TakesAnAnswerThatIsNoStream)
{
    ModelServer server([](const auto&, const auto& line) {
        line.head(200, "application/json");
        line.send(R"({"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]})");
    });
    const auto answer = ask(server, question("a"));
    ASSERT_TRUE(answer.ok()) << to_string(answer.error());
    EXPECT_EQ(answer->text, "whole");
}

TEST(Remote, EndsALineThatNeverDoes)
{
    ModelServer server([](const auto&, const ModelServer::Line& line) {
        line.head(200, "text/event-stream");
        line.send("data: ");
        while (!line.ending() && line.send(std::string(1000, 'x')))
            ;
    });
    const auto answer = ask(server, question("a"));
    ASSERT_FALSE(answer.ok());
    EXPECT_THAT(answer.error().message, HasSubstr("more than 4096 bytes"));
}

TEST(Remote, FailsWhenASecondAnswerDiffersFromWhatWasShown)
{
    ModelServer server([](const ModelServer::Call& call, const auto& line) {
        line.head(200, "text/event-stream");
        line.say(call.number == 0 ? "Ada " : "Bob ");
        if (call.number > 0)
            line.end();
    });
    std::string shown;
    const auto answer = ask(server, question("a"), &shown);
    ASSERT_FALSE(answer.ok());
    EXPECT_THAT(answer.error().message, HasSubstr("differs"));
    EXPECT_EQ(shown, "Ada ");
}

TEST(Remote, StopsAtOnceAndKeepsWhatCame)
{
    std::stop_source stop;
    ModelServer server([&](const auto&, const ModelServer::Line& line) {
        line.head(200, "text/event-stream");
        line.say("so far");
        line.wait(100);
        stop.request_stop();
        line.wait(20000);
    });
    RemoteOptions options = quick(server);
    options.idle_timeout = 60000ms;
    auto generator = open_remote(options, {});
    ASSERT_TRUE(generator.ok());
    const auto begin = std::chrono::steady_clock::now();
    const auto answer = generate_one(**generator, question("a"), {}, stop.get_token());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->finish, Finish::cancelled);
    EXPECT_EQ(answer->text, "so far");
}

TEST(Remote, SaysWhatAServerCannotDo)
{
    ModelServer server([](const auto&, const auto& line) { answer_well(line); });
    auto generator = open_remote(quick(server), {});
    ASSERT_TRUE(generator.ok());
    Request ids = question("a");
    ids.prompt = RawTokens{{1, 2}};
    Request scores = question("a");
    scores.want_log_probabilities = true;
    for (const Request& request : {ids, scores}) {
        const auto answer = generate_one(**generator, request, {}, {});
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().kind, ErrorKind::unsupported);
    }
    EXPECT_FALSE((*generator)->read_prefix(RawText{"a"}, {}, {}).ok());
    EXPECT_FALSE((*generator)->capabilities().adapter);
    EXPECT_TRUE(server.calls().empty());
}

TEST(Remote, AsksWhatFollowsAnAnswerInItsPlaceWhileOthersAreWritten)
{
    ModelServer server([](const ModelServer::Call& call, const ModelServer::Line& line) {
        if (call.body.find("refused") != std::string::npos) {
            line.head(400, "application/json");
            return;
        }
        line.head(200, "text/event-stream");
        line.wait(call.body.find("slow") != std::string::npos ? 300 : 1);
        line.say("ok");
        line.end();
    });
    auto generator = open_remote(quick(server), {});
    ASSERT_TRUE(generator.ok());
    Request unable = question("a");
    unable.want_log_probabilities = true;
    std::vector<std::pair<std::size_t, bool>> ended; // place, and whether it was answered
    int quick_left = 3;
    (*generator)
        ->generate_each(
            {question("slow"), question("quick"), unable}, {},
            [&](std::size_t index, const Result<Completion>& answer) -> std::optional<Request> {
                ended.emplace_back(index, answer.ok());
                if (index == 1 && --quick_left > 0)
                    return question("quick");
                if (index == 1 && quick_left == 0)
                    return question("refused");
                return std::nullopt;
            },
            {});
    const std::vector<std::pair<std::size_t, bool>> wanted = {
        {2, false}, {1, true}, {1, true}, {1, true}, {1, false}, {0, true}};
    EXPECT_EQ(ended, wanted);
}

TEST(Remote, TwelveRequestsFourAtATimeSurviveTheServersDeath)
{
    std::atomic<int> answered = 0;
    ModelServer server([&](const ModelServer::Call& call, const ModelServer::Line& line) {
        const std::size_t at = call.body.find("chapter ");
        const std::string chapter = call.body.substr(at, call.body.find('"', at) - at);
        line.head(200, "text/event-stream");
        line.say("Of ");
        line.wait(60);
        if (!line.ending() && line.say(chapter)) {
            line.end();
            ++answered;
        }
    });
    RemoteOptions options = quick(server);
    options.attempts = 40;
    auto generator = open_remote(options, {});
    ASSERT_TRUE(generator.ok());
    std::vector<Request> requests;
    for (int i = 0; i < 12; ++i)
        requests.push_back(question("chapter " + std::to_string(i)));
    std::thread killer([&] {
        while (answered < 5)
            std::this_thread::sleep_for(5ms);
        server.kill();
        std::this_thread::sleep_for(300ms);
        server.start();
    });
    std::vector<std::string> shown(12);
    const auto results =
        (*generator)
            ->generate(requests,
                       [&](std::size_t index, std::string_view piece) { shown[index] += piece; },
                       {});
    killer.join();
    ASSERT_EQ(results.size(), 12U);
    for (std::size_t i = 0; i < results.size(); ++i) {
        ASSERT_TRUE(results[i].ok()) << i << ": " << to_string(results[i].error());
        EXPECT_EQ(results[i]->text, "Of chapter " + std::to_string(i));
        EXPECT_EQ(shown[i], results[i]->text);
    }
    EXPECT_LE(server.most_at_once(), 4);
    EXPECT_GT(server.most_at_once(), 1);
    EXPECT_GT(server.calls().size(), 12U); // some were cut off and asked again
}

TEST(Remote, SendsTheKeyOfTheVariableToThisMachineOrByHttpsAlone)
{
    ModelServer server([](const auto&, const auto& line) { answer_well(line); });
    RemoteOptions options = quick(server);
    options.key_environment = "LONGHAND_TEST_KEY";
    ::unsetenv("LONGHAND_TEST_KEY");
    EXPECT_FALSE(open_remote(options, {}).ok());
    ::setenv("LONGHAND_TEST_KEY", "s3cret", 1);
    ASSERT_TRUE(ask(server, question("a"), nullptr, &options).ok());
    EXPECT_THAT(server.calls().at(0).head, HasSubstr("Authorization: Bearer s3cret"));
    options.url = "http://192.0.2.1:8000";
    const auto elsewhere = open_remote(options, {});
    ASSERT_FALSE(elsewhere.ok());
    EXPECT_EQ(elsewhere.error().kind, ErrorKind::invalid);
    EXPECT_EQ(elsewhere.error().message.find("s3cret"), std::string::npos);
}

TEST(Remote, RefusesAnAddressThatIsNoneAndAModelThatIsNotThere)
{
    ModelServer server([](const auto&, const auto& line) { answer_well(line); });
    EXPECT_EQ(open_remote({.url = "ftp://host"}, {}).error().kind, ErrorKind::invalid);
    RemoteOptions options = quick(server);
    options.model = "large";
    const auto missing = open_remote(options, {});
    ASSERT_FALSE(missing.ok());
    EXPECT_THAT(missing.error().message, HasSubstr("it has: small"));
}

} // namespace
} // namespace longhand::infer::remote
