// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime/memory.h"
#include "engine/tensor/tensor.h"

#include <cuda_fp16.h>
#include <memory>

namespace longhand::gpu {

// The f16 copy of a product's input. Steps whose output is nearly always multiplied next (norms,
// attention) write it beside their f32 output; a product that finds the copy still valid needs no
// conversion of its own. Every step that writes a tensor says so to `wrote`.
class HalfInputs {
public:
    HalfInputs(std::shared_ptr<MemoryAccount> account, cudaStream_t stream)
        : account_(std::move(account)), stream_(stream)
    {
    }

    // Room for inputs of `values` numbers. Throws DeviceError.
    void reserve(std::int64_t values);
    // Where the step that fills `output` may put the copy; it counts as valid from now on. Null
    // when there is no room.
    __half* beside(const tensor::Tensor& output);
    void wrote(const tensor::Tensor& output);
    // No copy is valid any more.
    void forget() { source_ = nullptr; }
    // The copy of `input`, made now unless a step has left it.
    const __half* of(const tensor::Tensor& input);
    const __half* of(const float* values, std::int64_t count);
    // The copy that a step has left, or null.
    [[nodiscard]] const __half* kept(const float* values, std::int64_t count) const;

private:
    std::shared_ptr<MemoryAccount> account_;
    cudaStream_t stream_;
    DeviceBuffer copy_;
    const float* source_ = nullptr; // null: no valid copy
    std::int64_t count_ = 0;
};

} // namespace longhand::gpu
