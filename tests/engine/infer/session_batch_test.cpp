// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that run together, share what was read, or take it from the disk.
#include "tests/engine/infer/session_fixture.h"
#include "tests/support/environment.h"

namespace longhand::infer {
namespace {

using namespace test_session;
using testing::ElementsAreArray;
using testing::FloatNear;
using testing::Pointwise;

TEST(Session, SeveralRequestsTogetherGiveWhatEachGivesAloneBitForBit)
{
    // Prompts of all lengths, so that attention cuts their keys in different ways; the first
    // tokens differ, so that none continues another's cache.
    std::vector<Request> requests;
    const std::int64_t lengths[] = {1, 5, 33, 64, 100, 300, 520, 700, 31, 257, 90, 2};
    for (std::size_t i = 0; i < std::size(lengths); ++i) {
        auto prompt = random_tokens(Seed{100 + i}, lengths[i], 256);
        prompt[0] = static_cast<TokenId>(i);
        requests.push_back(request_for(prompt, 8 + static_cast<std::int32_t>(i)));
        requests.back().seed = Seed{i};
    }
    test::TinySessionOptions options = on_cpu(800);
    options.kv_tokens = 4000;
    const auto together = test::tiny_session(options);
    const auto results = run(*together, requests);
    ASSERT_EQ(results.size(), requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        ASSERT_TRUE(results[i].ok()) << results[i].error().message;
        const auto alone = test::tiny_session(options);
        const Completion expected = run_one(*alone, requests[i]);
        EXPECT_EQ(results[i]->text, expected.text) << i;
        EXPECT_THAT(results[i]->log_probabilities, ElementsAreArray(expected.log_probabilities))
            << i;
    }
}

TEST(Session, WhatFollowsAnAnswerRunsBesideTheOthersAndGivesTheSame)
{
    test::TinySessionOptions options = on_cpu(300);
    options.kv_tokens = 1000;
    const auto session = test::tiny_session(options);
    const Request slow = request_for(random_tokens(Seed{90}, 30, 256), 60);
    std::vector<Request> chain;
    for (std::uint64_t i = 0; i < 4; ++i)
        chain.push_back(request_for(random_tokens(Seed{91 + i}, 20, 256), 8));
    const Request too_long = request_for(random_tokens(Seed{99}, 290, 256), 60);
    std::vector<std::size_t> order;
    std::vector<Completion> answers;
    std::size_t at = 0;
    session->generate_each(
        {slow, chain[0], too_long}, {},
        [&](std::size_t index, Result<Completion> answer) -> std::optional<Request> {
            order.push_back(index);
            EXPECT_EQ(answer.ok(), index != 2);
            if (answer.ok())
                answers.push_back(std::move(*answer));
            if (index != 1 || ++at == chain.size())
                return std::nullopt;
            return chain[at];
        },
        {});
    EXPECT_THAT(order, testing::ElementsAre(2, 1, 1, 1, 1, 0));
    ASSERT_EQ(answers.size(), 5U);
    chain.push_back(slow);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const Completion alone = run_one(*test::tiny_session(options), chain[i]);
        EXPECT_EQ(answers[i].text, alone.text) << i;
        EXPECT_THAT(answers[i].log_probabilities, ElementsAreArray(alone.log_probabilities)) << i;
    }
}

TEST(Session, AStopHandsEveryPlaceOverOnceAndAsksNothingMore)
{
    const auto session = test::tiny_session(on_cpu(600));
    std::stop_source stop;
    std::vector<int> handed(3);
    session->generate_each(
        {request_for(random_tokens(Seed{60}, 10, 256), 100),
         request_for(random_tokens(Seed{61}, 10, 256), 100),
         request_for(random_tokens(Seed{62}, 500, 256), 90)},
        [&](std::size_t, std::string_view) { stop.request_stop(); },
        [&](std::size_t index, const Result<Completion>& answer) -> std::optional<Request> {
            ++handed[index];
            EXPECT_TRUE(answer.ok() && answer->finish == Finish::cancelled);
            return request_for(random_tokens(Seed{63}, 10, 256), 10);
        },
        stop.get_token());
    EXPECT_THAT(handed, testing::ElementsAre(1, 1, 1));
}

TEST(Session, AnswersGoOnWhileALongPromptIsRead)
{
    // Steps of 32 tokens: the long prompt takes more than ten of them.
    const auto session = test::tiny_session(on_cpu(600));
    const std::vector<Request> requests = {request_for(random_tokens(Seed{60}, 10, 256), 40),
                                           request_for(random_tokens(Seed{61}, 400, 256), 4)};
    std::size_t before = 0, pieces = 0;
    const auto results = session->generate(
        requests,
        [&](std::size_t index, std::string_view) {
            if (index == 0)
                ++pieces;
            else if (before == 0)
                before = pieces;
        },
        {});
    ASSERT_TRUE(results[0].ok() && results[1].ok());
    EXPECT_GE(before, 12U) << "one token beside every chunk";
    EXPECT_LE(before, 16U) << "and the prompt is not kept waiting by the answer";
}

TEST(Session, ABeginningThatSeveralShareIsReadOnce)
{
    const auto shared = random_tokens(Seed{62}, 150, 256);
    std::vector<Request> requests;
    for (std::uint64_t i = 0; i < 5; ++i) {
        auto prompt = shared;
        const auto own = random_tokens(Seed{70 + i}, 20, 256);
        prompt.insert(prompt.end(), own.begin(), own.end());
        prompt[150] = static_cast<TokenId>(i);
        requests.push_back(request_for(prompt, 6));
    }
    test::TinySessionOptions options = on_cpu(256);
    options.kv_tokens = 2000;
    const auto results = run(*test::tiny_session(options), requests);
    for (std::size_t i = 0; i < results.size(); ++i) {
        ASSERT_TRUE(results[i].ok());
        // All but less than a page: not worth another step of waiting.
        EXPECT_GE(results[i]->reused_tokens, i == 0 ? 0 : 150 - model::KvPool::kPageTokens) << i;
        const Completion alone = run_one(*test::tiny_session(options), requests[i]);
        EXPECT_THAT(results[i]->log_probabilities, ElementsAreArray(alone.log_probabilities)) << i;
    }
}

TEST(Session, AForkIsAFreshReadingBitForBit)
{
    for (const auto dtype : {tensor::DType::f32, tensor::DType::f16}) {
        test::TinySessionOptions options = on_cpu();
        options.kv_dtype = dtype;
        const auto session = test::tiny_session(options);
        const auto text = random_tokens(Seed{63}, 101, 256);
        const auto prefix = session->read_prefix(RawTokens{text}, {}, {}).value();
        std::vector<Request> forks, whole;
        for (std::uint64_t i = 0; i < 3; ++i) {
            const auto question = random_tokens(Seed{80 + i}, 17, 256);
            forks.push_back(request_for(question));
            forks.back().prefix = prefix;
            auto all = text;
            all.insert(all.end(), question.begin(), question.end());
            whole.push_back(request_for(all));
        }
        const auto answers = run(*session, forks);
        for (std::size_t i = 0; i < forks.size(); ++i) {
            const Completion fresh = run_one(*test::tiny_session(options), whole[i]);
            ASSERT_TRUE(answers[i].ok());
            EXPECT_THAT(answers[i]->log_probabilities, ElementsAreArray(fresh.log_probabilities));
            EXPECT_EQ(answers[i]->text, fresh.text);
        }
    }
}

class Kept : public ::testing::TestWithParam<tensor::DType> {
protected:
    Kept()
    {
        options_.kept = folder_.path();
        options_.kv_dtype = GetParam();
        options_.model.head_dim = 32;
        options_.kv_tokens = 2000;
    }
    Request about(std::uint64_t question) const
    {
        auto prompt = random_tokens(Seed{64}, 600, 256);
        const auto own = random_tokens(Seed{question}, 30, 256);
        prompt.insert(prompt.end(), own.begin(), own.end());
        Request request = request_for(prompt);
        request.keep_as = "book-1";
        return request;
    }
    std::uint64_t kept_bytes() const
    {
        std::uint64_t bytes = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path()))
            bytes += entry.is_regular_file() ? entry.file_size() : 0;
        return bytes;
    }
    test::TemporaryFolder folder_;
    test::TinySessionOptions options_ = on_cpu(1000);
};

INSTANTIATE_TEST_SUITE_P(Types, Kept,
                         ::testing::Values(tensor::DType::f32, tensor::DType::f16,
                                           tensor::DType::q8_0));

TEST_P(Kept, WhatOneSessionReadAnotherTakesFromTheDiskBitForBit)
{
    EXPECT_EQ(run_one(*test::tiny_session(options_), about(1)).reused_tokens, 0);
    EXPECT_GT(kept_bytes(), 0U);
    const Completion restored = run_one(*test::tiny_session(options_), about(2));
    EXPECT_EQ(restored.reused_tokens, 576); // whole pages of the 600 tokens both begin with
    test::TinySessionOptions fresh = options_;
    fresh.kept.clear();
    const Completion expected = run_one(*test::tiny_session(fresh), about(2));
    EXPECT_THAT(restored.log_probabilities, ElementsAreArray(expected.log_probabilities));
    EXPECT_EQ(restored.text, expected.text);
}

TEST_P(Kept, OnlyWhatIsToBeKeptGoesToTheDiskAndOnce)
{
    Request request = about(1);
    request.keep_as.clear();
    const auto session = test::tiny_session(options_);
    run_one(*session, request);
    EXPECT_EQ(kept_bytes(), 0U);
    run_one(*session, about(1));
    const auto bytes = kept_bytes();
    EXPECT_GT(bytes, 0U);
    run_one(*session, about(2));
    EXPECT_EQ(kept_bytes(), bytes);
}

// A step of 32, windows of 48: 592 tokens are held, and no layer with a window has more than
// 22 pages a sequence.
test::TinySessionOptions with_windows(std::int64_t sequences)
{
    test::TinySessionOptions options = on_cpu(3000);
    options.model.windows = {48, 0};
    options.kv_tokens = 12000;
    options.window_sequences = sequences;
    return options;
}

TEST(Session, LayersThatGaveUpWhatTheyNoLongerSeeAnswerTheSame)
{
    const auto shared = random_tokens(Seed{90}, 1300, 256);
    std::vector<Request> requests;
    for (std::uint64_t i = 0; i < 6; ++i) {
        auto prompt = shared;
        const auto own = random_tokens(Seed{91 + i}, 40 + 300 * static_cast<std::int64_t>(i % 3), 256);
        prompt.insert(prompt.end(), own.begin(), own.end());
        prompt[1300] = static_cast<TokenId>(i);
        requests.push_back(request_for(prompt, 10));
    }
    const auto pruned = test::tiny_session(with_windows(4));
    const auto whole = test::tiny_session(with_windows(0));
    for (int round = 0; round < 2; ++round) {  // the second takes up what is remembered
        const auto results = run(*pruned, requests);
        const auto expected = run(*whole, requests);
        std::int64_t reused = 0;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            ASSERT_TRUE(results[i].ok() && expected[i].ok()) << results[i].error().message;
            // Readings that are taken up are cut into other steps.
            EXPECT_THAT(results[i]->log_probabilities,
                        Pointwise(FloatNear(1e-5F), expected[i]->log_probabilities))
                << i;
            reused += results[i]->reused_tokens;
        }
        EXPECT_GE(reused, 1270) << "a shared beginning that is covered is not read again";
    }
}

TEST(Session, AKeptTextWhoseFirstPagesAreShortIsTakenUpBitForBit)
{
    const test::TemporaryFolder folder;
    const auto text = random_tokens(Seed{95}, 2000, 256);
    const auto about = [&](std::uint64_t question) {
        auto prompt = text;
        const auto own = random_tokens(Seed{question}, 30, 256);
        prompt.insert(prompt.end(), own.begin(), own.end());
        Request request = request_for(prompt);
        request.keep_as = "book-1";
        return request;
    };
    test::TinySessionOptions options = with_windows(1);
    const Completion expected = run_one(*test::tiny_session(with_windows(0)), about(2));
    options.kept = folder.path();
    EXPECT_EQ(run_one(*test::tiny_session(options), about(1)).reused_tokens, 0);
    const auto kept = std::filesystem::directory_iterator(folder.path() / "book-1")->path();
    // 63 pages of 32 tokens, two layers of 256 bytes a token; one of them for its end alone.
    EXPECT_LT(std::filesystem::file_size(kept), 63U * 32 * 2 * 256 * 3 / 4);
    const Completion restored = run_one(*test::tiny_session(options), about(2));
    EXPECT_EQ(restored.reused_tokens, 1984);
    EXPECT_THAT(restored.log_probabilities, ElementsAreArray(expected.log_probabilities));
    options.window_sequences = 0;  // a session with room for all cannot use it, and says nothing
    EXPECT_EQ(run_one(*test::tiny_session(options), about(2)).reused_tokens, 0);
}

TEST(Session, RequestsThatDoNotFitTogetherWaitForRoom)
{
    test::TinySessionOptions options;
    options.context = 128;
    options.kv_tokens = 128; // one request at a time
    const auto session = test::tiny_session(options);
    std::vector<Request> requests;
    for (std::uint64_t i = 0; i < 4; ++i)
        requests.push_back(request_for(random_tokens(Seed{30 + i}, 60, 256), 40));
    const auto results = run(*session, requests);
    for (std::size_t i = 0; i < 4; ++i) {
        ASSERT_TRUE(results[i].ok()) << results[i].error().message;
        EXPECT_EQ(results[i]->text, run_one(*test::tiny_session(options), requests[i]).text) << i;
    }
}

}  // namespace
}  // namespace longhand::infer
