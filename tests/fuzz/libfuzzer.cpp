// SPDX-License-Identifier: GPL-3.0-or-later
// One target as a program of libFuzzer, which finds its own inputs by what they reach.
// CMakeLists.txt says how it is built.
#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    (void)longhand::fuzz::LONGHAND_FUZZ_TARGET({bytes, size}); // what it throws ends the program
    return 0;
}
