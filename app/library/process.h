// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace longhand::library {

// A process named so that a number used again is not mistaken for it.
struct ProcessName {
    std::int64_t id = 0;
    std::int64_t started = 0;  // ticks since boot; 0 where the system does not tell
};
ProcessName this_process();
bool is_alive(const ProcessName& process);

}  // namespace longhand::library
