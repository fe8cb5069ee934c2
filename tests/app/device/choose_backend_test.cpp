// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/choose_backend.h"

#include <gtest/gtest.h>

namespace longhand::device {
namespace {

TEST(ChooseBackend, KnowsItsDevicesByName)
{
    for (const char* name : {"auto", "cpu", "cuda", "cuda:0", "cuda:12"})
        EXPECT_TRUE(known_device(name)) << name;
    for (const char* name : {"", "gpu", "cuda:", "cuda:x", "cuda:-1", "cuda:1 ", "CPU"})
        EXPECT_FALSE(known_device(name)) << name;
    EXPECT_EQ(choose_backend({.device = "gpu"}).error().kind, ErrorKind::invalid);
}

TEST(ChooseBackend, ALimitOnACardNeedsACard)
{
    const auto made = choose_backend({.device = "cpu", .memory_limit_bytes = 1000});
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().kind, ErrorKind::invalid);
}

// What does not fit a card is loaded once more, on the processor; what fails otherwise is not.
TEST(ChooseBackend, WhatDoesNotFitTheCardIsLoadedOnTheProcessor)
{
    const bool card = choose_backend({.device = "cuda"}).ok();
    for (const ErrorKind kind : {ErrorKind::out_of_memory, ErrorKind::corrupt}) {
        int loads = 0;
        bool fallen_back = false;
        const auto load = [&](const std::shared_ptr<tensor::Backend>& backend) -> Result<int> {
            EXPECT_NE(backend, nullptr);
            ++loads;
            return Error{kind, "no"};
        };
        EXPECT_FALSE(on_chosen_backend({.device = "auto"}, load, fallen_back).ok());
        const bool again = card && kind == ErrorKind::out_of_memory;
        EXPECT_EQ(loads, again ? 2 : 1);
        EXPECT_EQ(fallen_back, again);
        loads = 0;
        EXPECT_FALSE(on_chosen_backend({.device = "cpu"}, load, fallen_back).ok());
        EXPECT_EQ(loads, 1);
        EXPECT_FALSE(fallen_back);
    }
}

} // namespace
} // namespace longhand::device
