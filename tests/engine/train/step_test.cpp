// SPDX-License-Identifier: GPL-3.0-or-later
// A whole training step over small random decoders of every make.
#include "engine/train/step.h"

#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/train/s2.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace longhand::train {
namespace {

std::shared_ptr<tensor::Backend> backend_of(bool fast)
{
    if (fast)
        return tensor::make_cpu_backend({.threads = 2});
    return tensor::make_oracle_backend();
}

TrainableOptions everything()
{
    return {.rank = 3,
            .alpha = 6.0F,
            .targets = {model::kLinearKinds.begin(), model::kLinearKinds.end()},
            .embeddings = true,
            .norms = true,
            .seed = Seed{11}};
}

// A model, its trained set with a B that is not zero, and a step.
struct Bench {
    std::shared_ptr<const model::Transformer> model;
    std::shared_ptr<Parameters> parameters;
    std::unique_ptr<TrainStep> step;

    Bench(const model::ModelConfig& config, const TrainableOptions& trained,
          const StepOptions& options, bool fast, tensor::DType dtype = tensor::DType::f32)
        : model(model::Transformer::load(config, model::random_weights(dtype, Seed{3}),
                                         backend_of(fast))
                    .value()),
          parameters(Parameters::make(*model, trained).value()),
          step(TrainStep::make(model, parameters, options).value())
    {
        for (const Parameter& one : parameters->all())
            if (one.name.ends_with("lora_B.weight"))
                parameters->set(one, noise(one, 0.2F));
    }
    [[nodiscard]] static std::vector<float> noise(const Parameter& of, float spread)
    {
        Random random(derive(Seed{12}, of.name));
        std::vector<float> values(static_cast<std::size_t>(of.value.shape.count()));
        for (float& value : values)
            value = spread * random.normal();
        return values;
    }
};

constexpr StepOptions kSmall = {.rows = 48, .positions = 32};

struct Text {
    std::vector<TokenId> tokens;
    std::vector<TokenId> labels;
    explicit Text(std::int64_t length, std::uint64_t seed, std::int64_t masked = 0)
        : tokens(test::random_tokens(Seed{seed}, length)), labels(tokens)
    {
        std::fill(labels.begin(), labels.begin() + masked, -1);
    }
    [[nodiscard]] TrainingSequence sequence() const { return {tokens, labels}; }
};

struct Make {
    const char* name;
    model::ModelConfig config;
    std::int64_t s2_group = 0;
};

// Every field of the description that changes the arithmetic is on in one of them.
std::vector<Make> makes()
{
    std::vector<Make> all;
    all.push_back({"plain", test::tiny_config()});
    all.push_back({"tied, odd heads, S2",
                   test::tiny_config({.heads = 3, .kv_heads = 1, .tied_head = true}), 8});
    model::ModelConfig gemma = test::tiny_config({.tied_head = true});
    gemma.post_norms = true;
    gemma.head_norms = true;
    gemma.attention_soft_cap = 2.0F;
    gemma.final_soft_cap = 3.0F;
    gemma.attention_scale = 0.3;
    gemma.embedding_scale = 8.0F;
    gemma.windows = {6, 0};
    gemma.local_rope_theta = 100.0;
    gemma.activation = tensor::Activation::gelu_tanh;
    all.push_back({"norms of heads and behind blocks, caps, a window, two rotations", gemma});
    model::ModelConfig biased = test::tiny_config({.interleaved = true});
    biased.qkv_bias = biased.o_bias = biased.mlp_bias = true;
    all.push_back({"biases, interleaved", biased});
    return all;
}

class StepOn : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(Backends, StepOn, testing::Bool(), [](const auto& of) {
    return std::string(of.param ? "fast" : "oracle");
});

// C3: the slope along a random direction of each trained tensor, by differences of the loss.
TEST_P(StepOn, EveryTensorsGradientIsTheSlopeOfTheLoss)
{
    for (const Make& make : makes()) {
        StepOptions options = kSmall;
        options.s2_group = make.s2_group;
        Bench bench(make.config, everything(), options, GetParam());
        const Text a(19, 1, 4);
        const Text b(23, 2);
        const TrainingSequence sequences[] = {a.sequence(), b.sequence()};
        const std::int64_t labels = TrainStep::count_labels(sequences);
        ASSERT_TRUE(bench.step->accumulate(sequences, labels).ok());
        std::vector<std::vector<float>> gradients;
        for (const Parameter& one : bench.parameters->all())
            gradients.push_back(bench.parameters->get(one.gradient));
        for (std::size_t i = 0; i < gradients.size(); ++i) {
            const Parameter& one = bench.parameters->all()[i];
            const std::vector<float> at = bench.parameters->get(one.value);
            const std::vector<float>& direction = gradients[i];
            double slope = 0.0;
            for (const float g : direction)
                slope += static_cast<double>(g) * static_cast<double>(g);
            // Steps whose loss differs by about 2e-3, well above what f32 rounds away.
            const double step = 1e-3 / slope;
            const auto loss_at = [&](double times) {
                std::vector<float> moved = at;
                for (std::size_t j = 0; j < moved.size(); ++j)
                    moved[j] += static_cast<float>(times * step * static_cast<double>(direction[j]));
                bench.parameters->set(one, moved);
                return bench.step->accumulate(sequences, labels)->mean();
            };
            const double measured = (loss_at(1.0) - loss_at(-1.0)) / (2.0 * step);
            bench.parameters->set(one, at);
            EXPECT_NEAR(measured / slope, 1.0, 5e-3) << make.name << ": " << one.name;
        }
    }
}

// C1.
TEST_P(StepOn, AFreshAdapterChangesNoLogit)
{
    test::TinyOptions tiny;
    tiny.backend = backend_of(GetParam());
    const auto model = test::tiny_model(tiny);
    TrainableOptions trained = everything();
    trained.embeddings = false;
    const auto parameters = Parameters::make(*model, trained).value();
    const auto step = TrainStep::make(model, parameters, kSmall).value();
    const std::vector<TokenId> tokens = test::random_tokens(Seed{4}, 20);
    EXPECT_EQ(test::logits_of(step->trained(), tokens, 20), test::logits_of(model, tokens, 20));
}

// The pass of training computes what the runner of inference does, adapter and all.
TEST_P(StepOn, TheLossOfAStepIsThatOfInference)
{
    for (const Make& make : makes()) {
        Bench bench(make.config, everything(), kSmall, GetParam());
        const Text text(30, 6);
        const TrainingSequence sequence = text.sequence();
        for (const Weights weights : {Weights::base, Weights::trained}) {
            const auto runner_model =
                weights == Weights::base ? bench.model : bench.step->trained();
            const std::vector<float> logits = test::logits_of(runner_model, text.tokens, 30);
            double sum = 0.0;
            const auto width = static_cast<std::size_t>(make.config.vocabulary);
            for (std::size_t t = 0; t + 1 < text.tokens.size(); ++t) {
                double total = 0.0;
                for (std::size_t i = 0; i < width; ++i)
                    total += std::exp(static_cast<double>(logits[t * width + i]));
                sum += std::log(total) -
                       static_cast<double>(
                           logits[t * width + static_cast<std::size_t>(text.tokens[t + 1])]);
            }
            const auto loss = bench.step->losses(std::span(&sequence, 1), weights);
            ASSERT_TRUE(loss.ok());
            EXPECT_NEAR(loss->sum, sum, 1e-4 * sum) << make.name;
        }
    }
}

// D6, at the step: packed sequences learn what each learns alone.
TEST_P(StepOn, PackedSequencesGiveTheGradientsOfEachAlone)
{
    StepOptions options = kSmall;
    options.s2_group = 8;
    const Text a(13, 7);
    const Text b(32, 8, 20);
    const TrainingSequence both[] = {a.sequence(), b.sequence()};
    const std::int64_t labels = TrainStep::count_labels(both);
    Bench packed(test::tiny_config(), everything(), options, GetParam());
    Bench alone(test::tiny_config(), everything(), options, GetParam());
    const double loss = packed.step->accumulate(both, labels)->sum;
    const double first = alone.step->accumulate(std::span(both).first(1), labels)->sum;
    const double second = alone.step->accumulate(std::span(both).last(1), labels)->sum;
    EXPECT_NEAR(loss, first + second, 1e-5 * loss);
    EXPECT_LT(test::relative_error(packed.parameters->get(packed.parameters->gradients()),
                                   alone.parameters->get(alone.parameters->gradients())),
              1e-5);
}

TEST_P(StepOn, RecomputedActivationsGiveTheSameBits)
{
    for (const Make& make : makes()) {
        const Text text(32, 9);
        const TrainingSequence sequence = text.sequence();
        const auto gradients = [&](Activations activations) {
            StepOptions options = kSmall;
            options.activations = activations;
            TrainableOptions trained = everything();
            trained.dropout = 0.2F;
            Bench bench(make.config, trained, options, GetParam());
            EXPECT_TRUE(bench.step->accumulate(std::span(&sequence, 1), 31).ok());
            return bench.parameters->get(bench.parameters->gradients());
        };
        EXPECT_EQ(gradients(Activations::keep), gradients(Activations::recompute)) << make.name;
    }
}

// E5: what is differentiated is what the stored codes stand for.
TEST_P(StepOn, AQuantisedBaseGivesTheGradientsOfItsDequantisedWeights)
{
    TrainableOptions trained = everything();
    trained.embeddings = trained.norms = false;
    const Text text(32, 10);
    const TrainingSequence sequence = text.sequence();
    for (const tensor::DType dtype : {tensor::DType::q8_0, tensor::DType::q4_0}) {
        Bench quantised(test::tiny_config(), trained, kSmall, GetParam(), dtype);
        // The oracle reads the codes exactly.
        Bench exact(test::tiny_config(), trained, kSmall, false, dtype);
        ASSERT_TRUE(quantised.step->accumulate(std::span(&sequence, 1), 31).ok());
        ASSERT_TRUE(exact.step->accumulate(std::span(&sequence, 1), 31).ok());
        EXPECT_LT(test::relative_error(quantised.parameters->get(quantised.parameters->gradients()),
                                       exact.parameters->get(exact.parameters->gradients())),
                  1e-2)
            << to_string(dtype);
    }
}

TEST_P(StepOn, LearnsATextByHeart)
{
    TrainableOptions trained = everything();
    trained.embeddings = false;
    Bench bench(test::tiny_config(), trained, kSmall, GetParam());
    const Text text(24, 13);
    const TrainingSequence sequence = text.sequence();
    const double before = bench.step->losses(std::span(&sequence, 1), Weights::trained)->mean();
    for (int i = 0; i < 30; ++i) {
        ASSERT_TRUE(bench.step->accumulate(std::span(&sequence, 1), 23).ok());
        ASSERT_TRUE(bench.step->update(0.02).ok());
    }
    const double after = bench.step->losses(std::span(&sequence, 1), Weights::trained)->mean();
    EXPECT_LT(after, 0.2 * before);
}

TEST(Step, TrainingLeavesTheBaseAsItWas)
{
    Bench bench(test::tiny_config({.tied_head = true}), everything(), kSmall, true);
    const std::vector<TokenId> tokens = test::random_tokens(Seed{14}, 20);
    const std::vector<float> before = test::logits_of(bench.model, tokens, 20);
    const Text text(24, 13);
    const TrainingSequence sequence = text.sequence();
    ASSERT_TRUE(bench.step->accumulate(std::span(&sequence, 1), 23).ok());
    ASSERT_TRUE(bench.step->update(0.1).ok());
    EXPECT_EQ(test::logits_of(bench.model, tokens, 20), before);
    EXPECT_NE(test::logits_of(bench.step->trained(), tokens, 20), before);
}

TEST(Step, WhatMakesNoSenseIsRefused)
{
    const auto model = test::tiny_model();
    EXPECT_EQ(Parameters::make(*model, {.rank = 0}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(Parameters::make(*model, {.rank = 4, .dropout = 1, .targets = {model::LinearKind::q}})
                  .error()
                  .kind,
              ErrorKind::invalid);
    const auto parameters = Parameters::make(*model, everything()).value();
    StepOptions odd = kSmall;
    odd.s2_group = 7;
    EXPECT_EQ(TrainStep::make(model, parameters, odd).error().kind, ErrorKind::invalid);
    const auto step = TrainStep::make(model, parameters, kSmall).value();
    const Text long_text(33, 1);
    const TrainingSequence too_long = long_text.sequence();
    EXPECT_EQ(step->accumulate(std::span(&too_long, 1), 32).error().kind, ErrorKind::invalid);
    const std::vector<TokenId> unknown = {0, static_cast<TokenId>(test::kTinyVocabulary)};
    const TrainingSequence outside{unknown, unknown};
    EXPECT_EQ(step->accumulate(std::span(&outside, 1), 1).error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace longhand::train
