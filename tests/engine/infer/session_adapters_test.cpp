// SPDX-License-Identifier: GPL-3.0-or-later
// Requests with adapters of their own, in one session that loads no weight again.
#include "engine/checkpoint/adapter_file.h"
#include "engine/model/lora.h"
#include "tests/engine/infer/session_fixture.h"
#include "tests/support/environment.h"

namespace longhand::infer {
namespace {

using namespace test_session;
using testing::ElementsAreArray;

class Adapted : public ::testing::Test {
protected:
    Adapted() { options_.kv_tokens = 4000; }

    // Pairs on q and down of both layers of the tiny model, large enough to change every answer.
    std::filesystem::path adapter(const std::string& name) const
    {
        checkpoint::AdapterFile file;
        file.name = name;
        Random random(derive(Seed{5}, name));
        const auto values = [&random](std::int64_t count) {
            std::vector<float> all;
            for (std::int64_t i = 0; i < count; ++i)
                all.push_back(0.2F * random.normal());
            return all;
        };
        for (const std::string layer : {"layers.0.", "layers.1."}) {
            file.pairs.push_back({layer + "self_attn.q_proj", {4, 64}, {64, 4}, values(256), values(256)});
            file.pairs.push_back({layer + "mlp.down_proj", {4, 96}, {64, 4}, values(384), values(256)});
        }
        const std::filesystem::path folder = folder_.path() / name;
        EXPECT_TRUE(checkpoint::write_adapter(file, folder).ok());
        return folder;
    }
    static AdapterHandle load(Session& session, std::vector<AdapterPart> parts)
    {
        auto handle = session.load_adapter(parts);
        EXPECT_TRUE(handle.ok()) << handle.error().message;
        return handle.ok() ? *handle : nullptr;
    }
    // A session whose model has the adapters from the start: every request runs with them.
    std::unique_ptr<Session> loaded_with(const std::vector<AdapterPart>& parts) const
    {
        LoadedModel model = test::tiny_session(options_)->model();
        for (const AdapterPart& part : parts) {
            const auto file = checkpoint::read_adapter(part.path).value();
            model.transformer =
                model::LoraAdapter::make(file, model.transformer, part.scale).value()->transformer();
        }
        return Session::open(std::move(model)).value();
    }
    test::TemporaryFolder folder_;
    test::TinySessionOptions options_ = on_cpu(800);
};

TEST_F(Adapted, SequencesOfOneBatchWithDifferentAdaptersEqualEachAloneBitForBit)
{
    const auto session = test::tiny_session(options_);
    const std::vector<std::vector<AdapterPart>> kinds = {
        {},
        {{adapter("one"), 1.0F}},
        {{adapter("two"), 0.5F}},
        {{adapter("one"), 1.0F}, {adapter("two"), -0.25F}}};
    std::vector<AdapterHandle> handles = {nullptr};
    for (std::size_t kind = 1; kind < kinds.size(); ++kind)
        handles.push_back(load(*session, kinds[kind]));
    EXPECT_EQ(handles[3]->name(), "one + two");
    // The same prompts for all kinds: what one kind has read must not serve another.
    std::vector<Request> requests;
    for (const std::int64_t length : {300, 1, 33, 70})
        for (const AdapterHandle& handle : handles) {
            requests.push_back(request_for(random_tokens(Seed{static_cast<std::uint64_t>(length)}, length, 256), 12));
            requests.back().adapter = handle;
        }
    const auto results = run(*session, requests);
    std::vector<std::unique_ptr<Session>> alone;
    for (const auto& kind : kinds)
        alone.push_back(loaded_with(kind));
    for (std::size_t i = 0; i < requests.size(); ++i) {
        ASSERT_TRUE(results[i].ok()) << results[i].error().message;
        Request plain = requests[i];
        plain.adapter = nullptr;
        const Completion expected = run_one(*alone[i % kinds.size()], plain);
        EXPECT_THAT(results[i]->log_probabilities, ElementsAreArray(expected.log_probabilities)) << i;
        EXPECT_EQ(results[i]->text, expected.text) << i;
        if (i % kinds.size() > 0) {
            EXPECT_NE(results[i]->log_probabilities, results[i - i % kinds.size()]->log_probabilities);
        }
    }
}

TEST_F(Adapted, APrefixBelongsToItsAdapter)
{
    const auto session = test::tiny_session(options_);
    const AdapterHandle one = load(*session, {{adapter("one"), 1.0F}});
    const auto text = random_tokens(Seed{3}, 100, 256);
    const auto question = random_tokens(Seed{4}, 20, 256);
    Request request = request_for(question, 8);
    request.adapter = one;
    request.prefix = session->read_prefix(RawTokens{text}, one, {}).value();
    auto whole = text;
    whole.insert(whole.end(), question.begin(), question.end());
    const Completion forked = run_one(*session, request);
    EXPECT_EQ(forked.reused_tokens, 100);
    const Completion expected =
        run_one(*loaded_with({{folder_.path() / "one", 1.0F}}), request_for(whole, 8));
    EXPECT_THAT(forked.log_probabilities, ElementsAreArray(expected.log_probabilities));
    request.adapter = nullptr;
    EXPECT_EQ(run(*session, std::span(&request, 1))[0].error().kind, ErrorKind::invalid);
}

TEST_F(Adapted, WhatWasKeptOnTheDiskBelongsToItsAdapterAndScale)
{
    options_.kept = folder_.path() / "kept";
    Request request = request_for(random_tokens(Seed{6}, 640, 256), 8);
    request.keep_as = "book-1";
    const auto with = [&](const std::vector<AdapterPart>& parts) {
        const auto session = test::tiny_session(options_);
        request.adapter = parts.empty() ? nullptr : load(*session, parts);
        return run_one(*session, request);
    };
    const std::filesystem::path one = adapter("one");
    const Completion first = with({{one, 1.0F}});
    EXPECT_EQ(first.reused_tokens, 0);
    EXPECT_EQ(with({}).reused_tokens, 0);
    EXPECT_EQ(with({{one, 0.5F}}).reused_tokens, 0);
    const Completion again = with({{one, 1.0F}});
    EXPECT_EQ(again.reused_tokens, 608);  // whole pages, one token left to compute
    EXPECT_THAT(again.log_probabilities, ElementsAreArray(first.log_probabilities));
}

TEST_F(Adapted, AHandleOfAnotherSessionIsRefused)
{
    const auto session = test::tiny_session(options_);
    const auto other = test::tiny_session(options_);
    EXPECT_TRUE(session->capabilities().adapter);
    Request request = request_for({1, 2, 3});
    request.adapter = load(*other, {{adapter("one"), 1.0F}});
    EXPECT_EQ(run(*session, std::span(&request, 1))[0].error().kind, ErrorKind::invalid);
    EXPECT_EQ(session->read_prefix(RawTokens{{1, 2}}, request.adapter, {}).error().kind,
              ErrorKind::invalid);
    EXPECT_EQ(session->load_adapter({}).error().kind, ErrorKind::invalid);
    const AdapterPart missing{folder_.path() / "none", 1.0F};
    EXPECT_EQ(session->load_adapter(std::span(&missing, 1)).error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace longhand::infer
