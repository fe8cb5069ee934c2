// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/packed_weight.h"

#include "engine/tensor/cpu/kernels/kernels.h"
#include "engine/tensor/cpu/number_format.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <typeinfo>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kHalfBlock = kBlock / 2;
constexpr std::int64_t kGroup = 64; // bytes of a group of codes

bool is_block_type(DType dtype)
{
    return traits(dtype).block_values != 1;
}

std::int64_t facts_of(DType dtype)
{
    return dtype == DType::q4_1 ? 2 : 1;
}

std::int64_t code_bytes_of(DType dtype)
{
    return dtype == DType::q8_0 ? 512 : 256;
}

// Where value i of output `lane` lies inside a block's codes, and whether in a high nibble.
struct CodePlace {
    std::int64_t byte = 0;
    bool high = false;
};

CodePlace place_of(DType dtype, std::int64_t lane, std::int64_t i)
{
    if (dtype == DType::q8_0)
        return {i / 4 * kGroup + 4 * lane + i % 4, false};
    return {i / 8 * kGroup + 4 * lane + i % 4, i % 8 >= 4};
}

// Codes of one block of a file, q4 as 0 .. 15, q8_0 shifted to 0 .. 255.
std::array<std::uint8_t, kBlock> codes_of(DType dtype, const std::byte* block)
{
    std::array<std::uint8_t, kBlock> codes{};
    const std::byte* from = block + 2 * facts_of(dtype);
    for (std::size_t i = 0; i < kBlock; ++i) {
        if (dtype == DType::q8_0)
            codes[i] = static_cast<std::uint8_t>(std::to_integer<unsigned>(from[i]) ^ 128U);
        else if (i < kHalfBlock)
            codes[i] = static_cast<std::uint8_t>(std::to_integer<unsigned>(from[i]) & 15U);
        else
            codes[i] =
                static_cast<std::uint8_t>(std::to_integer<unsigned>(from[i - kHalfBlock]) >> 4U);
    }
    return codes;
}

} // namespace

bool PackedWeight::quantised() const
{
    return is_block_type(dtype_);
}

std::int64_t PackedWeight::code_offset() const
{
    return (facts_of(dtype_) * (in_ / kBlock) * 2 * kPanel + 63) / 64 * 64;
}

std::shared_ptr<PackedWeight> PackedWeight::pack(std::span<const std::byte> bytes, DType dtype,
                                                 const Shape& shape, ThreadPool& pool)
{
    std::shared_ptr<PackedWeight> weight(new PackedWeight);
    weight->dtype_ = dtype;
    weight->out_ = shape[0];
    weight->in_ = shape[1];
    weight->panel_bytes_ =
        is_block_type(dtype)
            ? weight->code_offset() + weight->in_ / kBlock * code_bytes_of(dtype)
            : weight->in_ * kPanel * static_cast<std::int64_t>(traits(dtype).block_bytes);
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
    const std::int64_t values = type.block_values;
    const std::int64_t size = type.block_bytes;
    const std::int64_t blocks = in_ / values;
    const std::int64_t lanes = std::min<std::int64_t>(kPanel, out_ - index * kPanel);
    for (std::int64_t lane = 0; lane < lanes; ++lane) {
        const std::byte* row = bytes.data() + (index * kPanel + lane) * blocks * size;
        for (std::int64_t b = 0; b < blocks; ++b) {
            const std::byte* block = row + b * size;
            if (values == 1) {
                std::memcpy(panel + (b * kPanel + lane) * size, block,
                            static_cast<std::size_t>(size));
                continue;
            }
            for (std::int64_t fact = 0; fact < facts_of(dtype_); ++fact)
                std::memcpy(panel + ((fact * blocks + b) * kPanel + lane) * 2, block + 2 * fact, 2);
            std::byte* codes = panel + code_offset() + b * code_bytes_of(dtype_);
            const auto from = codes_of(dtype_, block);
            for (std::int64_t i = 0; i < kBlock; ++i) {
                const CodePlace place = place_of(dtype_, lane, i);
                codes[place.byte] |= static_cast<std::byte>(from[static_cast<std::size_t>(i)]
                                                            << (place.high ? 4U : 0U));
            }
        }
    }
}

void PackedWeight::read_row(std::span<float> values, std::int64_t row) const
{
    ENSURE(static_cast<std::int64_t>(values.size()) == in_ && row >= 0 && row < out_);
    const std::byte* from = panel(row / kPanel);
    const std::int64_t lane = row % kPanel;
    if (!quantised()) {
        const std::int64_t size = traits(dtype_).block_bytes;
        for (std::size_t k = 0; k < values.size(); ++k)
            dequantise(values.subspan(k, 1), dtype_,
                       {from + (static_cast<std::int64_t>(k) * kPanel + lane) * size,
                        static_cast<std::size_t>(size)});
        return;
    }
    const std::int64_t blocks = in_ / kBlock;
    const auto fact = [&](std::int64_t index, std::int64_t block) {
        std::uint16_t bits = 0;
        std::memcpy(&bits, from + ((index * blocks + block) * kPanel + lane) * 2, sizeof(bits));
        return float_from_f16(bits);
    };
    for (std::int64_t b = 0; b < blocks; ++b) {
        const float scale = fact(0, b);
        const std::byte* codes = from + code_offset() + b * code_bytes_of(dtype_);
        const float zero = dtype_ == DType::q8_0 ? 128.0F : dtype_ == DType::q4_0 ? 8.0F : 0.0F;
        const float minimum = dtype_ == DType::q4_1 ? fact(1, b) : 0.0F;
        for (std::int64_t i = 0; i < kBlock; ++i) {
            const CodePlace place = place_of(dtype_, lane, i);
            auto code = std::to_integer<unsigned>(codes[place.byte]);
            if (dtype_ != DType::q8_0)
                code = place.high ? code >> 4U : code & 15U;
            values[static_cast<std::size_t>(b * kBlock + i)] =
                scale * (static_cast<float>(code) - zero) + minimum;
        }
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
