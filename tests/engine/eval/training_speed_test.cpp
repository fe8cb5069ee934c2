// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eval/training_speed.h"

#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

namespace longhand::eval {
namespace {

TrainingSpeedOptions small()
{
    TrainingSpeedOptions options;
    options.trained = {.rank = 2, .targets = {model::LinearKind::q}};
    options.rows = 32;
    options.repetitions = 2;
    return options;
}

TEST(TrainingSpeed, MeasuresStepsOfDenseAndGroupedAttention)
{
    const auto model = test::tiny_model({.backend = tensor::make_cpu_backend({.threads = 1})});
    for (const bool s2 : {false, true}) {
        TrainingSpeedOptions options = small();
        options.s2 = s2;
        const auto speed = measure_training(model, options);
        ASSERT_TRUE(speed.ok()) << to_string(speed.error());
        EXPECT_GT(speed->tokens_per_s, 0.0);
        // By hand: rank 2, A [2, 64] and B [64, 2] in two layers.
        EXPECT_EQ(speed->trained_values, 2 * (2 * 64 + 64 * 2));
        EXPECT_GT(speed->peak_bytes, model->weight_bytes());
    }
}

TEST(TrainingSpeed, KeptActivationsTakeMoreMemoryThanRecomputedOnes)
{
    const auto model = test::tiny_model();
    TrainingSpeedOptions options = small();
    const std::uint64_t recomputed = measure_training(model, options)->peak_bytes;
    options.activations = train::Activations::keep;
    EXPECT_GT(measure_training(model, options)->peak_bytes, recomputed);
}

TEST(TrainingSpeed, AStopIsHeardBeforeTheNextStep)
{
    std::stop_source source;
    source.request_stop();
    TrainingSpeedOptions options = small();
    options.stop = source.get_token();
    EXPECT_EQ(measure_training(test::tiny_model(), options).error().kind, ErrorKind::cancelled);
}

}  // namespace
}  // namespace longhand::eval
