// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/runtime/devices.h"

#include <gtest/gtest.h>

namespace longhand::gpu {
namespace {

TEST(Devices, WithoutACardOrDriverThereIsAnEmptyListOrASentence)
{
    const auto devices = list_devices();
    if (devices.ok() && !devices->empty())
        GTEST_SKIP() << "this machine has a card";
    if (!devices.ok()) {
        EXPECT_EQ(devices.error().kind, ErrorKind::unsupported);
        EXPECT_FALSE(devices.error().message.empty());
    }
}

TEST(Devices, ACardTellsItsNameItsMemoryAndWhetherItCanBeUsed)
{
    const auto devices = list_devices();
    if (!devices.ok() || devices->empty())
        GTEST_SKIP() << "no usable card";
    for (const Device& device : *devices) {
        EXPECT_FALSE(device.name.empty());
        EXPECT_GT(device.memory_bytes, 1ULL << 30U);
        EXPECT_LE(device.free_bytes, device.memory_bytes);
        EXPECT_EQ(device.refusal.empty(), device.compute_major >= 8);
    }
}

}  // namespace
}  // namespace longhand::gpu
