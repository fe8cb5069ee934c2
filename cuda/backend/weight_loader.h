// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime/event.h"
#include "cuda/runtime/memory.h"
#include "engine/tensor/tensor.h"

#include <memory>
#include <optional>
#include <span>

namespace longhand::gpu {

// Brings weights from (mapped) host memory to the card through pinned staging and rearranges them
// there. q4_0, q4_1, q8_0 and q4_k become packed codes (small_linear.h), f32 and f16 stay as they
// are, bf16 and every other block type are expanded to f16: exact to its 11 bits, saturated beyond
// its range.
class WeightLoader {
public:
    WeightLoader(std::shared_ptr<MemoryAccount> account, cudaStream_t stream);

    // Throws DeviceError.
    tensor::Tensor load(std::span<const std::byte> bytes, tensor::DType dtype,
                        const tensor::Shape& shape);

private:
    tensor::Tensor load_expanded(std::span<const std::byte> bytes, tensor::DType dtype,
                                 const tensor::Shape& shape);
    // Returns when `from` may change; the copy itself is queued.
    void send(std::byte* to, std::span<const std::byte> from);

    std::shared_ptr<MemoryAccount> account_;
    cudaStream_t stream_;
    std::optional<PinnedBuffer> staging_; // two halves: one filled while the other is on its way
    Event sent_[2];
};

} // namespace longhand::gpu
