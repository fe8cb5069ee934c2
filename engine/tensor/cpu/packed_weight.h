// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/thread_pool.h"

#include <memory>
#include <span>

namespace longhand::tensor {

// A weight [out, in] rearranged so that a vector holds 16 outputs: panels of 16 rows of W, the last
// one filled up with zeros. As large as the weight in its file, but for that and padding.
//     plain types, for each k: the 16 values w[o][k]
//     block types: panel_layout.h
//     nf4: for each 64 values 16 f32 absmax (4.5 bits a value in all), then for each 8 values
//         16 words, bits 4 i .. 4 i + 3 the code of value i
class PackedWeight final : public Buffer {
public:
    // Null when there is no memory. bytes: row-major as in the file; shape [out, in].
    static std::shared_ptr<PackedWeight> pack(std::span<const std::byte> bytes, DType dtype,
                                              const Shape& shape, ThreadPool& pool);

    [[nodiscard]] std::uint64_t bytes() const override { return memory_->bytes(); }
    [[nodiscard]] const std::byte* panel(std::int64_t index) const
    {
        return memory_->read() + index * panel_bytes_;
    }
    [[nodiscard]] std::int64_t panel_bytes() const { return panel_bytes_; }
    [[nodiscard]] std::int64_t out() const { return out_; }
    [[nodiscard]] std::int64_t in() const { return in_; }
    [[nodiscard]] DType dtype() const { return dtype_; }
    // Whether products take their inputs as 8-bit numbers.
    [[nodiscard]] bool quantised() const;

    // Row `row` as numbers; values has `in` places.
    void read_row(std::span<float> values, std::int64_t row) const;

private:
    PackedWeight() = default;
    void pack_panel(std::byte* panel, std::span<const std::byte> bytes, std::int64_t index) const;

    std::shared_ptr<HostBuffer> memory_;
    std::int64_t panel_bytes_ = 0;
    std::int64_t out_ = 0;
    std::int64_t in_ = 0;
    DType dtype_ = DType::f32;
};

// The packed weight behind a tensor that load_weight made, or null if it lies plainly in memory.
// ENSUREs that the tensor is the whole weight.
const PackedWeight* packed(const Tensor& tensor);

} // namespace longhand::tensor
