// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace longhand::gpu {

// One card as the driver shows it. No CUDA type appears in this header.
struct Device {
    int index = 0;
    std::string name;
    int compute_major = 0, compute_minor = 0;  // compute capability
    std::uint64_t memory_bytes = 0;            // in all
    std::uint64_t free_bytes = 0;              // now
    // A sentence when Longhand cannot compute on it (older than compute capability 8.0); else empty.
    std::string refusal;
};

// Cards of this machine; empty where there are none. Opens a context on each card for a moment.
// Fails: unsupported when a driver is missing or too old, with what to do. Any thread.
Result<std::vector<Device>> list_devices();

}  // namespace longhand::gpu
