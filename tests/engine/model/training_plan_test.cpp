// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/training_plan.h"

#include <gtest/gtest.h>

namespace longhand::model {
namespace {

ModelConfig smollm2()
{
    ModelConfig config;
    config.layers = 30;
    config.dim = 576;
    config.heads = 9;
    config.kv_heads = 3;
    config.head_dim = 64;
    config.mlp_dim = 1536;
    config.vocabulary = 49152;
    return config;
}

// Section 1.5 of the specification: rank 64 on all linears of SmolLM-135M is 19.5 M parameters.
TEST(TrainingPlan, TheAdaptersParametersAreThoseOfTheTable)
{
    const TrainingPlan plan = plan_training(smollm2(), 98'000'000, {.tokens = 1, .rank = 64});
    EXPECT_NEAR(static_cast<double>(plan.adapter_bytes) / 16, 19.5e6, 0.1e6);
    EXPECT_EQ(plan.weight_bytes, 98'000'000U);
}

TEST(TrainingPlan, ActivationsGrowWithTheTokensAndLogitsDoNot)
{
    const auto at = [](std::int64_t tokens) {
        return plan_training(smollm2(), 0, {.tokens = tokens});
    };
    EXPECT_EQ(at(8192).checkpoint_bytes, std::uint64_t{4} * 30 * 8192 * 576);
    EXPECT_EQ(at(8192).workspace_bytes - at(4096).workspace_bytes,
              at(4096).workspace_bytes - std::uint64_t{4} * 1024 * 49152);
    EXPECT_EQ(at(4096).adapter_bytes, at(1).adapter_bytes);
}

}  // namespace
}  // namespace longhand::model
