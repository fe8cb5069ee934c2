// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/recipe.h"

#include <gtest/gtest.h>

namespace longhand::train {
namespace {

// The papers' tables (long-context notes, 2.2, 3.3 and 4.1).
TEST(Recipe, OfLongLoraAndLongQLoraAreThePapers)
{
    const Recipe longlora = recipe_of("longlora").value();
    EXPECT_EQ(longlora.trained.rank, 8);
    EXPECT_EQ(longlora.trained.alpha, 16.0F);
    EXPECT_EQ(longlora.trained.targets.size(), 4U);
    EXPECT_TRUE(longlora.trained.embeddings && longlora.trained.norms);
    EXPECT_EQ(longlora.loop.step_sequences, 64);
    EXPECT_EQ(longlora.loop.steps, 1000);
    EXPECT_EQ(learning_rate(longlora.loop.schedule, 0), 0.0);
    EXPECT_DOUBLE_EQ(learning_rate(longlora.loop.schedule, 20), 2e-5);
    EXPECT_EQ(longlora.loop.attention, AttentionPattern::s2);
    const Recipe longqlora = recipe_of("longqlora").value();
    EXPECT_EQ(longqlora.trained.rank, 64);
    EXPECT_EQ(longqlora.trained.alpha, 16.0F);
    EXPECT_EQ(longqlora.trained.dropout, 0.05F);
    EXPECT_EQ(longqlora.trained.targets.size(), 7U);
    EXPECT_FALSE(longqlora.trained.embeddings || longqlora.trained.norms);
    EXPECT_EQ(longqlora.loop.step_sequences, 16);
    EXPECT_EQ(longqlora.loop.max_norm, 0.3F);
    EXPECT_EQ(longqlora.loop.beta2, 0.999F);
    EXPECT_DOUBLE_EQ(learning_rate(longqlora.loop.schedule, 1000), 2e-4);
    EXPECT_TRUE(longqlora.quantised_base);
    EXPECT_DOUBLE_EQ(learning_rate(recipe_of("pi")->loop.schedule, 0), 2e-6);
    EXPECT_EQ(recipe_of("soup").error().kind, ErrorKind::invalid);
}

TEST(Recipe, ARuleIsComputedFromTheTwoLengths)
{
    EXPECT_EQ(model::to_string(rule_for("pi", 4096, 32768, 1e4).value()), "linear:8");
    EXPECT_EQ(rule_for("pi", 4096, 6000, 1e4)->factor, 2.0);  // whole, as LongLoRA has it
    EXPECT_EQ(rule_for("pi", 4096, 6000, 1e4)->original_length, 4096);
    EXPECT_NEAR(rule_for("abf", 4096, 32768, 1e4)->base, 500000.0, 1e-6);
    EXPECT_EQ(model::to_string(rule_for("yarn", 2048, 8192, 1e4).value()), "yarn:4");
    EXPECT_EQ(model::to_string(rule_for("ntk", 2048, 3072, 1e4).value()), "ntk:1.5");
    EXPECT_EQ(rule_for("yarn", 8192, 8192, 1e4).error().kind, ErrorKind::invalid);
    EXPECT_EQ(rule_for("soup", 8192, 16384, 1e4).error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace longhand::train
