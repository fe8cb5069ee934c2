// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <cstdint>
#include <memory>

namespace longhand::gpu {

struct CudaOptions {
    int device = 0;
    std::uint64_t memory_limit_bytes = 0; // of this backend's buffers; 0: what the card has
    bool portable_kernels = false;        // none that only some cards have; for comparison
};

// tensor::Backend on one NVIDIA card of compute capability 8.0 or newer. Weights are copied and
// rearranged at load; inputs of products with 16-bit and block-quantised weights are rounded to
// f16, f32 weights are multiplied in f32 throughout. Steps are queued on one stream; `download`
// waits. Fails: not_found (no such card), unsupported (driver, card too old; says what to do),
// out_of_memory.
Result<std::unique_ptr<tensor::Backend>> make_cuda_backend(const CudaOptions& options);

} // namespace longhand::gpu
