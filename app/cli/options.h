// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace longhand::cli {

// What every command takes.
struct GlobalOptions {
    std::filesystem::path data_dir; // empty: per XDG
    std::string model;              // path or name; empty: the embedded one
    std::string server;             // address of a server of models; empty: this machine's engine
    std::string server_key;         // NAME of the variable that holds its key
    std::int64_t server_parallel = 0; // requests at a time; 0: as the settings say
    std::int64_t server_patience_s = 0; // with a server that is away; 0: as the settings say
    std::string device = "auto";    // auto, cpu, cuda, cuda:N
    std::uint64_t device_memory_limit = 0; // bytes of the card's memory; 0: all
    int threads = 0;                       // 0: all cores
    std::int64_t context = 0;              // tokens; 0: from the model and the machine's memory
    std::string preset;                    // id or name; empty: that of the settings
    std::string kv;                        // "f32", "f16" or "q8_0"; empty: that of the preset
    std::string rope;                      // empty: the model's own rule
    std::string chat_template;             // empty: the model's own
    std::vector<std::string> adapters;     // paths; "none" stands for none
    std::vector<float> adapter_scales;     // of the adapters in turn; 1 where there is none
    std::optional<std::uint64_t> seed;
    bool json = false;
    bool quiet = false;
};

} // namespace longhand::cli
