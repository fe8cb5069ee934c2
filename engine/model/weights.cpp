// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/weights.h"

#include "engine/model/tensor_list.h"
#include "engine/tensor/cpu/number_format.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace longhand::model {

namespace {

// Whole blocks make up every row.
bool has_rows_for(tensor::DType type, const tensor::Shape& shape)
{
    return shape.rank() == 2 &&
           shape.back() % static_cast<std::int64_t>(tensor::traits(type).block_values) == 0;
}

}  // namespace

WeightSource weights_of(const checkpoint::Checkpoint& file)
{
    return [&file](const std::string& name, const tensor::Shape& shape) -> Result<HostWeight> {
        const std::string where = file.path().filename().string() + ": tensor " + name;
        const checkpoint::TensorEntry* entry = file.find(name);
        if (entry == nullptr)
            return Error{ErrorKind::corrupt, where + " is missing"};
        if (entry->shape != shape)
            return Error{ErrorKind::corrupt, where + " is " + to_string(entry->shape) +
                                                 ", expected " + to_string(shape)};
        return HostWeight{entry->bytes, entry->dtype, file.owner()};
    };
}

Result<HostWeight> in_type(HostWeight weight, tensor::DType type, const tensor::Shape& shape)
{
    if (!has_rows_for(type, shape) || weight.dtype == type)
        return weight;
    TRY(const std::uint64_t bytes, byte_size(shape, type));
    try {
        std::vector<float> values(static_cast<std::size_t>(shape.count()));
        tensor::dequantise(values, weight.dtype, weight.bytes);
        const auto made = std::make_shared<std::vector<std::byte>>(bytes);
        tensor::quantise(*made, type, values);
        return HostWeight{*made, type, made};
    } catch (const std::bad_alloc&) {
        return Error{ErrorKind::out_of_memory,
                     "no memory to load " + to_string(shape) + " weights in another type"};
    }
}

Result<std::uint64_t> weight_bytes_in(const checkpoint::Checkpoint& file, const ModelConfig& config,
                                      tensor::DType linears)
{
    std::uint64_t total = file.weight_bytes();
    for (const TensorPlace& place : tensors_of(config)) {
        const checkpoint::TensorEntry* entry = file.find(name_of(place, config.names));
        if (entry == nullptr || !is_linear(place) || !has_rows_for(linears, entry->shape))
            continue;
        TRY(const std::uint64_t bytes, byte_size(entry->shape, linears));
        total = total - entry->bytes.size() + bytes;
    }
    return total;
}

Result<tensor::Tensor> allocate(tensor::Backend& backend, tensor::DType dtype,
                                const tensor::Shape& shape)
{
    TRY(const std::uint64_t bytes, byte_size(shape, dtype));
    tensor::Tensor made;
    TRY(made.buffer, backend.allocate(bytes));
    made.dtype = dtype;
    made.shape = shape;
    return made;
}

float half_to_float(std::uint16_t half)
{
    const int exponent = (half >> 10) & 31;
    const int fraction = half & 1023;
    const float sign = (half & 0x8000) != 0 ? -1.0F : 1.0F;
    if (exponent == 0)
        return sign * std::ldexp(static_cast<float>(fraction), -24);
    if (exponent == 31)
        return fraction == 0 ? sign * INFINITY : NAN;
    return sign * std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
}

Result<std::vector<float>> to_f32(const HostWeight& weight)
{
    if (weight.dtype == tensor::DType::f32) {
        std::vector<float> values(weight.bytes.size() / sizeof(float));
        std::memcpy(values.data(), weight.bytes.data(), values.size() * sizeof(float));
        return values;
    }
    if (weight.dtype != tensor::DType::f16 && weight.dtype != tensor::DType::bf16)
        return Error{ErrorKind::unsupported,
                     "a norm's weights of type " + std::string(to_string(weight.dtype))};
    std::vector<float> values(weight.bytes.size() / sizeof(std::uint16_t));
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::uint16_t bits = 0;
        std::memcpy(&bits, weight.bytes.data() + i * sizeof bits, sizeof bits);
        values[i] = weight.dtype == tensor::DType::f16
                        ? half_to_float(bits)
                        : std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
    }
    return values;
}

}  // namespace longhand::model
