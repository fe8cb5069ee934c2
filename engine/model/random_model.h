// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/config.h"
#include "engine/model/weights.h"

#include <string_view>

namespace longhand::model {

// Shapes of well-known models, to measure speed without their files: "llama2-7b", "llama2-13b",
// "llama3-8b", "smollm2-135m", "qwen3-8b". Fails: unsupported (lists the names).
Result<ModelConfig> shape_of(std::string_view name);
// A type of weights by its name, "f16" or "q4_k". Fails: unsupported (lists the names).
Result<tensor::DType> weight_type(std::string_view name);

// Random weights in memory: matrices of `dtype` with the spread of a fresh network, norms in f32
// around 1, biases around 0. A tensor depends on the seed and its name alone, whatever is loaded before it.
// Fails: out_of_memory.
WeightSource random_weights(tensor::DType dtype, Seed seed);
// Bytes those weights take. A matrix whose rows are no whole blocks of the type is of q8_0 or f16.
Result<std::uint64_t> weight_bytes_of(const ModelConfig& config, tensor::DType dtype);

}  // namespace longhand::model
