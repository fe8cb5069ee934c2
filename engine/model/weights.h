// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"
#include "engine/model/config.h"
#include "engine/tensor/backend.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace longhand::model {

// One weight in host memory that `owner` keeps alive.
struct HostWeight {
    std::span<const std::byte> bytes;
    tensor::DType dtype = tensor::DType::f32;
    std::shared_ptr<const void> owner;
};

// Where a transformer's weights come from: a file, or random numbers. Called once a tensor with
// its name in the file and the shape the config demands.
// Fails: corrupt (missing, or another shape).
using WeightSource =
    std::function<Result<HostWeight>(const std::string& name, const tensor::Shape& shape)>;

// `file` is borrowed until the source is gone; what it yields outlives both.
WeightSource weights_of(const checkpoint::Checkpoint& file);

// The same values in another type, rounded once; as it is where that type's blocks do not make up
// the rows. Fails: out_of_memory.
Result<HostWeight> in_type(HostWeight weight, tensor::DType type, const tensor::Shape& shape);
// Bytes that the file's weights take with the linears of layers loaded in that type.
Result<std::uint64_t> weight_bytes_in(const checkpoint::Checkpoint& file, const ModelConfig& config,
                                      tensor::DType linears);

// A tensor of the backend's memory, contents undefined. Fails: out_of_memory.
Result<tensor::Tensor> allocate(tensor::Backend& backend, tensor::DType dtype,
                                const tensor::Shape& shape);

// Widens f32, f16 or bf16 to f32. Fails: unsupported for block types.
Result<std::vector<float>> to_f32(const HostWeight& weight);
float half_to_float(std::uint16_t half);

}  // namespace longhand::model
