// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/weight_loader.h"

#include "cuda/backend/device_tensor.h"
#include "cuda/kernels/block_codes.h"
#include "cuda/kernels/rows.h"
#include "cuda/runtime/check.h"
#include "engine/tensor/cpu/number_format.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace longhand::gpu {
namespace {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

constexpr std::uint64_t kHalfStaging = 32U << 20U;
constexpr std::int64_t kExpandedValues = 8 << 20;

std::optional<BlockType> block_type(DType dtype)
{
    switch (dtype) {
    case DType::q4_0:
        return BlockType::q4_0;
    case DType::q4_1:
        return BlockType::q4_1;
    case DType::q8_0:
        return BlockType::q8_0;
    case DType::q4_k:
        return BlockType::q4_k;
    default:
        return std::nullopt;
    }
}

} // namespace

WeightLoader::WeightLoader(std::shared_ptr<MemoryAccount> account, cudaStream_t stream)
    : account_(std::move(account)), stream_(stream)
{
}

void WeightLoader::send(std::byte* to, std::span<const std::byte> from)
{
    if (!staging_)
        staging_.emplace(2 * kHalfStaging);
    for (std::size_t at = 0, turn = 0; at < from.size(); at += kHalfStaging, ++turn) {
        const std::size_t count = std::min<std::size_t>(kHalfStaging, from.size() - at);
        std::byte* half = staging_->data() + turn % 2 * kHalfStaging;
        sent_[turn % 2].wait();
        std::memcpy(half, from.data() + at, count);
        GPU_CHECK(cudaMemcpyAsync(to + at, half, count, cudaMemcpyHostToDevice, stream_));
        sent_[turn % 2].record(stream_);
    }
    sent_[0].wait();
    sent_[1].wait();
}

// Through f32 on the card, some rows at a time; nf4 has facts of the whole tensor.
Tensor WeightLoader::load_expanded(std::span<const std::byte> bytes, DType dtype,
                                   const Shape& shape)
{
    const std::int64_t at_once =
        dtype == DType::nf4
            ? shape.rows()
            : std::clamp<std::int64_t>(kExpandedValues / shape.back(), 1, shape.rows());
    const std::uint64_t row_bytes = bytes.size() / static_cast<std::uint64_t>(shape.rows());
    std::vector<float> values(static_cast<std::size_t>(at_once * shape.back()));
    DeviceBuffer wide(account_, values.size() * sizeof(float));
    DeviceBuffer memory(account_, static_cast<std::uint64_t>(shape.count()) * sizeof(__half));
    for (std::int64_t first = 0; first < shape.rows(); first += at_once) {
        const std::int64_t rows = std::min(at_once, shape.rows() - first);
        const auto part = std::span(values).first(static_cast<std::size_t>(rows * shape.back()));
        tensor::dequantise(part, dtype,
                           dtype == DType::nf4
                               ? bytes
                               : bytes.subspan(static_cast<std::uint64_t>(first) * row_bytes,
                                               static_cast<std::uint64_t>(rows) * row_bytes));
        send(wide.as(), std::as_bytes(part));
        to_half(memory.as<__half>() + first * shape.back(), wide.as<float>(), rows * shape.back(),
                1.0F, stream_);
    }
    GPU_CHECK(cudaStreamSynchronize(stream_)); // `wide` goes
    return {std::make_shared<GpuBuffer>(std::move(memory)), 0, DType::f16, shape};
}

Tensor WeightLoader::load(std::span<const std::byte> bytes, DType dtype, const Shape& shape)
{
    const auto blocks = block_type(dtype);
    if (!blocks && tensor::traits(dtype).block_values > 1)
        return load_expanded(bytes, dtype, shape);
    DeviceBuffer raw(account_, bytes.size());
    send(raw.as(), bytes);
    if (blocks && shape.rank() == 2) {
        const PackedFormat format = packed_format(*blocks);
        DeviceBuffer memory(account_,
                            static_cast<std::uint64_t>(packed_bytes(format, shape[0], shape[1])));
        pack(*blocks, raw.as(), memory.as(), shape[0], shape[1], stream_);
        GPU_CHECK(cudaStreamSynchronize(stream_)); // `raw` goes
        return {std::make_shared<GpuBuffer>(std::move(memory), format), 0, dtype, shape};
    }
    ENSURE(!blocks);
    if (dtype != DType::bf16)
        return {std::make_shared<GpuBuffer>(std::move(raw)), 0, dtype, shape};
    DeviceBuffer memory(account_, bytes.size());
    widen_bf16(raw.as(), memory.as<__half>(), shape.count(), stream_);
    GPU_CHECK(cudaStreamSynchronize(stream_));
    return {std::make_shared<GpuBuffer>(std::move(memory)), 0, DType::f16, shape};
}

} // namespace longhand::gpu
