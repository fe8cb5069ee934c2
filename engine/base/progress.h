// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace longhand {

// How far a long call has come. `total` 0 means not known yet.
struct Progress {
    std::string phase;  // "reading", "prefill", "chapter 3 of 12": for the log and the status line
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::string unit;           // "tokens", "pages", "segments", "bytes"
    double tokens_per_s = 0.0;  // 0 when it says nothing
    double eta_s = -1.0;        // negative when not known
};

// Called on the thread that does the work; must return quickly.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace longhand
