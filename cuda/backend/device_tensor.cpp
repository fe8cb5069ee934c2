// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/device_tensor.h"

#include "engine/base/error.h"

namespace longhand::gpu {

using tensor::DType;
using tensor::Tensor;

const GpuBuffer& gpu_buffer(const Tensor& tensor)
{
    const auto* buffer = dynamic_cast<const GpuBuffer*>(tensor.buffer.get());
    ENSURE(buffer != nullptr);
    return *buffer;
}

std::byte* plain_bytes(const Tensor& tensor)
{
    const GpuBuffer& buffer = gpu_buffer(tensor);
    ENSURE(buffer.form() == GpuBuffer::Form::plain);
    const auto bytes = tensor::byte_size(tensor.shape, tensor.dtype);
    ENSURE(bytes.ok() && tensor.offset_bytes + *bytes <= buffer.bytes());
    return buffer.data() + tensor.offset_bytes;
}

float* floats(const Tensor& tensor)
{
    ENSURE(tensor.dtype == DType::f32);
    return reinterpret_cast<float*>(plain_bytes(tensor));
}

std::int32_t* integers(const Tensor& tensor)
{
    ENSURE(tensor.dtype == DType::i32);
    return reinterpret_cast<std::int32_t*>(plain_bytes(tensor));
}

const float* optional_floats(const Tensor& tensor)
{
    return tensor.empty() ? nullptr : floats(tensor);
}

GateActivation gate_activation(tensor::Activation activation)
{
    switch (activation) {
    case tensor::Activation::silu:
        return GateActivation::silu;
    case tensor::Activation::gelu_tanh:
        return GateActivation::gelu_tanh;
    case tensor::Activation::gelu:
        return GateActivation::gelu;
    }
    ENSURE(false);
    return GateActivation::silu;
}

} // namespace longhand::gpu
