// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/half_inputs.h"

#include "cuda/backend/device_tensor.h"
#include "cuda/kernels/rows.h"

namespace longhand::gpu {

void HalfInputs::reserve(std::int64_t values)
{
    const std::uint64_t bytes = static_cast<std::uint64_t>(values) * sizeof(__half);
    if (copy_.bytes() < bytes)
        source_ = nullptr;
    grow(copy_, account_, bytes);
}

__half* HalfInputs::beside(const tensor::Tensor& output)
{
    const std::int64_t count = output.shape.count();
    if (static_cast<std::uint64_t>(count) * sizeof(__half) > copy_.bytes()) {
        wrote(output);
        return nullptr;
    }
    source_ = floats(output);
    count_ = count;
    return copy_.as<__half>();
}

void HalfInputs::wrote(const tensor::Tensor& output)
{
    if (source_ == nullptr || output.empty())
        return;
    const auto* begin = gpu_buffer(output).data() + output.offset_bytes;
    const auto bytes = tensor::byte_size(output.shape, output.dtype);
    const auto* first = reinterpret_cast<const std::byte*>(source_);
    const auto* last = reinterpret_cast<const std::byte*>(source_ + count_);
    if (begin < last && begin + bytes.value() > first)
        source_ = nullptr;
}

const __half* HalfInputs::kept(const float* values, std::int64_t count) const
{
    const bool inside =
        source_ != nullptr && values >= source_ && values + count <= source_ + count_;
    if (inside && (values - source_) % 8 == 0) // products read 16 bytes at a time
        return copy_.as<__half>() + (values - source_);
    return nullptr;
}

const __half* HalfInputs::of(const tensor::Tensor& input)
{
    return of(floats(input), input.shape.count());
}

const __half* HalfInputs::of(const float* values, std::int64_t count)
{
    if (const __half* copy = kept(values, count))
        return copy;
    reserve(count);
    to_half(copy_.as<__half>(), values, count, 1.0F, stream_);
    source_ = values;
    count_ = count;
    return copy_.as<__half>();
}

} // namespace longhand::gpu
