// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace longhand::ingest::reader {

// What the child may use. Applied by the child to itself before it meets the first hostile byte.
struct Fence {
    std::uint64_t memory_bytes = 0;  // 0: no limit
    std::uint64_t cpu_s = 0;         // 0: no limit
    int channel = -1;                // when its other end closes, the process ends
    bool threads = false;            // pango looks for fonts in threads of its own
};

// Closes every descriptor past `last_kept`. Leaves the network (own empty namespace where the kernel
// permits), writes no file, starts no program and no process, opens no socket, and ends when
// the program that started it is gone. What the kernel refuses is skipped, except the system-call
// filter: without it the process ends, for it is the one fence that holds everywhere.
// Call once, with one thread.
void raise_fence(const Fence& fence, int last_kept);

}  // namespace longhand::ingest::reader
