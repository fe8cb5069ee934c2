// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/small_linear.h"
#include "cuda/runtime/memory.h"
#include "engine/tensor/backend.h"

namespace longhand::gpu {

// A tensor's memory on the card. A weight is kept in a form of its own and then is no plain matrix.
class GpuBuffer final : public tensor::Buffer {
public:
    enum class Form : std::uint8_t { plain, packed };

    explicit GpuBuffer(DeviceBuffer memory) : memory_(std::move(memory)) {}
    GpuBuffer(DeviceBuffer memory, PackedFormat format)
        : memory_(std::move(memory)), form_(Form::packed), format_(format)
    {
    }
    [[nodiscard]] std::uint64_t bytes() const override { return memory_.bytes(); }
    [[nodiscard]] std::byte* data() const { return memory_.as(); }
    [[nodiscard]] Form form() const { return form_; }
    [[nodiscard]] PackedFormat format() const { return format_; }

private:
    DeviceBuffer memory_;
    Form form_ = Form::plain;
    PackedFormat format_ = PackedFormat::f16;
};

// ENSUREs that the tensor lies on the card.
const GpuBuffer& gpu_buffer(const tensor::Tensor& tensor);
// Its first byte; ENSUREs that it is plain and stays inside its buffer.
std::byte* plain_bytes(const tensor::Tensor& tensor);
// The same as numbers; ENSUREs the type.
float* floats(const tensor::Tensor& tensor);
std::int32_t* integers(const tensor::Tensor& tensor);
// Null for an empty tensor.
const float* optional_floats(const tensor::Tensor& tensor);

GateActivation gate_activation(tensor::Activation activation);

} // namespace longhand::gpu
