// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime/check.h"
#include "cuda/runtime/memory.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace longhand::gpu {

// Host numbers that steps take by value, on the card; the same ones again are not sent twice.
class SentNumbers {
public:
    SentNumbers(std::shared_ptr<MemoryAccount> account, cudaStream_t stream)
        : account_(std::move(account)), stream_(stream)
    {
    }

    // Valid until the next call with other numbers has been queued. Throws DeviceError.
    const std::int32_t* send(std::span<const std::int32_t> numbers)
    {
        if (numbers.empty() ||
            std::equal(numbers.begin(), numbers.end(), sent_.begin(), sent_.end()))
            return memory_.as<std::int32_t>();
        sent_.clear(); // unless all goes well
        grow(memory_, account_, numbers.size_bytes());
        // From pageable memory: the call returns when the bytes are taken.
        GPU_CHECK(cudaMemcpyAsync(memory_.as(), numbers.data(), numbers.size_bytes(),
                                  cudaMemcpyHostToDevice, stream_));
        sent_.assign(numbers.begin(), numbers.end());
        return memory_.as<std::int32_t>();
    }

private:
    std::shared_ptr<MemoryAccount> account_;
    cudaStream_t stream_;
    std::vector<std::int32_t> sent_;
    DeviceBuffer memory_;
};

} // namespace longhand::gpu
