// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

// f16 copies of numbers of any magnitude, gradients above all: the largest of them sets a power of
// two, so that what is lost is 2^-28 of it and nothing overflows.
constexpr float kLargestScaled = 8.0F; // the copy's largest number lies in (4, 8]

// In device memory.
struct HalfScale {
    unsigned largest = 0; // bits of the largest magnitude
    float inverse = 0.0F; // copy * inverse = number
};

// half[i] = f16(x[i] / inverse); writes *scale. Reads x twice.
void to_scaled_half(__half* half, const float* x, std::int64_t count, HalfScale* scale,
                    cudaStream_t stream);

} // namespace longhand::gpu
