// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/backend/half_inputs.h"
#include "cuda/kernels/attention.h"
#include "engine/tensor/backend.h"

#include <memory>
#include <vector>

namespace longhand::gpu {

// rope_append and attend: brings a layout to the card once for all layers that use it, and chooses
// the kernel for every run of rows.
class Attention {
public:
    Attention(std::shared_ptr<MemoryAccount> account, HalfInputs& halves, cudaStream_t stream);

    void reserve(const tensor::Workspace& workspace);
    void rope_append(const tensor::Tensor& q, const tensor::Tensor& k, const tensor::Tensor& v,
                     const tensor::KvPages& kv, const tensor::HeadNorms& norms,
                     const tensor::RopeTable& rope, const tensor::AttentionShape& shape,
                     const tensor::AttentionLayout& layout);
    void attend(const tensor::Tensor& out, const tensor::Tensor& q, const tensor::KvPages& kv,
                const tensor::AttentionShape& shape, const tensor::AttentionLayout& layout);

private:
    // One layout on the card, in one block of memory: page table, runs, run of each row, rows that
    // stand alone, tiles.
    struct Bound {
        std::vector<std::int32_t> page_table;
        std::vector<tensor::Segment> segments;
        RowLayout layout;
        std::int64_t rows = 0;
        const std::int32_t* alone = nullptr;
        int alone_count = 0;
        int most_keys = 0; // of a row that stands alone
        const std::int64_t* tiles = nullptr;
        int tile_count = 0;
    };
    void bind(const tensor::AttentionLayout& layout);
    void send(const std::vector<std::byte>& host);

    std::shared_ptr<MemoryAccount> account_;
    HalfInputs& halves_;
    cudaStream_t stream_;
    Bound bound_;
    DeviceBuffer layout_;
    DeviceBuffer partial_;
    DeviceBuffer tickets_;
};

} // namespace longhand::gpu
