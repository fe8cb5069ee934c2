// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/loop_detector.h"

#include "engine/base/random.h"

#include <gtest/gtest.h>

namespace longhand::infer {
namespace {

// How many tokens went in when the detector spoke; 0: never.
std::size_t noticed_after(const std::vector<TokenId>& tokens)
{
    LoopDetector detector;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (detector.add(tokens[i]))
            return i + 1;
    return 0;
}

std::vector<TokenId> cycle(std::int64_t period, std::int64_t tokens)
{
    std::vector<TokenId> answer;
    for (std::int64_t i = 0; i < tokens; ++i)
        answer.push_back(static_cast<TokenId>(1000 + i % period));
    return answer;
}

TEST(LoopDetector, EveryPeriodIsNoticedExactlyAtItsBound)
{
    for (std::int64_t period = 1; period <= LoopDetector::kLongestPeriod; ++period)
        EXPECT_EQ(noticed_after(cycle(period, 2000)),
                  static_cast<std::size_t>(period + LoopDetector::bound(period)))
            << period;
}

TEST(LoopDetector, BoundsAreThoseThatTheHeaderNames)
{
    EXPECT_EQ(LoopDetector::bound(1), 48);
    EXPECT_EQ(LoopDetector::bound(9), 48);
    EXPECT_EQ(LoopDetector::bound(10), 50);
    EXPECT_EQ(LoopDetector::bound(32), 160);
    EXPECT_EQ(LoopDetector::bound(33), 99);
    EXPECT_EQ(LoopDetector::bound(128), 384);
}

TEST(LoopDetector, LongerCyclesAndTextThatVariesAreNoLoops)
{
    EXPECT_EQ(noticed_after(cycle(LoopDetector::kLongestPeriod + 1, 5000)), 0U);
    Random random(Seed{2});
    std::vector<TokenId> text;
    for (int i = 0; i < 5000; ++i)
        text.push_back(static_cast<TokenId>(random.below(300)));
    EXPECT_EQ(noticed_after(text), 0U);
    // A list whose lines are equal but for a number.
    std::vector<TokenId> list;
    for (TokenId line = 0; line < 300; ++line)
        for (const TokenId token : {1, 2, 3, 10000 + line, 4, 5, 6, 7})
            list.push_back(token);
    EXPECT_EQ(noticed_after(list), 0U);
    // A rule of 40 dashes, a refrain of 60 tokens three times.
    EXPECT_EQ(noticed_after(cycle(1, 40)), 0U);
    EXPECT_EQ(noticed_after(cycle(60, 180)), 0U);
}

TEST(LoopDetector, ALoopIsNoticedBehindOtherText)
{
    Random random(Seed{3});
    std::vector<TokenId> text;
    for (int i = 0; i < 777; ++i)
        text.push_back(static_cast<TokenId>(random.below(300)));
    const auto loop = cycle(7, 500);
    text.insert(text.end(), loop.begin(), loop.end());
    EXPECT_EQ(noticed_after(text), 777U + 7U + 48U);
}

} // namespace
} // namespace longhand::infer
