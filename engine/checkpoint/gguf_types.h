// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/dtype.h"

#include <cstdint>
#include <optional>
#include <string>

namespace longhand::checkpoint {

// Numbers of the GGUF format, one table for reader and writer.
constexpr std::uint32_t kGgufMagic = 0x46554747;  // "GGUF"
constexpr std::uint32_t kGgufVersion = 3;         // written; 2 is read too
constexpr std::uint32_t kDefaultAlignment = 32;

// The type of a tensor by the file's number, and back; nullopt where the other side has none.
std::optional<tensor::DType> dtype_of_gguf(std::uint32_t type);
std::optional<std::uint32_t> gguf_type_of(tensor::DType dtype);
// "Q4_K" of 12, also of types that are not read; "unknown" beyond.
std::string gguf_type_name(std::uint32_t type);
// "F32, F16, ...": the types that are read, for messages.
std::string gguf_types_read();

}  // namespace longhand::checkpoint
