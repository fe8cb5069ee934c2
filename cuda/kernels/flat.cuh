// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels that walk over an array, each value by itself.
#pragma once

#include <algorithm>
#include <cstdint>

namespace longhand::gpu {

constexpr int kFlatThreads = 256;

// Enough blocks to fill a large card, each thread with several values of a long array.
inline unsigned flat_blocks(std::int64_t count)
{
    constexpr std::int64_t kMost = 132 * 16;
    return static_cast<unsigned>(
        std::clamp<std::int64_t>((count + kFlatThreads - 1) / kFlatThreads, 1, kMost));
}

template <class Work> __device__ __forceinline__ void for_each_flat(std::int64_t count, Work work)
{
    for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
         i < count; i += static_cast<std::int64_t>(gridDim.x) * blockDim.x)
        work(i);
}

// The same over values read 16 bytes at a time where x is aligned to them: work(value, index).
template <class Work>
__device__ __forceinline__ void for_each_flat4(const float* x, std::int64_t count, Work work)
{
    const bool aligned = reinterpret_cast<std::uintptr_t>(x) % 16 == 0;
    const std::int64_t quads = aligned ? count / 4 : 0;
    for_each_flat(quads, [&](std::int64_t i) {
        const float4 four = reinterpret_cast<const float4*>(x)[i];
        work(four.x, 4 * i);
        work(four.y, 4 * i + 1);
        work(four.z, 4 * i + 2);
        work(four.w, 4 * i + 3);
    });
    for_each_flat(count - 4 * quads,
                  [&](std::int64_t i) { work(x[4 * quads + i], 4 * quads + i); });
}

} // namespace longhand::gpu
