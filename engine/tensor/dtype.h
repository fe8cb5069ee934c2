// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string_view>

namespace longhand::tensor {

// Element types. The block types are GGUF's, byte for byte; NF4 (QLoRA) and more blocks come with
// the kernels that read them.
enum class DType : std::uint8_t { f32, f16, bf16, q4_0, q4_1, q8_0, i32 };

struct DTypeTraits {
    std::string_view name;       // "f32", "q4_1"
    std::uint32_t block_values;  // values a block holds, along the innermost dimension; 1 if plain
    std::uint32_t block_bytes;   // bytes a block takes
};

const DTypeTraits& traits(DType dtype);
inline std::string_view to_string(DType dtype) { return traits(dtype).name; }

}  // namespace longhand::tensor
