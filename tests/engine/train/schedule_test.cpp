// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/schedule.h"

#include <gtest/gtest.h>

namespace longhand::train {
namespace {

// Acceptance C4.
TEST(Schedule, OfPositionInterpolationRisesFromATenthInTwentyStepsAndStays)
{
    const Schedule schedule{.rate = 2e-5, .warmup_steps = 20, .warmup_from = 0.1};
    EXPECT_DOUBLE_EQ(learning_rate(schedule, 0), 2e-6);
    EXPECT_NEAR(learning_rate(schedule, 10), 1.1e-5, 1e-12);
    EXPECT_DOUBLE_EQ(learning_rate(schedule, 20), 2e-5);
    EXPECT_DOUBLE_EQ(learning_rate(schedule, 100000), 2e-5);
}

TEST(Schedule, OfLongLoraRisesFromNothing)
{
    const Schedule schedule{.rate = 2e-5, .warmup_steps = 20};
    EXPECT_EQ(learning_rate(schedule, 0), 0.0);
    EXPECT_NEAR(learning_rate(schedule, 5), 5e-6, 1e-12);
    EXPECT_DOUBLE_EQ(learning_rate(schedule, 20), 2e-5);
}

// Acceptance F1: counted in chunks, 0, half, whole.
TEST(Schedule, OfTempLoraIsNothingHalfAndWhole)
{
    const Schedule schedule{.rate = 5e-5, .warmup_steps = 2};
    EXPECT_EQ(learning_rate(schedule, 0), 0.0);
    EXPECT_DOUBLE_EQ(learning_rate(schedule, 1), 2.5e-5);
    EXPECT_DOUBLE_EQ(learning_rate(schedule, 2), 5e-5);
}

TEST(Schedule, ACosineFallsFromTheRateToItsLastShare)
{
    const Schedule schedule{.shape = Schedule::Shape::cosine,
                            .rate = 1.0,
                            .warmup_steps = 10,
                            .total_steps = 110,
                            .final_share = 0.1};
    EXPECT_DOUBLE_EQ(learning_rate(schedule, 10), 1.0);
    EXPECT_NEAR(learning_rate(schedule, 60), 0.55, 1e-12);
    EXPECT_NEAR(learning_rate(schedule, 110), 0.1, 1e-12);
    EXPECT_NEAR(learning_rate(schedule, 500), 0.1, 1e-12);
}

}  // namespace
}  // namespace longhand::train
