// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace longhand::ingest::test {

// The largest single allocation of the program since the last call of forget_allocations().
std::size_t largest_allocation();
void forget_allocations();

}  // namespace longhand::ingest::test
