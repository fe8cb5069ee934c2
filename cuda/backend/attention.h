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
    // portable: only kernels that every card has.
    Attention(std::shared_ptr<MemoryAccount> account, HalfInputs& halves, cudaStream_t stream,
              bool portable);

    // All that launches take from a layout by value; its numbers lie on the card.
    struct LaunchShape {
        const std::byte* base = nullptr;
        std::int64_t rows = 0;
        int alone_count = 0;
        int tile_count = 0;
        int most_keys = 0; // of a row that stands alone, up to a power of two
        bool operator==(const LaunchShape&) const = default;
    };

    void reserve(const tensor::Workspace& workspace);
    // Brings the layout to the card unless it is there.
    LaunchShape bind(const tensor::AttentionLayout& layout);
    void rope_append(const tensor::Tensor& q, const tensor::Tensor& k, const tensor::Tensor& v,
                     const tensor::KvPages& kv, const tensor::HeadNorms& norms,
                     const tensor::RopeTable& rope, const tensor::AttentionShape& shape,
                     const tensor::AttentionLayout& layout);
    void attend(const tensor::Tensor& out, const tensor::Tensor& q, const tensor::KvPages& kv,
                const tensor::AttentionShape& shape, const tensor::AttentionLayout& layout);

private:
    // One layout on the card, in one block of memory: runs, run of each row, rows that stand alone,
    // tiles, and at the end what grows from step to step, the page table.
    struct Bound {
        std::vector<std::int32_t> page_table;
        std::vector<tensor::Segment> segments;
        RowLayout layout;
        std::int64_t rows = 0;
        const std::int32_t* alone = nullptr;
        int alone_count = 0;
        int most_keys = 0;
        const std::int64_t* tiles = nullptr;
        int tile_count = 0;
    };
    [[nodiscard]] LaunchShape launch_shape() const;
    void send(const std::vector<std::byte>& host);

    std::shared_ptr<MemoryAccount> account_;
    HalfInputs& halves_;
    cudaStream_t stream_;
    bool portable_;
    Bound bound_;
    DeviceBuffer layout_;
    DeviceBuffer partial_;
    DeviceBuffer tickets_;
};

} // namespace longhand::gpu
