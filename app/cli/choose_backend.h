// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace longhand::cli {

struct BackendChoice {
    std::string device = "auto"; // auto: a card where there is a usable one, else the processor
    int threads = 0;             // of the processor; 0: all cores
    std::uint64_t memory_limit_bytes = 0; // of the card; 0: all of it
};

// "auto", "cpu", "cuda" or "cuda:N".
bool known_device(std::string_view device);

// Fails: invalid (no such name; a limit without a card), not_found (no such card), unsupported (this build or the driver
// has no CUDA, the card is too old), out_of_memory.
Result<std::shared_ptr<tensor::Backend>> choose_backend(const BackendChoice& choice);

} // namespace longhand::cli
