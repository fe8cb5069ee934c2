// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/packed_weight.h"

#include "engine/tensor/cpu/kernels/kernels.h"
#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/cpu/panel_layout.h"
#include "engine/tensor/nf4.h"

#include <algorithm>
#include <cstring>
#include <typeinfo>

namespace longhand::tensor {
namespace {

bool is_block_type(DType dtype)
{
    return traits(dtype).block_values != 1 && dtype != DType::nf4;
}

std::int64_t panel_bytes_of(DType dtype, std::int64_t in)
{
    if (dtype == DType::nf4)
        return in / kNf4Block * std::int64_t{4 * kPanel} + in / 2 * kPanel;
    return is_block_type(dtype)
               ? PanelLayout(dtype, in).panel_bytes()
               : in * kPanel * static_cast<std::int64_t>(traits(dtype).block_bytes);
}

// Where in a panel of nf4 the word of values 8 w .. 8 w + 7 of a lane lies.
std::int64_t nf4_word(std::int64_t in, std::int64_t lane, std::int64_t w)
{
    return (in / kNf4Block + w) * std::int64_t{4 * kPanel} + 4 * lane;
}

// `row` of the tensor becomes a lane of a panel.
void pack_nf4_row(std::byte* panel, std::int64_t lane, const Nf4View& tensor, std::int64_t row,
                  std::int64_t in)
{
    for (std::int64_t b = 0; b < in / kNf4Block; ++b) {
        const float absmax = tensor.absmax(row * (in / kNf4Block) + b);
        std::memcpy(panel + (b * kPanel + lane) * 4, &absmax, sizeof(absmax));
    }
    for (std::int64_t w = 0; w < in / 8; ++w) {
        std::uint32_t word = 0;
        for (std::int64_t i = 0; i < 8; ++i)
            word |= std::uint32_t{tensor.code(row * in + 8 * w + i)} << (4 * i);
        std::memcpy(panel + nf4_word(in, lane, w), &word, sizeof(word));
    }
}

void read_nf4_row(std::span<float> values, const std::byte* panel, std::int64_t lane)
{
    const auto in = static_cast<std::int64_t>(values.size());
    for (std::int64_t k = 0; k < in; ++k) {
        float absmax = 0.0F;
        std::uint32_t word = 0;
        std::memcpy(&absmax, panel + (k / kNf4Block * kPanel + lane) * 4, sizeof(absmax));
        std::memcpy(&word, panel + nf4_word(in, lane, k / 8), sizeof(word));
        values[static_cast<std::size_t>(k)] = kNf4Levels[(word >> (k % 8 * 4)) & 15U] * absmax;
    }
}

} // namespace

bool PackedWeight::quantised() const
{
    return is_block_type(dtype_);
}

std::shared_ptr<PackedWeight> PackedWeight::pack(std::span<const std::byte> bytes, DType dtype,
                                                 const Shape& shape, ThreadPool& pool)
{
    std::shared_ptr<PackedWeight> weight(new PackedWeight);
    weight->dtype_ = dtype;
    weight->out_ = shape[0];
    weight->in_ = shape[1];
    weight->panel_bytes_ = panel_bytes_of(dtype, weight->in_);
    const std::int64_t panels = (weight->out_ + kPanel - 1) / kPanel;
    weight->memory_ =
        HostBuffer::allocate(static_cast<std::uint64_t>(panels * weight->panel_bytes_));
    if (weight->memory_ == nullptr)
        return nullptr;
    std::byte* to = weight->memory_->write();
    pool.for_each(panels, [&](std::int64_t panel, int) {
        weight->pack_panel(to + panel * weight->panel_bytes_, bytes, panel);
    });
    return weight;
}

void PackedWeight::pack_panel(std::byte* panel, std::span<const std::byte> bytes,
                              std::int64_t index) const
{
    std::memset(panel, 0, static_cast<std::size_t>(panel_bytes_));
    const DTypeTraits& type = traits(dtype_);
    const std::int64_t size = type.block_bytes;
    const std::int64_t blocks = in_ / type.block_values;
    const std::int64_t lanes = std::min<std::int64_t>(kPanel, out_ - index * kPanel);
    if (dtype_ == DType::nf4) {
        const Nf4View tensor(bytes, static_cast<std::uint64_t>(out_ * in_));
        for (std::int64_t lane = 0; lane < lanes; ++lane)
            pack_nf4_row(panel, lane, tensor, index * kPanel + lane, in_);
        return;
    }
    const std::byte* block = bytes.data() + index * kPanel * blocks * size;
    if (!quantised()) {
        for (std::int64_t lane = 0; lane < lanes; ++lane)
            for (std::int64_t b = 0; b < blocks; ++b, block += size)
                std::memcpy(panel + (b * kPanel + lane) * size, block,
                            static_cast<std::size_t>(size));
        return;
    }
    const PanelLayout layout(dtype_, in_);
    BlockParts parts;
    for (std::int64_t lane = 0; lane < lanes; ++lane)
        for (std::int64_t b = 0; b < blocks; ++b, block += size) {
            take_apart(parts, dtype_, block);
            layout.write(panel, lane, b, parts);
        }
}

void PackedWeight::read_row(std::span<float> values, std::int64_t row) const
{
    ENSURE(static_cast<std::int64_t>(values.size()) == in_ && row >= 0 && row < out_);
    const std::byte* from = panel(row / kPanel);
    const std::int64_t lane = row % kPanel;
    if (dtype_ == DType::nf4)
        return read_nf4_row(values, from, lane);
    if (!quantised()) {
        const std::int64_t size = traits(dtype_).block_bytes;
        for (std::size_t k = 0; k < values.size(); ++k)
            dequantise(values.subspan(k, 1), dtype_,
                       {from + (static_cast<std::int64_t>(k) * kPanel + lane) * size,
                        static_cast<std::size_t>(size)});
        return;
    }
    const PanelLayout layout(dtype_, in_);
    const BlockForm& form = form_of(dtype_);
    BlockParts parts;
    for (std::int64_t b = 0; b < in_ / form.values; ++b) {
        layout.read(parts, from, lane, b);
        values_of(values.data() + b * form.values, form, parts);
    }
}

const PackedWeight* packed(const Tensor& tensor)
{
    ENSURE(tensor.buffer != nullptr);
    const Buffer& buffer = *tensor.buffer;
    if (typeid(buffer) != typeid(PackedWeight))
        return nullptr;
    const auto& weight = static_cast<const PackedWeight&>(buffer);
    ENSURE(tensor.offset_bytes == 0 && tensor.dtype == weight.dtype());
    ENSURE(tensor.shape == Shape({weight.out(), weight.in()}));
    return &weight;
}

} // namespace longhand::tensor
