// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/gguf_types.h"

#include <array>
#include <string_view>

namespace longhand::checkpoint {
namespace {

using tensor::DType;

struct Pair {
    DType dtype;
    std::uint32_t type;
};

constexpr std::array kPairs = {
    Pair{DType::f32, 0},   Pair{DType::f16, 1},     Pair{DType::bf16, 30},  Pair{DType::q4_0, 2},
    Pair{DType::q4_1, 3},  Pair{DType::q5_0, 6},    Pair{DType::q5_1, 7},   Pair{DType::q8_0, 8},
    Pair{DType::q2_k, 10}, Pair{DType::q3_k, 11},   Pair{DType::q4_k, 12},  Pair{DType::q5_k, 13},
    Pair{DType::q6_k, 14}, Pair{DType::iq4_nl, 20}, Pair{DType::iq4_xs, 23}, Pair{DType::i32, 26}};

constexpr std::array<std::string_view, 40> kNames = {
    "F32",      "F16",      "Q4_0",    "Q4_1",        "Q4_2",        "Q4_3",        "Q5_0",
    "Q5_1",     "Q8_0",     "Q8_1",    "Q2_K",        "Q3_K",        "Q4_K",        "Q5_K",
    "Q6_K",     "Q8_K",     "IQ2_XXS", "IQ2_XS",      "IQ3_XXS",     "IQ1_S",       "IQ4_NL",
    "IQ3_S",    "IQ2_S",    "IQ4_XS",  "I8",          "I16",         "I32",         "I64",
    "F64",      "IQ1_M",    "BF16",    "Q4_0_4_4",    "Q4_0_4_8",    "Q4_0_8_8",    "TQ1_0",
    "TQ2_0",    "IQ4_NL_4_4", "IQ4_NL_4_8", "IQ4_NL_8_8", "MXFP4"};

}  // namespace

std::optional<DType> dtype_of_gguf(std::uint32_t type)
{
    for (const Pair& pair : kPairs)
        if (pair.type == type)
            return pair.dtype;
    return std::nullopt;
}

std::optional<std::uint32_t> gguf_type_of(DType dtype)
{
    for (const Pair& pair : kPairs)
        if (pair.dtype == dtype)
            return pair.type;
    return std::nullopt;
}

std::string gguf_type_name(std::uint32_t type)
{
    return std::string(type < kNames.size() ? kNames[type] : "unknown");
}

std::string gguf_types_read()
{
    std::string names;
    for (const Pair& pair : kPairs)
        if (pair.dtype != DType::i32)
            names += (names.empty() ? "" : ", ") + gguf_type_name(pair.type);
    return names;
}

}  // namespace longhand::checkpoint
