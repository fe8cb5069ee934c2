// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/small_linear.h"
#include "cuda/runtime/memory.h"
#include "engine/tensor/tensor.h"

#include <cuda_fp16.h>
#include <functional>
#include <memory>

namespace longhand::gpu {

// The form a weight that is not f32 has on the card.
PackedFormat format_of(const tensor::Tensor& weight);
// Whether products with it are true f32.
bool is_exact(const tensor::Tensor& weight);

// A weight as f16, for products of many rows: itself where it is f16, else some outputs at a time,
// expanded or rounded into one scratch tile.
class WeightTiles {
public:
    WeightTiles(std::shared_ptr<MemoryAccount> account, cudaStream_t stream)
        : account_(std::move(account)), stream_(stream)
    {
    }

    // visit(first, count, values): outputs [first, first + count) of the weight as f16 rows. The
    // values hold until `visit`'s work on the stream is done. Throws DeviceError.
    using Visit = std::function<void(std::int64_t, std::int64_t, const __half*)>;
    void for_each(const tensor::Tensor& weight, const Visit& visit);

private:
    std::shared_ptr<MemoryAccount> account_;
    cudaStream_t stream_;
    DeviceBuffer tile_;
};

} // namespace longhand::gpu
