// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/backend/half_inputs.h"
#include "cuda/backend/sent_numbers.h"
#include "cuda/kernels/attention.h"
#include "cuda/kernels/attention_backward.h"
#include "engine/tensor/training.h"

#include <memory>
#include <vector>

namespace longhand::gpu {

// Attention of training: over rows packed behind one another, forward and backward. Forward runs
// the kernels of inference, with all rows as one page of a cache.
class PackedAttention {
public:
    PackedAttention(std::shared_ptr<MemoryAccount> account, HalfInputs& halves, cudaStream_t stream,
                    bool portable)
        : account_(account), halves_(halves), stream_(stream), portable_(portable),
          numbers_(account, stream)
    {
    }

    void attend(const tensor::Tensor& out, const tensor::Tensor& lse, const tensor::Tensor& q,
                const tensor::Tensor& k, const tensor::Tensor& v,
                const tensor::AttentionShape& shape, const tensor::PackedLayout& layout);
    struct Gradients {
        tensor::Tensor q, k, v;
    };
    struct Inputs {
        tensor::Tensor dout, out, lse, q, k, v;
    };
    void backward(const Gradients& to, const Inputs& from, const tensor::AttentionShape& shape,
                  const tensor::PackedLayout& layout);

private:
    // The rows that the heads of one half see, on the card.
    struct Half {
        RowLayout layout;
        const std::int64_t* tiles = nullptr;
        int tile_count = 0;
        SeenRows seen;
    };
    struct Key {
        std::vector<std::int32_t> boundaries, shifted;
        std::int32_t window = 0;
        bool operator==(const Key&) const = default;
    };
    void bind(const tensor::AttentionShape& shape, const tensor::PackedLayout& layout);
    // f16 copies of matrices, behind one another in one scratch.
    __half* take_halves(std::int64_t values);

    std::shared_ptr<MemoryAccount> account_;
    HalfInputs& halves_;
    cudaStream_t stream_;
    bool portable_;
    SentNumbers numbers_;
    Key bound_;
    Half halves_of_heads_[2];
    int half_count_ = 1;
    DeviceBuffer copies_;
    DeviceBuffer delta_; // [rows, heads], behind it the scale of dout's copy
};

} // namespace longhand::gpu
