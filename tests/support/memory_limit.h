// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace longhand::test {

// Runs `work` in a child process that may take `extra_bytes` of memory more than this one has, and
// says how it ended: true when it returned true, false when it returned false, threw (also for
// want of memory) or crashed. What the child prints appears in this one's stderr.
bool runs_within(std::uint64_t extra_bytes, const std::function<bool()>& work);

// False under a sanitizer, which takes its own memory by the terabyte: then `runs_within` runs the
// work in a child without a limit.
bool limits_memory();

}  // namespace longhand::test
