// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace longhand::tensor {

// Element types. The block types are GGUF's, byte for byte (engine/tensor/cpu/block_format.h says
// what their bytes mean); nf4 is ours (engine/tensor/nf4.h) and no type of a file.
enum class DType : std::uint8_t {
    f32,
    f16,
    bf16,
    q4_0,
    q4_1,
    q5_0,
    q5_1,
    q8_0,
    iq4_nl, // blocks of 32 values
    q2_k,
    q3_k,
    q4_k,
    q5_k,
    q6_k,
    iq4_xs, // blocks of 256
    nf4,    // of 64, with facts of the whole tensor
    i32
};
constexpr std::size_t kDTypes = 17;

struct DTypeTraits {
    std::string_view name;      // "f32", "q4_1"
    std::uint32_t block_values; // values a block holds, along the innermost dimension; 1 if plain
    std::uint32_t block_bytes;  // bytes a block takes; nf4: but for 4 bytes in 256 blocks
};

const DTypeTraits& traits(DType dtype);
inline std::string_view to_string(DType dtype)
{
    return traits(dtype).name;
}
std::optional<DType> dtype_named(std::string_view name); // of "q4_k", in small letters

} // namespace longhand::tensor
