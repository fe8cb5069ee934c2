// SPDX-License-Identifier: GPL-3.0-or-later
// The loop: its trace when it is stopped, killed or split otherwise, and what it does when it fails.
#include "engine/train/loop.h"

#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace longhand::train {
namespace {

std::shared_ptr<const model::Transformer> small_model(const model::ModelConfig& config)
{
    return model::Transformer::load(config, model::random_weights(tensor::DType::f32, Seed{3}),
                                    tensor::make_cpu_backend({.threads = 2}))
        .value();
}

// A text with an order to find: each token is the last one plus 1 or 2, at random.
std::vector<TokenId> text(std::uint64_t seed, std::size_t size)
{
    Random random(Seed{seed});
    std::vector<TokenId> tokens = {0};
    while (tokens.size() < size)
        tokens.push_back((tokens.back() + 1 + static_cast<TokenId>(random.below(2))) % 50);
    return tokens;
}

std::shared_ptr<const TokenSource> source(std::uint64_t seed)
{
    return make_book_source({text(seed, 700), text(seed + 100, 300)}, {.seed = Seed{seed}}).value();
}

Mixture mixture()
{
    LabelledTokens chat{text(9, 12), text(9, 12)};
    std::fill_n(chat.labels.begin(), 6, -1);
    return Mixture::make({{"books", source(1), 4.0},
                          {"chats", make_sample_source({chat}, {}).value(), 1.0}})
        .value();
}

TrainableOptions trained()
{
    return {.rank = 4,
            .alpha = 8.0F,
            .dropout = 0.1F,
            .targets = {model::kLinearKinds.begin(), model::kLinearKinds.end()},
            .norms = true,
            .seed = Seed{21}};
}

// Everything that has a state of its own: dropout, a mixture, stages, groups, several micro-batches.
LoopOptions everything()
{
    return {.steps = 12,
            .length = 32,
            .curriculum = {{0, 16}, {5, 32}},
            .step_tokens = 64,
            .micro_tokens = 48,
            .schedule = {.rate = 5e-3, .warmup_steps = 4, .warmup_from = 0.1},
            .attention = AttentionPattern::s2,
            .max_norm = 1.0F,
            .checkpoint_every = 4};
}

std::unique_ptr<TrainingLoop> loop(const LoopOptions& options, Mixture from,
                                   const TrainableOptions& what = trained(),
                                   const model::ModelConfig& config = test::tiny_config())
{
    const auto base = small_model(config);
    auto made = TrainingLoop::make(base, Parameters::make(*base, what).value(), std::move(from),
                                   options);
    EXPECT_TRUE(made.ok()) << to_string(made.error());
    return std::move(made).value();
}

std::vector<float> values(const TrainingLoop& of)
{
    return of.step().parameters()->get(of.step().parameters()->values());
}

// Acceptance C5: bit for bit, at every step where it may be cut, also within a step and from a
// checkpoint that is older than the end.
TEST(Loop, StoppedAndResumedItsTraceIsThatOfTheUnbrokenRun)
{
    const auto whole = loop(everything(), mixture());
    const LoopResult unbroken = whole->run({}, {}).value();
    ASSERT_TRUE(unbroken.complete);
    ASSERT_EQ(unbroken.losses.size(), 12U);
    const test::TemporaryFolder folder;
    for (const std::int64_t stop_at : {1, 5, 9}) {
        LoopOptions options = everything();
        options.checkpoint = folder.path() / ("stop" + std::to_string(stop_at));
        std::stop_source stop;
        const auto first = loop(options, mixture());
        const auto result = first->run(
            [&](const StepReport& report) {
                if (report.step == stop_at)
                    stop.request_stop();
            },
            stop.get_token());
        ASSERT_TRUE(result.ok());
        EXPECT_FALSE(result->complete);
        EXPECT_EQ(result->steps, stop_at);
        const auto second = loop(options, mixture());
        ASSERT_TRUE(second->resume().value());
        const LoopResult rest = second->run({}, {}).value();
        EXPECT_EQ(rest.losses, unbroken.losses) << stop_at;
        EXPECT_EQ(values(*second), values(*whole)) << stop_at;
    }
}

// What a killed program leaves is the last checkpoint.
TEST(Loop, KilledAndResumedItsTraceIsThatOfTheUnbrokenRun)
{
    const test::TemporaryFolder folder;
    LoopOptions options = everything();
    options.checkpoint = folder.path() / "state";
    const std::filesystem::path kept = folder.path() / "kept";
    const auto whole = loop(options, mixture());
    const LoopResult unbroken =
        whole
            ->run(
                [&](const StepReport& report) {
                    if (report.step == 6)
                        std::filesystem::copy_file(options.checkpoint, kept);
                },
                {})
            .value();
    options.checkpoint = kept;
    const auto second = loop(options, mixture());
    ASSERT_TRUE(second->resume().value());
    std::vector<std::int64_t> steps;
    const LoopResult rest =
        second->run([&](const StepReport& report) { steps.push_back(report.step); }, {}).value();
    EXPECT_EQ(steps.front(), 5);
    EXPECT_EQ(rest.losses, unbroken.losses);
    EXPECT_EQ(values(*second), values(*whole));
}

TEST(Loop, ACheckpointOfOtherOptionsTextsOrAModelIsRefused)
{
    const test::TemporaryFolder folder;
    LoopOptions options = everything();
    options.steps = 1;
    options.checkpoint = folder.path() / "state";
    EXPECT_FALSE(loop(options, mixture())->resume().value());
    ASSERT_TRUE(loop(options, mixture())->run({}, {}).ok());
    LoopOptions other = options;
    other.schedule.rate = 1e-3;
    EXPECT_EQ(loop(other, mixture())->resume().error().kind, ErrorKind::invalid);
    other = options;
    other.subject = "another model";
    EXPECT_EQ(loop(other, mixture())->resume().error().kind, ErrorKind::invalid);
    EXPECT_EQ(loop(options, Mixture::make({{"books", source(1)}}).value())->resume().error().kind,
              ErrorKind::invalid);
    LoopOptions longer = options;
    longer.steps = 3;
    EXPECT_TRUE(loop(longer, mixture())->resume().value());
}

TEST(Loop, StepsKeepTheirTokensWhileSequencesGrow)
{
    LoopOptions options = everything();
    options.steps = 7;
    std::vector<std::int64_t> lengths;
    ASSERT_TRUE(loop(options, Mixture::make({{"books", source(1)}}).value())
                    ->run(
                        [&](const StepReport& report) {
                            lengths.push_back(report.length);
                            EXPECT_EQ(report.tokens, 64);
                            EXPECT_EQ(report.sequences, 64 / report.length);
                        },
                        {})
                    .ok());
    EXPECT_EQ(lengths, (std::vector<std::int64_t>{16, 16, 16, 16, 16, 32, 32}));
}

// Micro-batches are how a step is computed, not what it is.
TEST(Loop, TheSplitIntoMicroBatchesChangesNothingButRounding)
{
    LoopOptions options = everything();
    options.attention = AttentionPattern::dense;
    options.curriculum.clear();
    options.step_tokens = 160;
    options.steps = 4;
    TrainableOptions what = trained();
    what.dropout = 0.0F;
    std::vector<std::vector<float>> traces;
    for (const std::int64_t micro : {32, 160}) {
        options.micro_tokens = micro;
        traces.push_back(loop(options, mixture(), what)->run({}, {})->losses);
    }
    EXPECT_LT(test::relative_error(traces[0], traces[1]), 1e-5);
}

TEST(Loop, LearnsWhatItsTextsShareAndHeldOutTextShowsIt)
{
    LoopOptions options = everything();
    options.steps = 60;
    options.attention = AttentionPattern::dense;
    options.step_tokens = 128;
    options.schedule.rate = 1e-2;
    options.held_out = source(77);
    options.held_out_every = 30;
    TrainableOptions what = trained();
    what.embeddings = true;
    std::vector<double> held_out;
    const auto training = loop(options, Mixture::make({{"books", source(1)}}).value(), what,
                               test::tiny_config({.tied_head = true}));
    const LoopResult result =
        training
            ->run(
                [&](const StepReport& report) {
                    if (report.held_out_loss)
                        held_out.push_back(*report.held_out_loss);
                },
                {})
            .value();
    ASSERT_EQ(held_out.size(), 2U);
    // log 259 is where a fresh model begins, log 2 what the text's own chance leaves.
    EXPECT_GT(result.losses.front(), 5.0F);
    EXPECT_LT(result.losses.back(), 1.5F);
    EXPECT_LT(held_out.back(), 1.5);
    EXPECT_GT(held_out.back(), std::log(2.0) - 0.05);
}

// The text of `source`, but for a stretch of noise.
class Spoilt final : public TokenSource {
public:
    Result<LabelledTokens> sequence(std::uint64_t index, std::int64_t length) const override
    {
        if (index < 40 || index >= 44)
            return inner_->sequence(index, length);
        LabelledTokens noise;
        noise.tokens = noise.labels = test::random_tokens(Seed{index}, length);
        return noise;
    }
    [[nodiscard]] std::uint64_t tokens(std::int64_t length) const override
    {
        return inner_->tokens(length);
    }

private:
    std::shared_ptr<const TokenSource> inner_ = source(1);
};

TEST(Loop, ALossThatRisesIsUndoneAndWhatCausedItLeftOut)
{
    LoopOptions options = everything();
    options.curriculum.clear();
    options.attention = AttentionPattern::dense;
    options.steps = 28;
    options.divergence = 0.1;
    options.schedule.rate = 2e-2;
    std::vector<StepReport> undone;
    double last_rate = 0.0;
    const auto training =
        loop(options, Mixture::make({{"spoilt", std::make_shared<Spoilt>()}}).value());
    const LoopResult result = training
                                  ->run(
                                      [&](const StepReport& report) {
                                          if (!report.undone.empty())
                                              undone.push_back(report);
                                          last_rate = report.learning_rate;
                                      },
                                      {})
                                  .value();
    // Steps 21 and 22 learn the noise, the second raises the smoothed loss too far: both are
    // undone, and the state kept behind step 20 goes on with what stands behind the noise.
    ASSERT_EQ(undone.size(), 1U);
    EXPECT_EQ(undone[0].step, 20);
    EXPECT_EQ(result.rollbacks, 1);
    EXPECT_EQ(result.losses.size(), 28U);
    EXPECT_DOUBLE_EQ(last_rate, 2e-2 / 2);
    EXPECT_EQ(training->mixture().drawn()[0].sequences, 2U * (28 + 2));
    EXPECT_LT(result.losses.back(), result.losses[19] + 0.5F);
}

TEST(Loop, ALossThatIsNoNumberEndsItWithTheParametersAsTheyWere)
{
    model::ModelConfig config = test::tiny_config();
    config.embedding_scale = std::numeric_limits<float>::quiet_NaN();
    const auto training =
        loop(everything(), Mixture::make({{"books", source(1)}}).value(), trained(), config);
    const std::vector<float> before = values(*training);
    int undone = 0;
    const auto result = training->run([&](const StepReport&) { ++undone; }, {});
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::internal);
    EXPECT_NE(result.error().message.find("diverged"), std::string::npos);
    EXPECT_EQ(undone, 3);
    EXPECT_EQ(values(*training), before);
}

TEST(Loop, WhatDoesNotFitTheMemoryIsRefusedAndWhatDoesIsKept)
{
    LoopOptions options = everything();
    const auto needs = [&](Activations activations) {
        return TrainStep::bytes(test::tiny_config(), {.rows = 48,
                                                      .positions = 32,
                                                      .activations = activations});
    };
    const auto base = small_model(test::tiny_config());
    const auto make = [&](std::uint64_t limit) {
        options.memory_limit_bytes = limit;
        return TrainingLoop::make(base, Parameters::make(*base, trained()).value(), mixture(),
                                  options);
    };
    EXPECT_EQ(make(needs(Activations::recompute) - 1).error().kind, ErrorKind::out_of_memory);
    EXPECT_EQ((*make(needs(Activations::recompute)))->activations(), Activations::recompute);
    EXPECT_EQ((*make(needs(Activations::keep) * 2))->activations(), Activations::keep);
}

TEST(Loop, OptionsWithoutSenseAreRefused)
{
    const auto refused = [](const std::function<void(LoopOptions&)>& change) {
        LoopOptions options = everything();
        change(options);
        const auto base = small_model(test::tiny_config());
        const auto made = TrainingLoop::make(base, Parameters::make(*base, trained()).value(),
                                             mixture(), options);
        return !made.ok() && made.error().kind == ErrorKind::invalid;
    };
    EXPECT_TRUE(refused([](LoopOptions& o) { o.steps = 0; }));
    EXPECT_TRUE(refused([](LoopOptions& o) { o.micro_tokens = 31; }));
    EXPECT_TRUE(refused([](LoopOptions& o) { o.schedule.rate = 0.0; }));
    EXPECT_TRUE(refused([](LoopOptions& o) { o.curriculum = {{0, 33}}; }));
    EXPECT_TRUE(refused([](LoopOptions& o) { o.curriculum = {{4, 16}, {2, 32}}; }));
}

}  // namespace
}  // namespace longhand::train
