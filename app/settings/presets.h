// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace longhand::settings {

// How a model is run, under one name that a person chooses by.
struct Preset {
    std::string id;    // "quick"; of a person's own: its name
    std::string name;  // English; the window translates those that come with the program
    std::int64_t context_tokens = 32768;  // at most; 0: as many as the model and the memory allow
    std::string kv_type = "f16";          // "f32", "f16" or "q8_0": how keys and values are kept
    std::string device = "auto";          // "auto", "cpu" or "cuda"
    int threads = 0;                      // 0: one for each core
    std::int64_t memory_limit_mb = 0;     // 0: kMemoryLimitMb
    // Sampling. Temperature 0 leaves it to each task, which takes the likeliest word first.
    double temperature = 0.0;  // 0 to 2
    double top_p = 1.0;        // above 0, at most 1
    bool built_in = false;

    friend bool operator==(const Preset&, const Preset&) = default;
};

// Quick, Balanced, Thorough: what comes with the program.
std::span<const Preset> built_in_presets();
// Everything brought into the range that the comments give.
Preset sane(Preset preset);

}  // namespace longhand::settings
