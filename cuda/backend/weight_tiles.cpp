// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/weight_tiles.h"

#include "cuda/backend/device_tensor.h"
#include "cuda/kernels/block_codes.h"
#include "cuda/kernels/rows.h"

#include <algorithm>

namespace longhand::gpu {
namespace {

constexpr std::int64_t kTileValues = std::int64_t{32} << 20; // f16 weights expanded at once

} // namespace

PackedFormat format_of(const tensor::Tensor& weight)
{
    const GpuBuffer& buffer = gpu_buffer(weight);
    return buffer.form() == GpuBuffer::Form::packed ? buffer.format() : PackedFormat::f16;
}

bool is_exact(const tensor::Tensor& weight)
{
    return weight.dtype == tensor::DType::f32;
}

void WeightTiles::for_each(const tensor::Tensor& weight, const Visit& visit)
{
    const std::int64_t out = weight.shape[0];
    const std::int64_t in = weight.shape[1];
    const bool wide = is_exact(weight);
    if (!wide && format_of(weight) == PackedFormat::f16)
        return visit(0, out, reinterpret_cast<const __half*>(plain_bytes(weight)));
    const std::int64_t at_once = std::min(
        out, std::max<std::int64_t>(kTileOutputs, kTileValues / in / kTileOutputs * kTileOutputs));
    auto* tile = reinterpret_cast<__half*>(
        grow(tile_, account_, static_cast<std::uint64_t>(at_once * in) * sizeof(__half)));
    for (std::int64_t first = 0; first < out; first += at_once) {
        const std::int64_t count = std::min(at_once, out - first);
        if (wide)
            to_half(tile, floats(weight) + first * in, count * in, 1.0F, stream_);
        else
            unpack(format_of(weight), gpu_buffer(weight).data(), tile, first, count, in, stream_);
        visit(first, count, tile);
    }
}

} // namespace longhand::gpu
